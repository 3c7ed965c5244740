import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { addJob } from "../foundation/jobs.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { domainsAround } from "./block.ts";
import type { ReadList } from "./blocklist.ts";

export type ListRefusal = "list-empty" | "list-too-large" | "list-address" | "too-many-lists";

/** Why a list at an address was not read. */
export type ListProblem = "unreachable" | "no-list" | "too-large";

const mostLists = 50;

interface Sent {
  readonly name: string;
  readonly read: ReadList;
  /** Our own, which no list can make us block. */
  readonly origin: string;
  readonly now: Date;
}

/** Keeps what a file suggests; nothing is blocked by it. */
export async function importList(
  tx: Transaction,
  { name, read, origin, now }: Sent,
): Promise<Outcome<string, ListRefusal>> {
  if (read.listed.length === 0 && read.unread.length === 0) return refused("list-empty");
  if (await isFull(tx)) return refused("too-many-lists");
  const id = randomUUID();
  await tx
    .insertInto("blocklists")
    .values({ id, url: null, name: name.slice(0, 200), created: now })
    .execute();
  await keepSuggestions(tx, id, { read, origin, now });
  return done(id);
}

/** Reads the list at an address from now on, once a day; subscribed to already, it is read again. */
export async function subscribe(
  tx: Transaction,
  { url: typed, now }: { readonly url: string; readonly now: Date },
): Promise<Outcome<string, ListRefusal>> {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "") return refused("list-address");
  if (await isFull(tx)) return refused("too-many-lists");
  const { id } = await tx
    .insertInto("blocklists")
    .values({ id: randomUUID(), url: url.href, name: url.host, created: now })
    .onConflict((known) => known.column("url").doUpdateSet({ problem: null }))
    .returning("id")
    .executeTakeFirstOrThrow();
  await addJob(tx, "read-blocklist", { list: id }, { key: `read-blocklist:${id}`, maxAttempts: 3 });
  return done(id);
}

/** What a list now says becomes suggestions; those that it no longer names go, and what was set aside stays so. */
export async function keepSuggestions(
  tx: Transaction,
  list: string,
  { read, origin, now }: Omit<Sent, "name">,
): Promise<void> {
  const own = new Set(domainsAround(origin));
  const listed = read.listed.filter(({ domain }) => !own.has(domain));
  const rows = JSON.stringify(listed);
  await sql`
    insert into block_suggestions (domain, list, severity, comment, met)
    select domain, ${list}, severity, comment, ${now}
    from jsonb_to_recordset(${rows}::jsonb) as said (domain text, severity text, comment text)
    on conflict (domain) do update set severity = excluded.severity, comment = excluded.comment
    where block_suggestions.list = excluded.list`.execute(tx);
  await sql`
    delete from block_suggestions where list = ${list} and dismissed is null
    and domain not in (select domain from jsonb_to_recordset(${rows}::jsonb) as said (domain text))`.execute(tx);
  await tx
    .updateTable("blocklists")
    .set({ read: now, problem: null, rows: listed.length, unread: JSON.stringify(read.unread) })
    .where("id", "=", list)
    .execute();
}

export async function noteListProblem(tx: Transaction, list: string, problem: ListProblem): Promise<void> {
  await tx.updateTable("blocklists").set({ problem }).where("id", "=", list).execute();
}

/** Sets suggestions aside: no list suggests them again. */
export async function dismiss(tx: Transaction, domains: readonly string[], now: Date): Promise<void> {
  if (domains.length === 0) return;
  await tx
    .updateTable("blockSuggestions")
    .set({ dismissed: now })
    .where("domain", "in", [...domains])
    .execute();
}

/** Forgets a list with all that it suggests; what was blocked stays so. Gives its name. */
export async function dropList(tx: Transaction, id: string): Promise<string> {
  const dropped = await tx.deleteFrom("blocklists").where("id", "=", id).returning("name").executeTakeFirst();
  if (!dropped) throw new NotFound(`there is no list ${id}`);
  return dropped.name;
}

async function isFull(tx: Transaction): Promise<boolean> {
  const { count } = await tx
    .selectFrom("blocklists")
    .select(sql<number>`count(*)`.as("count"))
    .executeTakeFirstOrThrow();
  return count >= mostLists;
}
