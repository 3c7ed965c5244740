import { isDeepStrictEqual } from "node:util";
import { type AvailabilityState, availabilityStates } from "../../availability/availability.ts";
import { changeAvailability } from "../../availability/changes.ts";
import { findAvailability } from "../../availability/queries.ts";
import type { Transaction } from "../../foundation/database.ts";
import { fromChatonsCode } from "../../hosts/vocabularies.ts";
import { changeOffer, createOffer } from "../../offers/changes.ts";
import type { Offer } from "../../offers/offer.ts";
import { draftOf } from "../../services/draft.ts";
import type { ServiceContent } from "../../services/service.ts";

/** A draft of the offer that a new service could be, with what the service says of its places. */
export async function beginDraft(
  tx: Transaction,
  content: ServiceContent,
  { language, slug, now }: { readonly language: string; readonly slug: string | null; readonly now: Date },
): Promise<Offer | null> {
  const created = await createOffer(tx, draftOf(content, language), { now, ...(slug !== null && { slug }) });
  if (!created.done) return null;
  await say(tx, created.value.slug, content.load, now);
  return created.value;
}

/** What a service said, and what it says now. */
interface Change {
  readonly before: ServiceContent;
  readonly next: ServiceContent;
  readonly language: string;
  readonly now: Date;
}

/** A draft that nobody has touched follows its service; what the host has written or published is the host's. */
export async function refreshDraft(
  tx: Transaction,
  { id, slug, state, content }: Offer,
  { before, next, language, now }: Change,
): Promise<string | null> {
  if (state !== "draft") return null;
  if (isDeepStrictEqual(content, draftOf(before, language)))
    await changeOffer(tx, slug, draftOf(next, language), { now });
  const said = await findAvailability(tx, id);
  if (before.load !== next.load && (said?.state ?? null) === stateOf(before.load)) await say(tx, slug, next.load, now);
  return slug;
}

async function say(tx: Transaction, slug: string, load: ServiceContent["load"], now: Date): Promise<void> {
  const state = stateOf(load);
  if (state === null) return;
  const silence = { slots: null, capacity: null, nextOpening: null, waves: [], approval: null };
  const said = await changeAvailability(tx, slug, { ...silence, state, territory: null, message: null }, { now });
  if (!said.done) throw new Error(`the availability of the draft ${slug} was refused: ${said.reason}`);
}

function stateOf(load: ServiceContent["load"]): AvailabilityState | null {
  const code = load === null ? null : fromChatonsCode("availability", load.toUpperCase());
  return availabilityStates.find((state) => state === code) ?? null;
}
