import type { Task } from "graphile-worker";
import { addJob } from "../src/foundation/jobs.ts";
import { gather } from "./gather.ts";
import { effectOf, hear, type Ready, understand } from "./inbox.ts";
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

interface Coming {
  readonly heard: Heard;
  readonly effect: Effect | Promise<Effect>;
}

// A job whose payload is a list may answer with as many promises: what fails of it comes again, the rest does not.
async function hearBatch(reach: ReceivingReach, activities: readonly unknown[], alone: ReturnType<typeof turns>) {
  const coming = await Promise.all(activities.map((activity) => prepare(reach, activity)));
  void Promise.allSettled(coming.map((one) => one?.effect)); // what fails meanwhile is met below
  const ready = coming.filter((one): one is Ready => one !== null && !waits(one));
  const together = await hearTogether(reach, ready);
  if (together && ready.length === coming.length) return undefined;
  return coming.map(async (one) => {
    if (one === null || (together && !waits(one))) return;
    const { heard, effect } = { ...one, effect: await one.effect };
    await alone(() => reach.db.transaction().execute((tx) => hear(tx, reach, [{ heard, effect }])));
  });
}

const waits = ({ effect }: Coming): boolean => effect instanceof Promise;

async function prepare(reach: ReceivingReach, activity: unknown): Promise<Coming | null> {
  const heard = await understand(activity);
  return heard && { heard, effect: effectOf(reach, heard) };
}

async function hearTogether(reach: ReceivingReach, ready: readonly Ready[]): Promise<boolean> {
  try {
    await reach.db.transaction().execute((tx) => hear(tx, reach, ready));
    return true;
  } catch {
    return false; // nothing is kept of it: each is tried by itself, and a bad one fails alone
  }
}
