import { sql } from "kysely";
import { z } from "zod";
import { noticeOfChange, notifyChanged } from "./changed.ts";
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

/** Someone whom some of what happens concerns, and is told of each event by itself, or of all that come one after the other. */
export type Listener<Event> = Hearing<Event> &
  (
    | { tell(tx: Transaction, event: Event): Promise<void> }
    | { tellTogether(tx: Transaction, events: readonly Event[]): Promise<void> }
  );

interface Hearing<Event> {
  /** Whether this event concerns them: of the others they are not told. */
  hears(event: Event): boolean;
}

/** Told once for all that happens to one subject within a while: the last event speaks for the others. */
export interface Bundle {
  readonly subject: string;
  readonly seconds: number;
}

/** Records an event beside the change it tells of: both are committed, or neither. It is told as soon as that is so, or with its bundle. */
export async function record(tx: Transaction, event: DomainEvent, bundle?: Bundle): Promise<void> {
  if (bundle === undefined) return recordAll(tx, [event]);
  const key = `tell:${event.name}:${bundle.subject}`;
  await insertEvents(tx, [event], key);
  const runAt = new Date(Date.now() + bundle.seconds * 1_000);
  await addJob(tx, "tell", { events: [event.id] }, { key, runAt });
}

/** Records events that happened at once, in their order: one job tells them. */
export async function recordAll(tx: Transaction, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  await insertEvents(tx, events, null);
  await addJob(tx, "tell", { events: events.map(({ id }) => id) });
}

async function insertEvents(tx: Transaction, events: readonly DomainEvent[], bundle: string | null): Promise<void> {
  const rows = events.map((event) => {
    const { id, name, happened } = event;
    return { id, name, event: JSON.stringify(event), happened: new Date(happened), bundle };
  });
  await tx.insertInto("events").values(rows).returning(noticeOfChange.as("notice")).execute();
}

/** What the job `tell` is about; jobs of earlier versions name one event. */
export const ToTell = z
  .union([
    z.object({ events: z.array(z.uuid()) }),
    z.object({ event: z.uuid() }).transform(({ event }) => ({ events: [event] })),
  ])
  .transform(({ events }) => events);

/** Some events that come one after the other and concern the same listeners. */
export interface Run<Event> {
  readonly ids: readonly string[];
  readonly listeners: readonly Listener<Event>[];
}

/** What is told together: many where all whom they concern want that, or nobody hears; else one. Events in their order, as they are stored. */
export function runsOf<Event extends DomainEvent>(
  events: readonly Event[],
  listeners: readonly Listener<Event>[],
): readonly Run<Event>[] {
  const runs: { readonly ids: string[]; readonly listeners: readonly Listener<Event>[] }[] = [];
  for (const event of events) {
    const hearing = listeners.filter((one) => one.hears(event));
    const last = runs.at(-1);
    const same = last?.listeners.length === hearing.length && hearing.every((one, at) => one === last.listeners[at]);
    if (same && hearing.every((one) => "tellTogether" in one)) last?.ids.push(event.id);
    else runs.push({ ids: [event.id], listeners: hearing });
  }
  return runs;
}

/**
 * Tells events to each listener whom they concern, in order, each in a transaction of its own; the last one's notes that
 * they are told. If one fails, the job comes again and asks all of them: each event is told at least once, and must take
 * effect once.
 */
export async function tell<Event>(
  db: Database,
  { ids, listeners }: Run<Event>,
  read: (stored: unknown) => Event,
): Promise<void> {
  const asked = listeners.length === 0 ? [null] : listeners;
  for (const [at, listener] of asked.entries()) {
    await db.transaction().execute(async (tx) => {
      const rows = await listUntold(tx, ids);
      if (rows.length === 0) return;
      const events = rows.map((row) => read(row.event));
      if (listener !== null) await tellOne(tx, listener, events);
      if (at === asked.length - 1) await noteTold(tx, rows);
      await notifyChanged(tx);
    });
  }
}

async function tellOne<Event>(tx: Transaction, listener: Listener<Event>, events: readonly Event[]): Promise<void> {
  if ("tellTogether" in listener) return listener.tellTogether(tx, events);
  for (const event of events) await listener.tell(tx, event);
}

/** Held, so that nobody else tells them meanwhile. */
async function listUntold(tx: Transaction, ids: readonly string[]) {
  return await tx
    .selectFrom("events")
    .select(["id", "event", "bundle"])
    .where("id", "in", ids)
    .where("told", "is", null)
    .orderBy("position")
    .forUpdate()
    .execute();
}

async function noteTold(tx: Transaction, rows: Awaited<ReturnType<typeof listUntold>>): Promise<void> {
  const bundles = [...new Set(rows.flatMap(({ bundle }) => bundle ?? []))];
  const ids = rows.map(({ id }) => id);
  await tx
    .updateTable("events")
    .set({ told: sql<Date>`now()` })
    .where(({ or, eb }) => or([eb("id", "in", ids), sql<boolean>`bundle = any(${bundles}::text[])`]))
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
