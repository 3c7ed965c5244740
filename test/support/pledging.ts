import { randomUUID } from "node:crypto";
import { z } from "zod";
import { actorIri, proposalIri } from "../../federation/addresses.ts";
import type { FundingRequest } from "../../src/funding/funding.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { listPledges } from "../../src/pledges/queries.ts";
import { tallyFor } from "../../src/pledges/tallies.ts";
import { sentBy } from "./federated.ts";
import { someFunding } from "./funding.ts";
import { act, type Json, type Receiving } from "./receiving.ts";

/** A measure as FEP-0837 has it. */
export const measure = (value: unknown, unit: unknown = "one") => ({
  ...{ type: "om2:Measure", hasUnit: unit, hasNumericalValue: value },
});

/** A request of this site that other servers promise towards, with the addresses they use. */
export async function openRequest(site: Receiving, more: object = {}, opened = new Date()) {
  const request = await someFunding(site.db, opened, more);
  const campaign = actorIri(site.origin, { id: request.id, kind: "campaign" });
  return { request, campaign, proposal: proposalIri(site.origin, request.id) };
}

export type OpenRequest = Awaited<ReturnType<typeof openRequest>>;

/** An agreement as its maker shows it at its own address. */
export function agreementBy(
  actor: string,
  { proposal }: Pick<OpenRequest, "proposal">,
  amount: unknown,
  more: Json = {},
) {
  return {
    id: `${new URL(actor).origin}/agreements/${randomUUID()}`,
    ...{ type: "Agreement", attributedTo: actor },
    stipulates: { type: "Commitment", satisfies: `${proposal}#primary`, resourceQuantity: measure(amount) },
    ...more,
  };
}

/** An Offer of it. */
export const offerOf = (actor: string, { campaign }: Pick<OpenRequest, "campaign">, agreement: Json, more: Json = {}) =>
  act("Offer", actor, agreement, { to: [campaign], ...more });

/** It is taken back, as our own instances say it. */
export const undoOf = (actor: string, { campaign }: Pick<OpenRequest, "campaign">, offer: Json, agreement: unknown) =>
  act("Undo", actor, { id: offer["id"], type: "Offer", actor, object: agreement }, { to: [campaign] });

/** What the site has answered since, the first first. */
export async function answersOf(site: Receiving) {
  const sent = (await sentBy(site.db)).map(({ document }) => document as Record<string, unknown>);
  return sent.filter(({ type }) => type === "Accept" || type === "Reject");
}

/** Where the agreement stands that was accepted first. */
export async function acceptedAt(site: Receiving): Promise<string> {
  const accepted = (await answersOf(site)).find(({ type }) => type === "Accept");
  return z.object({ id: z.string() }).parse(accepted?.["result"]).id;
}

export async function standing({ db }: Pick<Receiving, "db">, { id }: Pick<FundingRequest, "id">) {
  const request = await findFundingById(db, id);
  if (request === null) throw new Error("the request is gone");
  const { total, participants, pledges, help } = await tallyFor(db, id);
  return { total, participants, pledges, help, listed: await listPledges(db, request), state: request.state };
}
