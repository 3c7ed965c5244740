import { done, type Outcome, refused } from "../../foundation/outcome.ts";
import { currentKey } from "./aliases.ts";
import { type FileRefusal, type LineMisreading, limits, type MisreadLine } from "./chatons.ts";

/** One `key = value` of a file. */
export interface Line {
  /** As it was found, or its name of today where it has changed. */
  readonly key: string;
  /** Without quotes around it. */
  readonly value: string;
  readonly line: number;
}

export interface Lines {
  /** By the key in small letters: case means nothing. */
  readonly byKey: ReadonlyMap<string, Line>;
  readonly misread: readonly MisreadLine[];
}

/** The lines of a `.properties` file, by key; of a key that comes twice, the first counts. */
export function readLines(text: string): Outcome<Lines, FileRefusal> {
  const rows = text.split(/\r\n|\r|\n/);
  if (rows.length > limits.lines) return refused("too-many-lines");
  const byKey = new Map<string, Line>();
  const misread: MisreadLine[] = [];
  for (const [index, row] of rows.entries()) {
    const trimmed = row.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const read = readLine(trimmed, index + 1, byKey);
    if (read !== null) misread.push(read);
  }
  return done({ byKey, misread });
}

/** Adds a line to those of its file; says why where that cannot be. */
function readLine(row: string, line: number, byKey: Map<string, Line>): MisreadLine | null {
  const at = row.indexOf("=");
  const found = (at < 0 ? row : row.slice(0, at)).trim();
  const problem = (reason: LineMisreading) => ({ line, key: shown(found), reason });
  if (at < 0) return problem("no-equals-sign");
  const key = currentKey(found);
  const value = unquoted(row.slice(at + 1).trim());
  const reason = reasonAgainst(key, value);
  if (reason !== null) return problem(reason);
  if (byKey.has(key.toLowerCase())) return problem("said-twice");
  byKey.set(key.toLowerCase(), { key, value, line });
  return null;
}

// Letters of any language, since some name their federations so; a section and at least one name.
const keyPattern = /^[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)+$/u;

function reasonAgainst(key: string, value: string): LineMisreading | null {
  if (key.length > limits.keyLength || value.length > limits.valueLength) return "too-long";
  if (!keyPattern.test(key)) return "malformed-key";
  return unstorable.test(value) || !value.isWellFormed() ? "control-characters" : null;
}

// The control characters of ASCII; a tab is harmless.
const unstorable = /[^\P{Cc}\t\u0080-\u009f]/u;

/** A key as it can be shown on a terminal. */
const shown = (key: string) => key.slice(0, 80).replace(/\p{C}/gu, "\uFFFD");

function unquoted(text: string): string {
  const quote = text.length > 1 && (text.startsWith("'") || text.startsWith('"')) ? text[0] : null;
  const bare = quote !== null && text.endsWith(quote ?? "") ? text.slice(1, -1) : text;
  return bare.replaceAll("\\'", "'");
}

/** A line of a file; what would not be read back as it is stands in quotes. */
export function writeLine(key: string, value: string): string {
  const flat = flatten(value);
  const needsQuotes = /^['"]|^\s|\s$|['"]$|\\'/.test(flat);
  return `${key} = ${needsQuotes ? `'${flat.replaceAll("'", "\\'")}'` : flat}`.trimEnd();
}

/** The format knows no paragraphs. */
export function flatten(text: string): string {
  const rows = text.split(/[\r\n]/);
  if (rows.length === 1) return text;
  return rows
    .map((row) => row.trim())
    .filter((row) => row !== "")
    .join(" ");
}
