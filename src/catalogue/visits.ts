import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";
import { addJob } from "../foundation/jobs.ts";
import { nextVisit } from "./gossip.ts";
import { noteSeen } from "./news.ts";

/** Why a visit did not bring all that it was for. */
export type VisitProblem =
  | "unreachable"
  | "no-instance"
  | "no-capability"
  | "not-discoverable"
  | "not-claimed"
  | "lies-about-origin"
  | "endless"
  | "too-many-offers"
  | "too-many-named"
  | "slow"
  | "too-large"
  | "not-readable"
  | "blocked"
  | "departed";

/** How far a visit has come: who it is, what it offers, whom it names. */
const visitPhases = ["meeting", "offers", "directory"] as const;

const StoredProgress = z.object({
  phase: z.enum(visitPhases),
  done: z.int(),
  of: z.int().nullable(),
  /** The page to go on with; null for the first one. */
  next: z.string().nullable(),
  /** Pages of this list that were read so far, in however many goes. */
  pages: z.int().default(0),
  began: z.coerce.date(),
});

export type Progress = z.infer<typeof StoredProgress>;

/** An instance as those see it who visit it. */
export interface Visited {
  readonly origin: string;
  /** Null until its own origin has said it. */
  readonly actor: string | null;
  readonly source: string;
  readonly hops: number;
  readonly state: string;
  readonly failures: number;
  readonly visited: Date | null;
  readonly seen: Date | null;
  /** The hash of its directory when that was last walked to its end. */
  readonly directory: string | null;
  /** Null unless a visit is under way, or was when its process died. */
  readonly progress: Progress | null;
}

export async function findVisited(reader: Reader, origin: string): Promise<Visited | null> {
  const row = await reader
    .selectFrom("instances")
    .select(["origin", "actor", "source", "hops", "state", "failures", "visited", "seen", "directory", "progress"])
    .where("origin", "=", origin)
    .executeTakeFirst();
  return row ? { ...row, progress: StoredProgress.safeParse(row.progress).data ?? null } : null;
}

/** How many instances have proved what they are. */
export async function countKnown(reader: Reader): Promise<number> {
  const known = reader.selectFrom("instances").where("state", "=", "known").where("source", "<>", "own");
  return (await known.select(({ fn }) => fn.countAll<number>().as("count")).executeTakeFirstOrThrow()).count;
}

/** Asks for a visit, at once or then; asked for already, it is not done twice. */
export async function askVisit(tx: Reader, origin: string, runAt?: Date): Promise<void> {
  const key = `visit-instance:${createHash("sha256").update(origin).digest("base64url")}`;
  await addJob(
    tx,
    "visit-instance",
    { origin },
    { key, queue: laneOf(origin), maxAttempts: 25, ...(runAt && { runAt }) },
  );
}

const lanes = 8;

// Visits take long: only so many at a time, and no two of one origin.
function laneOf(origin: string): string {
  return `visits-${(createHash("sha256").update(origin).digest()[0] ?? 0) % lanes}`;
}

/** Asks for a visit of an instance that is known here and was not visited since then; of any other, nothing happens. */
export async function askVisitSince(tx: Reader, origin: string, since: Date): Promise<void> {
  const due = await tx
    .selectFrom("instances")
    .select("origin")
    .where("origin", "=", origin)
    .where("source", "<>", "own")
    .where("state", "in", ["known", "hidden"])
    .where(({ or, eb }) => or([eb("visited", "is", null), eb("visited", "<", since)]))
    .executeTakeFirst();
  if (due) await askVisit(tx, origin);
}

export async function noteProgress(tx: Reader, origin: string, progress: Progress): Promise<void> {
  await tx
    .updateTable("instances")
    .set({ progress: JSON.stringify(progress) })
    .where("origin", "=", origin)
    .execute();
}

/** What its own origin has shown at a visit. */
export interface Found {
  readonly actor: string;
  readonly name: string;
}

