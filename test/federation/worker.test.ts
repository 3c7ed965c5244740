import { sql } from "kysely";
import { expect, test } from "vitest";
import { addJob } from "../../src/foundation/jobs.ts";
import { openLives } from "../../src/foundation/lives.ts";
import { startWorker } from "../../src/foundation/worker.ts";
import { countJobs, startDeliverySite } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";

test("a job is handled as soon as its transaction commits, and is gone then", async () => {
  await using site = await startDeliverySite();
  const seen: unknown[] = [];
  await site.work({ greet: (payload) => void seen.push(payload) });
  await site.db.transaction().execute((tx) => addJob(tx, "greet", { name: "Nubo" }));
  await eventually(() => seen.length === 1);
  expect(seen).toEqual([{ name: "Nubo" }]);
  await eventually(async () => (await countJobs(site.db)) === 0);
});

test("a job that fails comes again", async () => {
  await using site = await startDeliverySite();
  let tries = 0;
  await site.work({
    stumble: () => {
      tries += 1;
      if (tries === 1) throw new Error("not yet");
    },
  });
  await addJob(site.db, "stumble", {});
  await eventually(() => tries === 2);
});

test("a recurring job is set by its line in the crontab", async () => {
  await using site = await startDeliverySite();
  await site.work();
  const { rows } = await sql<{
    identifier: string;
  }>`select identifier from graphile_worker._private_known_crontabs`.execute(site.db);
  expect(rows.map(({ identifier }) => identifier)).toContain("sweep-deliveries");
});

test("stopping gives a job in hand its time, and one that does not end back to the queue", async () => {
  await using site = await startDeliverySite();
  const done: string[] = [];
  const settings = { pool: site.pool, url: site.url, lost: () => {}, freed: () => {} };
  const worker = await startWorker({
    ...settings,
    tasks: {
      short: () => new Promise<void>((resolve) => setTimeout(resolve, 500)).then(() => void done.push("short")),
      endless: () => new Promise<never>(() => {}),
    },
  });
  await addJob(site.db, "short", {});
  await addJob(site.db, "endless", {});
  await eventually(async () => {
    const { rows } = await sql`select from graphile_worker.jobs where locked_at is not null`.execute(site.db);
    return rows.length === 2;
  });
  await worker.stop();
  expect(done).toEqual(["short"]);
  const after: string[] = [];
  await site.work({ endless: () => void after.push("endless") });
  await sql`update graphile_worker._private_jobs set run_at = now(), locked_at = locked_at - interval '1 minute'`.execute(
    site.db,
  );
  await eventually(() => after.length === 1);
});

test("a lost sign of life is told, once; one that is given up is not", async () => {
  await using site = await startDeliverySite();
  const lost: Error[] = [];
  const lives = await openLives(site.url, (error) => lost.push(error));
  await lives.hold("a runner");
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'essaim-life' and datname = current_database()`.execute(
    site.db,
  );
  await eventually(() => lost.length === 1);
  const other = await openLives(site.url, (error) => lost.push(error));
  await other.close();
  expect(lost).toHaveLength(1);
});
