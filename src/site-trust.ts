import { relationshipIri } from "../federation/addresses.ts";
import { considerAsker } from "./catalogue/askers.ts";
import { settleTrust } from "./catalogue/trust.ts";
import { askVisitSince } from "./catalogue/visits.ts";
import { enterOwnVouches } from "./catalogue/vouching.ts";
import { listenTo, type SiteEvent } from "./events.ts";
import type { Transaction } from "./foundation/database.ts";
import type { Listener } from "./foundation/outbox.ts";
import { findPeer } from "./peers/queries.ts";
import { enterOwnReviews } from "./reviews/changes.ts";

/** What happens between instances changes how far their hosts are trusted. Blocks and vouches settle it themselves. */
export function trustListener(origin: string): Listener<SiteEvent> {
  return listenTo(
    ["peer-waits", "peer-approved", "peer-accepted", "peer-rejected", "peer-left", "host-set-up"],
    async (tx, event) => {
      const now = new Date();
      switch (event.name) {
        case "peer-waits":
          return considerAsker(tx, event.peer, now);
        case "peer-approved":
          await settleTrust(tx, now);
          return hearVouches(tx, event.peer, now);
        case "host-set-up":
          await enterOwnReviews(tx, (review) => relationshipIri(origin, review), now);
          return enterOwnVouches(tx, (vouch) => relationshipIri(origin, vouch), now);
        default:
          return settleTrust(tx, now);
      }
    },
  );
}

/** From now on its word counts: a visit asks for whom it vouches. */
async function hearVouches(tx: Transaction, id: string, now: Date): Promise<void> {
  const peer = await findPeer(tx, id);
  if (peer !== null && !peer.blocked) await askVisitSince(tx, peer.origin, now);
}
