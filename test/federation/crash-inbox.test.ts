import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { freshDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { actorOf, freshFolder, settingsOf, setUp, startServer } from "../support/processes.ts";

const everyone = "https://www.w3.org/ns/activitystreams#Public";

test("kill -9 while activities come in: what was answered 202 takes effect, once", { timeout: 90_000 }, async () => {
  await using folder = await freshFolder();
  await using mastodon = await startFakeMastodon();
  const database = await freshDatabase();
  const settings = await settingsOf(folder.path, database.url);
  await setUp(folder.path, settings);
  await using killed = startServer(settings);
  await killed.printed(/Essaim answers/);
  const host = await actorOf(settings);

  const activities = Array.from({ length: 200 }, (_, number) => mention(mastodon, host, number));
  let accepted = 0;
  const sending = inLanes(10, activities, async (activity) => {
    await untilAccepted(mastodon, activity, `${host}/inbox`);
    accepted += 1;
  });
  await eventually(() => accepted >= 60);
  await killed.end("SIGKILL");
  await using next = startServer(settings);
  await next.printed(/Essaim answers/);
  await sending;

  const db = openDatabase(openPool(database.url, 2, () => {}));
  const kept = () => db.selectFrom("messages").select("id").orderBy("id").execute();
  await eventually(async () => (await kept()).length >= activities.length);
  const before = await kept();
  await inLanes(10, activities, (activity) => untilAccepted(mastodon, activity, `${host}/inbox`));
  await eventually(async () => (await waitingJobs(db)) === 0);
  expect(await kept()).toEqual(before);
  expect(before).toHaveLength(activities.length);
  await db.destroy();
  await next.end("SIGTERM");
  await database.drop();
});

async function waitingJobs(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from graphile_worker.jobs`.execute(db);
  return rows[0]?.count ?? 0;
}

function mention({ origin, actor }: FakeMastodon, host: string, number: number): Activity {
  const id = `${origin}/notes/${number}`;
  const object = {
    ...{ id, type: "Note", attributedTo: actor, content: `<p>${number}</p>`, to: [everyone], cc: [host] },
    tag: [{ type: "Mention", href: host }],
  };
  return { "@context": "https://www.w3.org/ns/activitystreams", id: `${id}/activity`, type: "Create", actor, object };
}

/** As a peer does: what was not answered comes again. */
async function untilAccepted(mastodon: FakeMastodon, activity: Activity, to: string): Promise<void> {
  for (;;) {
    const status = await mastodon.post(activity, { to }).catch(() => 0);
    if (status === 202) return;
    await pause(100);
  }
}

async function inLanes<Item>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
