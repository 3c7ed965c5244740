import { relationshipIri } from "../federation/addresses.ts";
import { ownAddresses } from "../federation/swarm/own-addresses.ts";
import { enterOwn, enterOwnHost, enterOwnOffer, type OwnAddresses } from "./catalogue/own.ts";
import { enterMissing } from "./catalogue/projection.ts";
import { settleTrust } from "./catalogue/trust.ts";
import { enterOwnVouches } from "./catalogue/vouching.ts";
import { listenTo, type SiteEvent } from "./events.ts";
import type { Database, Transaction } from "./foundation/database.ts";
import type { Listener } from "./foundation/outbox.ts";
import { enterOwnReviews } from "./reviews/changes.ts";
import { heedClaims } from "./reviews/keeping.ts";
import { findOwnActor } from "./reviews/queries.ts";

/** Our own host and offers enter the catalogue as they change, by the same door as everyone else's. */
export function catalogueListener(origin: string): Listener<SiteEvent> {
  const addresses = ownAddresses(origin);
  const [ofHost, ofOffers] = [
    ["host-set-up", "host-changed", "closing-announced", "closing-withdrawn"] as const,
    ["offer-published", "offer-changed", "offer-withdrawn", "availability-changed"] as const,
  ];
  return listenTo([...ofHost, ...ofOffers], (tx, event) =>
    "offer" in event ? enterOwnOffer(tx, addresses, event.offer, new Date()) : enterHost(tx, addresses, new Date()),
  );
}

/** What it claims may be what others speak of. */
async function enterHost(tx: Transaction, addresses: OwnAddresses, now: Date): Promise<void> {
  await enterOwnHost(tx, addresses, now);
  const own = await findOwnActor(tx);
  if (own !== null) await heedClaims(tx, own, now);
}

/** What was here before there was a catalogue, or before this version of it, enters at the start. */
export async function fillCatalogue(db: Database, origin: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const now = new Date();
    await enterOwn(tx, ownAddresses(origin), now);
    await enterOwnVouches(tx, (vouch) => relationshipIri(origin, vouch), now);
    await enterOwnReviews(tx, (review) => relationshipIri(origin, review), now);
    await settleTrust(tx, now);
  });
  await db.transaction().execute(enterMissing);
}
