import type { Language } from "../foundation/language.ts";
import { type Codec, type Entries, filledRows, group, perhaps, type Reading, rows, through } from "./desk-form.ts";
import { line, number, title } from "./desk-kinds.ts";
import { count, currencyOf, maybeMoney, money, terms, units } from "./desk-price-terms.ts";
import type { Band, Cents, Graduated, Price, PriceModel, PricePart, PriceRule } from "./price.ts";

/** In the order in which a host is asked for them. */
export const priceModels: readonly PriceModel[] = [
  ...(["free", "flat", "per-unit", "graduated", "free-price", "composite", "on-quote"] as const),
];

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

const unit = title(50);

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

function follow(
  first: number,
  bands: readonly ShownBand[],
  { sent, problems }: Reading,
  name: string,
): readonly Band[] {
  const rowsHere = filledRows(sent, name);
  const endOf = (index: number) => `${name}.${rowsHere[index] ?? index}.upTo`;
  let before: number | null = first;
  return bands.map(({ upTo, unitAmount }, index) => {
    const from: number = (before ?? first) + 1;
    if (before === null) problems.set(endOf(index - 1), "open-in-the-middle");
    if (upTo !== null && upTo < from) problems.set(endOf(index), "not-after");
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
