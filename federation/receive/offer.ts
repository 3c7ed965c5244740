import { sameOrigin } from "../guard/origins.ts";
import { isAgreement } from "../vocabulary/agreement.ts";
import { isProposal } from "../vocabulary/answer.ts";
import { isAsking } from "../vocabulary/asking.ts";
import { isPartnership } from "../vocabulary/partnership.ts";
import { isReferral } from "../vocabulary/referral.ts";
import { documentAt, type Effect, type Heard, noEffect, type Receiver, type ReceivingReach } from "./activity.ts";
import { hearAsking } from "./askings.ts";
import { hearPartnershipOffer } from "./partnership.ts";
import { hearPledge } from "./pledge.ts";
import { receiveReferralOffer } from "./referral.ts";
import { hearAnswerOffer } from "./request-answer.ts";

/** What may be offered, one line each: how it is known, and who hears it. */
const offers: readonly (readonly [is: (json: unknown) => boolean, hear: Receiver])[] = [
  [isAgreement, hearPledge],
  [isProposal, hearAnswerOffer],
  [isPartnership, hearPartnershipOffer],
  [isReferral, receiveReferralOffer],
  [isAsking, hearAsking],
];

/** Someone offers something, inside the activity or at an address of their own server, which then says what. */
export const offer: Receiver = (reach, heard) => {
  if (typeof heard.object !== "string") return hearOffered(reach, heard);
  return sameOrigin(heard.object, heard.actor) ? fetchOffered(reach, heard, heard.object) : noEffect;
};

function hearOffered(reach: ReceivingReach, heard: Heard): Effect | Promise<Effect> {
  return offers.find(([is]) => is(heard.object))?.[1](reach, heard) ?? noEffect;
}

async function fetchOffered(reach: ReceivingReach, heard: Heard, address: string): Promise<Effect> {
  return hearOffered(reach, { ...heard, object: await documentAt(reach, address) });
}
