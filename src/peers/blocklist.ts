import { readDomain } from "./block.ts";

/** A line of a list of domains that others block. */
interface ListedDomain {
  readonly domain: string;
  /** As the list has it; here a domain is blocked or it is not. */
  readonly severity: string;
  readonly comment: string | null;
}

/** A line that could not be used, and why. */
export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  readonly reason: UnreadReason;
}

export type UnreadReason = "obfuscated" | "malformed" | "nothing-asked" | "too-many";

export interface ReadList {
  readonly listed: readonly ListedDomain[];
  readonly unread: readonly UnreadLine[];
}

const mostListed = 20_000;
const mostUnread = 100;

/** Reads a list as Mastodon exports it (CSV), or with one domain a line. */
export function readBlocklist(text: string): ReadList {
  const rows = readCsv(text.replace(/^\uFEFF/, ""));
  const columns = columnsOf(rows[0]?.cells ?? []);
  const listed = new Map<string, ListedDomain>();
  const unread: UnreadLine[] = [];
  for (const { cells, line } of columns === null ? rows : rows.slice(1)) {
    const read = readRow(cells, columns ?? plain, listed.size);
    if (typeof read !== "string") listed.set(read.domain, read);
    else if (unread.length < mostUnread) unread.push({ line, text: cells.join(",").slice(0, 200), reason: read });
  }
  return { listed: [...listed.values()], unread };
}

/** Our own blocks as others read them. Why we block is for us and our colleagues only. */
export function writeBlocklist(domains: readonly string[]): string {
  const header = "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate";
  return [header, ...domains.map((domain) => `${domain},suspend,true,true,,false`)]
    .map((line) => `${line}\r\n`)
    .join("");
}

interface Columns {
  readonly domain: number;
  readonly severity: number;
  readonly comment: number;
}

const plain: Columns = { domain: 0, severity: 1, comment: -1 };

/** Where what stands, by the first line; null where that is none of names. */
function columnsOf(cells: readonly string[]): Columns | null {
  const names = cells.map((cell) => cell.trim().replace(/^#\s*/, "").toLowerCase());
  const domain = names.indexOf("domain");
  if (domain < 0) return null;
  return { domain, severity: names.indexOf("severity"), comment: names.indexOf("public_comment") };
}

function readRow(cells: readonly string[], columns: Columns, count: number): ListedDomain | UnreadReason {
  const typed = cells[columns.domain]?.trim() ?? "";
  const severity = cells[columns.severity]?.trim().toLowerCase() || "suspend";
  if (/[*…?]/.test(typed)) return "obfuscated";
  const domain = readDomain(typed);
  if (domain === null || !/[a-z0-9\]]/.test(domain) || !/[.:]/.test(domain)) return "malformed";
  if (severity === "noop") return "nothing-asked";
  if (count >= mostListed) return "too-many";
  const comment = cells[columns.comment]?.trim().replaceAll("\0", "").slice(0, 500) || null;
  return { domain, severity: severity.slice(0, 40), comment };
}

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** RFC 4180, as spreadsheets write it. Empty lines and lines that only remark something are left out. */
function readCsv(text: string): readonly Row[] {
  const rows = splitRows(text).map(({ text: row, line }) => ({ cells: splitAt(row, ",").map(unquote), line }));
  return rows.filter(({ cells: [first = "", ...more], line }) => isSaid(first, more, line));
}

/** Lines; within quotation marks a line may go on. */
function splitRows(text: string): readonly { readonly text: string; readonly line: number }[] {
  let line = 1;
  return splitAt(text.replaceAll(/\r\n?/g, "\n"), "\n").map((row) => {
    const from = line;
    line += row.split("\n").length;
    return { text: row, line: from };
  });
}

/** Parts a text at a sign that stands outside of quotation marks. */
function splitAt(text: string, sign: "," | "\n"): readonly string[] {
  const parts: string[] = [];
  let open = false;
  for (const piece of text.split(sign)) {
    if (open) parts.push(`${parts.pop() ?? ""}${sign}${piece}`);
    else parts.push(piece);
    if ((piece.split('"').length - 1) % 2 === 1) open = !open;
  }
  return parts;
}

function unquote(cell: string): string {
  const text = cell.trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : cell;
}

const isSaid = (first: string, more: readonly string[], line: number): boolean =>
  (first.trim() !== "" || more.some((cell) => cell.trim() !== "")) && (line === 1 || !first.trim().startsWith("#"));
