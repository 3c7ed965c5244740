import type { Database } from "../../src/foundation/database.ts";
import type { Peers } from "./peers.ts";
import type { Reply } from "./posting.ts";
import type { Delivery, Records } from "./records.ts";

/** What taking up again needs. */
export interface Resuming {
  readonly db: Database;
  readonly records: Records;
  readonly peers: Peers;
  readonly tryOnce: (delivery: Delivery) => Promise<Reply>;
}

const longest = 5_000;
const most = 25;

/**
 * Tries a server whose circuit is open with what it was not sent. If it takes that, the rest follows, one by one and in order,
 * a handful per job; with the last one, deliveries flow again. Meanwhile new ones queue behind.
 */
export async function resume(resuming: Resuming, origin: string): Promise<void> {
  const { db, records, peers, tryOnce } = resuming;
  const started = performance.now();
  for (let tried = 0; tried < most && performance.now() - started < longest; tried++) {
    const delivery = await records.findHeld(origin);
    if (!delivery) {
      if (await peers.close(origin)) return;
      continue;
    }
    const reply = await tryOnce(delivery);
    if (reply.kind === "down") {
      await records.miss(delivery, reply, tried === 0);
      await db.transaction().execute((tx) => peers.postpone(tx, origin, tried === 0 ? undefined : soon()));
      return;
    }
    await settle(records, delivery, reply);
  }
  await db.transaction().execute((tx) => peers.postpone(tx, origin, new Date()));
}

// It was well a moment ago: what it choked on goes its own way, the others need not wait for half an hour.
const soon = (): Date => new Date(Date.now() + 60_000);

async function settle(records: Records, delivery: Delivery, reply: Exclude<Reply, { kind: "down" }>): Promise<void> {
  if (reply.kind === "taken") await records.done(delivery);
  else if (reply.kind === "gone") await records.forget(delivery.inbox);
  else await records.miss(delivery, reply);
}
