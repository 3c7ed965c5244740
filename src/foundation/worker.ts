import { EventEmitter } from "node:events";
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import { freeJobsOfTheDead, type Lives, openLives } from "./lives.ts";

/** What the process's one worker runs on. */
export interface WorkerSettings {
  readonly pool: pg.Pool;
  /** The same database, for the sign of life. */
  readonly url: string;
  readonly tasks: TaskList;
  /** Lines of a crontab, one each recurring job. */
  readonly crontab?: string;
  /** Jobs at a time. */
  readonly concurrency?: number;
  /** The sign of life is lost, or jobs run no more: the process has to end. */
  readonly lost: (error: Error) => void;
  /** Told which dead processes' jobs were taken over. */
  readonly freed: (runners: readonly string[]) => void;
}

/** The process's one worker. */
export interface Worker {
  /** Takes no more jobs, gives those in hand a few seconds, and returns the others to the queue. */
  stop(): Promise<void>;
}

/** Starts the process's one worker; a killed one's jobs are taken over within 10 s. */
export async function startWorker(settings: WorkerSettings): Promise<Worker> {
  const lives = await openLives(settings.url, settings.lost);
  const { runner, alive } = await startRunner(settings, lives);
  await alive;
  const reaper = startReaper(settings);
  return {
    async stop() {
      await reaper.stop();
      await within(8_000, runner.stop()).catch(() => runner.kill().catch(() => {}));
      await lives.close();
    },
  };
}

async function startRunner({ pool, tasks, crontab = "", concurrency = 48, lost }: WorkerSettings, lives: Lives) {
  const events: WorkerEvents = new EventEmitter();
  const { promise: alive, resolve, reject } = Promise.withResolvers<void>();
  // Jobs are marked with the pool's id, not with a worker's.
  events.on("pool:create", ({ workerPool }) => lives.hold(workerPool.id).then(resolve, reject));
  const runner: Runner = await run({
    pgPool: pool,
    taskList: tasks,
    crontab,
    concurrency,
    events,
    noHandleSignals: true,
    logger: new Logger(() => () => {}), // its own writes a line for each job
    pollInterval: 2_000,
    gracefulShutdownAbortTimeout: 4_000,
    // One statement fetches many jobs, one deletes many. A killed process repeats what it had in hand, no more.
    preset: {
      worker: { localQueue: { size: concurrency * 2, ttl: 60_000 }, completeJobBatchDelay: 5, failJobBatchDelay: 5 },
    },
  });
  runner.promise.catch(lost);
  return { runner, alive };
}

function startReaper({ pool, freed }: WorkerSettings) {
  let round = Promise.resolve();
  const free = async () => {
    const dead = await freeJobsOfTheDead(pool).catch(() => []); // the database is away: the next round comes
    if (dead.length > 0) freed(dead);
  };
  const next = () => {
    round = round.then(free);
  };
  next();
  const timer = setInterval(next, 5_000);
  return {
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}

function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("not in time")), milliseconds);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
