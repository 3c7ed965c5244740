import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { addJob } from "../foundation/jobs.ts";

/** What other instances are told of a thing: that it changed, that its host is listed here, or no longer is. */
type TidingKind = "changed" | "listed" | "left";

/** An address that others may want to look at. */
export interface Tiding {
  readonly kind: TidingKind;
  readonly address: string;
  /** When it changed, by its own origin's clock. */
  readonly changed: Date;
}

/** So much of one origin is told singly within ten seconds; what is more waits a little, and is told as one. */
const most = 10;
const pause = 5_000;

/** Tells those who follow this instance to look at an address, once for each change of it. */
export async function spread(tx: Transaction, { kind, address, changed }: Tiding, now: Date): Promise<void> {
  if (!(await isFollowed(tx))) return;
  const { origin } = new URL(address);
  const said = { kind, origin, changed, heard: now, told: null };
  const fresh = await tx
    .insertInto("tidings")
    .values({ address, ...said })
    .onConflict((known) =>
      known
        .column("address")
        .doUpdateSet(said)
        .where(({ or, eb }) => or([eb("tidings.changed", "<", changed), eb("tidings.kind", "<>", kind)])),
    )
    .returning("address")
    .executeTakeFirst();
  if (!fresh) return;
  const subject = kind === "changed" ? origin : "directory";
  const runAt = (await countTold(tx, subject, now)) < most ? {} : { runAt: new Date(now.getTime() + pause) };
  await addJob(tx, "spread", { subject }, { key: `spread:${subject}`, ...runAt });
}

async function isFollowed(tx: Transaction): Promise<boolean> {
  const { rows } = await sql`
    select from followers where accepted and actor = (select id from handles where kind = 'instance') limit 1`.execute(
    tx,
  );
  return rows.length > 0;
}

async function countTold(tx: Transaction, subject: string, now: Date): Promise<number> {
  const since = new Date(now.getTime() - 2 * pause);
  const { count } = await about(tx, subject)
    .select(sql<number>`count(*)`.as("count"))
    .where("told", ">", since)
    .executeTakeFirstOrThrow();
  return count;
}

const about = (tx: Transaction, subject: string) => {
  const all = tx.selectFrom("tidings");
  return subject === "directory"
    ? all.where("kind", "<>", "changed")
    : all.where("kind", "=", "changed").where("origin", "=", subject);
};

/** What is to be told at once: each by itself, or only when the last of so many changed. */
export type Taken = { readonly single: readonly Tiding[] } | { readonly last: Date };

/** Takes what is still to be told of one origin, or of the directory. */
export async function takeTidings(tx: Transaction, subject: string, now: Date): Promise<Taken> {
  const rows = await about(tx, subject)
    .select(["kind", "address", "changed"])
    .where("told", "is", null)
    .orderBy("changed")
    .forUpdate()
    .execute();
  const last = rows.at(-1)?.changed;
  if (last === undefined) return { single: [] };
  const addresses = rows.map(({ address }) => address);
  await tx.updateTable("tidings").set({ told: now }).where("address", "in", addresses).execute();
  if (rows.length > most) return { last };
  return { single: rows.map(({ kind, ...row }) => ({ ...row, kind: kind as TidingKind })) };
}

/** What was told a day ago is told to nobody any more. */
export async function sweepTidings(tx: Transaction, now: Date): Promise<void> {
  await tx
    .deleteFrom("tidings")
    .where("heard", "<", new Date(now.getTime() - 86_400_000))
    .execute();
}
