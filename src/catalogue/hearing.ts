import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { addJob } from "../foundation/jobs.ts";
import { refusalToHear } from "./gossip.ts";
import { nameOrigins } from "./naming.ts";
import { askVisit, askVisitSince } from "./visits.ts";

/** What an instance that we follow tells: that there is something to look at. */
export interface Heard {
  /** The actor of the one who tells it. */
  readonly from: string;
  readonly address: string;
  /** When it changed, as far as it was said. */
  readonly changed: Date | null;
}

/**
 * An instance that we follow names an address: unless we hold what it speaks of, its origin is asked. Of an origin that
 * nobody here knows, it is a naming like any other.
 */
export async function hearTiding(tx: Transaction, { from, address, changed }: Heard, now: Date): Promise<void> {
  const teller = await findTeller(tx, from, now);
  if (teller === null) return;
  if (teller.failures > 0 && teller.news === 1) await askVisit(tx, teller.origin); // it is back
  const { origin } = new URL(address);
  const known = await findTarget(tx, origin);
  if (known === null) {
    await nameOrigins(tx, teller.origin, [origin], now);
    return;
  }
  if (known.source === "own" || known.state === "candidate" || known.state === "refused") return;
  const since = changed === null || changed > now ? now : changed;
  if (address === known.actor) return askVisitSince(tx, origin, since);
  if (await isHeld(tx, address, since)) return;
  await askRefresh(tx, address, since);
}

/** Asks for one thing to be fetched from its own origin; asked for already, it is not done twice. */
export async function askRefresh(tx: Reader, address: string, changed: Date): Promise<void> {
  const key = `refresh-listed:${createHash("sha256").update(address).digest("base64url")}`;
  await addJob(tx, "refresh-listed", { address, changed }, { key, maxAttempts: 6 });
}

/** Whether what is held of a thing is at least as new as this, or it is known to have left since. */
export async function isHeld(reader: Reader, address: string, changed: Date): Promise<boolean> {
  const { rows } = await sql`
    select from catalogue_offers where (proposal = ${address} or actor = ${address}) and changed >= ${changed}
    union all select from catalogue_funding where (proposal = ${address} or actor = ${address}) and as_of >= ${changed}
    union all select from catalogue_hosts where actor = ${address} and confirmed >= ${changed}
    union all select from departed where id = ${address} and "left" >= ${changed} limit 1`.execute(reader);
  return rows.length > 0;
}

// Only those that our instance follows, and within its budget.
async function findTeller(tx: Transaction, actor: string, now: Date) {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const counted = await tx
    .updateTable("instances")
    .set({
      newsMinute: minute,
      news: sql<number>`case when news_minute = ${minute} then news + 1 else 1 end`,
    })
    .where("actor", "=", actor)
    .where(sql<boolean>`not is_blocked(origin) and exists (
      select from followings where followed = ${actor} and state = 'accepted'
      and followings.actor = (select id from handles where kind = 'instance'))`)
    .returning(["origin", "failures", "news"])
    .executeTakeFirst();
  return counted && refusalToHear({ followed: true, news: counted.news }) === null ? counted : null;
}

async function findTarget(tx: Transaction, origin: string) {
  const row = await tx
    .selectFrom("instances")
    .select(["actor", "source", "state"])
    .where("origin", "=", origin)
    .executeTakeFirst();
  return row ?? null;
}
