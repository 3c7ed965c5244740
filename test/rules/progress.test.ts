import { expect, test } from "vitest";
import { progressOn } from "../../src/commands/progress.ts";

function surface(shape: { isTTY?: boolean; columns?: number }) {
  const written: string[] = [];
  return { ...shape, written, write: (text: string) => written.push(text) };
}

test("on a terminal progress is one line that moves, never longer than the window, and gone in the end", () => {
  const terminal = surface({ isTTY: true, columns: 12 });
  const progress = progressOn(terminal);
  progress.step("1/2 https://a.example/");
  progress.step("2/2");
  progress.end();
  expect(terminal.written).toEqual(["\r\u001b[2K1/2 https:/", "\r\u001b[2K2/2", "\r\u001b[2K"]);
});

test("in a pipe progress is a line a step", () => {
  const pipe = surface({});
  const progress = progressOn(pipe);
  progress.step("1/2 a");
  progress.step("2/2 b");
  progress.end();
  expect(pipe.written).toEqual(["1/2 a\n", "2/2 b\n"]);
});

test("what comes from elsewhere cannot move the cursor or clear the screen", () => {
  const pipe = surface({});
  progressOn(pipe).step("a\u001b[2J\u0007\nb");
  expect(pipe.written).toEqual(["a\uFFFD[2J\uFFFD\uFFFDb\n"]);
});
