import { randomUUID } from "node:crypto";
import type { Trust } from "../../src/catalogue/catalogue.ts";
import type { Database, Reader } from "../../src/foundation/database.ts";
import { emptyProfile } from "../../src/hosts/host.ts";

/** A host of another instance that is known here, as a visit would have left it. */
export interface KnownHost {
  readonly origin: string;
  readonly name?: string;
  readonly source?: "own" | "peer" | "named" | "seed";
  readonly state?: "candidate" | "known" | "hidden";
  readonly trust?: Trust;
  readonly namedBy?: string | null;
  readonly actor?: string;
}

export const actorAt = (origin: string): string => `${origin}/ap/actors/1`;

/** Puts it into the catalogue; gives its actor. */
export async function know(
  db: Reader,
  {
    origin,
    name = new URL(origin).host,
    source = "named",
    state = "known",
    trust = 1,
    namedBy = null,
    actor = actorAt(origin),
  }: KnownHost,
): Promise<string> {
  const now = new Date();
  await db
    .insertInto("instances")
    .values({ origin, actor: `${origin}/ap/instance`, name, source, state, namedBy, hops: namedBy ? 1 : 0, met: now })
    .execute();
  const row = { actor, origin, handle: "h", url: `${origin}/@h`, trust, asked: now, confirmed: now };
  await db
    .insertInto("catalogueHosts")
    .values({ ...row, profile: JSON.stringify(emptyProfile(name, "fr")) })
    .execute();
  return actor;
}

export interface KnownPeer {
  readonly ours?: "none" | "requested" | "approved" | "rejected";
  readonly theirs?: "none" | "pending" | "approved" | "rejected";
  readonly decision?: "approved" | "rejected" | "welcomed" | null;
}

/** Puts something between us and an instance; gives its id. */
export async function peerWith(
  db: Database | Reader,
  origin: string,
  { ours = "approved", theirs = "approved", decision = "approved" }: KnownPeer = {},
): Promise<string> {
  const id = randomUUID();
  const row = { id, origin, actor: `${origin}/ap/instance`, name: new URL(origin).host, ours, theirs, decision };
  await db
    .insertInto("peers")
    .values({ ...row, seen: new Date() })
    .execute();
  return id;
}
