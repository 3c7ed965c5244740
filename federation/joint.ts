import type { Reader } from "../src/foundation/database.ts";
import { findHost } from "../src/hosts/queries.ts";
import type { JointPaper, Named } from "../src/joint/joint.ts";
import { findPaper, findStamp, type KeptStamp } from "../src/joint/queries.ts";
import { findSigned } from "../src/joint/versions.ts";
import { findOfferById } from "../src/offers/queries.ts";
import { listReceivedWith } from "../src/together/received.ts";
import {
  actorIri,
  actorPage,
  noteIri,
  offerPage,
  proposalIri,
  relationshipIri,
  signedIri,
  termsIri,
} from "./addresses.ts";
import { originOf } from "./guard/origins.ts";
import type { Reach } from "./reach.ts";
import { type Asker, gone, here, type Served } from "./served.ts";
import { decimalsOf, decimalsWithin } from "./vocabulary/datasheet.ts";
import { type Stamp, writeDraftProposal, writeStamp } from "./vocabulary/stamp.ts";

/** The address of our own host, as those read it with whom it signs; null before the set-up. */
export async function ownHostIri(reader: Reader, { origin }: Pick<Reach, "origin">): Promise<string | null> {
  const host = await findHost(reader);
  return host && actorIri(origin, { id: host.id, kind: "host" });
}

/** A signature of our host: everybody who knows its address may check it. */
export async function stampAt(reader: Reader, reach: Reach, id: string): Promise<Served | null> {
  const kept = await findStamp(reader, id);
  const own = kept && (await ownHostIri(reader, reach));
  if (kept === null || own === null) return null;
  const stamp = stampOf(reach.origin, own, kept);
  return kept.withdrawn ? gone(stamp.id, "Relationship", kept.withdrawn) : here(stamp.id, writeStamp(stamp));
}

/** A signature of our host, as others read it. */
export function stampOf(
  origin: string,
  own: string,
  { id, proposal, version, part, partNote, given, changed }: KeptStamp,
): Stamp {
  return {
    ...{ id: relationshipIri(origin, id), subject: own, object: proposal, version, part, note: partNote },
    ...{ given, changed },
  };
}

/** What our host leads, for those who are asked to sign it and for nobody else: a draft, or what is given up. */
export async function draftAt(reader: Reader, reach: Reach, id: string, asker: Asker): Promise<Served | null> {
  const [found, address] = [await findForPartner(reader, id, asker), proposalIri(reach.origin, id)];
  if (found === null) return null;
  const { paper, origin } = found;
  if (paper.state === "withdrawn")
    return { ...gone(address, "Proposal", paper.withdrawn ?? paper.changed), for: origin };
  const own = await ownHostIri(reader, reach);
  if (own === null) return null;
  const draft = {
    ...{ id: address, lead: own, name: paper.title, terms: termsIri(reach.origin, id) },
    ...{ published: paper.created, changed: paper.changed, partners: paper.partners.map(({ actor }) => actor) },
  };
  return sealedFor(origin, here(address, writeDraftProposal(draft)));
}

/** The terms that are signed, for those who sign them and for nobody else. */
export async function termsAt(reader: Reader, reach: Reach, id: string, asker: Asker): Promise<Served | null> {
  const found = await findForPartner(reader, id, asker);
  const lead = found && (await findLead(reader, reach));
  if (found === null || lead === null || found.paper.state === "withdrawn") return null;
  const address = termsIri(reach.origin, id);
  return sealedFor(found.origin, here(address, await termsOf(reader, reach, found.paper, lead)));
}

/** What all have signed, for the sites of the associations that it is for and for nobody else. */
export async function signedAt(reader: Reader, reach: Reach, id: string, asker: Asker): Promise<Served | null> {
  const [paper, origin, lead] = [await findPaper(reader, id), await asker(), await findLead(reader, reach)];
  if (paper === null || origin === null || lead === null) return null;
  const asked = await listReceivedWith(reader, id);
  if (!asked.some(({ document }) => originOf(document) === origin)) return null;
  const address = signedIri(reach.origin, id);
  if (paper.state === "withdrawn")
    return { ...gone(address, "Proposal", paper.withdrawn ?? paper.changed), for: origin };
  const { inForce } = paper;
  if (inForce === null) return null;
  const kept = await findSigned(reader, { paper: id }, inForce.version);
  const partners = inForce.partners.map((one) => ({ ...one, state: "accepted" }));
  const signed = { ...paper, content: kept?.content ?? paper.content, version: inForce.version, terms: inForce.terms };
  const document = { ...(await termsOf(reader, reach, signed, lead)), id: address, partners };
  return sealedFor(origin, here(address, document));
}

async function findLead(reader: Reader, { origin }: Reach): Promise<Named | null> {
  const host = await findHost(reader);
  if (host === null) return null;
  const actor = actorIri(origin, { id: host.id, kind: "host" });
  return { actor, name: host.profile.name, page: actorPage(origin, host.handle) };
}

const sealedFor = (origin: string, served: Served | null): Served | null => served && { ...served, for: origin };

/** For whoever is none of its partners, a paper is looked for as long as one that is not there. */
async function findForPartner(reader: Reader, id: string, asker: Asker) {
  const origin = await asker();
  if (origin === null) return null;
  const partners = await reader.selectFrom("jointPartners").select("actor").where("paper", "=", id).execute();
  if (!partners.some(({ actor }) => originOf(actor) === origin)) return null;
  const paper = await findPaper(reader, id);
  return paper === null || paper.state === "draft" ? null : { paper, origin };
}

/** The Note in which the offer's account told of it. */
async function findAnnouncement(reader: Reader, origin: string, offer: string): Promise<string | null> {
  const row = await reader
    .selectFrom("notes")
    .select("id")
    .where("actor", "=", offer)
    .where("kind", "=", "announcement")
    .where("deleted", "is", null)
    .orderBy("published")
    .executeTakeFirst();
  return row ? noteIri(origin, row.id) : null;
}

async function termsOf(reader: Reader, { origin }: Reach, paper: JointPaper, lead: Named): Promise<object> {
  const offer = paper.offer === null ? null : await findOfferById(reader, paper.offer);
  const page = offer?.state === "published" ? offerPage(origin, offer.slug) : null;
  return writeTerms(origin, paper, { lead, page, announcement: await findAnnouncement(reader, origin, paper.id) });
}

/** The JSON of the terms, as those read it who sign them. */
export function writeTerms(
  origin: string,
  { id, kind, state, about, title, language, version, inForce, terms, content, partners, chosen }: JointPaper,
  more: { readonly lead: Named; readonly page: string | null; readonly announcement: string | null },
): object {
  const asked = partners.map(({ actor, name, page, state: standing, stamp }) => {
    return { actor, name, page, state: standing, stamp };
  });
  return {
    ...{ id: termsIri(origin, id), proposal: proposalIri(origin, id), kind, state, title, language, about, ...more },
    ...{ version, inForce: inForce?.version ?? null, partners: asked, terms: decimalsWithin(terms) },
    ...(content !== null && { offer: decimalsOf(content) }),
    ...(chosen !== null && { chosen: chosen.toISOString() }),
  };
}
