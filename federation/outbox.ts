import { listenTo, type SiteEvent } from "../src/events.ts";
import type { Transaction } from "../src/foundation/database.ts";
import type { Listener } from "../src/foundation/outbox.ts";
import type { HoldingEvent } from "../src/funding/events.ts";
import type { ReportPassedOn } from "../src/messages/events.ts";
import type { NoticeGiven } from "../src/notices/events.ts";
import type {
  PlaceRequestAnswered,
  PlaceRequestErased,
  PlaceRequested,
  PlaceRequestSaid,
} from "../src/places/events.ts";
import type { PledgeEvent } from "../src/pledges/events.ts";
import type { AnswerHeard, AnswerSent } from "../src/sent-answers/events.ts";
import type { PledgeSent } from "../src/sent-pledges/events.ts";
import { findLocal } from "./actors/local.ts";
import type { Reach } from "./reach.ts";
import { agreementNews, tellAgreements } from "./send/agreements.ts";
import { type AnswerEvent, isOfAnswers, tellAnswer } from "./send/answers.ts";
import { askToWriteToHost } from "./send/asked-hosts.ts";
import { askToCheckPaper, askToSendAnswer, askToSendAsking, askToSendErased } from "./send/askings.ts";
import { tellAssociation, tellAssociationGone } from "./send/associations.ts";
import { endsWithHost, tellClosing, tellStaying } from "./send/closing.ts";
import { forgetDirect, tellAsker } from "./send/direct.ts";
import { tellErased } from "./send/erased.ts";
import { type CampaignEvent, tellCampaign } from "./send/funding.ts";
import { isOfHolding, tellHolding } from "./send/holding.ts";
import { jointEvents, recheckCopies, tellJoint } from "./send/joint.ts";
import { tellJointAloud } from "./send/joint-aloud.ts";
import { tellNotice } from "./send/notices.ts";
import {
  spreadHost,
  spreadOffer,
  tellAvailability,
  tellChanged,
  tellFlip,
  tellHost,
  tellPublished,
  tellWithdrawn,
} from "./send/offers.ts";
import { askToSendPartnership, tellPartnership } from "./send/partnerships.ts";
import { isOfPeers, type PeerEvent, tellPeers } from "./send/peers.ts";
import { tellAnswered } from "./send/received-answers.ts";
import { askToSendReferral } from "./send/referrals.ts";
import { passOn } from "./send/reports.ts";
import { tellReview } from "./send/reviews.ts";
import { askToSendReply } from "./send/sent-answers.ts";
import { askToSend } from "./send/sent-pledges.ts";
import type { Telling } from "./send/telling.ts";
import { tellVouch } from "./send/vouches.ts";
import { tellFound, tellRetired, tellStarted } from "./send/watches.ts";

/** Those who say what happened here to those who follow: first what is news, which leaves at once, and then all the rest. */
export function federationListeners(reach: Reach): readonly Listener<SiteEvent>[] {
  return [
    listenTo(["availability-changed"], async (tx, event) => {
      const telling = event.flipped ? await findTelling(tx, reach, event) : null;
      if (telling !== null && !endsWithHost(event, telling.local)) await tellFlip(telling, event.offer);
    }),
    listenTo(["sent-pledge-changed"], askToSend),
    listenTo(["sent-answer-changed"], (tx, event) => askToSendReply(tx, event)),
    listenTo(["funding-proposal-changed"], (tx, event) => tellAnswered(tx, reach, event)),
    listenTo(["referral-changed"], askToSendReferral),
    listenTo(jointEvents, (tx, event) => tellJoint(tx, reach, event)),
    listenTo(["domain-blocked"], recheckCopies),
    listenTo(["joint-suspended", "joint-heard"], async (tx, event) => {
      const telling = await findTelling(tx, reach, event);
      if (telling !== null) await tellJointAloud(telling, event);
    }),
    listenTo(["asking-said"], async (tx, event) => {
      await askToSendAsking(tx, event);
      await askToWriteToHost(tx, event);
    }),
    listenTo(["asking-answered"], askToSendAnswer),
    listenTo(["asking-erased"], askToSendErased),
    listenTo(["asking-paper-named"], (tx, { asking }) => askToCheckPaper(tx, asking)),
    listenTo(["partnership-changed"], askToSendPartnership),
    listenTo(agreementNews, (tx, event) => tellAgreements(tx, reach, event)),
    {
      // Who promises is not told: what is promised altogether is, as settled.
      hears: ({ name }) => !["pledge-", "joint-", "asking-", "sent-answer-"].some((start) => name.startsWith(start)),
      async tell(tx, event) {
        if (isOfPeers(event)) return tellPeers(tx, reach, event);
        if (isBetweenTwo(event)) return tellOne(tx, reach, event);
        if (isOfPledges(event)) return;
        const telling = await findTelling(tx, reach, event);
        if (telling !== null) await tellOf(telling, event);
      },
    },
  ];
}

