import type { Reader } from "../foundation/database.ts";
import type { Acting } from "../funding/acting.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { type FundingRole, roleOf } from "../funding/life.ts";
import { findParty } from "../funding/parties.ts";

/** As what somebody acts, and the id of the party that it is. */
export interface Known {
  readonly acting: Acting;
  readonly party: string;
}

/** All as what somebody has acted here before. */
export async function listKnown(reader: Reader, all: readonly Acting[]): Promise<readonly Known[]> {
  const known: Known[] = [];
  for (const acting of all) {
    const party = await findParty(reader, acting);
    if (party !== null) known.push({ acting, party });
  }
  return known;
}

/** As what somebody may carry a request on: as who asks, else as its steward; null for everybody else. */
export function stewardOf(
  known: readonly Known[],
  request: FundingRequest,
): (Known & { readonly role: FundingRole }) | null {
  const roles = known.map((one) => ({ ...one, role: roleOf(request, one.party) }));
  return roles.find(({ role }) => role === "requester") ?? roles.find(({ role }) => role === "steward") ?? null;
}

export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
