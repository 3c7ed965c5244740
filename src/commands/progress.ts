/** Says how far long work is: over and over in one line on a terminal, a line each in a pipe. Always on stderr. */
export function openProgress(): { say(what: string): void; end(): void } {
  const terminal = process.stderr.isTTY === true;
  return {
    say: (what) => void process.stderr.write(terminal ? `\r\u001b[2K${what}` : `${what}\n`),
    end: () => void (terminal && process.stderr.write("\r\u001b[2K")),
  };
}
