import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { receiveMessages } from "../../src/messages/changes.ts";
import { type MessageKind, messageKinds } from "../../src/messages/messages.ts";
import { readLocal } from "../addresses.ts";
import { everyone } from "../vocabulary/contexts.ts";
import { indexable } from "../vocabulary/shapes.ts";
import {
  documentAt,
  type Effect,
  type Heard,
  noEffect,
  type Receiver,
  type ReceivingReach,
  type Saying,
  takenBack,
} from "./activity.ts";
import { takeCodes } from "./codes.ts";
import { jointAnnouncement, jointComment } from "./joint.ts";
import { type RemoteNote, readRemoteNote } from "./note.ts";
import { vote } from "./vote.ts";

/** Someone says something: kept when it mentions or answers one of us, or when we follow them; or chooses in a poll. */
export const create: Receiver = (reach, heard) =>
  vote(reach.origin, heard) ??
  jointComment(reach.origin, heard, keepSayings) ??
  jointAnnouncement(reach.origin, heard, keepSayings) ??
  keep(reach, heard);

/** Someone's words, new or edited; the newest version counts, in whatever order they come. */
export function keep(reach: ReceivingReach, { actor, object }: Heard): Effect | Promise<Effect> {
  if (typeof object === "string") return keepFetched(reach, actor, object);
  return effectOf(readRemoteNote(object, actor));
}

/** Only the address came: what stands there is read, if it is the speaker's own server that gives it. */
async function keepFetched(reach: ReceivingReach, actor: string, address: string): Promise<Effect> {
  if (!URL.canParse(address) || new URL(address).origin !== new URL(actor).origin) return noEffect;
  const document = await documentAt(reach, address);
  if (JSON.stringify(document).includes("\\u0000")) return noEffect; // PostgreSQL stores no NUL
  const note = readRemoteNote(document, actor);
  return effectOf(note?.id === address ? note : null);
}

const effectOf = (note: RemoteNote | null): Effect => (note === null ? noEffect : { said: note });

/** Keeps what concerns us of what was said, each by another author, in two statements. */
export async function keepSayings(tx: Transaction, origin: string, said: readonly Saying[]): Promise<void> {
  const sayings = await takeCodes(tx, origin, said);
  const concerned = await findConcerned(tx, origin, sayings);
  const messages = sayings.flatMap(({ said }, at) => {
    const { addressed: _, ...message } = said;
    const [continues = null] = idsOf(origin, [said.inReplyTo ?? ""], "note");
    const whom = concerned.get(at);
    if (!whom) return [];
    const { kind, recipients } = whom;
    return [{ ...message, kind, recipients, continues, others: othersOf(origin, said) }];
  });
  await receiveMessages(tx, messages);
  const toRead = sayings.filter((_, at) => concerned.get(at)?.automatic === true);
  for (const { said } of toRead) await addJob(tx, "read-saying", { note: said.id }, { key: keyOf(said.id) });
}

// Of one length: the queue's keys are short, addresses need not be.
const keyOf = (note: string): string => `read-saying:${createHash("sha256").update(note).digest("base64url")}`;

interface Concerned {
  readonly kind: MessageKind;
  readonly recipients: readonly string[];
  /** Whether one of these accounts reads by itself what it is sent. */
  readonly automatic: boolean;
}

const mostOthers = 50;

/** Whom elsewhere it names besides its author; of lists and followers only those who name themselves. */
function othersOf(origin: string, { addressed, author }: RemoteNote): readonly string[] {
  const people = addressed.filter((one) => /^https?:/.test(one) && one !== everyone && !one.endsWith("/followers"));
  const others = people.filter((one) => one !== author && !one.startsWith(`${origin}/`) && indexable(one));
  return [...new Set(others)].slice(0, mostOthers);
}

/** What one author's new words fill here at most, in a day. */
const mostOfOne = 500;

/**
 * Whom of us each is for, by its place in the list: those it names, the author of what it answers, those who follow, and
 * whom it was for before. What is written to an association is not for the host to read, and is kept for nobody; nor is what somebody whom we follow says to a few. What is for nobody, was deleted, or comes from one who says too much, is left out.
 */
async function findConcerned(
  tx: Transaction,
  origin: string,
  sayings: readonly Saying[],
): Promise<ReadonlyMap<number, Concerned>> {
  const { rows } = await sql<Row>`
    select at, concerned.id, concerned.kind, exists (
      select from handles where handles.id = concerned.id and handles.kind in ('intake', 'campaign')) as automatic
    from jsonb_to_recordset(${JSON.stringify(sayings.map(({ said }, at) => asked(origin, said, at)))}::jsonb)
      as said (at integer, note text, author text, mark text, open boolean, named uuid[], instance boolean, answered uuid[]), lateral (
      select id, 'mention' as kind from handles
      where gone is null and kind <> 'association' and (id = any(said.named) or (kind = 'instance' and said.instance))
      union all select actor, 'reply' from notes join handles on handles.id = actor
        where notes.id = any(said.answered) and handles.kind <> 'association'
      union all select actor, 'reply' from answers where id = any(said.answered)
      union all select actor, 'news' from followings where followed = said.author and state = 'accepted' and said.open
      union all select unnest(recipients), kind from messages where messages.id = said.note and messages.author = said.author
    ) as concerned
    where not exists (select from heard where activity = said.mark)
    and (exists (select from messages where messages.id = said.note) or ${mostOfOne} > (
      select count(*) from messages where messages.author = said.author and received > now() - interval '1 day'))`.execute(
    tx,
  );
  const places = Map.groupBy(rows, ({ at }) => at);
  return new Map([...places].map(([at, found]) => [at, concernedOf(found)]));
}

const asked = (origin: string, { id, author, addressed, inReplyTo, visibility }: RemoteNote, at: number) => ({
  ...{ at, note: id, author, mark: takenBack(author, id), open: visibility !== "direct" },
  named: idsOf(origin, addressed, "actor"),
  instance: addressed.some((one) => readLocal(origin, one)?.thing === "instance"),
  answered: idsOf(origin, [inReplyTo ?? ""], "note"),
});

interface Row {
  readonly at: number;
  readonly id: string;
  readonly kind: MessageKind;
  readonly automatic: boolean;
}

function concernedOf(found: readonly Row[]): Concerned {
  const kind = messageKinds.find((one) => found.some((row) => row.kind === one)) ?? "news";
  const automatic = found.some((row) => row.automatic && row.kind !== "news");
  return { kind, recipients: [...new Set(found.map(({ id }) => id))].sort(), automatic };
}

function idsOf(origin: string, addresses: readonly string[], wanted: "actor" | "note"): string[] {
  return addresses.flatMap((address) => {
    const local = readLocal(origin, address);
    return local?.thing === wanted ? [local.id] : [];
  });
}
