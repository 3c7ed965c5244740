import { z } from "zod";
import { activityStreams, everyone, namespace } from "./contexts.ts";
import { type Exchange, type Written, writeBetween } from "./exchange.ts";
import { escapeHtml, plainText } from "./html.ts";
import {
  changedRelationship,
  embedRelationship,
  endedRelationship,
  isOwn,
  isRelationship,
  relationshipShape,
} from "./relationship.ts";
import { instant, orNull } from "./shapes.ts";

/** A host signs something that several make together: one version of it, for as long as this stands at its address. */
export interface Stamp {
  readonly id: string;
  /** The actor of the host that signs. */
  readonly subject: string;
  /** The proposal that it signs. */
  readonly object: string;
  readonly version: string;
  /** Whether it takes in people for its part, and what it says of that. */
  readonly part: "open" | "closed";
  readonly note: string | null;
  readonly given: Date;
  readonly changed: Date;
}

const coProvides = `${namespace}coProvides`;
/** Between a joint offer and a signature under it. */
export const stampRel = coProvides;

const context = [
  activityStreams,
  { essaim: namespace, version: "essaim:version", availabilityState: "essaim:availabilityState" },
];

export const writeStamp = (stamp: Stamp) => ({ "@context": context, ...embedStamp(stamp) });

function embedStamp({ id, subject, object, version, part, note, given, changed }: Stamp) {
  return {
    ...embedRelationship({ id, subject, object }, coProvides),
    ...{ version, availabilityState: part },
    ...(note !== null && { content: `<p>${escapeHtml(note)}</p>` }),
    ...{ published: given.toISOString(), updated: changed.toISOString(), to: [everyone] },
  };
}

const Document = z
  .object({
    ...relationshipShape(coProvides),
    version: z.string().min(1).max(200),
    availabilityState: z.enum(["open", "closed"]).catch("open"),
    content: orNull(z.string().max(20_000)),
    published: instant,
    updated: orNull(instant),
  })
  .refine(isOwn)
  .transform(({ id, subject, object, version, availabilityState: part, content, published: given, updated }): Stamp => {
    const note = plainText(content ?? "", 500) || null;
    return { id, subject, object, version, part, note, given, changed: updated ?? given };
  });

/** A signature from its document; null when this is none. */
export function readStamp(document: unknown): Stamp | null {
  return Document.safeParse(document).data ?? null;
}

/** Whether an activity carries or names a signature, as far as what came along says. */
export function isStamp(object: unknown): boolean {
  return isRelationship(object, coProvides);
}

/** A host is asked to sign what stands at an address. */
export function writeInvite(act: Exchange, proposal: string, published: Date): Written {
  return writeBetween(act, "Invite", { object: proposal, target: act.to, published: published.toISOString() });
}

/** It signs; `invite` is the id of what asked. */
export function writeSigning(act: Exchange, invite: string, stamp: Stamp): Written {
  return writeBetween(act, "Accept", { object: invite, result: embedStamp(stamp) }, context);
}

/** It does not sign, and says why. */
export function writeDeclining(act: Exchange, invite: string, reason: string | null, language: string): Written {
  if (reason === null) return writeBetween(act, "Reject", { object: invite });
  const content = `<p>${escapeHtml(reason)}</p>`;
  return writeBetween(act, "Reject", { object: invite, content, contentMap: { [language]: content } });
}

/** There is news of a signature, to be fetched at its address; or it stands no more. */
export function writeStampNews(act: Exchange, type: "Update" | "Delete", stamp: string, object: string): Written {
  const named =
    type === "Update"
      ? { ...changedRelationship(stamp, act.actor), relationship: coProvides, object }
      : endedRelationship(stamp);
  return writeBetween(act, type, { object: named }, context);
}

const proposalContext = [activityStreams, { vf: "https://w3id.org/valueflows/ont/vf#", Proposal: "vf:Proposal" }];

/** What others were asked to sign now says something else, to be fetched at its address; or it is given up. */
export function writePaperNews(act: Exchange, type: "Update" | "Delete", proposal: string): Written {
  const named =
    type === "Update"
      ? { id: proposal, type: "Proposal", attributedTo: act.actor }
      : { id: proposal, type: "Tombstone", formerType: "Proposal" };
  return writeBetween(act, type, { object: named }, proposalContext);
}

/** What stands at the address of something that is not public yet: for those who are asked to sign it, with where its terms are. */
export function writeDraftProposal(draft: DraftProposal) {
  const { id, lead, name, terms, published, changed, partners } = draft;
  return {
    "@context": [
      activityStreams,
      {
        vf: "https://w3id.org/valueflows/ont/vf#",
        ...{ Proposal: "vf:Proposal", purpose: "vf:purpose", essaim: namespace },
      },
    ],
    ...{ id, type: "Proposal", purpose: "offer", attributedTo: lead, name },
    ...{ published: published.toISOString(), updated: changed.toISOString() },
    attachment: [{ type: "Link", rel: [termsRel], mediaType: "application/json", href: terms }],
    to: partners,
  };
}

export interface DraftProposal {
  readonly id: string;
  readonly lead: string;
  readonly name: string;
  /** Where its terms are. */
  readonly terms: string;
  readonly published: Date;
  readonly changed: Date;
  readonly partners: readonly string[];
}

/** From a proposal to the terms that are signed. */
export const termsRel = `${namespace}jointTerms`;
