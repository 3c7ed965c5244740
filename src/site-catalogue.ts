import { relationshipIri } from "../federation/addresses.ts";
import { ownAddresses } from "../federation/swarm/own-addresses.ts";
import { enterOwn, enterOwnHost, enterOwnOffer } from "./catalogue/own.ts";
import { enterMissing } from "./catalogue/projection.ts";
import { settleTrust } from "./catalogue/trust.ts";
import { enterOwnVouches } from "./catalogue/vouching.ts";
import { listenTo, type SiteEvent } from "./events.ts";
import type { Database } from "./foundation/database.ts";
import type { Listener } from "./foundation/outbox.ts";

/** Our own host and offers enter the catalogue as they change, by the same door as everyone else's. */
export function catalogueListener(origin: string): Listener<SiteEvent> {
  const addresses = ownAddresses(origin);
  const [ofHost, ofOffers] = [
    ["host-set-up", "host-changed", "closing-announced", "closing-withdrawn"] as const,
    ["offer-published", "offer-changed", "offer-withdrawn", "availability-changed"] as const,
  ];
  return listenTo([...ofHost, ...ofOffers], (tx, event) =>
    "offer" in event ? enterOwnOffer(tx, addresses, event.offer, new Date()) : enterOwnHost(tx, addresses, new Date()),
  );
}

/** What was here before there was a catalogue, or before this version of it, enters at the start. */
export async function fillCatalogue(db: Database, origin: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const now = new Date();
    await enterOwn(tx, ownAddresses(origin), now);
    await enterOwnVouches(tx, (vouch) => relationshipIri(origin, vouch), now);
    await settleTrust(tx, now);
  });
  await db.transaction().execute(enterMissing);
}
