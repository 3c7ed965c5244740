import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { findAnswerIn, findReceivedAnswer } from "../../src/received-answers/queries.ts";
import { hearStanding } from "../../src/sent-answers/hearing.ts";
import { findAnswerBy } from "../../src/sent-answers/queries.ts";
import { readLocal } from "../addresses.ts";
import { sameOrigin } from "../guard/origins.ts";
import { derivedId } from "../send/ids.ts";
import { isProposal } from "../vocabulary/answer.ts";
import { textOf } from "../vocabulary/html.ts";
import { indexable } from "../vocabulary/shapes.ts";
import { type Effect, type Heard, noEffect, type Receiver } from "./activity.ts";
import { type Reference, readReference } from "./reference.ts";

/** An answer that is to be read at its own address. */
export const ToRead = z.object({
  ...{ source: z.url(), actor: z.url(), request: z.uuid(), offer: z.string() },
  daily: z.boolean().default(false),
});

/** Has an answer to a request of ours read at its address, at once or then. */
export async function askToReadAnswer(tx: Transaction, toRead: z.input<typeof ToRead>, runAt?: Date): Promise<void> {
  const key = `look-at-answer:${derivedId(toRead.source, toRead.actor)}`;
  await addJob(tx, "look-at-answer", toRead, { key, ...(runAt && { runAt }) });
}

/** A host answers a request of ours with a proposal of its own: what it says, its own address tells. Sent again, it is looked at again, and answered again. */
export const hearAnswerOffer: Receiver = ({ origin }, { id: offer, actor, object, addressed }): Effect => {
  const source = isProposal(object) ? (readReference(object)?.id ?? null) : null;
  const named = addressed.flatMap((iri) => readLocal(origin, iri) ?? []).find(({ thing }) => thing === "actor");
  const request = named?.thing === "actor" ? named.id : null;
  if (source === null || request === null || !sameOrigin(source, actor) || !indexable(source)) return noEffect;
  return { answer: (tx) => askToReadAnswer(tx, { source, actor, request, offer }) };
};

/** It takes it back, or says that there is news of it: its own address tells. False where it is about something else. */
export async function hearAnswerUndo(tx: Transaction, { actor }: Heard, { id }: Reference): Promise<boolean> {
  const known = id === null ? null : await findAnswerIn(tx, id, actor);
  if (known !== null) await askToReadAnswer(tx, known);
  return known !== null;
}

/** The same, of what is named itself. */
export async function hearAnswerNews(tx: Transaction, { actor, object, addressed }: Heard): Promise<boolean> {
  const known = await findReceivedAnswer(tx, readReference(object)?.id ?? "");
  if (known?.actor !== actor || !addressed.some((iri) => iri.endsWith(`/ap/actors/${known.request}`))) return false;
  await askToReadAnswer(tx, known);
  return true;
}

/** What has become of an answer of ours: only the request can say it. False where it is about something else. */
export async function hearAnswerStanding(tx: Transaction, origin: string, heard: Heard): Promise<boolean> {
  const local = readLocal(origin, readReference(heard.object)?.id ?? "");
  const sent = local?.thing === "activity" ? await findAnswerBy(tx, local.id) : null;
  if (sent === null) return false;
  if (sent.campaign !== heard.actor) return true;
  const standing = { TentativeAccept: "shown", Accept: "chosen", Reject: "refused" } as const;
  const said = standing[heard.type as keyof typeof standing];
  const reason = textOf(heard.content ?? "").slice(0, longestReason) || null;
  if (said !== undefined)
    await hearStanding(tx, sent.id, { standing: said, reason: said === "refused" ? reason : null }, new Date());
  return true;
}

const longestReason = 500;
