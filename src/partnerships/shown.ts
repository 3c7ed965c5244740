import type { ListedHost } from "../catalogue/catalogue.ts";
import { listHosts } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import { type KnownPartnership, listKnownPartnerships } from "./listed.ts";

/** A public partnership with both of its hosts, as far as both are shown here. */
export interface ShownPartnership extends Omit<KnownPartnership, "one" | "other"> {
  readonly one: ListedHost;
  readonly other: ListedHost;
}

/** What is known here of who works with whom, of hosts that are shown here; of one host, that one comes first in each. */
export async function listShownPartnerships(reader: Reader, actor?: string): Promise<readonly ShownPartnership[]> {
  const known = await listKnownPartnerships(reader, actor);
  const hosts = await listShownHosts(reader, [...new Set(known.flatMap(({ one, other }) => [one, other]))]);
  return known.flatMap((partnership) => {
    const [first, second] = [hosts.get(partnership.one), hosts.get(partnership.other)];
    if (first === undefined || second === undefined) return [];
    const [one, other] = second.actor === actor ? [second, first] : [first, second];
    return [{ ...partnership, one, other }];
  });
}

async function listShownHosts(reader: Reader, actors: readonly string[]): Promise<ReadonlyMap<string, ListedHost>> {
  if (actors.length === 0) return new Map();
  const rows = await reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select("catalogueHosts.actor")
    .where("catalogueHosts.actor", "in", [...actors])
    .where(({ or, eb }) => or([eb("trust", ">=", 3), eb("instances.source", "=", "own")]))
    .where("instances.state", "=", "known")
    .execute();
  const hosts = await listHosts(
    reader,
    rows.map(({ actor }) => actor),
  );
  return new Map(hosts.map((host) => [host.actor, host]));
}
