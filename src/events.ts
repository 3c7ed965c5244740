import { z } from "zod";
import { AvailabilityChanged, AvailabilitySettled } from "./availability/events.ts";
import { VouchGiven, VouchWithdrawn } from "./catalogue/events.ts";
import {
  ConfirmationsAsked,
  FundingCancelled,
  FundingCommitted,
  FundingDelivered,
  FundingEndsSoon,
  FundingExtended,
  FundingFailed,
  FundingFellShort,
  FundingNewsWritten,
  FundingOpened,
  FundingProposalChanged,
  FundingReached,
  FundingSettled,
  FundingStarted,
} from "./funding/events.ts";
import { ClosingAnnounced, ClosingWithdrawn, HostChanged, HostSettled, HostSetUp } from "./hosts/events.ts";
import { AnswerChanged, AnswerDeleted, AnswerWritten } from "./messages/events.ts";
import { OfferChanged, OfferPublished, OfferSettled, OfferWithdrawn } from "./offers/events.ts";
import {
  DomainBlocked,
  PeerAccepted,
  PeerApproved,
  PeerAsked,
  PeerLeft,
  PeerRejected,
  PeerWaits,
} from "./peers/events.ts";
import { PlaceRequestAnswered, PlaceRequestErased, PlaceRequested, PlaceRequestSaid } from "./places/events.ts";
import { PledgeChanged, PledgeConfirmed, PledgeLapsed, PledgeMade, PledgeWithdrawn } from "./pledges/events.ts";
import { PledgeSent } from "./sent-pledges/events.ts";
import { WatchFound, WatchRetired, WatchStarted } from "./watches/events.ts";

/** Everything that can happen here, one line each. */
export const SiteEvent = z.discriminatedUnion("name", [
  HostSetUp,
  HostChanged,
  HostSettled,
  ClosingAnnounced,
  ClosingWithdrawn,
  OfferPublished,
  OfferChanged,
  OfferSettled,
  OfferWithdrawn,
  AvailabilityChanged,
  AvailabilitySettled,
  PeerAsked,
  PeerWaits,
  PeerAccepted,
  PeerApproved,
  PeerRejected,
  PeerLeft,
  DomainBlocked,
  VouchGiven,
  VouchWithdrawn,
  PlaceRequested,
  PlaceRequestSaid,
  PlaceRequestAnswered,
  PlaceRequestErased,
  AnswerWritten,
  AnswerChanged,
  AnswerDeleted,
  WatchStarted,
  WatchFound,
  WatchRetired,
  FundingOpened,
  FundingReached,
  FundingFellShort,
  FundingExtended,
  ConfirmationsAsked,
  FundingCommitted,
  FundingStarted,
  FundingDelivered,
  FundingFailed,
  FundingCancelled,
  FundingSettled,
  FundingEndsSoon,
  FundingNewsWritten,
  FundingProposalChanged,
  PledgeSent,
  PledgeMade,
  PledgeChanged,
  PledgeConfirmed,
  PledgeWithdrawn,
  PledgeLapsed,
]);
export type SiteEvent = z.infer<typeof SiteEvent>;
