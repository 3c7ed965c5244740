import { z } from "@hono/zod-openapi";
import type { Outcome } from "../foundation/outcome.ts";
import { actorOf, type Shown } from "../funding/api-shapes.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { decimalOf } from "../offers/price.ts";
import { Problem } from "../web/problem.ts";
import type { AmountFault } from "./form.ts";
import { type Pledge, pledgeStates } from "./pledge-state.ts";
import { helpUnits, type PledgeRefusal, visibilities } from "./pledges.ts";
import { type Readable, readableTo } from "./readable.ts";
import { type AmountCode, words } from "./words.ts";

export const PledgeShape = z
  .object({
    id: z.string(),
    request: z.string(),
    by: z.string().nullable().describe("The actor whose pledge it is; null where it has none, or is anonymous."),
    name: z.string().nullable().describe("Null where it is anonymous."),
    amount: z.string().nullable().describe("Null for help in kind, where it is not shown, and once it is taken back."),
    currency: z.string(),
    inKind: z.object({ what: z.string().nullable(), count: z.int(), unit: z.enum(helpUnits) }).nullable(),
    condition: z
      .object({ total: z.string().nullable(), participants: z.int().nullable() })
      .nullable()
      .describe("It counts only while all that counts is at least this."),
    visibility: z.enum(visibilities),
    state: z.enum(pledgeStates),
    validUntil: z.iso.datetime().nullable(),
    version: z.int(),
    made: z.iso.datetime(),
    changed: z.iso.datetime(),
  })
  .openapi("Pledge");
export type PledgeShape = z.infer<typeof PledgeShape>;

/** A pledge as somebody may read it: in full by its owner and by who collects, else as its owner wants it shown. */
export function showPledge(pledge: Pledge, request: FundingRequest, shown: Shown, reading: string | null): PledgeShape {
  const { id, party, entry, state, made } = pledge;
  const { currency } = request.terms.goal;
  const visibility = entry.promised?.visibility ?? "visible";
  const readable = readableTo(pledge, request, reading);
  const { named } = readable;
  return {
    ...{ id, request: request.code, currency, visibility, state, version: entry.version },
    ...{ by: named ? actorOf(party, shown) : null, name: named && party.name !== "" ? party.name : null },
    ...showPromised(pledge, currency, readable),
    ...{ made: made.toISOString(), changed: entry.said.toISOString() },
  };
}

function showPromised({ entry: { promised }, words }: Pledge, currency: string, { named, counted }: Readable) {
  if (promised === null) return { amount: null, inKind: null, condition: null, validUntil: null };
  const { help, condition, validUntil } = promised;
  const amount = (cents: number | null) => (cents === null ? null : decimalOf(cents, currency));
  return {
    amount: counted ? amount(promised.amount) : null,
    inKind: help && counted ? { what: named ? words : null, ...help } : null,
    condition: condition && { total: amount(condition.total), participants: condition.participants },
    validUntil: validUntil?.toISOString() ?? null,
  };
}

/** The value of what was done; a refusal becomes the answer. */
export function orProblem<Value>(outcome: Outcome<Value, PledgeRefusal>): Value {
  if (outcome.done) return outcome.value;
  throw problemOf(outcome.reason);
}

/** A refusal as an answer, beside the field where it is mended. */
export function problemOf(reason: PledgeRefusal): Problem {
  const path = fields[reason];
  const sentence = words.en.refusals[reason];
  if (path !== undefined)
    return new Problem(422, reason, sentence, { errors: [{ path, reason: sentence, code: reason }] });
  return new Problem(reason === "not-yours" ? 403 : 409, reason, sentence);
}

const fields: Readonly<Partial<Record<PledgeRefusal, string>>> = {
  ...{ "pledge-too-small": "amount", "pledge-too-large": "amount", "valid-in-the-past": "validUntil" },
};

/** An amount that is none, as the answer that says why. */
export function amountProblem({ path, reason }: AmountFault): Problem {
  const code: AmountCode = `amount-${reason}`;
  const sentence = words.en.refusals[code];
  return new Problem(422, code, sentence, { errors: [{ path, reason: sentence, code }] });
}
