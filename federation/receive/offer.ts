import { isAgreement } from "../vocabulary/agreement.ts";
import type { Receiver } from "./activity.ts";
import { hearPledge } from "./pledge.ts";
import { offerRelationship } from "./relationships.ts";

/** Someone offers something: a promise towards a request of ours, or to be bound to our host. */
export const offer: Receiver = (reach, heard) =>
  isAgreement(heard.object) ? hearPledge(reach, heard) : offerRelationship(reach, heard);
