import type { Reader } from "../src/foundation/database.ts";
import { askingAt } from "./askings.ts";
import { stampAt } from "./joint.ts";
import { partnershipAt } from "./partnerships.ts";
import type { Reach } from "./reach.ts";
import { referralAt } from "./referrals.ts";
import { reviewAt } from "./reviews.ts";
import type { Asker, Served } from "./served.ts";
import { vouchAt } from "./vouches.ts";

/** Looks for a relationship of one kind; `asker` is the origin that asks, null where nobody knows: then only what everybody may read is found. */
type RelationshipFinder = (reader: Reader, reach: Reach, id: string, asker: string | null) => Promise<Served | null>;

/** Every kind of relationship that has an address here, one line each. */
const finders: readonly RelationshipFinder[] = [vouchAt, reviewAt, partnershipAt, stampAt, referralAt, askingAt];

/** What ties us to another host. Who asks is looked up only where nothing is there for everybody, whether anything is there or not. */
export async function findRelationship(reader: Reader, reach: Reach, id: string, asker: Asker): Promise<Served | null> {
  const open = await among(reader, reach, id, null);
  if (open !== null) return open;
  const origin = await asker();
  return origin === null ? null : among(reader, reach, id, origin);
}

async function among(...asked: Parameters<RelationshipFinder>): Promise<Served | null> {
  for (const find of finders) {
    const found = await find(...asked);
    if (found !== null) return found;
  }
  return null;
}
