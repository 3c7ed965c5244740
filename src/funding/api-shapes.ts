import { z } from "@hono/zod-openapi";
import type { Reader } from "../foundation/database.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { decimalOf } from "../offers/price.ts";
import { Problem } from "../web/problem.ts";
import type { FundingRefusal } from "./changes.ts";
import type { DeliveryRefusal } from "./delivering.ts";
import {
  type FundingRequest,
  type FundingSheet,
  fundingKinds,
  fundingModes,
  fundingStates,
  type Party,
  type Promises,
  remainingOf,
} from "./funding.ts";
import type { News } from "./news.ts";
import { paysNow } from "./payment.ts";
import type { ProposalRefusal } from "./proposals.ts";
import { termsPaths } from "./terms.ts";
import { words } from "./words.ts";

const Amount = z.string().nullable();

export const FundingShape = z
  .object({
    id: z.string().describe("What its links say: /funding/7q4k, or /funding/elsewhere/ID for one of another instance."),
    state: z.enum(fundingStates),
    title: z.string(),
    kind: z.enum(fundingKinds),
    needs: z.array(z.string()),
    description: z.string(),
    language: z.string(),
    goal: z.object({
      mode: z.enum(fundingModes),
      minimum: Amount,
      optimum: Amount,
      participants: z.int().nullable(),
      currency: z.string(),
      period: z.string().nullable(),
    }),
    minimumPledge: Amount,
    maximumPledge: Amount,
    cap: Amount.describe("The most that is accepted altogether."),
    presets: z.array(z.string()),
    deadline: z.string().nullable().describe("A day, over at midnight in Paris, or an instant."),
    extension: z.string().nullable().describe("The later deadline that is announced, to be used once."),
    license: z.string().nullable(),
    beneficiaries: z.string().nullable(),
    territories: z.array(z.string()),
    helpWanted: z.string().nullable(),
    returns: z.string().nullable(),
    steward: z.string().nullable(),
    call: z.object({ to: z.enum(["everyone", "nobody", "some"]), hosts: z.array(z.string()).optional() }),
    poll: z.boolean().describe("Whether its account asks followers by a poll, which binds nobody."),
    requester: z.object({ name: z.string(), actor: z.string().nullable() }),
    total: z
      .string()
      .describe("What counts of the money that is promised; exact where it is at home, else as of `asOf`."),
    pledges: z.int().describe("How many promises of money make up the total."),
    participants: z.int().describe("How many different parties they are of."),
    remaining: Amount.describe("What is still missing from the minimum."),
    waiting: z.object({ pledges: z.int(), total: z.string() }).describe("Promises whose conditions do not hold yet."),
    help: z
      .object({ pledges: z.int(), hour: z.int(), day: z.int(), thing: z.int() })
      .describe("Help in kind, never converted to money."),
    confirmationsUntil: z.iso.datetime().nullable().describe("Until when those who promised are asked to confirm."),
    payment: z
      .string()
      .nullable()
      .describe("Where those who promised pay, outside of here; from the signing of the order on."),
    previous: z.string().nullable().describe("The actor of the failed request that this one tries anew."),
    news: z
      .array(
        z.object({
          kind: z.enum(["news", "closing", "outcome"]),
          text: z.string(),
          deliverable: z.string().nullable(),
          written: z.iso.datetime(),
        }),
      )
      .optional(),
    handle: z.string().nullable(),
    actor: z.string(),
    proposal: z.string(),
    url: z.string(),
    origin: z.string().describe("The instance that counts."),
    asOf: z.iso
      .datetime()
      .nullable()
      .describe("Of another instance: when it last said all of this; null here, where it is so at this moment."),
    created: z.iso.datetime(),
    opened: z.iso.datetime().nullable(),
    ended: z.iso.datetime().nullable(),
  })
  .openapi("FundingRequest");
export type FundingShape = z.infer<typeof FundingShape>;

/** What requests need of the rest of the site to be shown. */
export interface FundingAddresses {
  readonly origin: string;
  actorId(actor: { readonly id: string; readonly kind: "host" | "campaign" }): string;
  proposalId(request: string): string;
  /** The id of the host's actor. */
  findHostId(reader: Reader): Promise<string | null>;
  /** What is promised towards each of these requests; all that are asked for are there. */
  promisesOf(reader: Reader, requests: readonly string[]): Promise<ReadonlyMap<string, Promises>>;
}

