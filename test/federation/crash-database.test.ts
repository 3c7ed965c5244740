import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase, openPool } from "../../src/foundation/database.ts";
import { openEmbedded } from "../../src/foundation/embedded-postgres.ts";
import { eventually } from "../support/eventually.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { inLanes, mention, untilAccepted, waitingJobs } from "../support/load.ts";
import { actorOf, freshFolder, type Settings, settingsOf, setUp, startServer } from "../support/processes.ts";

/** PostgreSQL's immediate stop: no goodbye to anyone, nothing written down. */
async function stopImmediately(folder: string): Promise<void> {
  const { pid } = JSON.parse(await readFile(join(folder, "postgres.json"), "utf8")) as { pid: number };
  process.kill(pid, "SIGQUIT");
}

const follow = ({ origin, actor }: FakeMastodon, host: string, number: number): Activity => ({
  "@context": "https://www.w3.org/ns/activitystreams",
  ...{ id: `${origin}/follows/${number}`, type: "Follow", actor, object: host },
});

/** Under how many ids each Follow was answered, whatever the number of copies. */
function answersTo({ received }: FakeMastodon): ReadonlyMap<string, number> {
  const accepts = received.filter(({ type }) => type === "Accept");
  const pairs = new Map(accepts.map((one) => [one.id, (one["object"] as Activity).id]));
  const counts = new Map<string, number>();
  for (const answered of pairs.values()) counts.set(answered, (counts.get(answered) ?? 0) + 1);
  return counts;
}

test("PostgreSQL stops at once while activities come in and go out: nothing is lost or doubled", async () => {
  await using home = await freshFolder();
  await using data = await freshFolder();
  await using mastodon = await startFakeMastodon();
  const first = await openEmbedded(data.path);
  const settings = await settingsOf(home.path, first.url);
  await setUp(home.path, settings);
  await using orphaned = startServer(settings);
  await orphaned.printed(/Essaim answers/);
  const host = await actorOf(settings);

  const numbers = Array.from({ length: 100 }, (_, number) => number);
  const activities = numbers.flatMap((number) => [mention(mastodon, host, number), follow(mastodon, host, number)]);
  let accepted = 0;
  const sendAll = () =>
    inLanes(10, activities, async (activity) => {
      await untilAccepted(mastodon, activity, `${host}/inbox`);
      accepted += 1;
    });
  const sending = sendAll();
  await eventually(() => accepted >= 60);
  await stopImmediately(data.path);
  expect((await orphaned.ended()).code).toBe(1); // whoever supervises it starts it anew

  const second = await openEmbedded(data.path);
  const renewed: Settings = { ...settings, DATABASE_URL: second.url };
  await using next = startServer(renewed);
  await next.printed(/Essaim answers/);
  await sending;

  const db = openDatabase(openPool(second.url, 2, () => {}));
  const kept = () => db.selectFrom("messages").select("id").orderBy("id").execute();
  const settled = () => eventually(async () => (await waitingJobs(db)) === 0);
  await eventually(async () => (await kept()).length >= numbers.length);
  await settled();
  const before = await kept();
  await sendAll();
  await settled();
  expect(await kept()).toEqual(before);
  expect(before).toHaveLength(numbers.length);
  const once = activities.filter(({ type }) => type === "Follow").map(({ id }) => [id, 1] as const);
  expect(new Map([...answersTo(mastodon)].sort())).toEqual(new Map([...once].sort()));
  await db.destroy();
  await next.end("SIGTERM");
  await second.stop();
  await first.stop();
});
