import { Refused } from "./refused.ts";

/** The header fields of a request as they came: name, value, name, value. */
export type RawFields = readonly string[];

/** The header fields by their lower-case names; several of one name are joined by commas. */
export type Fields = ReadonlyMap<string, string>;

/** Throws `Refused` (400) when a field that decides who speaks, or how to read it, stands there twice. */
export function readFields(raw: RawFields): Fields {
  const fields = new Map<string, string>();
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = String(raw[i]).toLowerCase();
    const value = String(raw[i + 1]).trim();
    const before = fields.get(name);
    if (before !== undefined && single.has(name)) throw new Refused(400, `${name} stands there twice`);
    fields.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return fields;
}

const single = new Set([
  "host",
  "date",
  "content-type",
  "content-length",
  "content-encoding",
  "content-digest",
  "digest",
  "signature",
  "signature-input",
]);
