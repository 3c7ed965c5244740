import { sql } from "kysely";
import { z } from "zod";
import { notifyChanged } from "./changed.ts";
import type { Database, Transaction } from "./database.ts";
import { addJob } from "./jobs.ts";

/** Something that happened here and that others may want to hear of. */
export interface DomainEvent {
  readonly id: string;
  readonly name: string;
  /** RFC 3339. */
  readonly happened: string;
}

/** The shape of an event as it is stored: what happened, when, and the ids it is about; listeners read the rest as it stands when they are told. */
export function domainEvent<Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) {
  return z.object({ id: z.uuid(), name: z.literal(name), happened: z.iso.datetime(), ...shape });
}

export type Listener<Event> = (tx: Transaction, event: Event) => Promise<void>;

/** Told once for all that happens to one subject within a while: the last event speaks for the others. */
export interface Bundle {
  readonly subject: string;
  readonly seconds: number;
}

/** Records an event beside the change it tells of: both are committed, or neither. It is told as soon as that is so, or with its bundle. */
export async function record(tx: Transaction, event: DomainEvent, bundle?: Bundle): Promise<void> {
  const key = bundle ? `tell:${event.name}:${bundle.subject}` : null;
  await tx
    .insertInto("events")
    .values({
      id: event.id,
      name: event.name,
      event: JSON.stringify(event),
      happened: new Date(event.happened),
      bundle: key,
    })
    .execute();
  const options = bundle && key !== null ? { key, runAt: new Date(Date.now() + bundle.seconds * 1_000) } : {};
  await notifyChanged(tx);
  await addJob(tx, "tell", { event: event.id }, options);
}

/**
 * Tells an event to every listener, in order, each in a transaction of its own; the last one's notes that it is told.
 * If one fails, the job comes again and asks all of them: each event is told at least once, and must take effect once.
 */
export async function tell<Event>(
  db: Database,
  id: string,
  read: (stored: unknown) => Event,
  listeners: readonly Listener<Event>[],
): Promise<void> {
  for (const [at, listen] of listeners.entries()) {
    await db.transaction().execute(async (tx) => {
      const row = await tx
        .selectFrom("events")
        .select(["event", "bundle"])
        .where("id", "=", id)
        .where("told", "is", null)
        .forUpdate()
        .executeTakeFirst();
      if (!row) return;
      await listen(tx, read(row.event));
      if (at === listeners.length - 1) await noteTold(tx, id, row.bundle);
      await notifyChanged(tx);
    });
  }
}

async function noteTold(tx: Transaction, id: string, bundle: string | null): Promise<void> {
  await tx
    .updateTable("events")
    .set({ told: sql<Date>`now()` })
    .where((where) => where.or([where("id", "=", id), where("bundle", "=", bundle)]))
    .where("told", "is", null)
    .execute();
}

const days = 90;

/** The recurring job that forgets what was told long ago; but what holds one of `kept` is read again and again, and stays. */
export async function sweepEvents(db: Database, now: Date, kept: readonly object[] = []): Promise<void> {
  await db
    .deleteFrom("events")
    .where("told", "<", new Date(now.getTime() - days * 86_400_000))
    .where(sql<boolean>`not event @> any(${kept.map((part) => JSON.stringify(part))}::jsonb[])`)
    .execute();
}
