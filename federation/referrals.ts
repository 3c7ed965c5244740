import type { Reader } from "../src/foundation/database.ts";
import { referralPath } from "../src/referrals/paths.ts";
import { findReferral } from "../src/referrals/queries.ts";
import { type Referral, stands } from "../src/referrals/referrals.ts";
import { findLocal, hostIri, type Local } from "./actors/local.ts";
import { relationshipIri } from "./addresses.ts";
import { originOf } from "./guard/origins.ts";
import type { Reach } from "./reach.ts";
import { gone, type Served } from "./served.ts";
import type { ReferralDocument, TakenDocument } from "./vocabulary/referral.ts";
import { writeReferral, writeTaken } from "./vocabulary/referral.ts";

/** A referral of ours as the other host reads it; only of one that has an instance. */
export function referralOf(local: Local, referral: Referral): ReferralDocument {
  const { id, about, other, need, language, token, handing, asked, expires } = referral;
  return {
    ...{ id: relationshipIri(local.origin, id), by: hostIri(local), about: about ?? other ?? "", need, language },
    ...{ page: token === null ? null : local.origin + referralPath(token), handing, asked, expires },
  };
}

/** That our host has taken somebody on, as the one who pointed them here reads it. */
export function takenOf(local: Local, { id, other, document, state, answered, changed }: Referral): TakenDocument {
  return {
    ...{ id: relationshipIri(local.origin, id), by: hostIri(local), from: other ?? "", referral: document ?? "" },
    ...{ standing: state === "placed" ? "placed" : "taken", answered: answered ?? changed },
  };
}

/** What is said of a referral here, for the one host that it is between, or since when it is no more; null for everybody else, and where nothing ever was. */
export async function referralAt(
  reader: Reader,
  reach: Reach,
  id: string,
  asker: string | null,
): Promise<Served | null> {
  const referral = asker === null ? null : await findReferral(reader, id);
  const other = referral?.other ?? null;
  if (referral === null || other === null || originOf(other) !== asker || !wasSaid(referral)) return null;
  const local = await findLocal(reader, reach, new Date());
  if (local === null) return null;
  const address = relationshipIri(reach.origin, id);
  if (!stands(referral)) return { ...gone(address, "Relationship", referral.changed), for: asker };
  const document =
    referral.side === "giver"
      ? writeReferral(referralOf(local, referral), other)
      : writeTaken(takenOf(local, referral));
  return { status: 200, body: JSON.stringify(document), id: address, for: asker };
}

/** Who has not taken somebody on has said nothing of it yet. */
const wasSaid = (referral: Referral): boolean =>
  referral.side === "giver" || stands(referral) || referral.state === "declined" || referral.state === "withdrawn";
