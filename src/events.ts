import { z } from "zod";
import { AssociationChanged, AssociationRetired } from "./associations/events.ts";
import { AvailabilityChanged, AvailabilitySettled } from "./availability/events.ts";
import { VouchGiven, VouchWithdrawn } from "./catalogue/events.ts";
import type { Transaction } from "./foundation/database.ts";
import type { Listener } from "./foundation/outbox.ts";
import {
  ConfirmationsAsked,
  FundingCancelled,
  FundingCommitted,
  FundingDelivered,
  FundingEndsSoon,
  FundingExtended,
  FundingFailed,
  FundingFellShort,
  FundingLetThrough,
  FundingNewsWritten,
  FundingOpened,
  FundingOpeningHeld,
  FundingOpeningRefused,
  FundingProposalChanged,
  FundingReached,
  FundingSettled,
  FundingStarted,
  PartyErased,
} from "./funding/events.ts";
import { ClosingAnnounced, ClosingWithdrawn, HostChanged, HostSettled, HostSetUp } from "./hosts/events.ts";
import {
  JointAnswered,
  JointAsked,
  JointChosen,
  JointCommented,
  JointHeard,
  JointInForce,
  JointSuspended,
  JointWithdrawn,
} from "./joint/events.ts";
import { AnswerChanged, AnswerDeleted, AnswerWritten, ReportPassedOn } from "./messages/events.ts";
import { NoticeGiven } from "./notices/events.ts";
import { OfferChanged, OfferPublished, OfferSettled, OfferWithdrawn } from "./offers/events.ts";
import { PartnershipChanged, PartnershipHeard, PartnershipShown } from "./partnerships/events.ts";
import { OutsidePartnershipAnswered } from "./partnerships/outside-events.ts";
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
import { ReferralChanged, ReferralHeard } from "./referrals/events.ts";
import { ReviewGiven, ReviewHeard, ReviewWithdrawn } from "./reviews/events.ts";
import { AnswerHeard, AnswerSent } from "./sent-answers/events.ts";
import { PledgeSent } from "./sent-pledges/events.ts";
import {
  AskingAnswered,
  AskingErased,
  AskingHeard,
  AskingHeld,
  AskingPaperNamed,
  AskingReceived,
  AskingSaid,
} from "./together/events.ts";
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
  ReviewGiven,
  ReviewWithdrawn,
  ReviewHeard,
  PlaceRequested,
  PlaceRequestSaid,
  PlaceRequestAnswered,
  PlaceRequestErased,
  AnswerWritten,
  AnswerChanged,
  AnswerDeleted,
  ReportPassedOn,
  WatchStarted,
  WatchFound,
  WatchRetired,
  AssociationChanged,
  AssociationRetired,
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
  FundingOpeningHeld,
  FundingLetThrough,
  FundingOpeningRefused,
  PartyErased,
  ReferralChanged,
  ReferralHeard,
  PledgeSent,
  AnswerSent,
  AnswerHeard,
  NoticeGiven,
  PledgeMade,
  PledgeChanged,
  PledgeConfirmed,
  PledgeWithdrawn,
  PledgeLapsed,
  JointAsked,
  JointInForce,
  JointSuspended,
  JointWithdrawn,
  JointAnswered,
  JointCommented,
  JointHeard,
  JointChosen,
  AskingSaid,
  AskingHeard,
  AskingHeld,
  AskingErased,
  AskingReceived,
  AskingAnswered,
  AskingPaperNamed,
  PartnershipChanged,
  PartnershipHeard,
  PartnershipShown,
  OutsidePartnershipAnswered,
]);
export type SiteEvent = z.infer<typeof SiteEvent>;

type Named<Name extends SiteEvent["name"]> = Extract<SiteEvent, { readonly name: Name }>;

/** Someone whom the events of these names concern. */
export function listenTo<const Name extends SiteEvent["name"]>(
  names: readonly Name[],
  tell: (tx: Transaction, event: Named<Name>) => Promise<void>,
): Listener<SiteEvent> {
  const concerns = (event: SiteEvent): event is Named<Name> => names.some((name) => name === event.name);
  return {
    hears: concerns,
    tell: async (tx, event) => {
      if (concerns(event)) await tell(tx, event);
    },
  };
}
