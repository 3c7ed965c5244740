import { type RawBuilder, sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { welcomePeer } from "../peers/changes.ts";
import { noteSeen, seenFrom } from "./news.ts";
import { findSwarmSettings } from "./swarm-settings.ts";

/**
 * Settles anew how far each host is trusted, by the rule of `trustOf`, and lets in those who wait and need not. Of some
 * origins only: their hosts, and those for whom these vouch. Whoever changes what the rule asks for calls it in the same transaction.
 */
export async function settleTrust(tx: Transaction, now: Date, origins?: readonly string[]): Promise<void> {
  const { vouchesNeeded, welcomeVouched } = await findSwarmSettings(tx);
  const { rows } = await sql<{ actor: string; before: number; trust: number }>`
    with standing as materialized (${standings}),
    counted as (${countedVouches}),
    settled as (
      select standing.actor, before, case
        when own then 4
        when blocked then 0
        when not known then 1
        when approved then 4
        when coalesce(counted.vouches, 0) >= ${vouchesNeeded} then 3
        else 2 end as trust
      from standing left join counted using (actor)
    )
    update catalogue_hosts set trust = settled.trust from settled
    where settled.actor = catalogue_hosts.actor and catalogue_hosts.trust <> settled.trust
      and ${origins === undefined ? sql`true` : touchedBy(origins)}
    returning settled.actor, settled.before, settled.trust`.execute(tx);
  const risen = rows.filter(({ before, trust }) => before < seenFrom && trust >= seenFrom);
  await noteSeen(
    tx,
    risen.map(({ actor }) => actor),
    now,
  );
  if (welcomeVouched) await welcomeAll(tx, now);
}

/** Each host with what its own trust hangs on. `own` and `approved` are so whoever vouches for whom: nothing here turns in circles. */
const standings: RawBuilder<unknown> = sql`
  select host.actor, host.origin, host.trust as before, instances.source = 'own' as own,
    exists (select from domains_around(host.origin) as around join blocks using (domain)) as blocked,
    instances.state in ('known', 'hidden') as known,
    exists (select from peers where peers.origin = host.origin
      and (ours = 'approved' or theirs = 'approved') and decision is distinct from 'welcomed') as approved
  from catalogue_hosts as host join instances on instances.origin = host.origin`;

/** By how many hosts of level 4, of other origins, each is vouched for. */
const countedVouches: RawBuilder<unknown> = sql`
  select vouch.vouched as actor, count(distinct voucher.origin) as vouches
  from catalogue_vouches as vouch
  join standing as voucher on voucher.actor = vouch.voucher
  join standing as vouched on vouched.actor = vouch.vouched
  where vouch.withdrawn is null and voucher.origin <> vouched.origin
    and (voucher.own or (voucher.known and voucher.approved and not voucher.blocked))
  group by vouch.vouched`;

const touchedBy = (origins: readonly string[]): RawBuilder<boolean> => sql`(catalogue_hosts.origin = any(${origins})
  or catalogue_hosts.actor in (
    select vouched from catalogue_vouches join catalogue_hosts as voucher on voucher.actor = voucher
    where voucher.origin = any(${origins})))`;

/** Approves the instances that wait, of which nobody here has decided anything, and whose host others vouch for. */
async function welcomeAll(tx: Transaction, now: Date): Promise<void> {
  for (const id of await listWelcome(tx)) await welcomePeer(tx, id, now);
}

async function listWelcome(reader: Reader): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom("peers")
    .innerJoin("catalogueHosts", "catalogueHosts.origin", "peers.origin")
    .select("peers.id")
    .distinct()
    .where("theirs", "=", "pending")
    .where("decision", "is", null)
    .where("trust", ">=", 3)
    .orderBy("peers.id")
    .execute();
  return rows.map(({ id }) => id);
}
