import { randomUUID } from "node:crypto";
import { type KyselyPlugin, sql } from "kysely";
import { inject } from "vitest";
import { actorIri, noteIri, proposalIri } from "../../federation/addresses.ts";
import { effectOf, hear, type Ready, understand } from "../../federation/inbox.ts";
import type { ReceivingReach } from "../../federation/receive/activity.ts";
import { findHandle } from "../../src/hosts/handles.ts";
import { startFederated, withOffer } from "./federated.ts";
import { urlOf } from "./server.ts";

export type Json = Readonly<Record<string, unknown>>;

export const alice = "https://ailleurs.example/users/alice";
export const bob = "https://ailleurs.example/users/bob";
export const mallory = "https://mechant.example/users/mallory";
export const everyone = "https://www.w3.org/ns/activitystreams#Public";

/** A site that hears activities as if the guard had let them through; what stands elsewhere is set by hand. */
export async function startReceiving() {
  const site = await startFederated();
  const offer = await withOffer(site);
  const documents = new Map<string, unknown>();
  const asked: string[] = [];
  const counter = { statements: 0 };
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(site.db);
  const url = urlOf(inject("clusterUrl"), rows[0]?.name ?? "");
  const db = site.db.withPlugin(counting(counter));
  const reach: ReceivingReach = {
    ...site.reach,
    db,
    remoteActors: {
      async find(id) {
        const row = await site.db.selectFrom("remoteActors").selectAll().where("id", "=", id).executeTakeFirst();
        return row ?? null;
      },
      async refresh(id) {
        asked.push(id);
        return null;
      },
      async document(id) {
        asked.push(id);
        const found = documents.get(id) ?? null;
        if (found instanceof Error) throw found;
        return found;
      },
    },
  };
  const know = (id: string) =>
    site.db
      .insertInto("remoteActors")
      .values({ id, type: "Person", inbox: `${id}/inbox`, sharedInbox: `${new URL(id).origin}/inbox` })
      .onConflict((known) => known.doNothing())
      .execute();
  for (const id of [alice, bob, mallory]) await know(id);
  return {
    ...site,
    url,
    reach,
    documents,
    asked,
    counter,
    know,
    ...(await thingsOf(site, offer.id)),
    hear: hearing(reach),
    hearTogether: hearingTogether(reach),
  };
}

export type Receiving = Awaited<ReturnType<typeof startReceiving>>;

async function thingsOf({ db, origin }: Awaited<ReturnType<typeof startFederated>>, offer: string) {
  const idOf = async (name: string) => (await findHandle(db, name))?.id ?? "";
  const note = await db.selectFrom("notes").select("id").where("actor", "=", offer).executeTakeFirstOrThrow();
  return {
    ids: {
      host: await idOf("hote_a"),
      offer,
      availability: await idOf("disponibilites"),
      instance: await idOf("instance"),
    },
    host: actorIri(origin, { id: await idOf("hote_a"), kind: "host" }),
    offer: actorIri(origin, { id: offer, kind: "offer" }),
    instance: actorIri(origin, { id: "", kind: "instance" }),
    note: noteIri(origin, note.id),
    proposal: proposalIri(origin, offer),
  };
}

/** Hears these, one after the other, each in a transaction of its own. */
const hearing =
  (reach: ReceivingReach) =>
  async (...activities: readonly Json[]): Promise<void> => {
    for (const activity of activities) {
      const heard = await understand(activity);
      if (heard === null) continue;
      const effect = await effectOf(reach, heard);
      await reach.db.transaction().execute((tx) => hear(tx, reach, [{ heard, effect }]));
    }
  };

/** Hears these in one transaction, as a batch of the inbox does. */
const hearingTogether =
  (reach: ReceivingReach) =>
  async (...activities: readonly Json[]): Promise<void> => {
    const ready: Ready[] = [];
    for (const activity of activities) {
      const heard = await understand(activity);
      if (heard !== null) ready.push({ heard, effect: await effectOf(reach, heard) });
    }
    await reach.db.transaction().execute((tx) => hear(tx, reach, ready));
  };

function counting(counter: { statements: number }): KyselyPlugin {
  return {
    transformQuery({ node }) {
      counter.statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}

/** An activity of someone elsewhere, with an id of its own. */
export function act(type: string, actor: string, object: unknown, more: Json = {}): Json & { readonly id: string } {
  return {
    "@context": "https://www.w3.org/ns/activitystreams",
    id: `${new URL(actor).origin}/activities/${randomUUID()}`,
    ...{ type, actor, object, ...more },
  };
}

/** A note of someone elsewhere, to everyone, that names these. */
export function noteBy(actor: string, mentions: readonly string[], more: Json = {}): Json & { readonly id: string } {
  return {
    id: `${actor}/statuses/${randomUUID()}`,
    type: "Note",
    attributedTo: actor,
    content: "<p>Bonjour</p>",
    to: [everyone],
    cc: [...mentions],
    tag: mentions.map((href) => ({ type: "Mention", href })),
    published: "2026-11-22T10:00:00Z",
    ...more,
  };
}

/** Every order of a few things. */
export function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}
