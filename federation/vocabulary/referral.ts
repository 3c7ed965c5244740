import { z } from "zod";
import { activityStreams, namespace } from "./contexts.ts";
import { type Exchange, type Written, writeBetween, writeOfferUndo } from "./exchange.ts";
import { oneLine, paragraphs } from "./html.ts";
import {
  changedRelationship,
  embedRelationship,
  endedRelationship,
  isOwn,
  isRelationship,
  relationshipShape,
} from "./relationship.ts";
import { address, instant, orNull } from "./shapes.ts";

/** A host points somebody at another: a `Relationship` between the two, at the address of the one who points. */
export interface ReferralDocument {
  readonly id: string;
  /** The actor of the host who points. */
  readonly by: string;
  /** The proposal, or the host, that it points to. */
  readonly about: string;
  /** One sentence without anything personal, as plain text. */
  readonly need: string;
  readonly language: string;
  /** The page with what is handed on, as soon as somebody agreed. */
  readonly page: string | null;
  readonly handing: (typeof handings)[number];
  readonly asked: Date;
  readonly expires: Date;
}

const handings = ["none", "asked", "agreed", "refused"] as const;
const [refers, takes] = [`${namespace}refers`, `${namespace}takes`];

/** What we add at the addresses; in activities there is nothing of our own. */
const detailContext = [activityStreams, { essaim: namespace, handing: "essaim:handing", standing: "essaim:standing" }];

function embedReferral({ id, by, about, need, language, page, asked, expires }: ReferralDocument) {
  const content = paragraphs(need);
  return {
    ...embedRelationship({ id, subject: by, object: about }, refers),
    ...{ content, contentMap: { [language]: content } },
    ...(page !== null && { url: page }),
    ...{ published: asked.toISOString(), endTime: expires.toISOString() },
  };
}

/** At its address, for the host alone that it points to. */
export function writeReferral(referral: ReferralDocument, to: string) {
  return { "@context": detailContext, ...embedReferral(referral), handing: referral.handing, to: [to] };
}

/** A host takes somebody on, or gave them a place: what it says of that at its own address. */
export interface TakenDocument {
  readonly id: string;
  /** The actor of the host who takes. */
  readonly by: string;
  /** The actor of the host who pointed. */
  readonly from: string;
  /** The address of the referral. */
  readonly referral: string;
  readonly standing: "taken" | "placed";
  readonly answered: Date;
}

function embedTaken({ id, by, from, referral, answered }: TakenDocument) {
  return {
    ...embedRelationship({ id, subject: by, object: from }, takes),
    ...{ context: referral, published: answered.toISOString() },
  };
}

export function writeTaken(taken: TakenDocument) {
  return { "@context": detailContext, ...embedTaken(taken), standing: taken.standing, to: [taken.from] };
}

/** One host points somebody at another. */
export function writeReferralOffer(exchange: Exchange, referral: ReferralDocument): Written {
  return writeBetween(exchange, "Offer", { target: exchange.to, object: embedReferral(referral) });
}

/** It is taken on, perhaps with a word; `offer` is the id of what was offered. */
export function writeReferralAcceptance(
  exchange: Exchange,
  offer: string,
  { taken, said, language }: { readonly taken: TakenDocument; readonly said: string | null; readonly language: string },
): Written {
  return writeBetween(exchange, "Accept", { object: offer, result: embedTaken(taken), ...wordsOf(said, language) });
}

/** It is declined, with the reason. */
export function writeReferralRefusal(exchange: Exchange, offer: string, said: string, language: string): Written {
  return writeBetween(exchange, "Reject", { object: offer, ...wordsOf(said, language) });
}

function wordsOf(said: string | null, language: string): Written {
  const content = said === null ? "" : paragraphs(said);
  return content === "" ? {} : { content, contentMap: { [language]: content } };
}

/** Nobody is pointed there any more. */
export function writeReferralUndo(exchange: Exchange, offer: string, referral: string): Written {
  return writeOfferUndo(exchange, offer, referral);
}

/** There is news of what one says of it at one's own address, or it is no more. */
export function writeReferralNews(exchange: Exchange, type: "Update" | "Delete", id: string): Written {
  const object = type === "Update" ? changedRelationship(id, exchange.actor) : endedRelationship(id);
  return writeBetween(exchange, type, { object });
}

const longestText = 500;

const Shape = z
  .object({
    ...relationshipShape(refers),
    content: orNull(z.string().max(20_000)),
    url: orNull(address).catch(null),
    published: orNull(instant).catch(null),
    endTime: orNull(instant).catch(null),
    handing: z.enum(handings).catch("none"),
  })
  .refine(isOwn);

/** A referral as somebody else wrote it. */
export type ReadReferral = Omit<ReferralDocument, "asked" | "expires" | "language"> & {
  readonly asked: Date | null;
  readonly expires: Date | null;
};

/** A referral from its document or out of an activity; null when this is none. */
export function readReferral(document: unknown): ReadReferral | null {
  const { data } = Shape.safeParse(document);
  if (data === undefined) return null;
  const { id, subject: by, object: about, content, url: page, handing, published: asked, endTime: expires } = data;
  return { id, by, about, need: oneLine(content ?? "", longestText), page, handing, asked, expires };
}

const Taken = z
  .object({
    ...relationshipShape(takes),
    context: address,
    published: orNull(instant).catch(null),
    standing: z.enum(["taken", "placed"]).catch("taken"),
  })
  .refine(isOwn);

/** That a host takes somebody on, as it wrote it; null when this is nothing of the kind. */
export function readTaken(document: unknown): Omit<TakenDocument, "answered"> | null {
  const { data } = Taken.safeParse(document);
  if (data === undefined) return null;
  const { id, subject: by, object: from, context: referral, standing } = data;
  return { id, by, from, referral, standing };
}

/** Whether something says that it is a referral, however well. */
export function isReferral(json: unknown): boolean {
  return isRelationship(json, refers);
}
