import { sql } from "kysely";
import type { Reader, Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { hearHost } from "../../src/together/hearing.ts";
import { findAskedByDocument, findAskedByOffer } from "../../src/together/queries.ts";
import { findReceivedFrom } from "../../src/together/received.ts";
import { forgetReceived, isCrowded, noteAsked } from "../../src/together/receiving.ts";
import type { AskedHost } from "../../src/together/together.ts";
import { activityIri, actorIri, readLocal } from "../addresses.ts";
import { repeat } from "../delivery/deliveries.ts";
import { originOf, sameOrigin } from "../guard/origins.ts";
import { askToSendAnswer } from "../send/askings.ts";
import { derivedId } from "../send/ids.ts";
import { words } from "../send/words.ts";
import { writeAskingTooMany } from "../vocabulary/asking-activities.ts";
import { plainText } from "../vocabulary/html.ts";
import { indexable } from "../vocabulary/shapes.ts";
import { type Heard, noEffect, type Receiver, type ReceivingReach } from "./activity.ts";
import { type Reference, readReference } from "./reference.ts";

/** An association asks our host something together with others: what, stands at an address that our host alone may read. */
export const hearAsking: Receiver = (reach, heard) => {
  const document = readReference(heard.object)?.id ?? null;
  if (document === null || !sameOrigin(document, heard.actor) || !indexable(document)) return noEffect;
  return { answer: (tx) => take(tx, reach, heard, document) };
};

async function take(tx: Transaction, reach: ReceivingReach, heard: Heard, document: string): Promise<void> {
  const host = await findHost(tx);
  const us = host && actorIri(reach.origin, { id: host.id, kind: "host" });
  if (host === null || us === null || !heard.addressed.includes(us)) return;
  const now = new Date();
  const known = await findReceivedFrom(tx, document);
  if (known !== null && known.asker !== heard.actor) return;
  if (known !== null && known.version > 0) await askToSendAnswer(tx, { received: known.id, version: known.version });
  if (known === null && (await isCrowded(tx, heard.actor, now))) return refuse(tx, reach, heard, host.id);
  if (known === null) {
    const fromUnknown = !(await isTrusted(tx, heard.actor));
    await noteAsked(tx, { document, asker: heard.actor, offer: heard.id, fromUnknown }, now);
  }
  await askToLook(tx, document);
}

/** Whether somebody here trusts the host of the site that asks. */
async function isTrusted(reader: Reader, actor: string): Promise<boolean> {
  const row = await reader
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("origin", "=", originOf(actor) ?? "")
    .where("trust", ">=", 3)
    .executeTakeFirst();
  return row !== undefined;
}

async function refuse(
  tx: Transaction,
  { origin, language }: ReceivingReach,
  heard: Heard,
  host: string,
): Promise<void> {
  const row = await tx.selectFrom("remoteActors").select("inbox").where("id", "=", heard.actor).executeTakeFirst();
  if (!row) return;
  const id = derivedId(heard.id, heard.actor, "too many");
  const exchange = {
    id: activityIri(origin, id),
    actor: actorIri(origin, { id: host, kind: "host" }),
    to: heard.actor,
  };
  const document = writeAskingTooMany(exchange, heard.id, words[language].tooManyAskings);
  await repeat(tx, { id, actor: host, type: "Reject", body: JSON.stringify(document), public: false }, row.inbox);
}

/** Has what an association asks be read at its address, at once or then. */
export async function askToLook(tx: Transaction, document: string, runAt?: Date): Promise<void> {
  await addJob(
    tx,
    "look-at-asking",
    { document },
    { key: `look-at-asking:${keyOf(document)}`, ...(runAt && { runAt }) },
  );
}

/** Has what a host answers be read at its address. */
export async function askToLookAtAnswer(tx: Transaction, host: string, runAt?: Date): Promise<void> {
  await addJob(
    tx,
    "look-at-asking-answer",
    { host },
    { key: `look-at-asking-answer:${host}`, ...(runAt && { runAt }) },
  );
}

const keyOf = (document: string): string => derivedId(document);

/** There is news of what an association asks, or of what a host answers, says whoever said it: its own address tells what. False where it is neither. */
export async function hearAskingNews(tx: Transaction, heard: Heard): Promise<boolean> {
  const { type, actor } = heard;
  const id = readReference(heard.object)?.id ?? null;
  if (id === null) return false;
  const received = await findReceivedFrom(tx, id);
  if (received !== null) {
    if (received.asker !== actor) return true;
    await (type === "Delete" ? forgetReceived(tx, id) : askToLook(tx, id));
    return true;
  }
  const asked = await findAskedByDocument(tx, id);
  if (asked === null) return false;
  if (asked.host === actor) await askToLookAtAnswer(tx, asked.id);
  return true;
}

/** An association takes back what it asked: it stays readable, as taken back. False where the Offer was another's, or of something else. */
export async function hearAskingUndo(tx: Transaction, { actor }: Heard, { id: offer }: Reference): Promise<boolean> {
  if (offer === null) return false;
  const { rows } = await sql<{ document: string }>`
    select document from received_askings where offer = ${offer} and asker = ${actor}`.execute(tx);
  const [row] = rows;
  if (row) await askToLook(tx, row.document);
  return row !== undefined;
}

/** A host says yes or no to what somebody here asks of it: only itself can. False where the answer is to something else. */
export async function hearAnswerToAsking(tx: Transaction, origin: string, heard: Heard): Promise<boolean> {
  const local = readLocal(origin, readReference(heard.object)?.id ?? "");
  const asked = local?.thing === "activity" ? await findAskedByOffer(tx, local.id) : null;
  if (asked === null) return false;
  if (asked.host !== heard.actor) return true;
  const document = readReference(heard.result)?.id ?? null;
  if (document === null || !sameOrigin(document, heard.actor) || !indexable(document)) {
    await hearPlainly(tx, asked, heard);
    return true;
  }
  await tx.updateTable("askingHosts").set({ document }).where("id", "=", asked.id).execute();
  await askToLookAtAnswer(tx, asked.id);
  return true;
}

/** A site that shows no answer of its own says yes, beside another, or no. */
async function hearPlainly(tx: Transaction, { id, heard: version, roles, state }: AskedHost, { type, content }: Heard) {
  const answer = type === "Accept" ? "partner" : "no";
  if (state === answer) return;
  const words = plainText(content ?? "", 2_000) || null;
  const said = { answer, roles: answer === "no" ? [] : roles, words } as const;
  const nothing = { proposes: [], result: null, agreed: null, document: null };
  await hearHost(tx, id, { ...said, ...nothing, version: version + 1 }, new Date());
}
