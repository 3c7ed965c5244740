import { spread } from "../../src/catalogue/tidings.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import { findHandle, findHandleById, intakeName } from "../../src/hosts/handles.ts";
import { hostHandle, hostIri, type LocalOffer } from "../actors/local.ts";
import { latestOf } from "../actors/offer.ts";
import { proposalIri } from "../addresses.ts";
import { writeActorDelete } from "../vocabulary/activities.ts";
import { namedPartners } from "./joint-aloud.ts";
import { sayNews, sayState, unsay } from "./saying.ts";
import { boost, say, showActor, type Telling } from "./telling.ts";
import { availabilityState, flipNews, hostState, offerNews, offerState } from "./texts.ts";

/** There is a new offer: its account says so, the host passes it on, and peers read its proposal. */
export async function tellPublished(telling: Telling, offer: string): Promise<void> {
  const found = await findPublished(telling, offer);
  if (found === null) return;
  const { handle, published } = found;
  await sayState(telling, handle, offerState(telling.local, published));
  const named = await namedPartners(telling, published);
  const note = await sayNews(telling, handle, "announcement", offerNews(telling.local, published, named));
  await boost(telling, hostHandle(telling.local), note);
  await spreadOffer(telling, offer);
  await tellStates(telling);
}

/** An offer says something else than before: one update, not a storm. */
export async function tellChanged(telling: Telling, offer: string): Promise<void> {
  const found = await findPublished(telling, offer);
  if (found === null) return;
  await showActor(telling, found.handle);
  await sayState(telling, found.handle, offerState(telling.local, found.published));
  await tellStates(telling);
}

/** Someone can get in, or cannot any more: the availability's account says so aloud, and the host passes it on. */
export async function tellFlip(telling: Telling, offer: string): Promise<void> {
  const { availability } = telling.local;
  const found = await findPublished(telling, offer);
  if (found === null || availability === null) return;
  const note = await sayNews(telling, availability, "flip", flipNews(telling.local, found.published));
  await boost(telling, hostHandle(telling.local), note);
}

/** What an offer's availability is now, shown by all whom it concerns. */
export async function tellAvailability(telling: Telling, offer: string): Promise<void> {
  const found = await findPublished(telling, offer);
  if (found === null) return;
  const { handle, published } = found;
  const { availability } = telling.local;
  await sayState(telling, handle, offerState(telling.local, published));
  await tellStates(telling);
  await showActor(telling, handle);
  if (availability) await showActor(telling, availability);
}

/** An offer is no longer made: its account takes its leave, and with it all that it said. */
export async function tellWithdrawn(telling: Telling, offer: string): Promise<void> {
  const handle = await findHandleById(telling.tx, offer);
  if (handle === null) return;
  await say(telling, handle, "delete", writeActorDelete);
  await unsay(telling, offer);
  await telling.tx.deleteFrom("followers").where("actor", "=", offer).execute();
  await spreadOffer(telling, offer);
  await tellStates(telling);
}

/** The host shows itself otherwise; those named after it too, where that is so. */
export async function tellHost(telling: Telling): Promise<void> {
  const { local, tx } = telling;
  await showActor(telling, hostHandle(local));
  await tellStates(telling);
  await showActor(telling, local.instance);
  if (local.availability) await showActor(telling, local.availability);
  const intake = await findHandle(tx, intakeName);
  if (intake) await showActor(telling, intake);
  for (const { offer } of local.offers) {
    const handle = await findHandleById(tx, offer.id);
    if (handle) await showActor(telling, handle);
  }
}

/** Other instances are told an address only: what stands there, they fetch from us. */
export async function spreadOffer({ tx, reach, local, happened }: Telling, offer: string): Promise<void> {
  const published = local.offers.find((one) => one.offer.id === offer);
  const changed = published ? latestOf(published) : happened;
  await spread(tx, { kind: "changed", address: proposalIri(reach.origin, offer), changed }, new Date());
}

/** The same of what the host says of itself. */
export async function spreadHost({ tx, local }: Telling): Promise<void> {
  await spread(tx, { kind: "changed", address: hostIri(local), changed: local.host.changed }, new Date());
}

async function tellStates(telling: Telling): Promise<void> {
  const { local } = telling;
  await sayState(telling, hostHandle(local), hostState(local, local.availability));
  if (local.availability) await sayState(telling, local.availability, availabilityState(local));
}

async function findPublished(
  { tx, local }: Telling,
  id: string,
): Promise<{ readonly handle: Handle; readonly published: LocalOffer } | null> {
  const published = local.offers.find(({ offer }) => offer.id === id);
  const handle = published ? await findHandleById(tx, id) : null;
  return published && handle ? { handle, published } : null;
}
