import { z } from "zod";
import { AvailabilityChanged } from "./availability/events.ts";
import { HostChanged } from "./hosts/events.ts";
import { OfferChanged, OfferPublished, OfferWithdrawn } from "./offers/events.ts";
import { DomainBlocked, PeerApproved, PeerAsked, PeerLeft, PeerRejected } from "./peers/events.ts";
import { PlaceRequestAnswered, PlaceRequestErased, PlaceRequested, PlaceRequestSaid } from "./places/events.ts";

/** Everything that can happen here, one line each. */
export const SiteEvent = z.discriminatedUnion("name", [
  HostChanged,
  OfferPublished,
  OfferChanged,
  OfferWithdrawn,
  AvailabilityChanged,
  PeerAsked,
  PeerApproved,
  PeerRejected,
  PeerLeft,
  DomainBlocked,
  PlaceRequested,
  PlaceRequestSaid,
  PlaceRequestAnswered,
  PlaceRequestErased,
]);
export type SiteEvent = z.infer<typeof SiteEvent>;
