import { sql } from "kysely";
import { z } from "zod";
import { findDocument } from "../../federation/documents.ts";
import { effectOf, hear, type Ready, understand } from "../../federation/inbox.ts";
import { findOwnHost, type OwnHost, partnershipActivity } from "../../federation/partnerships.ts";
import type { ReceivingReach } from "../../federation/receive/activity.ts";
import { type Shown, VisitFailed } from "../../federation/swarm/asking.ts";
import { comparePartnership } from "../../federation/swarm/partnerships.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { PartnershipChanged } from "../../src/partnerships/events.ts";
import { partnershipDeeds } from "../../src/partnerships/life.ts";
import { findPartnership } from "../../src/partnerships/queries.ts";
import { type Federated, startFederated } from "./federated.ts";
import type { Json } from "./receiving.ts";

/** A host with its real database, receivers and comparison, joined to another by whatever channel a test makes. */
export interface Side extends AsyncDisposable {
  readonly site: Federated;
  readonly own: OwnHost;
  /** Hears these in one transaction. */
  hear(...messages: readonly Json[]): Promise<void>;
  /** What is to be said to the other since the last time, and what is to be looked at there. */
  take(): Promise<{ readonly messages: readonly Json[]; readonly looks: readonly string[] }>;
  /** Looks at what the other's document says; `reached` is whether it answers. */
  look(partnership: string, other: Side, reached?: boolean): Promise<void>;
}

export async function startSide(origin: string): Promise<Side> {
  const site = await startFederated(origin);
  await site.setUp();
  const own = await findOwnHost(site.db, origin);
  if (own === null) throw new Error("nobody hosts here");
  const nothing = async () => null;
  const reach: ReceivingReach = {
    ...site.reach,
    remoteActors: { find: nothing, refresh: nothing, document: nothing },
  };
  return {
    ...{ site, own },
    async hear(...messages) {
      const ready: Ready[] = [];
      for (const message of messages) {
        const heard = await understand(message);
        if (heard !== null) ready.push({ heard, effect: await effectOf(reach, heard) });
      }
      await site.change((tx) => hear(tx, reach, ready));
    },
    take: () => taken(site),
    look: (partnership, other, reached = true) => look(site, partnership, other, reached),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  };
}

/** One side has met the actor of another. */
export async function meet({ site }: Side, actor: string, name = "Ailleurs"): Promise<void> {
  await site.db
    .insertInto("remoteActors")
    .values({ id: actor, type: "Organization", name, inbox: `${actor}/inbox` })
    .onConflict((known) => known.doNothing())
    .execute();
}

const Job = z.object({ task: z.string(), payload: z.object({ partnership: z.uuid(), deed: z.string().optional() }) });

async function taken({ db, origin }: Federated) {
  const events = await sql<{ event: unknown }>`
    delete from events where name = 'partnership-changed' returning event, position`.execute(db);
  const jobs = await sql`
    with gone as (delete from graphile_worker._private_jobs returning id, task_id, payload)
    select identifier as task, payload from gone join graphile_worker._private_tasks as task on task.id = task_id
    order by gone.id`.execute(db);
  const due = jobs.rows.flatMap((row) => Job.safeParse(row).data ?? []);
  const said = [
    ...events.rows.map(({ event }) => PartnershipChanged.parse(event)),
    ...due.filter(({ task }) => task === "send-partnership").map(({ payload }) => payload),
  ];
  const messages: Json[] = [];
  for (const { partnership, deed } of said) {
    const found = await findPartnership(db, partnership);
    const known = partnershipDeeds.find((one) => one === deed);
    const outgoing = found && known ? await partnershipActivity(db, origin, found, known) : null;
    if (outgoing !== null) messages.push(JSON.parse(outgoing.body));
  }
  const looks = due.filter(({ task }) => task === "compare-partnership").map(({ payload }) => payload.partnership);
  return { messages, looks };
}

async function look({ db, origin }: Federated, partnership: string, other: Side, reached: boolean): Promise<void> {
  const ask = async (url: string): Promise<Shown> => {
    if (!reached) throw new VisitFailed("unreachable");
    if (url === other.own.actor) return { kind: "found", json: null }; // it is there, and nobody reads more of it
    const { db: there, reach } = other.site;
    const served = await findDocument(there, reach, new URL(url).pathname, async () => origin);
    if (served === null) return { kind: "absent" };
    return { kind: served.status === 200 ? "found" : "gone", json: JSON.parse(served.body) };
  };
  const asker = { patient: { ask }, prompt: { ask, mayAsk: () => true } };
  try {
    await comparePartnership({ db, origin, asker, now: () => new Date() }, partnership);
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
  }
}
