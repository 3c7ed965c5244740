import { z } from "zod";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Deadline } from "../funding/funding.ts";
import { closingOf } from "../funding/terms.ts";
import { type AmountRefusal, readAmount } from "../money/money.ts";
import { highestAmount } from "../offers/price.ts";
import { helpUnits, type Promised, visibilities } from "./pledges.ts";

// Whether it is an amount, and of which request, is said with its reason once the request is known.
const Written = z.string('an amount like "20.00", as text').max(100);

/** A promise as a form or the API sends it: an amount as text, or help in kind. */
export const PledgeInput = z
  .strictObject({
    amount: Written.nullable().default(null),
    currency: z.string().max(10).nullable().default(null),
    inKind: z
      .strictObject({
        what: z.string().trim().min(1, "some words").max(500),
        count: z.int().min(1).max(1_000_000).default(1),
        unit: z.enum(helpUnits, "hour, day or thing").default("thing"),
      })
      .nullable()
      .default(null),
    condition: z
      .strictObject({
        total: Written.nullable().default(null),
        participants: z.int().min(2).max(1_000_000).nullable().default(null),
      })
      .nullable()
      .default(null),
    visibility: z.enum(visibilities, "visible, amount-hidden or anonymous").default("visible"),
    validUntil: z
      .union([z.iso.date(), z.iso.datetime({ offset: true })], "a day like 2027-01-31, or an instant")
      .nullable()
      .default(null),
  })
  .refine(({ amount, inKind }) => (amount === null) !== (inKind === null), "an amount or help in kind, and not both");
export type PledgeInput = z.output<typeof PledgeInput>;

/** An amount that is none, and in which field. */
export interface AmountFault {
  readonly path: "amount" | "condition.total";
  readonly reason: AmountRefusal;
}

/** What is promised towards a request of this currency, or which amount is none. */
export function promisedIn(input: PledgeInput, currency: string): Outcome<Promised, AmountFault> {
  const { inKind, visibility, condition } = input;
  const read = (written: string | null, path: AmountFault["path"]) => {
    if (written === null) return done(null);
    const amount = readAmount(written, input.currency ?? currency, { currency, highest: highestAmount });
    return amount.done ? amount : refused({ path, reason: amount.reason });
  };
  const [amount, total] = [read(input.amount, "amount"), read(condition?.total ?? null, "condition.total")];
  if (!amount.done) return amount;
  if (!total.done) return total;
  const participants = condition?.participants ?? null;
  return done({
    ...{ visibility, amount: amount.value, help: inKind && { count: inKind.count, unit: inKind.unit } },
    condition: total.value === null && participants === null ? null : { total: total.value, participants },
    validUntil: untilOf(input.validUntil),
  });
}

const untilOf = (written: Deadline | null): Date | null => (written === null ? null : closingOf(written));
