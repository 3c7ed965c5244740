import type { Database } from "../../src/foundation/database.ts";
import type { Absences } from "./absences.ts";
import type { Lanes } from "./lanes.ts";
import type { Peers } from "./peers.ts";
import type { Reply } from "./posting.ts";
import type { Delivery, Records } from "./records.ts";

/** What taking up again needs. */
export interface Resuming {
  readonly db: Database;
  readonly records: Records;
  readonly absences: Absences;
  readonly peers: Peers;
  readonly lanes: Lanes;
  readonly tryOnce: (delivery: Delivery) => Promise<Reply>;
}

const longest = 5_000;
const most = 25;

/**
 * Tries a server whose circuit is open with what it was not sent. If it takes that, the rest follows, one by one and in order,
 * a handful per job; with the last one, deliveries flow again. Meanwhile new ones queue behind.
 */
export async function resume(resuming: Resuming, origin: string): Promise<void> {
  const { db, peers } = resuming;
  const started = performance.now();
  let step: Step = "well";
  let tried = 0;
  while (step === "well" && tried < most && performance.now() - started < longest) {
    step = await takeStep(resuming, origin, tried === 0);
    tried += 1;
  }
  if (step === "flows") return;
  const pause = step === "well" ? 0 : tried > 1 ? afterStumbling : null;
  await db.transaction().execute((tx) => peers.postpone(tx, origin, pause));
}

type Step = "well" | "down" | "flows";

async function takeStep(resuming: Resuming, origin: string, probe: boolean): Promise<Step> {
  const { records, peers, lanes, tryOnce } = resuming;
  const delivery = await records.findHeld(origin);
  if (!delivery) return (await peers.close(origin)) ? "flows" : "well";
  const lane = await lanes.enter(origin, delivery.inbox);
  if (typeof lane === "number") return "down";
  const reply = await tryOnce(delivery).finally(() => lane.leave());
  if (reply.kind === "down") {
    await records.miss(delivery, reply, probe);
    return "down";
  }
  await settleAnswered(resuming, delivery, reply);
  return "well";
}

// It was well a moment ago: what it choked on goes its own way, the others need not wait for half an hour.
const afterStumbling = 30_000;

/** Does what the answer of a server that is well asks for. */
export async function settleAnswered(
  { records, absences }: Pick<Resuming, "records" | "absences">,
  delivery: Delivery,
  reply: Exclude<Reply, { kind: "down" }>,
): Promise<void> {
  if (reply.kind === "gone") return absences.leave(delivery);
  if (reply.kind === "taken") return delivery.stored ? records.done(delivery) : undefined;
  const resolved = reply.status === 404 && (await absences.resolve(delivery));
  if (!resolved) await records.miss(delivery, reply);
}
