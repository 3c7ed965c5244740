import { randomUUID } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Period } from "../offers/price.ts";
import { type Deed, lockFunding } from "./changes.ts";
import type { FundingProposalChanged } from "./events.ts";
import type { FundingRequest } from "./funding.ts";
import { roleOf, takesPledges } from "./life.ts";
import { partyOf } from "./parties.ts";
import {
  type FundingProposal,
  type ProposalContent,
  type ProposalState,
  StoredPartners,
  StoredSignedAnswer,
} from "./proposal.ts";

export type ProposalRefusal = "not-allowed" | "wrong-state" | "hosts-not-called" | "chosen-already" | "not-signed-now";

/** Answers a request with what the host would do. A message of another server, sent again, is the same answer. */
export async function makeProposal(
  tx: Transaction,
  code: string,
  content: ProposalContent,
  { by, now, source = null, site = null }: Answering,
): Promise<Outcome<FundingProposal, ProposalRefusal>> {
  const request = await lockFunding(tx, code);
  if (!takesPledges(request.state)) return refused("wrong-state");
  if (!(await isCalled(tx, request, { by, site }))) return refused("hosts-not-called");
  const id = randomUUID();
  const row = {
    ...columnsOf(content),
    id,
    request: request.id,
    party: by,
    state: "made",
    source,
    made: now,
    changed: now,
  };
  const { id: kept } = await tx
    .insertInto("fundingProposals")
    .values(row)
    .onConflict((conflict) => conflict.column("source").doUpdateSet({ source }))
    .returning("id")
    .executeTakeFirstOrThrow();
  if (kept === id) await announce(tx, request, id, now);
  return done(await needProposal(tx, request, kept));
}

/** What an answer says, as the database keeps it. */
export const columnsOf = ({ partners = null, joint = null, ...content }: ProposalContent) => ({
  ...content,
  partners: partners && JSON.stringify(partners),
  joint: joint && JSON.stringify(joint),
});

/** Who answers, and how it came. */
export interface Answering extends Deed {
  /** Under which id another server sent it. */
  readonly source?: string | null;
  /** The origin of the site of the host that answers: who asks it may have named any of its addresses. */
  readonly site?: string | null;
}

/** Whether the request asks this party for answers. */
async function isCalled(
  tx: Transaction,
  { content: { call } }: FundingRequest,
  { by, site }: { readonly by: string; readonly site: string | null },
): Promise<boolean> {
  if (call.to !== "some") return call.to === "everyone";
  const parties = tx.selectFrom("parties").select(["kind", "actor", "address"]);
  const row = await parties.where("id", "=", by).executeTakeFirst();
  const isOfSite = row?.kind === "host" || (row?.actor != null && URL.parse(row.actor)?.origin === site);
  if (isOfSite && site !== null && call.hosts.some((one) => URL.parse(one)?.origin === site)) return true;
  return [row?.actor, row?.address].some((one) => one != null && call.hosts.includes(one));
}

/** Puts another answer in the place of one of the same party, as long as answers are taken and none was chosen. */
export async function changeProposal(
  tx: Transaction,
  code: string,
  id: string,
  content: ProposalContent,
  { by, now }: Deed,
): Promise<Outcome<FundingProposal, ProposalRefusal>> {
  const request = await lockFunding(tx, code);
  const { party, state, partners } = await needProposal(tx, request, id);
  if (party.id !== by) return refused("not-allowed");
  // What several have signed is changed where they sign it.
  if (partners && !content.partners) return refused("wrong-state");
  if (state !== "made" || !takesPledges(request.state)) return refused("wrong-state");
  await tx
    .updateTable("fundingProposals")
    .set({ ...columnsOf(content), changed: now })
    .where("id", "=", id)
    .execute();
  await announce(tx, request, id, now);
  return done(await needProposal(tx, request, id));
}

