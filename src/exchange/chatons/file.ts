import { done, type Outcome, refused } from "../../foundation/outcome.ts";
import { type FileRefusal, limits, type MisreadLine } from "./chatons.ts";
import { type Line, type Lines, readLines } from "./lines.ts";

/** A file of the format: what it is about, its lines, and the files that it names. */
export interface ChatonsFile {
  readonly what: "organization" | "service" | "metrics";
  readonly lines: Lines;
  readonly subs: readonly Line[];
  /** Where it says that it stands itself. */
  readonly url: string | null;
}

/** Reads bytes as a file of the format; what is none is refused, and what is of someone else too. */
export function readChatonsFile(bytes: Uint8Array): Outcome<ChatonsFile, FileRefusal> {
  const text = textOf(bytes);
  if (text === null) return refused("not-text");
  const read = readLines(text);
  if (!read.done) return read;
  const lines = read.value;
  const what = classOf(lines);
  if (!what.done) return what;
  if (lines.misread.length > limits.misread) return refused("not-this-format");
  return done({
    what: what.value,
    lines: withDoubts(lines),
    subs: subsOf(lines),
    url: lines.byKey.get("file.url")?.value ?? null,
  });
}

/** The file of a federation: its name, and the files of its members. They are no host of this site. */
export interface FederationFile {
  readonly name: string | null;
  readonly subs: readonly Line[];
  readonly url: string | null;
}

/** Reads bytes as the file of a federation; what is none is refused. */
export function readFederationFile(bytes: Uint8Array): Outcome<FederationFile, FileRefusal> {
  const text = textOf(bytes);
  if (text === null) return refused("not-text");
  const read = readLines(text);
  if (!read.done) return read;
  const what = classOf(read.value);
  if (what.done || what.reason !== "federation") return refused("not-this-format");
  const said = (key: string) => read.value.byKey.get(key)?.value.trim() || null;
  return done({ name: said("federation.name"), url: said("file.url"), subs: subsOf(read.value) });
}

const subsOf = ({ byKey }: Lines): readonly Line[] =>
  [...byKey.values()].filter(({ key, value }) => /^subs\./i.test(key) && value !== "");

/** UTF-8, with or without a mark at its beginning. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** What the file says it is; where it does not, its lines do. */
function classOf(lines: Lines): Outcome<ChatonsFile["what"], FileRefusal> {
  const said = lines.byKey.get("file.class")?.value.toLowerCase() ?? "";
  const sections = new Set([...lines.byKey.keys()].map((key) => key.slice(0, key.indexOf("."))));
  const found = known.get(said) ?? [...known].find(([section]) => sections.has(section))?.[1];
  if (found === undefined) return refused("not-this-format");
  if (found === "federation" || found === "device") return refused(found);
  // A file of figures calls itself by the class of what it measures.
  if (found !== "service" || sections.has("service")) return done(found);
  return sections.has("metrics") ? done("metrics") : refused("name-missing");
}

/** Classes as they are written, and the sections that tell them where nothing is written; the first counts. */
const known: ReadonlyMap<string, ChatonsFile["what"] | "federation" | "device"> = new Map([
  ["federation", "federation"],
  ["organization", "organization"],
  ["organisation", "organization"],
  ["service", "service"],
  ["metrics", "metrics"],
  ["device", "device"],
]);

/** Lines about the file itself that say something odd. */
function withDoubts({ byKey, misread }: Lines): Lines {
  const said = byKey.get("file.class");
  const odd = said !== undefined && said.value !== "" && !known.has(said.value.toLowerCase());
  const doubt: MisreadLine[] = odd ? [{ line: said.line, key: said.key, reason: "unknown-code" }] : [];
  return { byKey, misread: [...misread, ...doubt] };
}
