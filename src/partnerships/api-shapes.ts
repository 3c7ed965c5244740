import { z } from "@hono/zod-openapi";
import type { Outcome } from "../foundation/outcome.ts";
import { Problem } from "../web/problem.ts";
import { words } from "./api-words.ts";
import type { AskRefusal, DeedRefusal, FindHostRefusal } from "./changes.ts";
import { type Partnership, partnershipKinds, partnershipStates, partnershipWaits, waitsFor } from "./partnership.ts";

const instant = z.iso.datetime();

export const PartnershipShape = z
  .object({
    id: z.string(),
    kind: z.enum(partnershipKinds),
    from: z.string().describe("The actor of the host that asks."),
    to: z.string().describe("The actor of the host that is asked."),
    state: z.enum(partnershipStates),
    waitsFor: z.enum(partnershipWaits).describe("What is being waited for."),
    rolesOffered: z.array(z.string()).describe("What the one that asks would do: codes of partnershipRoles."),
    rolesWanted: z.array(z.string()).describe("What it wants of the other."),
    message: z.string(),
    other: z.object({ actor: z.string(), name: z.string(), url: z.string() }),
    relationship: z.string().describe("The address of our own document of it."),
    theirs: z.string().nullable().describe("The address of the other host's document, once it has told."),
    shown: z.boolean().describe("Whether our host agrees that everybody sees it."),
    theirShown: z.boolean().nullable(),
    public: z.boolean().describe("Whether everybody sees it now: both agree, and both documents are there."),
    counters: z.string().nullable().describe("The request that this one answers with another proposal."),
    batch: z.string().nullable().describe("The same for several that were asked at once."),
    about: z.string().nullable(),
    fromUnknown: z.boolean().describe("It came from a host that is not trusted here."),
    reason: z.string().nullable(),
    expires: instant.nullable(),
    asked: instant,
    answered: instant.nullable(),
    ended: instant.nullable(),
    changed: instant,
  })
  .openapi("Partnership");
type PartnershipShape = z.infer<typeof PartnershipShape>;

/** How addresses of ours are made. */
export interface Addresses {
  /** The actor of our own host. */
  readonly own: string;
  relationshipId(partnership: string): string;
}

export function showPartnershipTo(partnership: Partnership, { own, relationshipId }: Addresses): PartnershipShape {
  const { id, side, other, otherName: name, otherPage: url, document: theirs, expires, answered, ended } = partnership;
  const { kind, state, rolesOffered, rolesWanted, message, shown, theirShown, counters, batch, about } = partnership;
  return {
    ...{ id, kind, state, waitsFor: waitsFor(partnership), rolesOffered: [...rolesOffered] },
    ...(side === "asker" ? { from: own, to: other } : { from: other, to: own }),
    ...{ rolesWanted: [...rolesWanted], message, other: { actor: other, name, url }, relationship: relationshipId(id) },
    ...{ theirs, shown, theirShown, public: partnership.public, counters, batch, about },
    ...{ fromUnknown: partnership.fromUnknown, reason: partnership.reason, expires: expires?.toISOString() ?? null },
    ...{ asked: partnership.asked.toISOString(), answered: answered?.toISOString() ?? null },
    ...{ ended: ended?.toISOString() ?? null, changed: partnership.changed.toISOString() },
  };
}

/** The value of what was done; a refusal becomes the answer, beside the field where it is mended. */
export function orProblem<Value>(outcome: Outcome<Value, AskRefusal | DeedRefusal | FindHostRefusal>): Value {
  if (outcome.done) return outcome.value;
  const { reason } = outcome;
  const sentence = words.en.problems[reason];
  const path = fields[reason];
  if (path === undefined) throw new Problem(409, reason, sentence);
  throw new Problem(422, reason, sentence, { errors: [{ path, reason: sentence, code: reason }] });
}

const fields: Readonly<Partial<Record<AskRefusal | DeedRefusal | FindHostRefusal, string>>> = {
  ...{ "address-malformed": "to", "own-host": "to", "host-unknown": "to", unreachable: "to" },
  "expires-in-the-past": "expires",
};
