import type { Command } from "commander";

/** Where progress is shown: the standard error of a terminal or of a pipe. */
export interface Surface {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Shows how far a long command has come. */
export interface Progress {
  step(text: string): void;
  /** Takes the moving line away, before the answer is printed. */
  end(): void;
}

/** Progress on the standard error: a line that moves on a terminal, a line a step in a pipe, nothing with `--json`. */
export function openProgress(command: Command): Progress {
  return command.optsWithGlobals()["json"] === true ? silent : progressOn(process.stderr);
}

export function progressOn(surface: Surface): Progress {
  if (surface.isTTY !== true) return { step: (text) => surface.write(`${printable(text)}\n`), end() {} };
  return {
    step: (text) => surface.write(`${clear}${printable(text).slice(0, (surface.columns ?? 80) - 1)}`),
    end: () => surface.write(clear),
  };
}

const silent: Progress = { step() {}, end() {} };
const clear = "\r\u001b[2K";

/** What comes from elsewhere must not move the cursor. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, "\uFFFD");
}
