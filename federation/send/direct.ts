import type { Task } from "graphile-worker";
import type { Transaction } from "../../src/foundation/database.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { findHandleById, type Handle } from "../../src/hosts/handles.ts";
import { findHost } from "../../src/hosts/queries.ts";
import type { PlaceRequestAnswered, PlaceRequestErased } from "../../src/places/events.ts";
import { answerMessage } from "../../src/places/letter-words.ts";
import type { RequestEntry } from "../../src/places/places.ts";
import { findEntry, findPlaceSettings, findRequest, type KeptRequest } from "../../src/places/queries.ts";
import { accountOf } from "../actors/account.ts";
import { findAccount, type Looking } from "../actors/find-account.ts";
import type { RemoteActor } from "../actors/remote-document.ts";
import { activityIri, actorIri, noteIri } from "../addresses.ts";
import { send } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { writeDelete, writeDirectCreate } from "../vocabulary/activities.ts";
import { paragraphs } from "../vocabulary/html.ts";
import { type Mention, mentionAnchor } from "../vocabulary/tags.ts";
import { derivedId } from "./ids.ts";

/** An answer to someone who gave a Fediverse address leaves as a private message: their server has to be asked first, so it is a job. */
export async function tellAsker(tx: Transaction, { request: id, entry }: PlaceRequestAnswered): Promise<void> {
  const request = await findRequest(tx, id);
  if (request?.contact.kind !== "fediverse") return;
  await addJob(
    tx,
    "write-to-asker",
    { request: id, entry },
    { key: `write-to-asker:${entry}`, maxAttempts: mostTries },
  );
}

/** What was sent to someone who has erased the request is not kept either, nor sent again; the server that has it is asked to erase it. */
export async function forgetDirect(
  tx: Transaction,
  { origin }: Pick<Reach, "origin">,
  { entries, request, happened }: PlaceRequestErased,
): Promise<void> {
  if (entries.length === 0) return;
  const ids = entries.map((entry) => messageId(entry));
  await tx.deleteFrom("outgoing").where("id", "in", ids).execute();
  for (const { entry, by, inbox } of await takeReached(tx, entries)) {
    const id = derivedId(entry, "direct delete");
    const note = noteIri(origin, derivedId(entry, "direct note"));
    // To nobody by name: who it was is not said again.
    const act = { id: activityIri(origin, id), actor: actorIri(origin, by), to: [], cc: [] };
    const deleted = new Date(happened);
    const document = writeDelete({ ...act, published: deleted }, { id: note, formerType: "Note", deleted });
    const outgoing = { id, actor: by.id, type: "Delete", body: JSON.stringify(document), public: false };
    await send(tx, { ...outgoing, erases: request }, [inbox]);
  }
}

/** Which servers have these entries, and who told them; nobody remembers it afterwards. What an account said that is gone itself has gone with it. */
async function takeReached(tx: Transaction, entries: readonly string[]) {
  const rows = await tx
    .deleteFrom("reached")
    .using("handles")
    .whereRef("handles.id", "=", "reached.actor")
    .where("about", "in", [...entries])
    .returning(["about as entry", "inbox", "handles.id", "handles.kind", "handles.gone"])
    .execute();
  return rows.flatMap(({ entry, inbox, id, kind, gone }) =>
    gone === null ? [{ entry, inbox, by: { id, kind: kind as Handle["kind"] } }] : [],
  );
}

/** The background job that looks the asker up and sends them what the host said; what cannot be sent is noted beside the answer. */
export function writeToAskerTask(reach: Reach & Looking): Task {
  return async (payload, { job }) => {
    const { request: id, entry: at } = payload as { request: string; entry: string };
    const [request, entry] = [await findRequest(reach.db, id), await findEntry(reach.db, at)];
    if (request === null || entry === null) return; // erased meanwhile
    const found = await look(reach, request.contact.address, job.attempts < job.max_attempts);
    await reach.db.transaction().execute(async (tx) => {
      if (typeof found === "string") await noteProblem(tx, entry.id, found);
      else await write(tx, reach, { request, entry, actor: found });
    });
  };
}

