import type { Language } from "../foundation/language.ts";
import { done, refused } from "../foundation/outcome.ts";
import {
  type Codec,
  choice,
  decimalOfText,
  type Entries,
  flag,
  group,
  inLanguage,
  leaf,
  line,
  number,
  perhaps,
  plain,
  type Reading,
  rows,
  text,
  through,
  title,
} from "./desk-form.ts";
import {
  type Band,
  type Cents,
  centsOf,
  currencyDigits,
  decimalOf,
  type Graduated,
  type Membership,
  type Price,
  type PriceModel,
  type PricePart,
  type PriceRule,
  type PriceTerms,
  periods,
  type Vat,
} from "./price.ts";

/** In the order in which a host is asked for them. */
export const priceModels: readonly PriceModel[] = [
  ...(["free", "flat", "per-unit", "graduated", "free-price", "composite", "on-quote"] as const),
];

export const currencies: readonly string[] = Object.keys(currencyDigits);

export const vatRegimes: readonly Vat["regime"][] = ["unknown", "exempt", "included", "excluded"];

/** A price in a form: its model, the fields of that model under its name, and what every price says besides. */
export const price: Codec<Price | null> = {
  write(value, name, language) {
    if (value === null) return { [`${name}.model`]: [""] };
    return {
      [`${name}.model`]: [value.model],
      ...terms(value.currency).write(value, name, language),
      ...writeRule(value, name, language),
    };
  },
  read(reading, name, stored) {
    const sent = reading.sent[`${name}.model`]?.[0];
    if (sent === undefined) return stored ?? null;
    if (sent === "") return null;
    const model = priceModels.find((known) => known === sent);
    if (model === undefined) {
      reading.problems.set(`${name}.model`, "unknown-code");
      return stored ?? null;
    }
    const currency = currencyOf.read(reading, `${name}.currency`, stored?.currency);
    // What was written in another currency is written anew.
    const same = stored?.currency === currency ? stored : undefined;
    return {
      ...terms(currency).read(reading, name, same),
      ...readRule(reading, name, { model, currency, stored: same }),
    };
  },
};

const currencyOf = choice(currencies, "EUR");
const period = choice(periods, "month");
const units = { least: 1, most: 1_000_000 };
const unit = title(50);

/** An amount as people write it: "2,50" or "2.50". */
function money(currency: string): Codec<Cents> {
  return through(
    maybeMoney(currency),
    (cents) => cents as Cents | null,
    (cents, { problems }, name) => {
      if (cents === null && !problems.has(name)) problems.set(name, "missing");
      return cents ?? 0;
    },
  );
}

function maybeMoney(currency: string): Codec<Cents | null> {
  return leaf<Cents | null>({
    empty: null,
    write: (cents, language) => (cents === null ? "" : inLanguage(decimalOf(cents, currency), language)),
    read(typed) {
      if (typed === "") return done(null);
      const cents = centsOf(decimalOfText(typed) ?? "", currency);
      return cents === null ? refused("amount-malformed") : done(cents);
    },
  });
}

/** How many of a unit, where that has to be said. */
const count: Codec<number> = through(
  number(units),
  (n) => n as number | null,
  (n, { problems }, name) => {
    if (n === null && !problems.has(name)) problems.set(name, "missing");
    return n ?? 1;
  },
);

const day = leaf<string | null>({
  empty: null,
  write: (value) => value ?? "",
  read(typed) {
    if (typed === "") return done(null);
    const real = /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(`${typed}T00:00:00Z`));
    return real && new Date(`${typed}T00:00:00Z`).toISOString().startsWith(typed)
      ? done(typed)
      : refused("day-malformed");
  },
});

function terms(currency: string): Codec<PriceTerms> {
  return group<PriceTerms>({
    currency: currencyOf,
    period,
    vat,
    membership: membership(currency),
    solidarity: perhaps(
      ["who", "how", "paidBy"],
      group({ who: plain(1_000), how: plain(1_000), paidBy: plain(1_000) }),
      { who: "", how: "", paidBy: "" },
    ),
    asOf: day,
    indicative: flag,
    note: text(1_000),
  });
}

function membership(currency: string): Codec<Membership> {
  const amount = money(currency);
  return group<Membership>({
    required: flag,
    included: flag,
    fee: filled(group({ amount, period })),
    nonMemberSurcharge: filled(group({ amount, period, who: line(1_000) })),
  });
}

/** What is there as soon as its amount is. */
function filled<Shape extends { readonly amount: Cents }>(codec: Codec<Shape>): Codec<Shape | null> {
  const shape = { amount: 0, period: "year", who: null } as unknown as Shape; // for the names of its fields
  return perhaps(["amount"], codec, shape);
}

const percent = leaf<number | null>({
  empty: null,
  write: (value, language) => (value === null ? "" : inLanguage(String(value), language)),
  read(typed) {
    const decimal = decimalOfText(typed.replace(/%$/, "")) ?? "";
    if (typed === "") return done(null);
    return /^\d{1,3}(\.\d{1,2})?$/.test(decimal) && Number(decimal) <= 100
      ? done(Number(decimal))
      : refused("percent-malformed");
  },
});

