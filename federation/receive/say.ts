import { sql } from "kysely";
import type { Transaction } from "../../src/foundation/database.ts";
import { receiveMessage } from "../../src/messages/changes.ts";
import { type MessageKind, messageKinds } from "../../src/messages/messages.ts";
import { readLocal } from "../addresses.ts";
import {
  documentAt,
  type Effect,
  type Heard,
  noEffect,
  type Receiver,
  type ReceivingReach,
  takenBack,
} from "./activity.ts";
import { type RemoteNote, readRemoteNote } from "./note.ts";

/** Someone says something: kept when it mentions or answers one of us, or when we follow them. */
export const create: Receiver = keep;

/** Someone's words, new or edited; the newest version counts, in whatever order they come. */
export function keep(reach: ReceivingReach, { actor, object }: Heard): Effect | Promise<Effect> {
  if (typeof object === "string") return keepFetched(reach, actor, object);
  return effectOf(reach, readRemoteNote(object, actor));
}

/** Only the address came: what stands there is read, if it is the speaker's own server that gives it. */
async function keepFetched(reach: ReceivingReach, actor: string, address: string): Promise<Effect> {
  if (!URL.canParse(address) || new URL(address).origin !== new URL(actor).origin) return noEffect;
  const document = await documentAt(reach, address);
  if (JSON.stringify(document).includes("\\u0000")) return noEffect; // PostgreSQL stores no NUL
  const note = readRemoteNote(document, actor);
  return effectOf(reach, note?.id === address ? note : null);
}

function effectOf({ origin }: ReceivingReach, note: RemoteNote | null): Effect {
  if (note === null) return noEffect;
  return async (tx) => {
    const concerned = await findConcerned(tx, origin, note);
    if (concerned === null) return;
    const { addressed: _, ...message } = note;
    await receiveMessage(tx, { ...message, ...concerned });
  };
}

interface Concerned {
  readonly kind: MessageKind;
  readonly recipients: readonly string[];
}

/** Whom of us it is for: those it names, the author of what it answers, those who follow, and whom it was for before. Null when nobody, or when it was deleted. */
async function findConcerned(tx: Transaction, origin: string, note: RemoteNote): Promise<Concerned | null> {
  const { rows } = await sql<{ id: string; kind: MessageKind }>`
    select id, kind from (
      select id, 'mention' as kind from handles where gone is null and (
        id = any(${idsOf(origin, note.addressed, "actor")}::uuid[])
        or (kind = 'instance' and ${note.addressed.some((one) => readLocal(origin, one)?.thing === "instance")}))
      union all select actor, 'reply' from notes where id = any(${idsOf(origin, [note.inReplyTo ?? ""], "note")}::uuid[])
      union all select actor, 'news' from followings where followed = ${note.author} and state = 'accepted'
      union all select unnest(recipients), kind from messages where id = ${note.id} and author = ${note.author}
    ) as concerned
    where not exists (select from heard where activity = ${takenBack(note.author, note.id)})`.execute(tx);
  const kind = messageKinds.find((one) => rows.some((row) => row.kind === one));
  return kind === undefined ? null : { kind, recipients: [...new Set(rows.map(({ id }) => id))].sort() };
}

function idsOf(origin: string, addresses: readonly string[], wanted: "actor" | "note"): string[] {
  return addresses.flatMap((address) => {
    const local = readLocal(origin, address);
    return local?.thing === wanted ? [local.id] : [];
  });
}
