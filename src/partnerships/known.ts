import type { Reader } from "../foundation/database.ts";
import type { PartnershipKind } from "./partnership.ts";
import { listPublicPartnerships } from "./queries.ts";

/** A partnership that both hosts show, ours or of two others. */
export interface KnownPartnership {
  /** The actors of both. */
  readonly one: string;
  readonly other: string;
  readonly kind: PartnershipKind;
  readonly roles: readonly string[];
  readonly since: Date;
}

/** The public ones of all hosts that are known here, or of one of them, the newest first. */
export async function listKnownPartnerships(reader: Reader, actor?: string): Promise<readonly KnownPartnership[]> {
  const own = await reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select("catalogueHosts.actor")
    .where("instances.source", "=", "own")
    .executeTakeFirst();
  if (own === undefined) return [];
  const ours = (await listPublicPartnerships(reader)).map((partnership) => ({
    ...{ one: own.actor, other: partnership.other, kind: partnership.kind },
    roles: [...new Set([...partnership.rolesOffered, ...partnership.rolesWanted])],
    since: partnership.answered ?? partnership.asked,
  }));
  return ours.filter(({ one, other }) => actor === undefined || one === actor || other === actor);
}
