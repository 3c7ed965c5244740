import { done, refused } from "../foundation/outcome.ts";
import { type Codec, group, leaf, perhaps, through } from "./desk-form.ts";
import { choice, decimalOfText, flag, inLanguage, line, number, plain, text } from "./desk-kinds.ts";
import {
  type Cents,
  centsOf,
  currencyDigits,
  decimalOf,
  type Membership,
  type PriceTerms,
  periods,
  type Vat,
} from "./price.ts";

export const currencies: readonly string[] = Object.keys(currencyDigits);

export const vatRegimes: readonly Vat["regime"][] = ["unknown", "exempt", "included", "excluded"];

/** How many units a price may speak of. */
export const units = { least: 1, most: 1_000_000 };

export const currencyOf = choice(currencies, "EUR");
const period = choice(periods, "month");

/** What every price says besides its rule. */
export function terms(currency: string): Codec<PriceTerms> {
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
    fee: perhaps(["amount"], group({ amount, period }), { amount: 0, period: "year" }),
    nonMemberSurcharge: perhaps(["amount", "who"], group({ amount, period, who: line(1_000) }), surcharge),
  });
}

const surcharge = { amount: 0, period: "month", who: null } as const;

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

/** An amount as people write it: "2,50" or "2.50". */
export function money(currency: string): Codec<Cents> {
  return through(
    maybeMoney(currency),
    (cents) => cents as Cents | null,
    (cents, { problems }, name) => {
      if (cents === null && !problems.has(name)) problems.set(name, "missing");
      return cents ?? 0;
    },
  );
}

/** The same where it may be left open. */
export function maybeMoney(currency: string): Codec<Cents | null> {
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
export const count: Codec<number> = through(
  number(units),
  (n) => n as number | null,
  (n, { problems }, name) => {
    if (n === null && !problems.has(name)) problems.set(name, "missing");
    return n ?? 1;
  },
);
