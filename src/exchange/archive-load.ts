import { sql } from "kysely";
import { notifyChanged } from "../foundation/changed.ts";
import type { Transaction } from "../foundation/database.ts";
import { dropAllJobs } from "../foundation/jobs.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { serverRuns } from "../foundation/running.ts";
import { setSequences } from "../foundation/sequences.ts";
import type { Archive, ArchiveRefusal } from "./archive.ts";
import { insertJobs, insertRows } from "./archive-rows.ts";
import { sections } from "./archive-tables.ts";

/** What was taken in: how many rows of each table. */
export interface LoadReport {
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * Makes this instance the one of the archive: an empty one, or the same one again unless it has lived on since. Accounts
 * come with their passwords, and keys on their own; actors without keys make new ones when they first need them.
 */
export async function loadArchive(
  tx: Transaction,
  archive: Archive,
  origin: string,
): Promise<Outcome<LoadReport, ArchiveRefusal>> {
  const refusal = await refusalTo(tx, archive, origin);
  if (refusal !== null) return refused(refusal);
  await sql`create temporary table kept_keys on commit drop as table actor_keys`.execute(tx);
  await clear(tx);
  const rows: [string, number][] = [];
  for (const [table, section] of sections) {
    if (table === "accounts") continue;
    const some = archive.data[table] ?? [];
    const problem = await attempt(table, () => insertRows(tx, table, section, some));
    if (problem !== null) return refused(problem);
    rows.push([table, some.length]);
  }
  const problem = await attempt("jobs", () => insertJobs(tx, archive.jobs));
  if (problem !== null) return refused(problem);
  await sql`insert into actor_keys select kept_keys.* from kept_keys join handles on handles.id = kept_keys.actor`.execute(
    tx,
  );
  await setSequences(tx);
  await notifyChanged(tx);
  return done({ rows: Object.fromEntries(rows) });
}

async function refusalTo(tx: Transaction, archive: Archive, ours: string): Promise<ArchiveRefusal | null> {
  const { origin, exported } = archive;
  if (new URL(origin).origin !== ours) return { reason: "other-origin", origin, ours };
  // Its processes remember who they were.
  if (await serverRuns(tx)) return { reason: "server-running" };
  const state = await stateOf(tx, archive);
  if (state === "other") return { reason: "not-empty" };
  return state.since === null ? null : { reason: "lived-on", since: state.since.toISOString(), exported };
}

/** Whether someone else is here; or, of the instance of the archive, since when it has lived on. */
async function stateOf(tx: Transaction, archive: Archive): Promise<"other" | { readonly since: Date | null }> {
  const known = (archive.data["handles"] ?? []).map(({ id }) => id);
  const { rows } = await sql<{ other: boolean; since: Date | null }>`
    select exists (select from handles where kind <> 'instance')
        and not exists (select from handles where kind = 'host' and id = any (${known}::uuid[])) as other,
      (select max(moment) from (
        select max(changed) from hosts union all select max(changed) from offers union all
        select max(created) from outgoing union all select max(heard) from heard where exists (select from hosts)
        union all select max(confirmed) from availabilities
        union all select max(changed) from place_requests) as moments (moment)
       where moment > ${archive.exported}::timestamptz) as since`.execute(tx);
  const [found] = rows;
  return found === undefined || found.other ? "other" : { since: found.since };
}

/** Nothing that this instance was before stays. */
async function clear(tx: Transaction): Promise<void> {
  const tables = [...sections.keys()].filter((table) => table !== "accounts").map((table) => sql.table(table));
  await sql`truncate ${sql.join(tables)} cascade`.execute(tx);
  await dropAllJobs(tx);
}

/** What the database itself cannot take, as a reason: a name that stands twice, a follower of nobody. */
async function attempt(table: string, act: () => Promise<void>): Promise<ArchiveRefusal | null> {
  try {
    await act();
    return null;
  } catch (error) {
    const { code = "", detail, message } = error as { code?: string; detail?: string; message: string };
    if (!/^2[23]/.test(code)) throw error;
    return { reason: "malformed", path: table, problem: detail ?? message };
  }
}
