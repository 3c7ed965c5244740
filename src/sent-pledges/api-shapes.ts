import { z } from "@hono/zod-openapi";
import type { Outcome } from "../foundation/outcome.ts";
import { decimalOf } from "../offers/price.ts";
import { helpUnits, visibilities } from "../pledges/pledges.ts";
import { Problem } from "../web/problem.ts";
import { words } from "./api-words.ts";
import type { SendRefusal } from "./changes.ts";
import { latestOf, type SentPledge, sentStates, stateOfSent } from "./sent-pledge.ts";

export const SentPledgeShape = z
  .object({
    id: z.string(),
    request: z.string().describe("The actor of the request."),
    title: z.string(),
    url: z.string().describe("Where people read of the request."),
    state: z.enum(sentStates),
    reason: z.string().nullable().describe("What the other instance said when it refused."),
    amount: z.string().nullable().describe("What was said last; null for help in kind."),
    currency: z.string(),
    counted: z.string().nullable().describe("What the other instance says that it counts."),
    inKind: z.object({ what: z.string().nullable(), count: z.int(), unit: z.enum(helpUnits) }).nullable(),
    condition: z.object({ total: z.string().nullable(), participants: z.int().nullable() }).nullable(),
    visibility: z.enum(visibilities),
    validUntil: z.iso.datetime().nullable(),
    confirmUntil: z.iso.datetime().nullable().describe("Until when the other instance asks to confirm it."),
    version: z.int(),
    made: z.iso.datetime(),
    changed: z.iso.datetime(),
  })
  .openapi("SentPledge");
type SentPledgeShape = z.infer<typeof SentPledgeShape>;

/** A promise to another instance, as those who made it read it. */
export function showSent(pledge: SentPledge): SentPledgeShape {
  const { id, campaign, title, page, currency, held, confirmUntil, made, changed } = pledge;
  const { promised, words: what, reason, version } = latestOf(pledge);
  const { help, condition, visibility, validUntil } = promised;
  const amount = (cents: number | null) => (cents === null ? null : decimalOf(cents, currency));
  return {
    ...{ id, request: campaign, title, url: page, currency, visibility, version, state: stateOfSent(pledge) },
    ...{ reason: pledge.reason ?? reason, amount: amount(promised.amount), counted: held?.amount ?? null },
    inKind: help && { what, ...help },
    condition: condition && { total: amount(condition.total), participants: condition.participants },
    validUntil: validUntil?.toISOString() ?? null,
    confirmUntil: confirmUntil?.toISOString() ?? null,
    ...{ made: made.toISOString(), changed: changed.toISOString() },
  };
}

/** The value of what was done; a refusal becomes the answer, beside the field where it is mended. */
export function orProblem(outcome: Outcome<SentPledge, SendRefusal>): SentPledge {
  if (outcome.done) return outcome.value;
  const { reason } = outcome;
  const sentence = words.en.problems[reason];
  const path = fields[reason];
  if (path === undefined) throw new Problem(409, reason, sentence);
  throw new Problem(422, reason, sentence, { errors: [{ path, reason: sentence, code: reason }] });
}

const fields: Readonly<Partial<Record<SendRefusal, string>>> = {
  ...{ "pledge-too-small": "amount", "pledge-too-large": "amount", "valid-in-the-past": "validUntil" },
};

/** Nothing is promised towards a request that this site does not know. */
export function requestUnknown(): Problem {
  const sentence = words.en.problems["request-unknown"];
  return new Problem(422, "request-unknown", sentence, {
    errors: [{ path: "request", reason: sentence, code: "request-unknown" }],
  });
}