async function findTelling(tx: Transaction, reach: Reach, { id, happened }: SiteEvent): Promise<Telling | null> {
  const local = await findLocal(tx, reach, new Date());
  return local && { tx, reach, local, event: id, happened: new Date(happened) };
}

/** What each event says to others besides, one line each. */
async function tellOf(
  telling: Telling,
  event: Exclude<SiteEvent, PeerEvent | BetweenTwo | PledgeEvent | PledgeSent | AnswerSent | AnswerHeard>,
): Promise<void> {
  if (isOfCampaigns(event)) return tellCampaign(telling, event);
  switch (event.name) {
    case "offer-published":
      return tellPublished(telling, event.offer);
    case "offer-changed":
      return spreadOffer(telling, event.offer);
    case "offer-settled":
      return tellChanged(telling, event.offer);
    case "offer-withdrawn":
      return tellWithdrawn(telling, event.offer);
    case "availability-changed":
      await spreadOffer(telling, event.offer);
      return event.flipped ? tellAvailability(telling, event.offer) : undefined;
    case "availability-settled":
      return tellAvailability(telling, event.offer);
    case "host-changed":
      return spreadHost(telling);
    case "host-settled":
      return tellHost(telling);
    case "closing-announced":
      return tellClosing(telling);
    case "closing-withdrawn":
      return tellStaying(telling);
    case "watch-started":
      return tellStarted(telling, event);
    case "watch-found":
      return tellFound(telling, event);
    case "watch-retired":
      return tellRetired(telling, event);
    case "association-changed":
      return tellAssociation(telling, event);
    case "association-retired":
      return tellAssociationGone(telling, event);
    case "party-erased":
      return tellErased(telling, event);
    case "partnership-shown":
      return tellPartnership(telling, event);
    case "vouch-given":
    case "vouch-withdrawn":
      return tellVouch(telling, event.vouch);
    case "review-given":
    case "review-withdrawn":
      return tellReview(telling, event.review);
  }
}

const isOfCampaigns = (event: SiteEvent): event is CampaignEvent => event.name.startsWith("funding-");
const isOfPledges = (event: SiteEvent): event is PledgeEvent | PledgeSent | AnswerSent | AnswerHeard =>
  /^(sent-)?pledge-|^sent-answer-/.test(event.name);

/** What concerns one person alone: nobody who follows hears of it. */
type BetweenTwo = PlaceEvent | AnswerEvent | HoldingEvent | ReportPassedOn | NoticeGiven;

const isBetweenTwo = (event: SiteEvent): event is BetweenTwo =>
  isOfPlaces(event) ||
  isOfAnswers(event) ||
  isOfHolding(event) ||
  ["report-passed-on", "notice-given"].includes(event.name);

async function tellOne(tx: Transaction, reach: Reach, event: BetweenTwo): Promise<void> {
  if (isOfPlaces(event)) return tellOfPlaces(tx, reach, event);
  if (isOfAnswers(event)) return tellAnswer(tx, reach, event);
  if (event.name === "notice-given") return tellNotice(tx, reach, event);
  return isOfHolding(event) ? tellHolding(tx, reach, event) : passOn(tx, reach, event);
}

type PlaceEvent = PlaceRequested | PlaceRequestSaid | PlaceRequestAnswered | PlaceRequestErased;

const isOfPlaces = (event: SiteEvent): event is PlaceEvent => event.name.startsWith("place-");

async function tellOfPlaces(tx: Transaction, reach: Reach, event: PlaceEvent): Promise<void> {
  if (event.name === "place-request-answered") await tellAsker(tx, event);
  if (event.name === "place-request-erased") await forgetDirect(tx, reach, event);
}
