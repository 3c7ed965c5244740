import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";

/** What a host says publicly of another: that it vouches for it. */
export interface Vouch {
  /** Its permanent address, of the same origin as the one who says it. */
  readonly address: string;
  /** The actor of the host who says it. */
  readonly voucher: string;
  /** The actor of the host of whom it is said. */
  readonly vouched: string;
  /** A sentence that says why, as plain text. */
  readonly reason: string | null;
  readonly given: Date;
}

/** So many of one host are kept, and given by ours. */
export const mostVouches = 500;

/**
 * Keeps all that a host now says of others: what it no longer says is withdrawn. `asked` is when the request was begun
 * that brought this; whatever a later one brought stays. Trust is settled by whoever calls, once the host itself is kept.
 */
export async function keepVouches(
  tx: Transaction,
  voucher: string,
  vouches: readonly Vouch[],
  asked: Date,
): Promise<void> {
  const sound = vouches.filter((vouch) => isSound(vouch, voucher)).slice(0, mostVouches);
  const own = new Map(sound.map((vouch) => [vouch.address, vouch]));
  await keepAll(tx, [...own.values()], asked);
  await tx
    .updateTable("catalogueVouches")
    .set({ withdrawn: asked, asked })
    .where("voucher", "=", voucher)
    .where("asked", "<=", asked)
    .where("withdrawn", "is", null)
    .where(sql<boolean>`address <> all(${[...own.keys()]})`)
    .execute();
  await noteReading(tx, voucher, asked);
  await sweep(tx, voucher, asked);
}

/** Keeps one, as its own address shows it. False when whoever says it counts for nothing here, or says enough already. */
export async function keepVouch(tx: Transaction, vouch: Vouch, asked: Date): Promise<boolean> {
  if (!isSound(vouch, vouch.voucher) || (await countVouches(tx, vouch.voucher)) >= mostVouches) return false;
  return (await keepAll(tx, [vouch], asked)) > 0;
}

/** Its own address says that it is no more. Gives who said it; null when nobody here knew of it. */
export async function dropVouch(tx: Transaction, address: string, asked: Date): Promise<string | null> {
  const dropped = await tx
    .updateTable("catalogueVouches")
    .set({ withdrawn: asked, asked })
    .where("address", "=", address)
    .where("asked", "<=", asked)
    .returning("voucher")
    .executeTakeFirst();
  return dropped?.voucher ?? null;
}

/** Whoever says it says it at its own address, of somebody elsewhere. */
function isSound({ address, voucher, vouched }: Vouch, of: string): boolean {
  const [at, by, whom] = [address, voucher, vouched].map((url) => (URL.canParse(url) ? new URL(url).origin : null));
  return voucher === of && at === by && by !== whom && whom !== null;
}

/** How many were kept: none of a host that is not of level 4, since it would count for nothing, and none that a later answer has overtaken. */
async function keepAll(tx: Transaction, vouches: readonly Vouch[], asked: Date): Promise<number> {
  if (vouches.length === 0) return 0;
  const kept = await sql`
    insert into catalogue_vouches as known (address, voucher, vouched, reason, given, asked)
    select address, voucher, vouched, reason, given, ${asked}
    from jsonb_to_recordset(${JSON.stringify(vouches)}::jsonb)
      as said (address text, voucher text, vouched text, reason text, given timestamptz)
    where exists (select from catalogue_hosts where actor = voucher and trust = 4)
      and not exists (select from departed where id = said.address and "left" >= ${asked})
      and (exists (select from catalogue_vouches as other where other.address = said.address)
        or not exists (select from vouch_readings as reading
          where reading.voucher = said.voucher and reading.asked > ${asked}))
    on conflict (address) do update set vouched = excluded.vouched, reason = excluded.reason,
      given = excluded.given, asked = excluded.asked, withdrawn = null
    where known.asked <= excluded.asked and known.voucher = excluded.voucher`.execute(tx);
  return Number(kept.numAffectedRows ?? 0n);
}

async function noteReading(tx: Transaction, voucher: string, asked: Date): Promise<void> {
  await sql`
    insert into vouch_readings as known (voucher, asked)
    select actor, ${asked} from catalogue_hosts where actor = ${voucher}
    on conflict (voucher) do update set asked = greatest(known.asked, excluded.asked)`.execute(tx);
}

async function countVouches(reader: Reader, voucher: string): Promise<number> {
  const { count } = await reader
    .selectFrom("catalogueVouches")
    .select(sql<number>`count(*)`.as("count"))
    .where("voucher", "=", voucher)
    .where("withdrawn", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

// Nothing that is under way is older than a month.
async function sweep(tx: Transaction, voucher: string, now: Date): Promise<void> {
  await tx
    .deleteFrom("catalogueVouches")
    .where("voucher", "=", voucher)
    .where("withdrawn", "<", new Date(now.getTime() - 30 * 86_400_000))
    .execute();
}
