import { isAgreement } from "../vocabulary/agreement.ts";
import { isProposal } from "../vocabulary/answer.ts";
import type { Receiver } from "./activity.ts";
import { hearPledge } from "./pledge.ts";
import { offerRelationship } from "./relationships.ts";
import { hearAnswerOffer } from "./request-answer.ts";

/** Someone offers something: a promise towards a request of ours, an answer to it, or to be bound to our host. */
export const offer: Receiver = (reach, heard) => {
  if (isAgreement(heard.object)) return hearPledge(reach, heard);
  return isProposal(heard.object) ? hearAnswerOffer(reach, heard) : offerRelationship(reach, heard);
};
