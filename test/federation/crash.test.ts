import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { addJob } from "../../src/foundation/jobs.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import { activity, addFollower, countJobs, privateKey, startDeliverySite } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { answers, type Behaviour, startPeer } from "../support/peer.ts";

/** A worker in a process of its own, that takes jobs once this returns. */
async function startWorkerProcess(url: string): Promise<ChildProcess> {
  const key = privateKey.export({ type: "pkcs8", format: "pem" });
  const script = projectPath("test", "support", "worker-process.ts");
  const child = spawn(process.execPath, [script, JSON.stringify({ url, key })], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout as NodeJS.ReadableStream, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

test("kill -9 in the middle of a fan-out to 100 followers: after it every one has it, under one activity id", async () => {
  await using site = await startDeliverySite();
  let answered = 0;
  // The first thirty are answered; who comes later waits, and so it is killed in the middle however slow this machine is.
  const halfway: Behaviour = (_, response) => void (answered++ < 30 && response.writeHead(202).end());
  const peers = await Promise.all(Array.from({ length: 20 }, () => startPeer(halfway)));
  const inboxes = peers.flatMap(({ origin }) => ["a", "b", "c", "d", "e"].map((name) => `${origin}/${name}`));
  for (const inbox of inboxes) await addFollower(site.db, site.actor, inbox);
  const arrived = () =>
    peers.flatMap(({ origin, received }) => received.map(({ path, body }) => ({ inbox: origin + path, body })));

  const child = await startWorkerProcess(site.url);
  await site.sendToFollowers(activity(site.actor, '{"id":"the one"}'));
  // What was answered is noted, a few at a time: then the rest is all that is in hand.
  await eventually(async () => arrived().length > 30 && (await countJobs(site.db)) <= 70);
  await kill(child);
  expect(arrived().length).toBeLessThan(100);
  for (const peer of peers) peer.behave(answers(202));

  await site.work();
  await eventually(async () => (await countJobs(site.db)) === 0);
  expect(new Set(arrived().map(({ inbox }) => inbox))).toEqual(new Set(inboxes));
  expect(new Set(arrived().map(({ body }) => body))).toEqual(new Set(['{"id":"the one"}']));
  // Repeated is at most what was in hand.
  expect(arrived().length).toBeLessThanOrEqual(100 + 24);
  await Promise.all(peers.map((peer) => peer[Symbol.asyncDispose]()));
});

test("jobs of a killed process are taken over within ten seconds, those of a living one are not", async () => {
  await using site = await startDeliverySite();
  const child = await startWorkerProcess(site.url);
  await addJob(site.db, "endless", { n: 1 });
  const locked = () => sql`select from graphile_worker.jobs where locked_at is not null`.execute(site.db);
  await eventually(async () => (await locked()).rows.length === 1);
  await sql`update graphile_worker._private_jobs set locked_at = now() - interval '1 hour'`.execute(site.db);

  const taken: unknown[] = [];
  await site.work({ endless: (payload) => void taken.push(payload) });
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  expect(taken).toEqual([]);
  await kill(child);
  await eventually(() => taken.length === 1);
});
