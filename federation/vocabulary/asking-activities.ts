import { answersAsking, asks } from "./asking-result.ts";
import { activityStreams } from "./contexts.ts";
import { escapeHtml } from "./html.ts";

/** Who says something of it to whom. */
export interface AskingExchange {
  readonly id: string;
  readonly actor: string;
  readonly to: string;
}

type Document = Readonly<Record<string, unknown>>;

const write = ({ id, actor, to }: AskingExchange, type: string, rest: Document): Document => ({
  ...{ "@context": activityStreams, id, type, actor, to: [to] },
  ...rest,
});

const named = (id: string, subject: string, relationship: string, object: string) => ({
  ...{ id, type: "Relationship", attributedTo: subject, subject, relationship, object },
});

/** An association asks one of the hosts: what it asks stands at the address. */
export function writeAskingOffer(exchange: AskingExchange, document: string, published: Date): Document {
  const object = named(document, exchange.actor, asks, exchange.to);
  return write(exchange, "Offer", { target: exchange.to, published: published.toISOString(), object });
}

/** It takes that back. */
export function writeAskingUndo(exchange: AskingExchange, offer: string, document: string): Document {
  return write(exchange, "Undo", { object: { id: offer, type: "Offer", actor: exchange.actor, object: document } });
}

/** There is news of what it asks, or of what a host answers, to be fetched at its address; or nothing is left of it. */
export function writeAskingNews(exchange: AskingExchange, type: "Update" | "Delete", document: string): Document {
  const object =
    type === "Update"
      ? { id: document, type: "Relationship", attributedTo: exchange.actor }
      : { id: document, type: "Tombstone", formerType: "Relationship" };
  return write(exchange, type, { object });
}

/** A host says yes or no; all of what it says stands at the address of its answer. */
export function writeAskingYesOrNo(
  exchange: AskingExchange,
  offer: string,
  { yes, document, reason }: { readonly yes: boolean; readonly document: string; readonly reason: string | null },
): Document {
  const result = named(document, exchange.actor, answersAsking, exchange.to);
  const content = reason === null ? {} : { content: `<p>${escapeHtml(reason)}</p>` };
  return write(exchange, yes ? "Accept" : "Reject", { object: offer, ...content, result });
}

/** A host takes no more of them for today. */
export function writeAskingTooMany(exchange: AskingExchange, offer: string, reason: string): Document {
  return write(exchange, "Reject", { object: offer, content: `<p>${escapeHtml(reason)}</p>` });
}
