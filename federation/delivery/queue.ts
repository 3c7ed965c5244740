import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import type {
  MessageQueue,
  MessageQueueDepth,
  MessageQueueEnqueueOptions,
  MessageQueueListenOptions,
} from "@fedify/fedify";
import type { Task } from "graphile-worker";
import { sql } from "kysely";
import type { Database, Reader, Transaction } from "../../src/foundation/database.ts";

const current = new AsyncLocalStorage<Transaction>();

/** What Fedify sends during `work` is queued on `tx`, and so only if that commits. */
export function enlist<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  return current.run(tx, work);
}

/** How a queue's messages are carried. */
export interface QueueSettings {
  /** The name of the job that carries this queue's messages. */
  readonly task: string;
  /** Takes out of a message what may not be stored. */
  readonly encode?: (message: unknown) => unknown;
  /** Puts it back. */
  readonly decode?: (message: unknown) => Promise<unknown>;
}

type Handler = (message: unknown) => Promise<void> | void;

/**
 * Fedify's queue as jobs of the one worker. Fedify puts back what it could not deliver, by its own policy; what throws
 * nevertheless (a broken message, no database) comes again as any job does. A message is deleted once it is handled, not before.
 */
export class GraphileQueue implements MessageQueue {
  readonly nativeRetrial = false;
  readonly #db: Database;
  readonly #settings: QueueSettings;
  readonly #running = new Set<Promise<void>>();
  #handler = Promise.withResolvers<Handler>();

  constructor(db: Database, settings: QueueSettings) {
    this.#db = db;
    this.#settings = settings;
  }

  async enqueue(message: unknown, options?: MessageQueueEnqueueOptions): Promise<void> {
    await this.enqueueMany([message], options);
  }

  /** One statement, however many there are. */
  async enqueueMany(messages: readonly unknown[], options?: MessageQueueEnqueueOptions): Promise<void> {
    if (messages.length === 0) return;
    const { task, encode = (message) => message } = this.#settings;
    const delay = Math.max(0, options?.delay?.total("millisecond") ?? 0);
    const tx: Reader = current.getStore() ?? this.#db;
    await sql`
      select from graphile_worker.add_jobs((
        select array_agg((${task}::text, message, ${laneOf(task, options?.orderingKey)}::text,
          clock_timestamp() + ${delay}::float8 * interval '1 millisecond',
          25::smallint, null, 0::smallint, null)::graphile_worker.job_spec order by n)
        from json_array_elements(${JSON.stringify(messages.map(encode))}::json) with ordinality as given (message, n)))`.execute(
      tx,
    );
  }

  /** The job, for the worker's list. It waits for `listen`. */
  readonly task: Task = async (payload) => {
    const { decode = async (message: unknown) => message } = this.#settings;
    const handle = await this.#handler.promise;
    const run = Promise.resolve(handle(await decode(payload)));
    this.#running.add(run);
    await run.finally(() => this.#running.delete(run));
  };

  async listen(handler: Handler, { signal }: MessageQueueListenOptions = {}): Promise<void> {
    this.#handler.resolve(handler);
    if (signal && !signal.aborted) await aborted(signal);
    if (!signal) await new Promise<never>(() => {});
    this.#handler = Promise.withResolvers<Handler>();
    await Promise.allSettled(this.#running);
  }

  async getDepth(): Promise<MessageQueueDepth> {
    const { rows } = await sql<{ queued: number; ready: number }>`
      select count(*) as queued, count(*) filter (where run_at <= now()) as ready
      from graphile_worker.jobs where task_identifier = ${this.#settings.task} and locked_at is null`.execute(this.#db);
    const { queued = 0, ready = 0 } = rows[0] ?? {};
    return { queued, ready, delayed: queued - ready };
  }
}

// Messages of one ordering key run one after the other. The worker keeps a row for each lane: so there are not too many.
function laneOf(task: string, orderingKey: string | undefined): string | null {
  if (orderingKey === undefined) return null;
  return `${task}:${createHash("sha256").update(orderingKey).digest().readUInt16BE() % 1_024}`;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
