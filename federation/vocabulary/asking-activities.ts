import { answersAsking, asks } from "./asking-result.ts";
import { type Exchange, type Written, writeBetween, writeOfferUndo } from "./exchange.ts";
import { escapeHtml } from "./html.ts";
import { changedRelationship, embedRelationship, endedRelationship } from "./relationship.ts";

/** An association asks one of the hosts: what it asks stands at the address. */
export function writeAskingOffer(exchange: Exchange, document: string, published: Date): Written {
  const object = embedRelationship({ id: document, subject: exchange.actor, object: exchange.to }, asks);
  return writeBetween(exchange, "Offer", { target: exchange.to, published: published.toISOString(), object });
}

/** It takes that back. */
export function writeAskingUndo(exchange: Exchange, offer: string, document: string): Written {
  return writeOfferUndo(exchange, offer, document);
}

/** There is news of what it asks, or of what a host answers, to be fetched at its address; or nothing is left of it. */
export function writeAskingNews(exchange: Exchange, type: "Update" | "Delete", document: string): Written {
  const object = type === "Update" ? changedRelationship(document, exchange.actor) : endedRelationship(document);
  return writeBetween(exchange, type, { object });
}

/** A host says yes or no; all of what it says stands at the address of its answer. */
export function writeAskingYesOrNo(
  exchange: Exchange,
  offer: string,
  { yes, document, reason }: { readonly yes: boolean; readonly document: string; readonly reason: string | null },
): Written {
  const result = embedRelationship({ id: document, subject: exchange.actor, object: exchange.to }, answersAsking);
  const content = reason === null ? {} : { content: `<p>${escapeHtml(reason)}</p>` };
  return writeBetween(exchange, yes ? "Accept" : "Reject", { object: offer, ...content, result });
}

/** A host takes no more of them for today. */
export function writeAskingTooMany(exchange: Exchange, offer: string, reason: string): Written {
  return writeBetween(exchange, "Reject", { object: offer, content: `<p>${escapeHtml(reason)}</p>` });
}
