import { Activity } from "@fedify/vocab";
import type { DocumentLoader } from "@fedify/vocab-runtime";
import { sql } from "kysely";
import type { Transaction } from "../src/foundation/database.ts";
import { domainsAround } from "../src/peers/block.ts";
import { bundledContexts } from "./bundled-contexts.ts";
import {
  type Effect,
  type Heard,
  noEffect,
  type Receiver,
  type ReceivingReach,
  readHeard,
  takenBack,
} from "./receive/activity.ts";
import { accept, reject } from "./receive/answer.ts";
import { block } from "./receive/block.ts";
import { remove } from "./receive/delete.ts";
import { flag } from "./receive/flag.ts";
import { follow } from "./receive/follow.ts";
import { move } from "./receive/move.ts";
import { announce, like } from "./receive/react.ts";
import { create } from "./receive/say.ts";
import { undo } from "./receive/undo.ts";
import { update } from "./receive/update.ts";

/** Everything this site understands, one line each. */
const receivers: ReadonlyMap<string, Receiver> = new Map(
  Object.entries({
    Follow: follow,
    Undo: undo,
    Accept: accept,
    Reject: reject,
    Block: block,
    Delete: remove,
    Move: move,
    Update: update,
    Create: create,
    Like: like,
    EmojiReact: like,
    Announce: announce,
    Flag: flag,
  }),
);

/** Reads an activity: plain JSON as most write it; any other form of JSON-LD through the vocabulary, in which the same actor must have said it. */
export async function understand(json: unknown): Promise<Heard | null> {
  const plain = readHeard(json);
  if (plain === null || receivers.has(plain.type)) return plain;
  const compact = readHeard(await compactly(json));
  return compact !== null && compact.id === plain.id && compact.actor === plain.actor ? compact : plain;
}

/** What it does here; what nobody here knows is heard, and does nothing. A promise when another server must be asked first. */
export function effectOf(reach: ReceivingReach, heard: Heard): Effect | Promise<Effect> {
  return receivers.get(heard.type)?.(reach, heard) ?? noEffect;
}

/** The effect of an activity and the note that it was heard, together. Heard before, taken back already, of a blocked domain or of someone who is no more, it has none. */
export async function hear(tx: Transaction, { id, actor }: Heard, effect: Effect): Promise<void> {
  const { rows } = await sql`
    insert into heard (activity) select ${id}
    where not exists (select from heard where activity = ${takenBack(actor, id)})
    and not exists (select from remote_actors where id = ${actor} and gone is not null)
    and not exists (select from blocks where domain = any(${domainsAround(actor)}))
    on conflict do nothing returning activity`.execute(tx);
  if (rows.length > 0) await effect(tx);
}

async function compactly(json: unknown): Promise<unknown> {
  const loaders = { contextLoader: bundledContexts, documentLoader: nothingElse };
  try {
    return await (await Activity.fromJsonLd(json, loaders)).toJsonLd({ format: "compact", ...loaders });
  } catch {
    return null; // a type that nobody here knows
  }
}

const nothingElse: DocumentLoader = (url) => Promise.reject(new Error(`not loaded while reading: ${url}`));
