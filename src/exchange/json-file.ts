import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type LineOf, pathText } from "./exchange.ts";

/** A JSON file, and where each thing stands in it. */
export interface JsonFile {
  readonly document: unknown;
  readonly lineOf: LineOf;
}

/** Reads the text of a JSON file. */
export function readJsonFile(text: string): Outcome<JsonFile, "not-json"> {
  const plain = text.replace(/^\uFEFF/, "");
  try {
    const document: unknown = JSON.parse(plain);
    let lines: ReadonlyMap<string, number> | null = null; // found only when asked for: files may be large
    const lineOf: LineOf = (path) => {
      lines ??= linesOf(plain);
      return lines.get(pathText(path)) ?? null;
    };
    return done({ document, lineOf });
  } catch (error) {
    if (error instanceof SyntaxError) return refused("not-json");
    throw error;
  }
}

/** An object or a list that is open at this point of the text, and the key or the place in it. */
interface Level {
  step: string | number;
  /** In an object: the next text is a key. */
  expectsKey: boolean;
}

/** The line of every value of a text that is known to be JSON; without recursion, because files may be deep. */
function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const levels: Level[] = [];
  let line = 1;
  for (const [token] of text.matchAll(/\n|"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|[^\s{}[\],:"]+/g)) {
    const begins = token !== "\n" && enter(token, levels.at(-1));
    if (begins) lines.set(pathText(levels.map(({ step }) => step)), line);
    if (token === "\n") line += 1;
    else move(token, levels);
  }
  return lines;
}

/** Steps to the next key or value of this level; true when something begins here. */
function enter(token: string, level: Level | undefined): boolean {
  if (token === "}" || token === "]") return false;
  if (token === ",") {
    if (typeof level?.step === "number") level.step += 1;
    else if (level) level.expectsKey = true;
    return false;
  }
  if (level?.expectsKey !== true) return true;
  level.step = JSON.parse(token) as string;
  level.expectsKey = false;
  return true;
}

/** Opens or closes an object or a list. */
function move(token: string, levels: Level[]): void {
  if (token === "}" || token === "]") levels.pop();
  if (token === "{") levels.push({ step: "", expectsKey: true });
  if (token === "[") levels.push({ step: 0, expectsKey: false });
}
