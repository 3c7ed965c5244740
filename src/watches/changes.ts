import { randomInt, randomUUID } from "node:crypto";
import { sql } from "kysely";
import { noteErasure } from "../erasures/changes.ts";
import type { Transaction } from "../foundation/database.ts";
import { dropJobs } from "../foundation/jobs.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { claimHandle, findHandleById, retireHandle } from "../hosts/handles.ts";
import type { WatchRetired, WatchStarted } from "./events.ts";
import { findWatch, findWatchById } from "./queries.ts";
import { lettersTo } from "./readers.ts";
import { most, type Watch } from "./watch.ts";

/** Gives a search an account that can be followed; the same search has the same one. Its name is what comes back. */
export async function startWatch(
  tx: Transaction,
  search: string,
  now: Date,
): Promise<Outcome<string, "too-many-watches">> {
  await oneAtATime(tx);
  const { id, actor: known } = await keepWatch(tx, search, now);
  const handle = known === null ? null : await findHandleById(tx, known);
  if (handle !== null) return done(handle.name);
  if (!(await makeRoom(tx, now))) return refused("too-many-watches");
  const actor = randomUUID();
  const name = await claimName(tx, actor);
  await tx.updateTable("watches").set({ actor, alone: now }).where("id", "=", id).execute();
  const event: WatchStarted = { id: randomUUID(), name: "watch-started", happened: now.toISOString(), actor };
  await record(tx, event);
  return done(name);
}

/** Keeps a search, without an account as yet. */
export async function keepWatch(tx: Transaction, search: string, now: Date): Promise<Watch> {
  await tx
    .insertInto("watches")
    .values({ id: randomUUID(), search, created: now })
    .onConflict((known) => known.column("search").doNothing())
    .execute();
  const watch = await findWatch(tx, search);
  if (watch === null) throw new Error("a watch vanished while it was kept");
  return watch;
}

/** Keeps a search no longer: its account takes its leave, and the addresses of those who were written to are erased. False when there is none. */
export async function retireWatch(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const watch = await findWatchById(tx, id);
  if (watch === null) return false;
  await retireAccount(tx, watch, now);
  const readers = await tx.deleteFrom("watchReaders").where("watch", "=", id).returning("id").execute();
  for (const reader of readers) await dropJobs(tx, lettersTo(reader.id));
  await tx.deleteFrom("watches").where("id", "=", id).execute();
  return true;
}

/** The account of a search is no more; letters go on, where somebody gets them. */
export async function retireAccount(
  tx: Transaction,
  { id, actor }: Pick<Watch, "id" | "actor">,
  now: Date,
): Promise<void> {
  if (actor === null) return;
  await tx.updateTable("watches").set({ actor: null, alone: null }).where("id", "=", id).execute();
  await retireHandle(tx, actor, now);
  await noteErasure(tx, { id: actor, kind: "watch" }, now);
  const event: WatchRetired = { id: randomUUID(), name: "watch-retired", happened: now.toISOString(), actor };
  await record(tx, event);
}

async function oneAtATime(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('watches', 0))`.execute(tx);
}

const day = 86_400_000;

/** Whether there is room for one more account; where all is full, the one that nobody has followed for longest gives way. */
async function makeRoom(tx: Transaction, now: Date): Promise<boolean> {
  const { count } = await tx
    .selectFrom("watches")
    .select(sql<number>`count(*)`.as("count"))
    .where("actor", "is not", null)
    .executeTakeFirstOrThrow();
  if (count < most.watches) return true;
  const loneliest = await tx
    .selectFrom("watches")
    .select(["id", "actor"])
    .where("actor", "is not", null)
    .where("alone", "<", new Date(now.getTime() - day))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("followers").select("follower").whereRef("followers.actor", "=", "watches.actor"))),
    )
    .orderBy("alone")
    .limit(1)
    .executeTakeFirst();
  if (loneliest === undefined) return false;
  await retireAccount(tx, loneliest, now);
  return true;
}

// None that could be taken for another.
const letters = "23456789abcdefghjkmnpqrstuvwxyz";

async function claimName(tx: Transaction, id: string): Promise<string> {
  for (;;) {
    const name = `veille_${Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("")}`;
    const claimed = await claimHandle(tx, { id, name, kind: "watch" });
    if (claimed.done) return name;
  }
}
