import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";

/** What a host says in public of one it works with, as its own document has it. */
export interface ListedPartnership {
  /** The address of the document, of the same origin as its subject. */
  readonly address: string;
  readonly subject: string;
  readonly object: string;
  readonly kind: string;
  /** What its subject does in it. */
  readonly roles: readonly string[];
  /** The document of the other side. */
  readonly context: string | null;
  readonly given: Date;
}

/** So many of one host are kept. */
const mostListed = 500;

/** Keeps all that a host now says so; what it no longer says is withdrawn. `asked`: when the request was begun that brought this. */
export async function keepPartnersOf(
  tx: Transaction,
  subject: string,
  all: readonly ListedPartnership[],
  asked: Date,
): Promise<void> {
  const sound = all.filter((one) => one.subject === subject && isSound(one)).slice(0, mostListed);
  const own = new Map(sound.map((one) => [one.address, one]));
  await keep(tx, [...own.values()], asked);
  await tx
    .updateTable("listedPartnerships")
    .set({ withdrawn: asked, asked })
    .where("subject", "=", subject)
    .where("asked", "<=", asked)
    .where("withdrawn", "is", null)
    .where(sql<boolean>`address <> all(${[...own.keys()]})`)
    .execute();
  const month = new Date(asked.getTime() - 30 * 86_400_000);
  await tx.deleteFrom("listedPartnerships").where("subject", "=", subject).where("withdrawn", "<", month).execute();
}

/** Keeps one, as its own address shows it; whether that is news. */
export async function keepListedPartnership(tx: Transaction, one: ListedPartnership, asked: Date): Promise<boolean> {
  const { count } = await tx
    .selectFrom("listedPartnerships")
    .select(sql<number>`count(*)::integer`.as("count"))
    .where("subject", "=", one.subject)
    .where("withdrawn", "is", null)
    .executeTakeFirstOrThrow();
  return isSound(one) && count < mostListed && (await keep(tx, [one], asked)) > 0;
}

/** Its own address says that it is no more. Whether it was one that was held here. */
export async function dropListedPartnership(tx: Transaction, address: string, asked: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("listedPartnerships")
    .set({ withdrawn: asked, asked })
    .where("address", "=", address)
    .where("asked", "<=", asked)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whoever says it says it at its own address, of somebody elsewhere. */
function isSound({ address, subject, object }: ListedPartnership): boolean {
  const [at, by, whom] = [address, subject, object].map((url) => (URL.canParse(url) ? new URL(url).origin : null));
  return at === by && by !== whom && whom !== null;
}

/** How many were kept: none of a host that is not known here, and none that a later answer has overtaken. */
async function keep(tx: Transaction, all: readonly ListedPartnership[], asked: Date): Promise<number> {
  if (all.length === 0) return 0;
  const kept = await sql`
    insert into listed_partnerships as known (address, subject, object, kind, roles, context, given, asked)
    select address, subject, object, kind, roles, context, given, ${asked}
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
      as said (address text, subject text, object text, kind text, roles text[], context text, given timestamptz)
    where exists (select from catalogue_hosts where actor = subject and trust > 0)
    on conflict (address) do update set object = excluded.object, kind = excluded.kind, roles = excluded.roles,
      context = excluded.context, given = excluded.given, asked = excluded.asked, withdrawn = null
    where known.asked <= excluded.asked and known.subject = excluded.subject`.execute(tx);
  return Number(kept.numAffectedRows ?? 0n);
}

/** A partnership that everybody may see: both hosts say so, each at its own address. */
export interface KnownPartnership {
  /** The actors of both. */
  readonly one: string;
  readonly other: string;
  readonly kind: string;
  readonly oneRoles: readonly string[];
  readonly otherRoles: readonly string[];
  readonly since: Date;
}

/** Those of all hosts that are known here, ours included; with one host only, if it is named: it then comes first in each. */
export async function listKnownPartnerships(reader: Reader, actor?: string): Promise<readonly KnownPartnership[]> {
  const { rows } = await sql<KnownPartnership>`
    with said as (
      select address, subject, object, kind, roles, context, given from listed_partnerships where withdrawn is null),
    own as (
      select catalogue_hosts.actor from catalogue_hosts join instances using (origin) where source = 'own'),
    known as (
      select one.subject as one, one.object as other, one.kind, one.roles as "oneRoles", two.roles as "otherRoles",
        greatest(one.given, two.given) as since
      from said as one join said as two on one.subject = two.object and one.object = two.subject
        and (one.context = two.address or two.context = one.address)
      where one.subject < one.object
      union all
      select own.actor, other, kind, case side when 'asker' then roles_offered else roles_wanted end,
        case side when 'asker' then roles_wanted else roles_offered end, answered
      from partnerships, own where public)
    select * from known
    where exists (select from catalogue_hosts where actor = one and trust > 0)
    and exists (select from catalogue_hosts where actor = other and trust > 0)
    order by since desc, one, other`.execute(reader);
  return actor === undefined ? rows : rows.flatMap((row) => seenFrom(row, actor));
}

function seenFrom(known: KnownPartnership, actor: string): readonly KnownPartnership[] {
  if (known.one === actor) return [known];
  const { one, other, oneRoles, otherRoles } = known;
  return other === actor ? [{ ...known, one: other, other: one, oneRoles: otherRoles, otherRoles: oneRoles }] : [];
}
