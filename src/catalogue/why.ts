import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { findSwarmSettings } from "./swarm-settings.ts";
import type { Vouch } from "./vouches.ts";

/** A vouch with who gives it, for people. */
export interface ShownVouch extends Vouch {
  readonly name: string;
  /** The page of whoever gives it, at its own site. */
  readonly url: string;
  readonly own: boolean;
}

/** What there is to know of why a host is shown here, or not. */
export interface Why {
  readonly source: "own" | "peer" | "named" | "seed";
  /** The origin that named it first. */
  readonly namedBy: string | null;
  /** How many namings away from an instance that somebody here approved. */
  readonly hops: number;
  readonly met: Date;
  /** Not heard of for so long that it is shown nowhere. */
  readonly hidden: boolean;
  /** Those that count: of hosts that somebody here approved; the last first. */
  readonly vouches: readonly ShownVouch[];
  /** How many more there are, of others: they count for nothing. */
  readonly others: number;
  /** How many are needed. */
  readonly needed: number;
}

/** Why a host is trusted as far as it is; null for a host that is not known here. */
export async function findWhy(reader: Reader, actor: string): Promise<Why | null> {
  const { rows } = await sql<Omit<Why, "vouches" | "others" | "needed">>`
    select instances.source, instances.named_by as "namedBy", instances.hops, instances.met, instances.state = 'hidden' as hidden
    from catalogue_hosts join instances using (origin) where catalogue_hosts.actor = ${actor}`.execute(reader);
  const [known] = rows;
  if (known === undefined) return null;
  const given = await listVouchesFor(reader, actor);
  const vouches = given.filter(({ counts }) => counts);
  const { vouchesNeeded: needed } = await findSwarmSettings(reader);
  return { ...known, vouches, others: given.length - vouches.length, needed };
}

/** All that vouch for a host, the last first; `counts` where somebody here approved whoever gives it. */
async function listVouchesFor(reader: Reader, actor: string): Promise<readonly (ShownVouch & { counts: boolean })[]> {
  const { rows } = await sql<ShownVouch & { counts: boolean }>`
    select vouch.address, vouch.voucher, vouch.vouched, vouch.reason, vouch.given, voucher.url,
      voucher.profile->>'name' as name, voucher.trust = 4 as counts, instances.source = 'own' as own
    from catalogue_vouches as vouch
    join catalogue_hosts as voucher on voucher.actor = vouch.voucher
    join instances on instances.origin = voucher.origin
    join catalogue_hosts as host on host.actor = vouch.vouched
    where vouch.vouched = ${actor} and vouch.withdrawn is null
      and voucher.trust > 0 and voucher.origin <> host.origin
    order by given desc, address limit 500`.execute(reader);
  return rows;
}
