import type { SiteEvent } from "../src/events.ts";
import { notifyChanged } from "../src/foundation/changed.ts";
import type { Listener } from "../src/foundation/outbox.ts";
import { findLocal } from "./actors/local.ts";
import type { Reach } from "./reach.ts";
import { tellAvailability, tellChanged, tellHost, tellPublished, tellWithdrawn } from "./send/offers.ts";
import { isOfPeers, type PeerEvent, tellPeers } from "./send/peers.ts";
import type { Telling } from "./send/telling.ts";

/** Says what happened here to those who follow, in the transaction in which the event is told. */
export function federationListener(reach: Reach): Listener<SiteEvent> {
  return async (tx, event) => {
    if (isOfPeers(event)) return tellPeers(tx, reach, event);
    const local = await findLocal(tx, reach, new Date());
    if (local === null) return;
    await tellOf({ tx, reach, local, event: event.id, happened: new Date(event.happened) }, event);
    await notifyChanged(tx);
  };
}

/** What each event says to others, one line each. */
async function tellOf(telling: Telling, event: Exclude<SiteEvent, PeerEvent>): Promise<void> {
  switch (event.name) {
    case "offer-published":
      return tellPublished(telling, event.offer);
    case "offer-changed":
      return tellChanged(telling, event.offer);
    case "offer-withdrawn":
      return tellWithdrawn(telling, event.offer);
    case "availability-changed":
      return tellAvailability(telling, event.offer, event.flipped);
    case "host-changed":
      return tellHost(telling);
  }
}