/** What a request's own addresses are made with, and the host's. */
export type Shown = Pick<FundingAddresses, "origin" | "actorId" | "proposalId"> & { readonly host: string | null };

/** Who a party is on the wire: its actor's id, or nothing where it has none. */
export function actorOf({ kind, actor }: Party, { host }: Shown): string | null {
  return kind === "host" ? host : actor;
}

/** A request as scripts read it. */
export function showFunding(
  request: FundingRequest,
  promises: Promises,
  shown: Shown,
  news?: readonly News[],
): FundingShape {
  const { id, code, state, requester, handle, created, opened, ended, asked, previous } = request;
  return {
    ...{ id: code, handle, ...saidOf({ ...request, promises }) },
    requester: { name: requester.name, actor: actorOf(requester, shown) },
    confirmationsUntil: (state === "reached" && asked?.until.toISOString()) || null,
    payment: paysNow(request) ? request.payment : null,
    previous: previous === null ? null : shown.actorId({ id: previous, kind: "campaign" }),
    ...(news && { news: news.map(({ id: _, written, ...rest }) => ({ ...rest, written: written.toISOString() })) }),
    actor: shown.actorId({ id, kind: "campaign" }),
    proposal: shown.proposalId(id),
    ...{ url: `${shown.origin}/funding/${code}`, origin: shown.origin, asOf: null },
    ...{ created: created.toISOString(), opened: opened?.toISOString() ?? null, ended: ended?.toISOString() ?? null },
  };
}

/** A request of another instance, as that one last showed it. */
export interface FundingCopy extends FundingSheet {
  /** What our own pages call it. */
  readonly id: string;
  readonly origin: string;
  readonly confirmed: Date;
}

/** A request of another instance as scripts read it: with the date of all that it says. */
export function showCopy(copy: FundingCopy): FundingShape {
  const { id, handle, requester, confirmUntil, previous, actor, proposal, url, origin, confirmed, opened, ended } =
    copy;
  return {
    ...{ id, handle, ...saidOf(copy), requester: { name: requester.name, actor: requester.actor } },
    ...{ confirmationsUntil: confirmUntil?.toISOString() ?? null, payment: null, previous },
    ...{ actor, proposal, url, origin, asOf: confirmed.toISOString() },
    ...{ created: opened.toISOString(), opened: opened.toISOString(), ended: ended?.toISOString() ?? null },
  };
}

type Said = Pick<FundingSheet, "terms" | "content" | "promises" | "extended"> & Pick<FundingRequest, "state">;

/** What a request asks for and how far it is, wherever it is at home. */
function saidOf({ state, terms, content, promises, extended }: Said) {
  const { goal, kind, license, extension } = terms;
  const amount = (cents: number | null) => (cents === null ? null : decimalOf(cents, goal.currency));
  const { presets, call, ...words } = content;
  const { participants, pledges, waiting, help } = promises;
  return {
    ...{ state, kind, license, extension, participants, pledges, help, ...words },
    ...{ needs: [...words.needs], territories: [...words.territories] },
    goal: { ...goal, minimum: amount(goal.minimum), optimum: amount(goal.optimum) },
    ...{
      minimumPledge: amount(terms.minimumPledge),
      maximumPledge: amount(terms.maximumPledge),
      cap: amount(terms.cap),
    },
    presets: presets.map((preset) => decimalOf(preset, goal.currency)),
    deadline: extended === null ? terms.deadline : extension,
    call: call.to === "some" ? { to: call.to, hosts: [...call.hosts] } : { to: call.to },
    total: decimalOf(promises.total, goal.currency),
    remaining: amount(remainingOf(goal, promises)),
    waiting: { ...waiting, total: decimalOf(waiting.total, goal.currency) },
  };
}

type Refusal = FundingRefusal | DeliveryRefusal | ProposalRefusal;

/** The value of what was done; a refusal becomes the answer, beside the field where it is mended. */
export function orProblem<Value>(outcome: Outcome<Value, Refusal>): Value {
  if (outcome.done) return outcome.value;
  const { reason } = outcome;
  const sentence = words.en.refusals[reason];
  const path = paths[reason];
  if (path !== undefined)
    throw new Problem(422, reason, sentence, { errors: [{ path, reason: sentence, code: reason }] });
  throw new Problem(reason === "not-allowed" ? 403 : 409, reason, sentence);
}

const paths: Readonly<Record<string, string | undefined>> = {
  ...termsPaths,
  "deliverable-missing": "report.deliverable",
};
