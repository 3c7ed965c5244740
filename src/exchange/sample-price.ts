import type { Band, Membership, Period, Price, PricePart, PriceRule, PriceTerms, Vat } from "../offers/price.ts";
import { currencyDigits, periods } from "../offers/price.ts";
import {
  type Fields,
  giveUp,
  keepAside,
  misread,
  report,
  takeFlag,
  takeObject,
  takeObjects,
  takeText,
  takeValue,
  takeWhole,
} from "./fields.ts";

/** A price of the sample format; null when it names no model, as where only "members" is said. What has no place stays in the fields. */
export function readPrice(fields: Fields): Price | null {
  keepAside(fields, "adjustable", "examples", "renewal", "total");
  if (fields.open.get("model") === undefined) {
    keepAside(fields, "membershipRequired", "membershipIncluded", "text", "label", "note");
    return null;
  }
  const model = takeText(fields, "model") ?? "";
  const readRule = Object.hasOwn(rules, model) ? rules[model as keyof typeof rules] : null;
  if (readRule === null) {
    giveUp(fields, "unknown-code", "model");
    return null;
  }
  const rule = readRule(fields);
  const terms = readTerms(fields, model);
  if (rule !== null) return { ...terms, ...rule };
  giveUp(fields, "price-incomplete");
  return null;
}

/** By model: its rule, or null when something that it needs is missing. */
const rules = {
  free: (fields) => {
    if (fields.open.get("amount") === 0) takeValue(fields, "amount");
    return { model: "free", duration: takeText(fields, "duration") };
  },
  flat: (fields) => {
    const amount = takeWhole(fields, "amount");
    return amount === null ? null : { model: "flat", amount };
  },
  "per-unit": (fields) => {
    const [unit, unitAmount] = [takeText(fields, "unit"), takeWhole(fields, "unitAmount")];
    const minimumUnits = takeWhole(fields, "minimumUnits");
    return unit === null || unitAmount === null ? null : { model: "per-unit", unit, unitAmount, minimumUnits };
  },
  graduated: readGraduated,
  "free-price": (fields) => ({ model: "free-price", suggested: takeWhole(fields, "suggested") }),
  composite: (fields) => {
    const parts = takeObjects(fields, "parts").map(readPart);
    const complete = parts.filter((part) => part !== null);
    return complete.length === parts.length && parts.length > 0 ? { model: "composite", parts: complete } : null;
  },
  "on-quote": () => ({ model: "on-quote" }),
} satisfies Record<PriceRule["model"], (fields: Fields) => PriceRule | null>;

function readGraduated(fields: Fields): PriceRule | null {
  const [unit, minimumUnits] = [takeText(fields, "unit"), takeWhole(fields, "minimumUnits")];
  const base = takeObject(fields, "base");
  const [upTo, amount] = base ? [takeWhole(base, "upTo"), takeWhole(base, "amount")] : [null, null];
  const bands = takeObjects(fields, "bands").map(readBand);
  const complete = bands.filter((band) => band !== null);
  if (unit === null || upTo === null || amount === null || complete.length < bands.length) return null;
  return { model: "graduated", unit, minimumUnits: minimumUnits ?? 1, base: { upTo, amount }, bands: complete };
}

function readBand(fields: Fields): Band | null {
  const [from, upTo, unitAmount] = [
    takeWhole(fields, "from"),
    takeWhole(fields, "upTo"),
    takeWhole(fields, "unitAmount"),
  ];
  return from === null || unitAmount === null ? null : { from, upTo, unitAmount };
}

function readPart(fields: Fields): PricePart | null {
  const label = takeText(fields, "label");
  const [amount, unitAmount] = [takeWhole(fields, "amount"), takeWhole(fields, "unitAmount")];
  const unit = takeText(fields, "unit");
  if (label === null) return null;
  if (amount !== null) return { label, amount };
  if (unitAmount === null || unit === null) return null;
  const per = takeText(fields, "per");
  const [, size, sliceUnit] = /^([1-9][0-9]{0,5}) (\S+) slice$/.exec(per ?? "") ?? [];
  if (size === undefined || sliceUnit === undefined) {
    if (per !== null) misread(fields, "per", "unknown-code", per);
    return { label, unitAmount, unit, slice: null };
  }
  return { label, unitAmount, unit, slice: { size: Number(size), unit: sliceUnit } };
}

function readTerms(fields: Fields, model: string): PriceTerms {
  const [label, note] = [takeText(fields, "label"), takeText(fields, "note")];
  return {
    currency: takeCurrency(fields),
    period: takePeriod(fields) ?? (model === "free" || model === "on-quote" ? "once" : "year"),
    vat: readVat(fields),
    membership: readMembership(fields),
    solidarity: null,
    asOf: takeDay(fields, "asOf"),
    indicative: takeFlag(fields, "indicative") ?? false,
    note: label === null || note === null ? (label ?? note) : `${label} – ${note}`,
  };
}

function readVat(fields: Fields): Vat {
  const vat = takeText(fields, "vat");
  if (vat === null) return { regime: "unknown" };
  if (/^(franchise|exempt)/i.test(vat)) return { regime: "exempt", note: vat };
  const [, regime, percent] = /^(excluded|included)\b.*?([0-9]+(?:\.[0-9]{1,2})?) ?%/.exec(vat) ?? [];
  fields.aside.set("vat", vat);
  if (percent !== undefined && Number(percent) <= 100) {
    return { regime: regime === "included" ? "included" : "excluded", percent: Number(percent) };
  }
  report(fields, ["vat"], "unknown-code");
  return { regime: "unknown" };
}

function readMembership(fields: Fields): Membership {
  const surcharge = takeObject(fields, "nonMemberSurcharge");
  const amount = surcharge ? takeWhole(surcharge, "amount") : null;
  return {
    required: takeFlag(fields, "membershipRequired") ?? false,
    included: takeFlag(fields, "membershipIncluded") ?? false,
    fee: null,
    nonMemberSurcharge:
      surcharge === null || amount === null
        ? null
        : { amount, period: takePeriod(surcharge) ?? "year", who: takeText(surcharge, "who") },
  };
}

function takeCurrency(fields: Fields): string {
  const currency = takeText(fields, "currency");
  if (currency === null || Object.hasOwn(currencyDigits, currency)) return currency ?? "EUR";
  misread(fields, "currency", "unknown-code", currency);
  return "EUR";
}

function takePeriod(fields: Fields): Period | null {
  const period = takeText(fields, "period");
  const known = periods.find((one) => one === period) ?? null;
  if (period !== null && known === null) misread(fields, "period", "unknown-code", period);
  return known;
}

function takeDay(fields: Fields, key: string): string | null {
  const day = takeText(fields, key);
  if (day === null || /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day)) return day;
  misread(fields, key, "not-a-day", day);
  return null;
}
