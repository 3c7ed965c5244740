import { z } from "@hono/zod-openapi";
import { codesOf, isCode } from "../hosts/vocabularies.ts";
import { jointStates } from "../joint/joint.ts";
import type { Money } from "../offers/joint-terms.ts";
import { amountPattern, centsOf, currencyDigits, decimalOf, periods } from "../offers/price.ts";
import { Problem } from "../web/problem.ts";
import type { Answering, AnswerRefusal } from "./answering.ts";
import { words } from "./api-words.ts";
import type { ReceivedAsking } from "./received.ts";
import { endings, hostAnswers, longest, type Result } from "./together.ts";

const MoneyShape = z.object({ amount: z.string(), currency: z.string(), period: z.string() });
const ResultShape = z.object({
  ...{ kind: z.enum(["offer", "quote"]), version: z.int(), url: z.string().nullable(), text: z.string().nullable() },
  ...{ total: MoneyShape.nullable(), signed: z.boolean().describe("Whether several hosts have signed it.") },
});

/** What an association asks of our host together with others, and what our host says to it. */
export const AskingShape = z
  .object({
    ...{ id: z.string(), name: z.string(), need: z.string(), needs: z.array(z.string()) },
    ...{ territory: z.string().nullable(), people: z.int().nullable(), budget: MoneyShape.nullable() },
    ...{ wished: z.string().nullable(), about: z.string().nullable() },
    contact: z.string().nullable().describe("How to reach the association: only once it has said yes to our host."),
    ...{ standing: z.enum(["open", "led", "ended", "withdrawn", "expired"]), ending: z.enum(endings).nullable() },
    reason: z.string().nullable().describe("Why the association closed it."),
    chosen: z.enum(["lead", "partner"]).nullable().describe("As what it says yes to our host."),
    others: z.array(
      z.object({
        ...{ name: z.string(), page: z.string().nullable(), state: z.string(), lead: z.boolean(), chosen: z.boolean() },
        actor: z.string().nullable().describe("For the one in the lead, of those who were chosen."),
        roles: z.array(z.string()),
      }),
    ),
    ...{ rolesWanted: z.array(z.string()), answer: z.enum(["waiting", ...hostAnswers]), roles: z.array(z.string()) },
    ...{ words: z.string().nullable(), result: ResultShape.nullable(), agreed: z.int().nullable() },
    declined: z.object({ version: z.int(), reason: z.string() }).nullable(),
    quote: z
      .object({ id: z.string(), state: z.enum(jointStates) })
      .nullable()
      .describe("What our host leads and others sign for it: also under joint-offers."),
    ...{ received: z.iso.datetime(), changed: z.iso.datetime() },
  })
  .openapi("Asking");
export type AskingShape = z.infer<typeof AskingShape>;

export function showAsking(asking: ReceivedAsking): AskingShape {
  const { id, name, need, needs, territory, people, budget, currency, period, wished, about, contact } = asking;
  const { standing, ending, reason, chosen, others, rolesWanted, answer, rolesOffered, result, agreed } = asking;
  return {
    ...{
      id,
      name,
      need,
      needs: [...needs],
      territory,
      people,
      wished,
      about,
      contact,
      standing,
      ending,
      reason,
      chosen,
    },
    budget: budget === null ? null : { amount: decimalOf(budget, currency), currency, period },
    others: others.map(({ roles, ...other }) => ({ ...other, roles: [...roles] })),
    ...{ rolesWanted: [...rolesWanted], answer, roles: [...rolesOffered], words: asking.words, agreed },
    result: (asking.proposedResult ?? result) && showResult(asking.proposedResult ?? result),
    declined: asking.declined,
    quote: asking.paper !== null && asking.paperState !== null ? { id: asking.paper, state: asking.paperState } : null,
    ...{ received: asking.received.toISOString(), changed: asking.changed.toISOString() },
  };
}

function showResult(result: Result | null): z.infer<typeof ResultShape> | null {
  if (result === null) return null;
  const { kind, version, url, text, amount, currency, period, paper } = result;
  const total = amount === null ? null : { amount: decimalOf(amount, currency), currency, period };
  return { kind, version, url, text, total, signed: paper !== null };
}

const role = z
  .string()
  .refine((code) => isCode("partnershipRoles", code), "a role like hosting or training")
  .meta({ enum: [...codesOf("partnershipRoles")] });
const some = (most: number) => z.string().trim().min(1, "some words").max(most);

/** Yes with what our host takes on, or no with the reason. */
export const AnswerInput = z
  .discriminatedUnion("answer", [
    z.strictObject({
      answer: z.enum(["lead", "partner"]),
      roles: z.array(role).min(1, "one role at least").max(9),
      words: some(longest.words).nullable().default(null),
    }),
    z.strictObject({ answer: z.literal("no"), words: some(longest.words) }),
  ])
  .transform((said): Answering => ({ ...said, roles: "roles" in said ? said.roles : [] }));

const MoneyInput = z
  .strictObject({
    amount: z.string('an amount like "580.00", as text').regex(amountPattern, 'an amount like "580.00"'),
    currency: z.enum(Object.keys(currencyDigits), "a currency like EUR").default("EUR"),
    period: z.enum(periods, "once, day, month, quarter or year").default("year"),
  })
  .transform(({ amount, ...rest }): Money => ({ ...rest, amount: centsOf(amount, rest.currency) ?? 0 }));

/** A quote that several sign; partners are the actors of those who were chosen, all of them where none is named. */
export const QuoteInput = z.strictObject({
  ...{ title: some(200), text: some(longest.quote), language: z.enum(["fr", "en"]).default("fr") },
  partners: z.array(z.url().max(2_048)).min(1, "one partner at least").max(11).optional(),
  total: MoneyInput.nullable().default(null),
});

/** A quote of our host alone, in its words. */
export const PlainInput = z.strictObject({ text: some(longest.result), total: MoneyInput.nullable().default(null) });

/** Which version of the lead's proposal our host agrees to. */
export const AgreementInput = z.strictObject({ version: z.int().min(1) });

/** A refusal as a problem; what the shapes refuse already has not come so far. */
export function askingProblem(reason: AnswerRefusal): Problem {
  const code = codes[reason] ?? "asking-over";
  return new Problem(409, code, words.en.problems[code]);
}

const codes: Readonly<Partial<Record<AnswerRefusal, keyof (typeof words)["en"]["problems"]>>> = {
  ...{ "not-lead": "not-lead", "no-result": "nothing-proposed", "changed-meanwhile": "proposal-changed" },
};
