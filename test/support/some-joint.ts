import type { Keys } from "../../federation/actors/keys.ts";
import type { Local, LocalOffer } from "../../federation/actors/local.ts";
import { offerDocument, proposalDocument } from "../../federation/actors/offer.ts";
import { offerSheet, proposalIri, termsIri } from "../../federation/addresses.ts";
import { writeTerms } from "../../federation/joint.ts";
import { writeOfferSheet } from "../../federation/swarm/sheets.ts";
import { writeDirectCreate } from "../../federation/vocabulary/activities.ts";
import {
  type Stamp,
  writeDeclining,
  writeDraftProposal,
  writeInvite,
  writePaperNews,
  writeSigning,
  writeStamp,
  writeStampNews,
} from "../../federation/vocabulary/stamp.ts";
import type { ListedJoint } from "../../src/catalogue/catalogue.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import type { JointPaper } from "../../src/joint/joint.ts";
import type { JointTerms } from "../../src/offers/joint-terms.ts";
import { versionOf } from "../../src/offers/substance.ts";

/** What is said between a lead and a partner, and what the lead shows, by the name of its example. */
export function jointExamples({ origin, now, local, offer, service, keys }: Saying): Readonly<Record<string, object>> {
  const lead = { actor: `${origin}/ap/actors/${local.host.id}`, name: "Hôte A", page: `${origin}/@hote_a` };
  const partner = {
    actor: "https://hote-b.example/ap/actors/1",
    name: "Hôte B",
    page: "https://hote-b.example/@hote_b",
  };
  const euros = (amount: number) => ({ amount, currency: "EUR", period: "year" as const });
  const terms: JointTerms = {
    ...{ text: null, invoicing: lead.actor, supportEntry: partner.actor, total: euros(6000) },
    parts: [
      { actor: lead.actor, roles: ["lead", "hosting"], share: euros(4000), does: "Le serveur et ses sauvegardes." },
      { actor: partner.actor, roles: ["training"], share: euros(2000), does: "Deux demi-journées de formation." },
    ],
    liability: "Chacun répond de sa part.",
    onLeaving: { mode: "shrink", words: "L’hébergement continue, la formation s’arrête." },
  };
  const { content } = offer.offer;
  const version = versionOf({ title: content.title, about: null, content, terms });
  const proposal = proposalIri(origin, offer.offer.id);
  const stamp: Stamp = {
    ...{ id: "https://hote-b.example/ap/relationships/7", subject: partner.actor, object: proposal, version },
    ...{ part: "open", note: null, given: now, changed: now },
  };
  const joint: ListedJoint = {
    ...{ version, state: "published", lead: lead.actor, terms, partners: [{ ...partner, stamp: stamp.id }] },
  };
  const together = { ...offer, joint };
  const paper = paperOf(offer, { version, terms, partner, now });
  const [ours, theirs] = [`${origin}/ap/activities/1`, "https://hote-b.example/ap/activities/2"];
  const asking = { id: ours, actor: lead.actor, to: partner.actor };
  const answering = { id: theirs, actor: partner.actor, to: lead.actor };
  return {
    "25-joint-actor": offerDocument(local, together, service, keys),
    "25b-joint-proposal": proposalDocument(local, together),
    "25c-joint-datasheet": writeOfferSheet(sheetOf(together, origin, lead.actor, now), offerSheet(origin, "nextcloud")),
    "25d-joint-draft": writeDraftProposal({
      ...{ id: proposal, lead: lead.actor, name: paper.title, terms: termsIri(origin, paper.id) },
      ...{ published: now, changed: now, partners: [partner.actor] },
    }),
    "25e-joint-terms": writeTerms(origin, paper, { lead, page: null, announcement: null }),
    "26-joint-invite": writeInvite(asking, proposal, now),
    "26b-joint-signed": writeSigning(answering, ours, stamp),
    "26c-joint-declined": writeDeclining(answering, ours, "Nous ne formons plus cette année.", "fr"),
    "26d-joint-signature": writeStamp(stamp),
    "26e-joint-signature-news": writeStampNews(answering, "Update", stamp.id, proposal),
    "26f-joint-left": writeStampNews(answering, "Delete", stamp.id, proposal),
    "26g-joint-another-version": writePaperNews(asking, "Update", proposal),
    "26h-joint-given-up": writePaperNews(asking, "Delete", proposal),
    "26i-joint-comment": writeDirectCreate(
      theirs,
      {
        ...{ id: "https://hote-b.example/ap/notes/3", author: partner.actor, content: "<p>Et la formation\u00a0?</p>" },
        ...{ language: "fr", published: now, to: { href: lead.actor, account: "hote_a@hote-a.example" } },
      },
      proposal,
    ),
  };
}

interface Saying {
  readonly origin: string;
  readonly now: Date;
  readonly local: Local;
  readonly offer: LocalOffer;
  readonly service: Handle;
  readonly keys: Keys;
}

function paperOf(
  { offer: { id, content } }: LocalOffer,
  {
    version,
    terms,
    partner,
    now,
  }: {
    version: string;
    terms: JointTerms;
    partner: Pick<JointPaper["partners"][number], "actor" | "name" | "page">;
    now: Date;
  },
): JointPaper {
  return {
    ...{ id, kind: "offer", state: "awaiting", offer: id, about: null, title: content.title, language: "fr", content },
    ...{ terms, version, inForce: null, reason: null, created: now, changed: now, asked: now, published: null },
    ...{ withdrawn: null, chosen: null },
    partners: [
      {
        ...{ ...partner, roles: ["training"], state: "invited", stamp: null, stampVersion: null, checked: null },
        ...{ part: "open", partNote: null, reason: null, changed: now },
      },
    ],
  };
}

function sheetOf({ offer, availability, joint }: LocalOffer, origin: string, host: string, now: Date) {
  const { id, handle, slug, content } = offer;
  return {
    ...{
      actor: `${origin}/ap/actors/${id}`,
      host,
      proposal: proposalIri(origin, id),
      handle,
      slug,
      content,
      availability,
    },
    ...{ url: `${origin}/offers/${slug}`, version: "1.1", published: now, changed: now, joint },
  };
}
