import { expect, test } from "vitest";
import { openDatabase, openPool } from "../../src/foundation/database.ts";
import { freshDatabase } from "../support/database.ts";
import { eventually } from "../support/eventually.ts";
import { startFakeMastodon } from "../support/fake-mastodon.ts";
import { inLanes, mention, untilAccepted, waitingJobs } from "../support/load.ts";
import { actorOf, freshFolder, settingsOf, setUp, startServer } from "../support/processes.ts";

test("kill -9 while activities come in: what was answered 202 takes effect, once", async () => {
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
