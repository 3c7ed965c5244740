import { sql } from "kysely";
import type { Database } from "./database.ts";
import { type DomainEvent, type Listener, type Run, runsOf, tell } from "./outbox.ts";

const lock = 7_410_233; // any number that nothing else locks: one process tells at a time

/** Tells what happened in the order in which it was recorded; a job that comes while others are told finds its event told with them. */
export class Teller<Event extends DomainEvent> {
  readonly #db: Database;
  readonly #read: (stored: unknown) => Event;
  readonly #listeners: readonly Listener<Event>[];
  /** Those whose jobs have come, for the next round. */
  readonly #wanted = new Set<string>();
  /** Those at which a listener failed: only their own jobs try them again, later each time. */
  readonly #failed = new Map<string, unknown>();
  #next: Promise<void> | null = null;
  #last: Promise<void> = Promise.resolve();

  constructor(db: Database, read: (stored: unknown) => Event, listeners: readonly Listener<Event>[]) {
    this.#db = db;
    this.#read = read;
    this.#listeners = listeners;
  }

  /** Comes back once these events are told, and with them all that is not told yet. Throws what a listener threw at one of them. */
  async tell(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.#wanted.add(id);
    await this.#nextRound();
    const failed = ids.find((id) => this.#failed.has(id));
    if (failed !== undefined) throw this.#failed.get(failed);
  }

  /** Whoever comes while a round is under way waits for the next, together with all others who do. */
  #nextRound(): Promise<void> {
    this.#next ??= this.#last.then(() => {
      this.#next = null;
      const round = this.#round();
      this.#last = round.catch(() => {}); // those who wait for that round are told; the next one begins all the same
      return round;
    });
    return this.#next;
  }

  async #round(): Promise<void> {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    for (const id of wanted) this.#failed.delete(id);
    await this.#db.connection().execute(async (holder) => {
      await sql`select pg_advisory_lock(${lock})`.execute(holder);
      try {
        for (let events = await this.#listUntold(wanted); events.length > 0; events = await this.#listUntold(wanted))
          for (const run of runsOf(events, this.#listeners)) await this.#tellRun(run);
      } finally {
        await sql`select pg_advisory_unlock(${lock})`.execute(holder);
      }
    });
  }

  /** What waits for nothing, and what waited for its bundle and is wanted now. */
  async #listUntold(wanted: readonly string[]): Promise<readonly Event[]> {
    const rows = await this.#db
      .selectFrom("events")
      .select(["id", "event"])
      .where("told", "is", null)
      .where(({ or, eb }) => or([eb("bundle", "is", null), sql<boolean>`id = any(${wanted}::uuid[])`]))
      .where(({ not }) => not(sql<boolean>`id = any(${[...this.#failed.keys()]}::uuid[])`))
      .orderBy("position")
      .limit(100)
      .execute();
    return rows.flatMap(({ id, event }) => this.#readOr(id, event));
  }

  /** One that cannot be read fails alone. */
  #readOr(id: string, stored: unknown): readonly Event[] {
    try {
      return [this.#read(stored)];
    } catch (error) {
      this.#failed.set(id, error);
      return [];
    }
  }

  /** Of several of which one fails, each is told by itself. */
  async #tellRun(run: Run<Event>): Promise<void> {
    try {
      await tell(this.#db, run, this.#read);
    } catch (error) {
      const [first = "", ...others] = run.ids;
      if (others.length === 0) this.#failed.set(first, error);
      else for (const id of run.ids) await this.#tellRun({ ...run, ids: [id] });
    }
  }
}
