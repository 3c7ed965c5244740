import { setTimeout as pause } from "node:timers/promises";
import type { JobHelpers, Task } from "graphile-worker";
import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { openInbox } from "../../federation/inbox-batches.ts";
import type { ReceivingReach } from "../../federation/receive/activity.ts";
import { openPool } from "../../src/foundation/database.ts";
import { gather } from "../../src/foundation/gather.ts";
import { startWorker } from "../../src/foundation/worker.ts";
import { eventually } from "../support/eventually.ts";
import { act, alice, bob, type Json, mallory, noteBy, type Receiving, startReceiving } from "../support/receiving.ts";

const site: Receiving = await startReceiving();
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const table of ["heard", "reactions", "followers", "messages"] as const)
    await site.db.deleteFrom(table).execute();
  await sql`delete from graphile_worker._private_jobs`.execute(site.db);
});

const jobs = async () => {
  const { rows } = await sql<{ payload: readonly Json[] }>`
    select payload from graphile_worker._private_jobs as jobs join graphile_worker._private_tasks as tasks on tasks.id = task_id
    where identifier = 'hear' order by jobs.id`.execute(site.db);
  return rows.map(({ payload }) => payload);
};
const heard = async () => (await site.db.selectFrom("heard").select("activity").execute()).map((row) => row.activity);

/** What of this payload would come again, as graphile-worker sees it. */
async function failedOf(task: Task, payload: readonly Json[]): Promise<readonly Json[]> {
  const results = await task(payload, {} as JobHelpers);
  if (!Array.isArray(results)) return [];
  const settled = await Promise.allSettled(results);
  return payload.filter((_, at) => settled[at]?.status === "rejected");
}

describe("what is accepted", () => {
  test("is stored when the answer is given, many to a job", async () => {
    const inbox = openInbox(site.reach);
    const all = Array.from({ length: 120 }, () => act("Like", alice, site.note));
    await inbox.accept(all[0] as Json);
    expect(await jobs()).toEqual([[all[0]]]);
    await Promise.all(all.slice(1).map((one) => inbox.accept(one)));
    const stored = await jobs();
    expect(stored.flat()).toEqual(all);
    expect(stored.length).toBeLessThan(10);
  });

  test("is not accepted when it could not be stored; the others of its batch are", async () => {
    const stored: number[] = [];
    const add = gather(async (items: readonly number[]) => {
      await pause(1);
      if (items.includes(3)) throw new Error("3 cannot be stored");
      stored.push(...items);
      return items;
    }, 50);
    const settled = await Promise.allSettled([1, 2, 3, 4, 5].map((item) => add(item)));
    expect(settled.map((one) => (one.status === "fulfilled" ? one.value : "refused"))).toEqual([1, 2, "refused", 4, 5]);
    expect(stored).toEqual([1, 2, 4, 5]);
    await add(6);
    expect(stored).toEqual([1, 2, 4, 5, 6]);
  });
});

describe("a batch", () => {
  test("takes effect whole, in one transaction", async () => {
    const all = [act("Follow", alice, site.host), act("Like", bob, site.note), act("Explode", mallory, {}), { id: 1 }];
    expect(await failedOf(openInbox(site.reach).task, all)).toEqual([]);
    expect((await heard()).length).toBe(3);
    const { rows } = await sql`select distinct xmin::text from heard`.execute(site.db);
    expect(rows).toHaveLength(1);
  });

  test("of several jobs that come at once is one transaction, and each job is told of its own", async () => {
    const bad = act("Create", alice, noteBy(alice, [site.host], { content: "nul \u0000 nul" }));
    const jobs = [
      [act("Like", alice, site.note)],
      [act("Follow", bob, site.host), act("Like", bob, site.note)],
      [act("Like", mallory, site.note)],
    ];
    const { task } = openInbox(site.reach);
    expect(await Promise.all(jobs.map((job) => failedOf(task, job)))).toEqual([[], [], []]);
    const { rows } = await sql`select distinct xmin::text from heard`.execute(site.db);
    expect(rows).toHaveLength(1);
    const more = [[act("Like", bob, site.host)], [bad], [act("Follow", alice, site.host)]];
    expect(await Promise.all(more.map((job) => failedOf(task, job)))).toEqual([[], [bad], []]);
    const good = [...jobs.flat(), ...more.flat()].filter((one) => one !== bad).map(({ id }) => id);
    expect((await heard()).sort()).toEqual(good.sort());
  });

  test("with a bad one among them keeps the good ones, and the bad one comes again alone", async () => {
    const bad = act("Create", alice, noteBy(alice, [site.host], { content: "nul \u0000 nul" }));
    const good = [act("Like", alice, site.note), act("Like", bob, site.note)];
    const { task } = openInbox(site.reach);
    expect(await failedOf(task, [good[0] as Json, bad, good[1] as Json])).toEqual([bad]);
    expect((await heard()).sort()).toEqual(good.map(({ id }) => id).sort());
    expect(await failedOf(task, [bad])).toEqual([bad]);
  });

  test("does not wait for those that have to ask another server; what cannot be asked comes again", async () => {
    const answers: (() => void)[] = [];
    const elsewhere = {
      ...site.reach.remoteActors,
      refresh: () => new Promise<null>((go) => answers.push(() => go(null))),
    };
    const broken = { ...elsewhere, document: () => Promise.reject(new Error("unreachable")) };
    const reach: ReceivingReach = { ...site.reach, remoteActors: broken };
    const [slow, lost] = [act("Update", alice, alice), act("Create", bob, `${bob}/statuses/1`)];
    const quick = act("Like", alice, site.note);
    const failed = failedOf(openInbox(reach).task, [slow, lost, quick]);
    await eventually(async () => (await heard()).length === 1);
    expect(await heard()).toEqual([quick.id]);
    for (const answer of answers) answer();
    expect(await failed).toEqual([lost]);
    expect((await heard()).sort()).toEqual([slow.id, quick.id].sort());
  });

  test("many at once neither stand still nor count twice", async () => {
    const { task } = openInbox(site.reach);
    const likes = Array.from({ length: 40 }, () => act("Like", alice, site.note));
    await Promise.all(Array.from({ length: 12 }, (_, at) => failedOf(task, at % 2 ? likes : likes.toReversed())));
    expect(await heard()).toHaveLength(40);
    expect(await site.db.selectFrom("reactions").selectAll().execute()).toHaveLength(1);
  });
});

test("what was accepted takes effect in the worker, and what fails stays for later", async () => {
  const document = () => Promise.reject(new Error("unreachable"));
  const inbox = openInbox({ ...site.reach, remoteActors: { ...site.reach.remoteActors, document } });
  const pool = openPool(site.url, 6, () => {});
  const bad = act("Create", alice, `${alice}/statuses/1`);
  const follows = Array.from({ length: 30 }, () => act("Follow", alice, site.host));
  await Promise.all([...follows, bad].map((one) => inbox.accept(one)));
  const settings = { pool, url: site.url, lost: () => {}, freed: () => {} };
  const worker = await startWorker({ ...settings, tasks: { hear: inbox.task, deliver: async () => {} } });
  try {
    await eventually(async () => (await heard()).length === 30);
    await eventually(async () => (await jobs()).flat().length === 1);
    expect(await jobs()).toEqual([[bad]]);
    expect(await site.db.selectFrom("followers").selectAll().execute()).toHaveLength(1);
  } finally {
    await worker.stop();
    await pool.end();
  }
});
