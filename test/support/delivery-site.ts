import { generateKeyPairSync, randomUUID } from "node:crypto";
import type { TaskList } from "graphile-worker";
import { sql } from "kysely";
import { type Outgoing, send, sendToFollowers } from "../../federation/delivery/deliveries.ts";
import { deliveryWork } from "../../federation/delivery/delivery-work.ts";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { openOutbound } from "../../src/foundation/outbound.ts";
import { startWorker } from "../../src/foundation/worker.ts";
import { freshDatabase } from "./database.ts";

export const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** A site that only delivers: a database, an actor, and a worker when asked for. */
export async function startDeliverySite() {
  const { url, drop } = await freshDatabase();
  const pool = openPool(url, 14, () => {});
  const db = openDatabase(pool);
  const outbound = openOutbound({ ranges: ["127.0.0.0/8"] });
  const actor = await addActor(db);
  const keys = async (id: string) => ({ keyId: `https://ours.test/ap/actors/${id}#main-key`, key: privateKey });
  const denied = new Set<string>();
  const isDenied = async (id: string) => denied.has(id);
  const work = deliveryWork({ db, outbound, keys, isDenied, random: () => 0.5 });
  const stops: (() => Promise<void>)[] = [];
  return {
    url,
    db,
    pool,
    actor,
    /** Followers whose own servers say that there is none. */
    denied,
    /** Writes down what is still only remembered. */
    settle: () => work.close(),
    async work(tasks: TaskList = {}) {
      const settings = { pool, url, concurrency: 24, lost: () => {}, freed: () => {} };
      const worker = await startWorker({ ...settings, tasks: { ...work.tasks, ...tasks }, crontab: work.crontab });
      stops.push(() => worker.stop());
      return worker;
    },
    send: (inboxes: readonly string[], outgoing = activity(actor)) =>
      db.transaction().execute(async (tx) => {
        await send(tx, outgoing, inboxes);
        return outgoing;
      }),
    sendToFollowers: (outgoing = activity(actor)) =>
      db.transaction().execute(async (tx) => {
        await sendToFollowers(tx, outgoing);
        return outgoing;
      }),
    async [Symbol.asyncDispose]() {
      for (const stop of stops) await stop();
      await work.close();
      await outbound.close();
      await db.destroy();
      await drop();
    },
  };
}

export function activity(actor: string, body = "{}"): Outgoing {
  return { id: randomUUID(), actor, type: "Create", body, public: true };
}

async function addActor(db: Database): Promise<string> {
  const id = randomUUID();
  const name = `a${id.replaceAll("-", "").slice(0, 20)}`;
  await db.insertInto("handles").values({ id, name, kind: "host" }).execute();
  return id;
}

/** Someone elsewhere follows, reached at `inbox`; `own` is their own inbox, where that is another. Gives their address. */
export async function addFollower(
  db: Database,
  actor: string,
  inbox: string,
  accepted = true,
  own = inbox,
): Promise<string> {
  const follower = `${new URL(inbox).origin}/users/${randomUUID()}`;
  const sharedInbox = own === inbox ? null : inbox;
  await db.insertInto("remoteActors").values({ id: follower, type: "Person", inbox: own, sharedInbox }).execute();
  await db
    .insertInto("followers")
    .values({ actor, follower, follow: `${follower}#follow`, inbox, accepted })
    .execute();
  return follower;
}

/** Makes the jobs that are set for later due now, of all tasks or of one: the time that tests have. */
export async function passTime(db: Database, task: string | null = null): Promise<void> {
  await sql`
    update graphile_worker._private_jobs set run_at = now() from graphile_worker._private_tasks as tasks
    where tasks.id = task_id and run_at > now() and locked_at is null and identifier = coalesce(${task}, identifier)`.execute(
    db,
  );
  await sql`select pg_notify('jobs:insert', '{"r":1,"count":50}')`.execute(db);
}

export async function countJobs(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from graphile_worker.jobs`.execute(db);
  return rows[0]?.count ?? 0;
}
