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
import { invite } from "./receive/joint.ts";
import { add, announce, remove as unlist } from "./receive/listing.ts";
import { move } from "./receive/move.ts";
import { offer } from "./receive/offer.ts";
import { like } from "./receive/react.ts";
import { tentativelyAccept } from "./receive/relationships.ts";
import { create, keepSayings } from "./receive/say.ts";
import { undo } from "./receive/undo.ts";
import { update } from "./receive/update.ts";

/** Everything this site understands, one line each. */
const receivers: ReadonlyMap<string, Receiver> = new Map(
  Object.entries({
    Follow: follow,
    Undo: undo,
    Accept: accept,
    Reject: reject,
    TentativeAccept: tentativelyAccept,
    Block: block,
    Delete: remove,
    Move: move,
    Update: update,
    Create: create,
    Like: like,
    EmojiReact: like,
    Announce: announce,
    Add: add,
    Remove: unlist,
    Flag: flag,
    Offer: offer,
    Invite: invite,
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

/** An activity that was understood, and what it does here. */
export interface Ready {
  readonly heard: Heard;
  readonly effect: Effect;
}

/**
 * The effects of activities and the notes that they were heard, together and in their order. One heard before, but for a question that is asked again, taken back
 * already, of a blocked domain or of someone who is no more has none. What different actors say at once is noted and kept in one statement each.
 */
export async function hear(tx: Transaction, { origin }: ReceivingReach, ready: readonly Ready[]): Promise<void> {
  for (const wave of wavesOf(ready)) {
    const fresh = await noteHeard(tx, wave);
    const effects = wave.flatMap(({ heard, effect }) => (fresh.has(heard.id) ? [effect] : []));
    for (const effect of effects) await take(tx, effect);
    const sayings = effects.filter((effect) => typeof effect !== "function" && "said" in effect);
    if (sayings.length > 0) await keepSayings(tx, origin, sayings);
  }
}

async function take(tx: Transaction, effect: Effect): Promise<void> {
  if (typeof effect === "function") await effect(tx);
  else if ("answer" in effect) await effect.answer(tx);
}

/** Parts them such that in each wave all are of different actors, and each actor's come in order. */
function wavesOf(ready: readonly Ready[]): readonly (readonly Ready[])[] {
  const waves: { readonly taken: Set<string>; readonly members: Ready[] }[] = [];
  const last = new Map<string, number>();
  for (const one of ready) {
    const { actor, id } = one.heard;
    let at = (last.get(actor) ?? -1) + 1;
    while (waves[at]?.taken.has(id)) at += 1;
    waves[at] ??= { taken: new Set(), members: [] };
    waves[at]?.taken.add(id);
    waves[at]?.members.push(one);
    last.set(actor, at);
  }
  return waves.map(({ members }) => members);
}

/** The ids of those that are to take effect; of questions, also of those that were heard before. In the order of their ids, so that two batches never wait for each other. */
async function noteHeard(tx: Transaction, wave: readonly Ready[]): Promise<ReadonlySet<string>> {
  const ids = wave.map(({ heard }) => heard.id);
  const actors = wave.map(({ heard }) => heard.actor);
  const domains = wave.map(({ heard }) => domainsAround(heard.actor).join(" "));
  const marks = wave.map(({ heard }) => takenBack(heard.actor, heard.id));
  const again = wave.flatMap(({ heard, effect }) =>
    typeof effect !== "function" && "answer" in effect ? [heard.id] : [],
  );
  const { rows } = await sql<{ activity: string }>`
    insert into heard (activity)
    select id from unnest(${ids}::text[], ${actors}::text[], ${marks}::text[], ${domains}::text[])
      as came (id, actor, mark, domains)
    where not exists (select from heard where activity = mark)
    and not exists (select from remote_actors where remote_actors.id = actor and gone is not null)
    and not exists (select from blocks where domain = any(string_to_array(domains, ' ')))
    order by id
    on conflict (activity) do update set heard = heard.heard where heard.activity = any(${again}::text[])
    returning activity`.execute(tx);
  return new Set(rows.map(({ activity }) => activity));
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
