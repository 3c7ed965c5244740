import type { Reader } from "../src/foundation/database.ts";
import { findFunding } from "../src/funding/queries.ts";
import { findHandle, findHandleById, type Handle, instanceName } from "../src/hosts/handles.ts";
import { findOffer, findOfferById } from "../src/offers/queries.ts";
import { findAgreement } from "../src/pledges/agreements.ts";
import { findSentPledge } from "../src/sent-pledges/queries.ts";
import { requestProposalDocument } from "./actors/campaign.ts";
import { findCampaign } from "./actors/campaigns.ts";
import { actorDocument } from "./actors/documents.ts";
import { findLocal, type Local } from "./actors/local.ts";
import { proposalDocument } from "./actors/offer.ts";
import {
  activityIri,
  actorIri,
  agreementIri,
  noteIri,
  proposalIri,
  readAnswerPath,
  readLocal,
  readPaperPath,
} from "./addresses.ts";
import { standingOf } from "./agreements.ts";
import { findAnswer, noteOfAnswer } from "./answers.ts";
import { draftAt, signedAt, termsAt } from "./joint.ts";
import { noteOf } from "./notes.ts";
import { questionOf } from "./polls.ts";
import type { Reach } from "./reach.ts";
import { findRelationship } from "./relationships.ts";
import { sentAnswerAt, sentSheetAt } from "./sent-answers.ts";
import { promiseDocument } from "./sent-pledges.ts";
import { type Asker, gone, here, type Served } from "./served.ts";
import { writeAccepted } from "./vocabulary/agreement.ts";
import { writeNote } from "./vocabulary/note.ts";
import { writeQuestion } from "./vocabulary/question.ts";

/** Finds the document at a path: an actor, a proposal, a note or a public activity; null when there is nothing for others, or for whoever asks. */
export async function findDocument(
  reader: Reader,
  reach: Reach,
  path: string,
  asker: Asker = nobody,
): Promise<Served | null> {
  const page = await findByPage(reader, path);
  if (page) return page.kind === "note" ? noteAt(reader, reach, page.id) : actorAt(reader, reach, page.handle);
  const paper = readPaperPath(path);
  if (paper !== null) return (paper.part === "terms" ? termsAt : signedAt)(reader, reach, paper.id, asker);
  const answer = readAnswerPath(path);
  if (answer !== null) return sentSheetAt(reader, reach, answer, asker);
  const local = readLocal(reach.origin, `${reach.origin}${path}`);
  switch (local?.thing) {
    case undefined:
      return null;
    case "instance":
      return actorAt(reader, reach, await findHandle(reader, instanceName));
    case "actor":
      return actorAt(reader, reach, await findOther(reader, local.id));
    case "proposal":
      return (
        (await proposalAt(reader, reach, local.id)) ??
        (await sentAnswerAt(reader, reach, local.id, asker)) ??
        draftAt(reader, reach, local.id, asker)
      );
    case "note":
      return noteAt(reader, reach, local.id);
    case "relationship":
      return findRelationship(reader, reach, local.id, asker);
    case "agreement":
      return agreementAt(reader, reach, local.id);
    case "activity":
      return activityAt(reader, reach, local.id);
  }
}

const nobody: Asker = async () => null;

/** The instance has an address of its own. */
async function findOther(reader: Reader, id: string): Promise<Handle | null> {
  const handle = await findHandleById(reader, id);
  return handle?.kind === "instance" ? null : handle;
}

type Page = { readonly kind: "actor"; readonly handle: Handle | null } | { readonly kind: "note"; readonly id: string };

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const notePath = new RegExp(`^/@[a-z0-9_]+/(${uuid})$`);

/** The pages for people that are also an actor or a note to machines. */
async function findByPage(reader: Reader, path: string): Promise<Page | null> {
  const [, note] = notePath.exec(path) ?? [];
  if (note !== undefined) return { kind: "note", id: note };
  const [, name] = /^\/@([a-z0-9_]{1,30})$/i.exec(path) ?? [];
  if (name !== undefined) return { kind: "actor", handle: await findHandle(reader, name.toLowerCase()) };
  const [, code] = /^\/funding\/([a-z0-9]{4,8})$/i.exec(path) ?? [];
  if (code !== undefined) return findByCode(reader, code);
  const [, slug] = /^\/offers\/([a-z0-9-]{1,80})$/.exec(path) ?? [];
  if (slug === undefined) return null;
  const offer = await findOffer(reader, slug);
  return { kind: "actor", handle: offer && (await findHandleById(reader, offer.id)) };
}

