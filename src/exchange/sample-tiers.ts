import type { Tier } from "../offers/offer.ts";
import { slugPattern } from "../offers/offer.ts";
import {
  addAside,
  type Fields,
  giveUp,
  keepAside,
  misread,
  report,
  restOf,
  takeCode,
  takeFlag,
  takeNumber,
  takeObject,
  takeObjects,
  takeText,
  takeTexts,
  takeWhole,
} from "./fields.ts";
import { readPrice } from "./sample-price.ts";

/** The tiers of an offer. One with a single price has one tier without a title. */
export function readTiers(fields: Fields): readonly Tier[] {
  const pricing = takeObject(fields, "pricing");
  const parts = takeObjects(fields, "tiers");
  const tiers = parts.map(readTier);
  fields.parts.delete("tiers");
  const distinct = tiers.filter((tier, index) => tiers.findIndex(({ id }) => id === tier.id) === index);
  for (const [index, tier] of tiers.entries()) if (!distinct.includes(tier)) sayTwice(fields, index);
  if (pricing === null) return distinct;
  if (distinct.length > 0) {
    giveUp(pricing, "price-beside-tiers");
    return distinct;
  }
  const price = readPrice(pricing);
  return price === null ? [] : [{ ...emptyTier, id: "base", price }];
}

const emptyTier: Tier = {
  id: "",
  title: null,
  summary: null,
  audienceSize: null,
  features: [],
  storageGb: null,
  accountsMax: null,
  tailored: false,
  includesAllOf: null,
  price: null,
  extra: {},
};

function readTier(fields: Fields, index: number): Tier {
  keepAside(fields, "domain");
  const pricing = takeObject(fields, "pricing");
  const throughput = takeText(fields, "throughput");
  const tier = {
    id: takeId(fields) ?? `formule-${index + 1}`,
    title: takeText(fields, "title"),
    summary: takeText(fields, "summary"),
    audienceSize: takeCode(fields, "audienceSize", "audienceSizes"),
    features: [...takeTexts(fields, "features"), ...(throughput === null ? [] : [throughput])],
    storageGb: takeStorage(fields),
    accountsMax: takeWhole(fields, "accountsMax"),
    tailored: takeFlag(fields, "tailored") ?? false,
    includesAllOf: takeText(fields, "includesAllOf"),
    price: pricing && readPrice(pricing),
  };
  return { ...tier, extra: restOf(fields) };
}

function takeId(fields: Fields): string | null {
  const id = takeText(fields, "id");
  if (id === null || slugPattern.test(id)) return id;
  misread(fields, "id", "unknown-code", id);
  return null;
}

/** In GB: 100 MB are a tenth. */
function takeStorage(fields: Fields): number | null {
  const [gigabytes, megabytes] = [takeNumber(fields, "diskGB"), takeNumber(fields, "diskMB")];
  if (gigabytes === null) return megabytes === null ? null : megabytes / 1_000;
  if (megabytes !== null) misread(fields, "diskMB", "said-twice", megabytes);
  return gigabytes;
}

/** The first tier of a name stays; the other is kept aside whole. */
function sayTwice(fields: Fields, index: number): void {
  const raw = (fields.object["tiers"] as readonly unknown[])[index];
  addAside(fields, "tiers", [raw]);
  report(fields, ["tiers", index, "id"], "said-twice");
}