/** Takes the answer that suits; one at a time, by who asks or signs. One that stands no more gives way. */
export async function chooseProposal(
  tx: Transaction,
  code: string,
  id: string,
  { by, now }: Deed,
): Promise<Outcome<FundingProposal, ProposalRefusal>> {
  const request = await lockFunding(tx, code);
  if (roleOf(request, by) === "other") return refused("not-allowed");
  const before = (await listProposals(tx, request, by)).find(({ state }) => state === "chosen");
  if (before !== undefined && before.broken === null) return refused("chosen-already");
  if ((await needProposal(tx, request, id)).broken !== null) return refused("not-signed-now");
  // The one that was chosen stands no more: another may take its place.
  if (before !== undefined)
    await tx.updateTable("fundingProposals").set({ state: "made" }).where("id", "=", before.id).execute();
  return settle(tx, request, id, "chosen", now);
}

/** Takes an answer back. */
export async function withdrawProposal(
  tx: Transaction,
  code: string,
  id: string,
  { by, now }: Deed,
): Promise<Outcome<FundingProposal, ProposalRefusal>> {
  const request = await lockFunding(tx, code);
  const { party } = await needProposal(tx, request, id);
  return party.id === by ? settle(tx, request, id, "withdrawn", now) : refused("not-allowed");
}

async function settle(
  tx: Transaction,
  request: FundingRequest,
  id: string,
  state: ProposalState,
  now: Date,
): Promise<Outcome<FundingProposal, ProposalRefusal>> {
  if ((await needProposal(tx, request, id)).state === "withdrawn") return refused("wrong-state");
  await tx.updateTable("fundingProposals").set({ state, changed: now }).where("id", "=", id).execute();
  await announce(tx, request, id, now);
  return done(await needProposal(tx, request, id));
}

/** Tells that something is another in an answer. */
export async function announce(
  tx: Transaction,
  { id: request }: FundingRequest,
  proposal: string,
  now: Date,
): Promise<void> {
  const happened = { id: randomUUID(), happened: now.toISOString() };
  const event: FundingProposalChanged = { ...happened, name: "funding-proposal-changed", request, proposal };
  await record(tx, event);
}

/** The answers to a request that a party may read: what is for everyone, what it wrote itself, and all of them for who asks or signs. */
export async function listProposals(
  reader: Reader,
  request: FundingRequest,
  reading: string | null,
): Promise<readonly FundingProposal[]> {
  const all = await proposalsOf(reader, request);
  const open = reading !== null && roleOf(request, reading) !== "other";
  return all.filter(({ visibility, party }) => open || visibility === "everyone" || party.id === reading);
}

/** One of the answers to a request, for itself. */
export async function needProposal(reader: Reader, request: FundingRequest, id: string): Promise<FundingProposal> {
  const found = (await proposalsOf(reader, request)).find((one) => one.id === id);
  if (found === undefined) throw new NotFound(`there is no proposal ${id}`);
  return found;
}

/** The answer that was made under such an id and not taken back; null where there is none. */
export async function findProposalFrom(
  reader: Reader,
  source: string,
): Promise<{ readonly id: string; readonly request: string } | null> {
  const row = await reader
    .selectFrom("fundingProposals")
    .innerJoin("fundingRequests", "fundingRequests.id", "fundingProposals.request")
    .select(["fundingProposals.id", "fundingRequests.code as request"])
    .where("source", "like", `${source}%`)
    .where("fundingProposals.state", "<>", "withdrawn")
    .executeTakeFirst();
  return row ?? null;
}

async function proposalsOf(reader: Reader, request: FundingRequest): Promise<readonly FundingProposal[]> {
  const rows = await reader
    .selectFrom("fundingProposals")
    .innerJoin("parties", "parties.id", "fundingProposals.party")
    .selectAll("fundingProposals")
    .select(["parties.id as partyId", "parties.kind as partyKind", "parties.actor", "parties.name", "parties.address"])
    .select("parties.erased")
    .where("request", "=", request.id)
    .orderBy("made")
    .orderBy("fundingProposals.id")
    .execute();
  return rows.map(({ partyId, partyKind, actor, name, address, erased, source: _, ...row }) => ({
    ...row,
    party: partyOf({ id: partyId, kind: partyKind, actor, name, address, erased }),
    state: row.state as ProposalState,
    visibility: row.visibility as ProposalContent["visibility"],
    amount: row.amount === null ? null : Number(row.amount),
    period: row.period as Period | null,
    partners: row.partners === null ? null : StoredPartners.parse(row.partners),
    joint: row.joint === null ? null : StoredSignedAnswer.parse(row.joint),
    ready: row.ready === null ? null : String(row.ready),
  }));
}
