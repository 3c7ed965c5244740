import { eraseMessage } from "../../src/messages/changes.ts";
import { forgetSaying } from "../../src/sayings/changes.ts";
import { forgetActor } from "../actors/forget-actor.ts";
import { noEffect, type Receiver, takeBack } from "./activity.ts";
import { readReference } from "./reference.ts";
import { hearRelationshipNews } from "./relationships.ts";
import { agreementIn, lookAtAgreement } from "./sent-pledge.ts";

/** An actor is no more, or withdraws what it said: both are forgotten here at once, and stay so whatever comes late. */
export const remove: Receiver = ({ origin }, heard) => {
  const { actor, object } = heard;
  const agreement = agreementIn(heard);
  if (agreement !== null) return lookAtAgreement(agreement, heard);
  const removed = readReference(object)?.id ?? null;
  if (removed === null) return noEffect;
  if (removed === actor) return (tx) => forgetActor(tx, actor);
  return async (tx) => {
    if (await hearRelationshipNews(tx, origin, heard)) return;
    const now = new Date();
    await forgetSaying(tx, removed, actor, now);
    await eraseMessage(tx, removed, actor, now);
    await takeBack(tx, actor, removed);
  };
};
