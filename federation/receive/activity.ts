import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { RefusedAddress } from "../../src/foundation/outbound.ts";
import { readLocal } from "../addresses.ts";
import type { Reach } from "../reach.ts";
import { first, indexable, reference } from "../vocabulary/shapes.ts";
import type { RemoteNote } from "./note.ts";
import { listAddresses, orNothing } from "./reference.ts";

/** What can be learnt of other servers. Each may wait for the network, and so is never asked inside a transaction. */
export interface Elsewhere {
  /** An actor as last seen. */
  find(id: string): Promise<RemoteInboxes | null>;
  /** Asks an actor's own address anew, and keeps what it says; asked a moment ago, says from when on that can be done instead. */
  refresh(id: string): Promise<Date | null>;
  /** What stands at an address, given by its own origin; null when nothing does. */
  document(id: string): Promise<unknown>;
}

export interface RemoteInboxes {
  readonly id: string;
  readonly inbox: string;
  readonly sharedInbox: string | null;
}

/** What stands at an address that somebody named; null also for what is none, and for where we never go. */
export async function documentAt({ remoteActors }: ReceivingReach, address: string): Promise<unknown> {
  if (!/^https?:/.test(address) || !URL.canParse(address)) return null;
  try {
    return await remoteActors.document(address);
  } catch (error) {
    if (error instanceof RefusedAddress) return null;
    throw error;
  }
}

/** What receiving needs besides. */
export interface ReceivingReach extends Reach {
  readonly remoteActors: Elsewhere;
}

/** An activity as it came, from an actor who has proved to be who it says. */
export interface Heard {
  readonly id: string;
  readonly type: string;
  readonly actor: string;
  readonly object: unknown;
  readonly target: unknown;
  /** What an answer leads to. */
  readonly result: unknown;
  /** Everyone it is addressed to. */
  readonly addressed: readonly string[];
  readonly content: string | null;
  /** RFC 3339. */
  readonly published: string | null;
}

/** What an activity does here, on the transaction that also notes it as heard; in at most four statements, but for what passes between instances. */
export type Effect = ((tx: Transaction) => Promise<void>) | Saying | Asking;

/** Someone's words, to be kept with those that others say at the same time. */
export interface Saying {
  readonly said: RemoteNote;
}

/** A question that is answered anew each time it comes: whoever repeats it has missed the answer. It counts once. */
export interface Asking {
  answer(tx: Transaction): Promise<void>;
}

/** Works out what an activity does here. Gives a promise only when something must be asked of another server first. */
export type Receiver = (reach: ReceivingReach, heard: Heard) => Effect | Promise<Effect>;

/** For what concerns nobody here. */
export const noEffect: Effect = async () => {};

/** A thing that stands alone in a list is that thing. */
const alone = orNothing(z.unknown()).transform((thing) =>
  Array.isArray(thing) && thing.length === 1 ? (thing[0] as unknown) : thing,
);

const HeardShape = z
  .object({
    id: z.url().refine(indexable),
    type: z.preprocess(first, z.string().max(200)),
    actor: reference,
    object: alone,
    target: alone,
    result: alone,
    to: orNothing(z.unknown()),
    cc: orNothing(z.unknown()),
    content: orNothing(z.string()),
    published: orNothing(z.iso.datetime({ offset: true })),
  })
  .transform(({ to, cc, ...heard }) => ({ ...heard, addressed: [...listAddresses(to), ...listAddresses(cc)] }));

/** Reads the plain JSON of an activity; null when it has another shape. */
export function readHeard(json: unknown): Heard | null {
  return HeardShape.safeParse(json).data ?? null;
}

/** The id of the local actor at an address, for a statement; null there when the address is of nobody here. */
export function actorAt(origin: string, address: string | null): RawBuilder<string> {
  const local = address === null ? null : readLocal(origin, address);
  if (local?.thing === "instance") return sql<string>`(select id from handles where kind = 'instance')`;
  return sql<string>`${local?.thing === "actor" ? local.id : null}::uuid`;
}

/** For a statement on followers or followings: whether a row is of the instance, and so of a peer. */
export const ofInstance = sql<boolean>`actor = (select id from handles where kind = 'instance')`;

/** What stands in `heard` for something that its author took back, perhaps before it came; of one length, however long the id. */
export const takenBack = (author: string, id: string): string =>
  `taken back: ${createHash("sha256").update(`${author} ${id}`).digest("base64url")}`;

/** Whether its author took it back, before it came. */
export async function isTakenBack(tx: Transaction, author: string, id: string): Promise<boolean> {
  const mark = tx.selectFrom("heard").select("activity").where("activity", "=", takenBack(author, id));
  return (await mark.executeTakeFirst()) !== undefined;
}

/** Whatever comes of it from now on, has no effect. */
export async function takeBack(tx: Transaction, author: string, id: string): Promise<void> {
  await tx
    .insertInto("heard")
    .values({ activity: takenBack(author, id) })
    .onConflict((known) => known.doNothing())
    .execute();
}
