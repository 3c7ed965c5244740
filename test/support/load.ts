import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { Database } from "../../src/foundation/database.ts";
import type { Activity, FakeMastodon } from "./fake-mastodon.ts";

const everyone = "https://www.w3.org/ns/activitystreams#Public";

/** A public note that names the host. */
export function mention({ origin, actor }: FakeMastodon, host: string, number: number): Activity {
  const id = `${origin}/notes/${number}`;
  const object = {
    ...{ id, type: "Note", attributedTo: actor, content: `<p>${number}</p>`, to: [everyone], cc: [host] },
    tag: [{ type: "Mention", href: host }],
  };
  return { "@context": "https://www.w3.org/ns/activitystreams", id: `${id}/activity`, type: "Create", actor, object };
}

/** As a peer does: what was not answered comes again. */
export async function untilAccepted(mastodon: FakeMastodon, activity: Activity, to: string): Promise<void> {
  for (;;) {
    const status = await mastodon.post(activity, { to }).catch(() => 0);
    if (status === 202) return;
    await pause(100);
  }
}

/** Works through these, so many at a time. */
export async function inLanes<Item>(
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

/** How many jobs wait or run. */
export async function waitingJobs(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from graphile_worker.jobs`.execute(db);
  return rows[0]?.count ?? 0;
}
