/** How wide the terminal is that reads this; null for a pipe or a file, where each thing stands on one line. */
export function terminalWidth(): number | null {
  return process.stdout.isTTY ? Math.min(process.stdout.columns || 80, 100) : null;
}

/** Breaks a text into lines of at most so many characters, at spaces; longer words stay whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** What another server or program said, as it may stand on a terminal: it could hold orders to it, or go on for ever. */
export function harmless(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").slice(0, 500);
}