// About 17 hours, with the pauses of the queue.
const mostTries = 12;

async function look(
  looking: Looking,
  account: string,
  mayTryAgain: boolean,
): Promise<RemoteActor | NonNullable<RequestEntry["problem"]>> {
  try {
    return (await findAccount(looking, account)) ?? "no-account";
  } catch (error) {
    if (mayTryAgain || !(error instanceof Unreachable)) throw error;
    return "unreachable";
  }
}

async function noteProblem(tx: Transaction, entry: string, problem: string): Promise<void> {
  await tx.updateTable("placeRequestEntries").set({ problem }).where("id", "=", entry).execute();
}

interface Message {
  readonly request: KeptRequest;
  readonly entry: RequestEntry;
  readonly actor: RemoteActor;
}

async function write(tx: Transaction, reach: Reach, { request, entry, actor }: Message): Promise<void> {
  const [speaker, host] = [await findSpeaker(tx, request.offer), await findHost(tx)];
  // Held, so that an erasure comes before it or sees what it sends.
  const kept = await tx
    .selectFrom("placeRequestEntries")
    .select("id")
    .where("id", "=", entry.id)
    .forKeyShare()
    .execute();
  if (speaker === null || host === null || kept.length === 0) return;
  const { answerDays } = await findPlaceSettings(tx);
  const text = answerMessage({ request, host: host.profile.name, answerDays }, entry);
  const to = { href: actor.id, account: request.contact.address, inbox: actor.inbox };
  const { language } = request;
  await sendDirect(tx, reach, { speaker, to, text, language, published: entry.written, of: entry.id });
  const told = { toldBy: speaker.id, toldAt: to.inbox };
  await tx.updateTable("placeRequestEntries").set(told).where("id", "=", entry.id).execute();
}

/** What one of our accounts writes to one person alone. */
export interface Direct {
  readonly speaker: Pick<Handle, "id" | "kind">;
  readonly to: Mention & { readonly inbox: string };
  readonly text: string;
  readonly language: string;
  readonly published: Date;
  /** The id of what it tells: told twice, it is one message. */
  readonly of: string;
}

/** Somebody elsewhere to whom one may write, by the id of their actor; null where they are not known, or are no more. */
export async function findRecipient(tx: Transaction, actor: string): Promise<Direct["to"] | null> {
  const row = await tx
    .selectFrom("remoteActors")
    .select(["handle", "inbox"])
    .where("id", "=", actor)
    .where("gone", "is", null)
    .executeTakeFirst();
  return row ? { href: actor, account: accountOf(actor, row.handle), inbox: row.inbox } : null;
}

/** Sends plain text to one person alone; nobody can fetch it. */
export async function sendDirect(
  tx: Transaction,
  { origin }: Pick<Reach, "origin">,
  { speaker, to: { inbox, ...to }, text, language, published, of }: Direct,
): Promise<void> {
  const id = messageId(of);
  const document = writeDirectCreate(activityIri(origin, id), {
    ...{ id: noteIri(origin, derivedId(of, "direct note")), author: actorIri(origin, speaker), to },
    ...{ content: `<p>${mentionAnchor(to)}</p>${paragraphs(text)}`, language, published },
  });
  const outgoing = { id, actor: speaker.id, type: "Create", body: JSON.stringify(document), public: false };
  await send(tx, outgoing, [inbox]);
}

const messageId = (of: string): string => derivedId(of, "direct");

/** The offer's account speaks of the offer; once it is gone, the host's. */
async function findSpeaker(tx: Transaction, offer: string) {
  const own = await findHandleById(tx, offer);
  if (own && own.gone === null) return own;
  const host = await findHost(tx);
  return host && (await findHandleById(tx, host.id));
}
