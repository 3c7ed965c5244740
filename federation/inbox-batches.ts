import type { Task } from "graphile-worker";
import { gather } from "../src/foundation/gather.ts";
import { addJob } from "../src/foundation/jobs.ts";
import { turns } from "../src/foundation/turns.ts";
import { effectOf, hear, type Ready, understand } from "./inbox.ts";
import type { Effect, Heard, ReceivingReach } from "./receive/activity.ts";

const mostInJob = 50;
/** Jobs that wait while a transaction is under way are heard in the next one, so many at once. */
const mostJobsTogether = 8;

/** Between the 202 and the effect: activities are stored, many to a commit, and take effect, many to a transaction. */
export interface Inbox {
  /** Resolves once the activity is stored for good. Takes the JSON of an activity whose actor has proved to be who it says. */
  accept(activity: Readonly<Record<string, unknown>>): Promise<void>;
  /** The job `hear`. */
  readonly task: Task;
}

export function openInbox(reach: ReceivingReach): Inbox {
  const alone = turns(1); // the second try is rare: one connection is enough
  const hearing = gather((jobs: readonly (readonly unknown[])[]) => hearJobs(reach, jobs, alone), mostJobsTogether);
  return {
    accept: gather(async (activities) => {
      await addJob(reach.db, "hear", activities);
      return activities.map(() => undefined);
    }, mostInJob),
    task: (payload) => hearing(payload as readonly unknown[]),
  };
}

interface Coming {
  readonly heard: Heard;
  readonly effect: Effect | Promise<Effect>;
}

/** What became of a job's activities: nothing to say, or a promise for each. What fails of them comes again, the rest does not. */
type Told = Promise<void>[] | undefined;

async function hearJobs(
  reach: ReceivingReach,
  jobs: readonly (readonly unknown[])[],
  alone: ReturnType<typeof turns>,
): Promise<readonly Told[]> {
  const coming = await Promise.all(jobs.map((job) => Promise.all(job.map((activity) => prepare(reach, activity)))));
  const all = coming.flat();
  void Promise.allSettled(all.map((one) => one?.effect)); // what fails meanwhile is met below
  const ready = all.filter((one): one is Ready => one !== null && !waits(one));
  const together = await hearTogether(reach, ready);
  const isDone = (one: Coming | null) => one === null || (together && !waits(one));
  const hearAlone = async ({ heard, effect }: Coming) => {
    const known = await effect;
    await alone(() => reach.db.transaction().execute((tx) => hear(tx, reach, [{ heard, effect: known }])));
  };
  return coming.map((job) =>
    job.every(isDone) ? undefined : job.map(async (one) => (one === null || isDone(one) ? undefined : hearAlone(one))),
  );
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
