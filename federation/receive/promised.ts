import { done, type Outcome, refused } from "../../src/foundation/outcome.ts";
import { type AmountRefusal, readAmount } from "../../src/money/money.ts";
import { type Cents, highestAmount } from "../../src/offers/price.ts";
import type { OfferRefusal } from "../../src/pledges/agreement-words.ts";
import type { Condition, Help, Promised } from "../../src/pledges/pledges.ts";
import type { AmountCode } from "../../src/pledges/words.ts";
import type { ReadAgreement } from "../vocabulary/agreement.ts";
import { currencyAt } from "../vocabulary/amounts.ts";

/** What an agreement promises towards a request of this proposal and currency, or why that cannot be taken. */
export function promisedBy(
  agreement: ReadAgreement,
  { proposal, currency }: { readonly proposal: string; readonly currency: string },
): Outcome<Promised, OfferRefusal> {
  const toward = towardOf(agreement, proposal);
  const what = toward && (toward === "help" ? inKind(agreement) : inMoney(agreement, currency));
  const condition = conditionOf(agreement, currency);
  if (what === null) return refused("other-request");
  if (!what.done) return what;
  if (!condition.done) return condition;
  const { visibility, until: validUntil } = agreement;
  return done({ ...what.value, visibility, validUntil, condition: condition.value });
}

function towardOf({ satisfies }: ReadAgreement, proposal: string): "primary" | "help" | null {
  return satisfies === `${proposal}#primary` ? "primary" : satisfies === `${proposal}#help` ? "help" : null;
}

/** Money has no unit but its currency. */
function inMoney({ unit, quantity, conformsTo }: ReadAgreement, currency: string): Outcome<What, OfferRefusal> {
  const said = conformsTo === null ? currency : (currencyAt(conformsTo) ?? "");
  const amount = amountOf(unit === "one" ? quantity : null, said, currency);
  return amount.done ? done({ amount: amount.value, help: null }) : amount;
}

type What = Pick<Promised, "amount" | "help">;

function conditionOf({ condition }: ReadAgreement, currency: string): Outcome<Condition | null, OfferRefusal> {
  if (condition === null) return done(null);
  const { participants } = condition;
  if (condition.total === null) return done({ total: null, participants });
  const total = amountOf(condition.total, currency, currency);
  return total.done ? done({ total: total.value, participants }) : total;
}

function amountOf(written: string | null, said: string, currency: string): Outcome<Cents, OfferRefusal> {
  if (written === null) return refused("amount-malformed");
  const read = readAmount(written, said, { currency, highest: highestAmount });
  return read.done ? read : refused(codeOf(read.reason));
}

const codeOf = (reason: AmountRefusal): AmountCode => `amount-${reason}`;

const units: Readonly<Record<string, Help["unit"]>> = { one: "thing", hour: "hour", day: "day" };

function inKind({ unit, quantity }: ReadAgreement): Outcome<What, OfferRefusal> {
  const known = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (quantity === null || known === undefined || !/^[1-9]\d{0,6}$/.test(quantity)) return refused("amount-malformed");
  if (Number(quantity) > 1_000_000) return refused("amount-too-large");
  return done({ amount: null, help: { count: Number(quantity), unit: known } });
}