/** A draft has no account yet. */
async function findByCode(reader: Reader, code: string): Promise<Page> {
  const request = await findFunding(reader, code);
  return { kind: "actor", handle: request && (await findHandleById(reader, request.id)) };
}

async function actorAt(reader: Reader, reach: Reach, handle: Handle | null): Promise<Served | null> {
  if (handle === null) return null;
  const id = actorIri(reach.origin, handle);
  if (handle.gone) return gone(id, "Service", handle.gone);
  const local = await findLocal(reader, reach, new Date());
  return local && here(id, await actorDocument(reader, reach, local, handle));
}

/** The proposal of an offer, or of a funding request: of the same id as its account. */
async function proposalAt(reader: Reader, reach: Reach, of: string): Promise<Served | null> {
  const id = proposalIri(reach.origin, of);
  const found = await findOfferById(reader, of);
  if (found?.state === "withdrawn") return gone(id, "Proposal", found.withdrawn ?? found.changed);
  const local: Local | null = await findLocal(reader, reach, new Date());
  if (local === null) return null;
  const published = local.offers.find((one) => one.offer.id === of);
  if (published) return here(id, proposalDocument(local, published));
  const campaign = await findCampaign(reader, local, of);
  return campaign && here(id, requestProposalDocument(local, campaign));
}

async function noteAt(reader: Reader, reach: Reach, note: string): Promise<Served | null> {
  const row = await reader.selectFrom("notes").selectAll().where("id", "=", note).executeTakeFirst();
  if (!row) return answerAt(reader, reach, note);
  const author = await findHandleById(reader, row.actor);
  if (!author) return null;
  const id = noteIri(reach.origin, note);
  if (row.deleted ?? author.gone) return gone(id, "Note", row.deleted ?? author.gone ?? row.published);
  const question = await questionOf(reader, reach.origin, author, row);
  return here(id, question ? writeQuestion(question) : writeNote(noteOf(reach.origin, author, row)));
}

/** What we answered in the open. Of what is between two nobody is told even that it was: those two have it. */
async function answerAt(reader: Reader, reach: Reach, note: string): Promise<Served | null> {
  const answer = await findAnswer(reader, note);
  const by = answer && (await findHandleById(reader, answer.actor));
  if (!answer || !by || answer.visibility === "direct") return null;
  const deleted = answer.deleted ?? by.gone;
  if (deleted !== null) return gone(noteIri(reach.origin, note), "Note", deleted);
  return here(noteIri(reach.origin, note), writeNote(noteOfAnswer(reach.origin, by, answer)));
}

/** A promise between two instances: of somebody here, or accepted here. Whoever knows its address may read it, and nobody else. */
async function agreementAt(reader: Reader, { origin }: Reach, id: string): Promise<Served | null> {
  const address = agreementIri(origin, id);
  const sent = await findSentPledge(reader, id);
  if (sent?.withdrawn) return gone(address, "Agreement", sent.withdrawn);
  if (sent !== null) return here(address, await promiseDocument(reader, origin, sent));
  const agreement = await findAgreement(reader, id);
  const standing = agreement && (await standingOf(reader, origin, agreement));
  if (standing === null) return null;
  return standing.kind === "ended"
    ? gone(address, "Agreement", standing.ended)
    : here(address, writeAccepted(standing.agreement, standing.details));
}

async function activityAt(reader: Reader, reach: Reach, id: string): Promise<Served | null> {
  const row = await reader
    .selectFrom("outgoing")
    .select("body")
    .where("id", "=", id)
    .where("public", "=", true)
    .executeTakeFirst();
  return row ? { status: 200, body: row.body, id: activityIri(reach.origin, id), for: null } : null;
}
