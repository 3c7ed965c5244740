import { findOwnVouch, listOwnVouches, type OwnVouch } from "../src/catalogue/vouching.ts";
import type { Reader } from "../src/foundation/database.ts";
import { findLocal, hostIri, type Local } from "./actors/local.ts";
import { relationshipIri } from "./addresses.ts";
import type { Reach } from "./reach.ts";
import { gone, here, type Served } from "./served.ts";
import { embedVouch, type VouchDocument, writeVouch } from "./vocabulary/vouch.ts";

/** What our host says of others now, for whoever wants it all at once. */
export async function embeddedVouches(reader: Reader, local: Local): Promise<readonly unknown[]> {
  return (await listOwnVouches(reader)).map((vouch) => embedVouch(vouchOf(local, vouch)));
}

/** One of them, as others read it, or since when it is withdrawn; null when there never was one. */
export async function vouchAt(reader: Reader, reach: Reach, id: string): Promise<Served | null> {
  const vouch = await findOwnVouch(reader, id);
  const local = vouch && (await findLocal(reader, reach, new Date()));
  if (vouch === null || local === null) return null;
  const document = vouchOf(local, vouch);
  return vouch.withdrawn ? gone(document.id, "Relationship", vouch.withdrawn) : here(document.id, writeVouch(document));
}

function vouchOf(local: Local, { id, vouched, reason, given }: OwnVouch): VouchDocument {
  return { id: relationshipIri(local.origin, id), subject: hostIri(local), object: vouched, reason, given };
}
