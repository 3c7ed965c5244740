import type { Task } from "graphile-worker";
import { addJob } from "../src/foundation/jobs.ts";
import { gather } from "./gather.ts";
import { effectOf, hear, understand } from "./inbox.ts";
import type { Effect, Heard, ReceivingReach } from "./receive/activity.ts";
import { turns } from "./turns.ts";

/** Fewer than the pool has connections: each batch holds one. */
const batchesAtOnce = 3;
const mostInBatch = 50;

/** Between the 202 and the effect: activities are stored, many to a commit, and take effect, many to a transaction. */
export interface Inbox {
  /** Resolves once the activity is stored for good. Takes the JSON of an activity whose actor has proved to be who it says. */
  accept(activity: Readonly<Record<string, unknown>>): Promise<void>;
  /** The job `hear`. */
  readonly task: Task;
}

export function openInbox(reach: ReceivingReach): Inbox {
  const batches = turns(batchesAtOnce);
  const alone = turns(1); // the second try is rare: one connection is enough
  return {
    accept: gather((activities) => addJob(reach.db, "hear", activities), mostInBatch),
    task: (payload) => batches(() => hearBatch(reach, payload as readonly unknown[], alone)),
  };
}

interface Ready {
  readonly heard: Heard;
  readonly effect: Effect | Promise<Effect>;
}

// A job whose payload is a list may answer with as many promises: what fails of it comes again, the rest does not.
async function hearBatch(reach: ReceivingReach, activities: readonly unknown[], alone: ReturnType<typeof turns>) {
  const ready = await Promise.all(activities.map((activity) => makeReady(reach, activity)));
  void Promise.allSettled(ready.map((one) => one?.effect)); // what fails meanwhile is met below
  const now = ready.filter((one): one is Ready => one !== null && !waits(one));
  const together = await hearTogether(reach, now);
  if (together && now.length === ready.length) return undefined;
  return ready.map(async (one) => {
    if (one === null || (together && !waits(one))) return;
    const effect = await one.effect;
    await alone(() => reach.db.transaction().execute((tx) => hear(tx, one.heard, effect)));
  });
}

const waits = ({ effect }: Ready): boolean => effect instanceof Promise;

async function makeReady(reach: ReceivingReach, activity: unknown): Promise<Ready | null> {
  const heard = await understand(activity);
  return heard && { heard, effect: effectOf(reach, heard) };
}

async function hearTogether({ db }: ReceivingReach, ready: readonly Ready[]): Promise<boolean> {
  try {
    await db.transaction().execute(async (tx) => {
      for (const { heard, effect } of ready) await hear(tx, heard, await effect);
    });
    return true;
  } catch {
    return false; // nothing is kept of it: each is tried by itself, and a bad one fails alone
  }
}
