import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Digest } from "./gossip.ts";

/** What is held of a host: the version of each of its offers. */
export async function findHeld(reader: Reader, host: string): Promise<Digest> {
  const rows = await reader
    .selectFrom("catalogueOffers")
    .select(["actor", "version"])
    .where("host", "=", host)
    .execute();
  // Those that several make together are held whether they may be shown or not.
  const together = await reader
    .selectFrom("catalogueJoint")
    .select(["actor", "version"])
    .where("host", "=", host)
    .execute();
  return new Map([...rows, ...together].map(({ actor, version }) => [actor, version]));
}

/** One short text for a whole digest: two that are alike have the same. */
export function hashOf(digest: Digest): string {
  return hashOfLines([...digest].map(([id, version]) => `${id} ${version}`));
}

/** The same for a list of addresses, in whatever order. */
export const hashOfAddresses = (addresses: readonly string[]): string => hashOfLines(addresses);

function hashOfLines(lines: readonly string[]): string {
  const sorted = [...lines].sort();
  return createHash("sha256").update(sorted.join("\n")).digest("base64url");
}

/** The hosts of other instances that this one lists: known, not hidden, and not blocked. */
export async function listOthers(reader: Reader): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select("catalogueHosts.actor")
    .where("source", "<>", "own")
    .where("trust", ">=", 2)
    .where("state", "=", "known")
    .where(({ not }) => not(sql<boolean>`is_blocked(catalogue_hosts.origin)`))
    .orderBy("catalogueHosts.actor")
    .execute();
  return rows.map(({ actor }) => actor);
}