interface ShownVat {
  readonly regime: Vat["regime"];
  readonly percent: number | null;
  readonly note: string | null;
}

const vat: Codec<Vat> = through<Vat, ShownVat>(
  group<ShownVat>({ regime: choice(vatRegimes, "unknown"), percent, note: line(1_000) }),
  (value) => ({
    regime: value.regime,
    percent: "percent" in value ? value.percent : null,
    note: "note" in value ? value.note : null,
  }),
  ({ regime, percent, note }, { problems }, name) => {
    if (regime === "unknown") return { regime };
    if (regime === "exempt") return { regime, note };
    if (percent === null && !problems.has(`${name}.percent`)) problems.set(`${name}.percent`, "missing");
    return { regime, percent: percent ?? 0 };
  },
);

interface ShownPart {
  readonly label: string;
  readonly amount: Cents;
  readonly unit: string | null;
  readonly slice: { readonly size: number; readonly unit: string } | null;
}

function part(currency: string): Codec<PricePart> {
  const slice = perhaps(["size", "unit"], group({ size: count, unit }), { size: 1, unit: "" });
  const shown = group<ShownPart>({
    label: title(200),
    amount: money(currency),
    unit: line(50),
    slice,
  });
  return through<PricePart, ShownPart>(
    shown,
    (value) =>
      "amount" in value
        ? { label: value.label, amount: value.amount, unit: null, slice: null }
        : { label: value.label, amount: value.unitAmount, unit: value.unit, slice: value.slice },
    ({ label, amount, unit, slice }, { problems }, name) => {
      if (unit === null && slice !== null) problems.set(`${name}.unit`, "missing");
      return unit === null ? { label, amount } : { label, unitAmount: amount, unit, slice };
    },
  );
}

type RuleOf<Model extends PriceModel> = Omit<Extract<PriceRule, { model: Model }>, "model">;

/** The fields of each model. */
function rulesIn(currency: string): { readonly [Model in PriceModel]: Codec<RuleOf<Model>> } {
  return {
    free: group<RuleOf<"free">>({ duration: line(1_000) }),
    flat: group<RuleOf<"flat">>({ amount: money(currency) }),
    "per-unit": group<RuleOf<"per-unit">>({ unit, unitAmount: money(currency), minimumUnits: number(units) }),
    graduated: graduated(currency),
    "free-price": group<RuleOf<"free-price">>({ suggested: maybeMoney(currency) }),
    composite: through(
      group<RuleOf<"composite">>({ parts: rows(part(currency)) }),
      (rule) => rule,
      (rule, { problems }, name) => {
        if (rule.parts.length === 0) problems.set(`${name}.parts.0.label`, "missing");
        return rule;
      },
    ),
    "on-quote": group<RuleOf<"on-quote">>({}),
  };
}

type ShownBand = Omit<Band, "from">;
type ShownGraduated = Omit<Graduated, "model" | "bands"> & { readonly bands: readonly ShownBand[] };

/** Bands follow each other: a form only asks where each ends. */
function graduated(currency: string): Codec<Omit<Graduated, "model">> {
  const shown = group<ShownGraduated>({
    unit,
    minimumUnits: through(
      number(units),
      (n) => n as number | null,
      (n) => n ?? 1,
    ),
    base: group({ upTo: count, amount: money(currency) }),
    bands: rows(group<ShownBand>({ upTo: number(units), unitAmount: money(currency) })),
  });
  return through<Omit<Graduated, "model">, ShownGraduated>(
    shown,
    (rule) => rule,
    (rule, reading, name) => {
      const { base, bands, minimumUnits } = rule;
      if (base.upTo < minimumUnits && !reading.problems.has(`${name}.base.upTo`))
        reading.problems.set(`${name}.base.upTo`, "below-minimum");
      return { ...rule, bands: follow(base.upTo, bands, reading, `${name}.bands`) };
    },
  );
}

function follow(first: number, bands: readonly ShownBand[], { problems }: Reading, name: string): readonly Band[] {
  let before: number | null = first;
  return bands.map(({ upTo, unitAmount }, row) => {
    const from: number = (before ?? first) + 1;
    if (before === null) problems.set(`${name}.${row - 1}.upTo`, "open-in-the-middle");
    if (upTo !== null && upTo < from) problems.set(`${name}.${row}.upTo`, "not-after");
    before = upTo;
    return { from, upTo, unitAmount };
  });
}

function writeRule(value: Price, name: string, language: Language): Entries {
  const codec = rulesIn(value.currency)[value.model] as Codec<object>; // the one that writes this model
  return codec.write(value, `${name}.${value.model}`, language);
}

function readRule(
  reading: Reading,
  name: string,
  {
    model,
    currency,
    stored,
  }: { readonly model: PriceModel; readonly currency: string; readonly stored: Price | undefined },
): PriceRule {
  const codec = rulesIn(currency)[model] as Codec<object>; // the one that reads this model
  const before = stored?.model === model ? stored : undefined;
  return { model, ...codec.read(reading, `${name}.${model}`, before) } as PriceRule;
}
