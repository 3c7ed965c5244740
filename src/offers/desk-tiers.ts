import { isCode } from "../hosts/vocabularies.ts";
import { type Codec, type Entries, group, isRemoved, isUntouched, joined, type Reading, rowsOf } from "./desk-form.ts";
import { flag, line, lines, number, oneOf, text } from "./desk-kinds.ts";
import { price } from "./desk-price.ts";
import { nameTiers } from "./input.ts";
import type { Tier } from "./offer.ts";

/** The formulas of an offer. Each carries its id, so that what the form does not show stays with it. */
export const tiers: Codec<readonly Tier[]> = {
  write: (list, name, language) =>
    joined(
      list.map((tier, row) => ({
        [`${name}.${row}.id`]: [tier.id],
        ...fields.write(tier, `${name}.${row}`, language),
      })),
    ),
  read(reading, name, stored = []) {
    const all = rowsOf(reading.sent, name);
    const kept = all.flatMap((row) => readTier(reading, name, row, stored) ?? []);
    if (kept.length > 50) reading.problems.set(name, "too-many");
    return withoutLost(nameTiers(kept), stored);
  },
};

type Written = Omit<Tier, "id" | "extra">;

const fields = group<Written>({
  title: line(1_000),
  summary: text(),
  audienceSize: oneOf((code): code is string => isCode("audienceSizes", code)),
  features: lines,
  storageGb: number({ whole: false }),
  accountsMax: number(),
  tailored: flag,
  includesAllOf: oneOf((code): code is string => code.length <= 80),
  price,
});

/** What has to be filled in for a row to be a formula. */
const telling = ["title", "summary", "features", "storageGb", "accountsMax", "price.model"];

/** Null where the row is empty or is to be removed. */
function readTier(
  reading: Reading,
  name: string,
  row: number,
  stored: readonly Tier[],
): (Omit<Tier, "id"> & { readonly id?: string }) | null {
  const at = `${name}.${row}`;
  const { sent, language } = reading;
  const id = sent[`${at}.id`]?.[0] ?? "";
  const before = stored[row]?.id === id ? stored[row] : stored.find((tier) => tier.id === id);
  if (isRemoved(sent, at)) return null;
  if (before && isUntouched(sent, fields.write(before, at, language))) return before;
  if (telling.every((field) => isEmpty(sent, `${at}.${field}`))) return null;
  const read = fields.read(reading, at, before);
  return before ? { ...before, ...read } : { ...read, extra: {} };
}

const isEmpty = (sent: Entries, name: string): boolean => (sent[name]?.[0] ?? "").trim() === "";

/** "All that X includes" ends with X. */
function withoutLost(read: readonly Tier[], stored: readonly Tier[]): readonly Tier[] {
  const gone = new Set(stored.map(({ id }) => id));
  for (const { id } of read) gone.delete(id);
  return read.map((tier) => (gone.has(tier.includesAllOf ?? "") ? { ...tier, includesAllOf: null } : tier));
}
