import { activityStreams } from "./contexts.ts";

/** Who says something to whom, and nobody else, under which id. */
export interface Exchange {
  readonly id: string;
  readonly actor: string;
  readonly to: string;
}

/** JSON as it goes over the wire. */
export type Written = Readonly<Record<string, unknown>>;

/** What is said between two. */
export function writeBetween(
  { id, actor, to }: Exchange,
  type: string,
  rest: Written,
  context: unknown = activityStreams,
): Written {
  return { ...{ "@context": context, id, type, actor, to: [to] }, ...rest };
}

/** Whoever offered something takes it back; it names what was offered, whichever of the two came. */
export function writeOfferUndo(exchange: Exchange, offer: string, offered: string, context?: unknown): Written {
  const object = { id: offer, type: "Offer", actor: exchange.actor, object: offered };
  return writeBetween(exchange, "Undo", { object }, context);
}
