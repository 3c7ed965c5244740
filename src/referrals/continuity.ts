import { sql } from "kysely";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { findNamedHost } from "../catalogue/named-hosts.ts";
import { listHosts } from "../catalogue/queries.ts";
import type { Reader } from "../foundation/database.ts";
import { listKnownPartnerships } from "../partnerships/listed.ts";

/** Who takes over what, should a host stop: what both hosts say in public, and what one says alone. */
export interface Continuity {
  readonly host: ListedHost;
  /** Those who take over from it: both say so. */
  readonly takenOverBy: readonly ListedHost[];
  /** Those from whom it takes over: both say so. */
  readonly takesOver: readonly ListedHost[];
  /** Whom it names in announcing its end, where that one has not said so; in its own words where it is not known here. */
  readonly named: { readonly text: string; readonly host: ListedHost | null } | null;
}

/** What is known here of what becomes of a host's users, should it stop. */
export async function findContinuity(reader: Reader, host: ListedHost): Promise<Continuity> {
  const known = (await listKnownPartnerships(reader, host.actor)).filter(({ kind }) => kind === "continuity");
  const of = (does: "oneRoles" | "otherRoles") =>
    listHosts(
      reader,
      known.flatMap((one) => (one[does].includes("continuity") ? [one.other] : [])),
    );
  const [takenOverBy, takesOver] = [await of("otherRoles"), await of("oneRoles")];
  const text = host.profile.closing?.successor ?? null;
  const named = text === null ? null : { text, host: await findNamedHost(reader, text) };
  const agreed = named?.host != null && takenOverBy.some(({ actor }) => actor === named.host?.actor);
  return { host, takenOverBy, takesOver, named: agreed ? null : named };
}

/** A host that stops and names ours, or from which ours has agreed to take over. */
export interface Leaving {
  readonly host: ListedHost;
  readonly ends: string;
  /** Whether both say in public that ours takes over. */
  readonly agreed: boolean;
}

/** Whose users may come to our host, because their own stops. */
export async function listLeaving(reader: Reader, own: string): Promise<readonly Leaving[]> {
  const rows = await reader
    .selectFrom("catalogueHosts")
    .select("actor")
    .where("trust", ">=", 2)
    .where("actor", "<>", own)
    .where(sql<boolean>`profile -> 'closing' ->> 'ends' is not null`)
    .execute();
  const hosts = await listHosts(
    reader,
    rows.map(({ actor }) => actor),
  );
  const leaving = await Promise.all(hosts.map((host) => leavingOf(reader, host, own)));
  return leaving.flatMap((one) => one ?? []).toSorted((one, other) => one.ends.localeCompare(other.ends));
}

async function leavingOf(reader: Reader, host: ListedHost, own: string): Promise<Leaving | null> {
  const { closing } = host.profile;
  if (closing === null) return null;
  const { takenOverBy, named } = await findContinuity(reader, host);
  const agreed = takenOverBy.some(({ actor }) => actor === own);
  return agreed || named?.host?.actor === own ? { host, ends: closing.ends, agreed } : null;
}