/** Its own origin has shown what an instance is: it is known from now on. False when its domain was blocked meanwhile. */
export async function becomeKnown(
  tx: Transaction,
  origin: string,
  { actor, name }: Found,
  now: Date,
): Promise<boolean> {
  const before = await findVisited(tx, origin);
  const known = await tx
    .updateTable("instances")
    .set({ actor, name: name.slice(0, 200), state: "known", seen: now })
    .where("origin", "=", origin)
    .where(sql<boolean>`not is_blocked(origin)`)
    .returning("origin")
    .executeTakeFirst();
  // While it did not answer, somebody may have come to trust its host.
  if (known && before?.state === "hidden") await noteSeen(tx, await listHostsOn(tx, origin), now);
  return known !== undefined;
}

async function listHostsOn(tx: Transaction, origin: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom("catalogueHosts").select("actor").where("origin", "=", origin).execute();
  return rows.map(({ actor }) => actor);
}

/** What a finished visit leaves behind. */
export interface Ending {
  /** Of what its digest says, and of its directory. */
  readonly digest: string;
  readonly directory: string | null;
  /** What could not be kept of it. */
  readonly problem: VisitProblem | null;
  /** When the visit began. */
  readonly asked: Date;
}

export async function endVisit(tx: Transaction, origin: string, ending: Ending, now: Date): Promise<void> {
  const { asked: visited, ...said } = ending;
  await tx
    .updateTable("instances")
    .set({ ...said, visited, seen: now, failures: 0, progress: null, nextVisit: nextVisit(0, Math.random(), now) })
    .where("origin", "=", origin)
    .execute();
}

/**
 * A visit has taken as long as one may: it goes on where it is, after those that wait. One that has come no further
 * than it was has come to nothing.
 */
export async function pauseVisit(tx: Transaction, visited: Visited, now: Date): Promise<void> {
  const { origin, progress } = visited;
  const { progress: reached = null } = (await findVisited(tx, origin)) ?? {};
  const isFurther = reached?.phase !== "meeting" && reached?.began.getTime() !== progress?.began.getTime();
  if (!isFurther) return failVisit(tx, visited, "slow", now);
  await tx
    .updateTable("instances")
    .set({ problem: "slow", seen: now, nextVisit: afterThisVisit(now) })
    .where("origin", "=", origin)
    .execute();
  await askVisit(tx, origin);
}

/** A visit came to nothing: it is tried again, ever more rarely; one that does not want to be listed is left alone, unless it is a peer. */
export async function failVisit(tx: Transaction, visited: Visited, problem: VisitProblem, now: Date): Promise<void> {
  const { origin, source, failures, seen } = visited;
  const isFinal =
    problem === "blocked" || ((problem === "departed" || problem === "not-discoverable") && source !== "peer");
  const state = problem === "departed" || problem === "not-discoverable" ? { state: "refused" } : {};
  await tx
    .updateTable("instances")
    .set({
      ...{ ...state, problem, failures: failures + 1, progress: null },
      nextVisit: isFinal ? null : nextVisit(failures + 1, Math.random(), now, seen !== null),
    })
    .where("origin", "=", origin)
    .execute();
}

/** Somebody here is in touch with it: it is visited at once, whatever was found before. */
export async function meetPeer(
  tx: Transaction,
  { actor, origin, name }: { actor: string; origin: string; name: string },
  now: Date,
) {
  const met = { actor, source: "peer", hops: 0, nextVisit: afterThisVisit(now) } as const;
  await tx
    .insertInto("instances")
    .values({ ...met, origin, name, met: now })
    .onConflict((known) =>
      known.column("origin").doUpdateSet({
        ...{ ...met, failures: 0 },
        state: sql<string>`case instances.state when 'refused' then 'candidate' else instances.state end`,
      }),
    )
    .execute();
  await askVisit(tx, origin);
}

/** When one that was just asked for is due again should its job be lost; how it ends says better. */
export const afterThisVisit = (now: Date): Date => new Date(now.getTime() + 3_600_000);
