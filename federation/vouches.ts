import { findOwnVouch, listOwnVouches, type OwnVouch } from "../src/catalogue/vouching.ts";
import type { Reader } from "../src/foundation/database.ts";
import { hostIri, type Local } from "./actors/local.ts";
import { vouchIri } from "./addresses.ts";
import { embedVouch, type VouchDocument } from "./vocabulary/vouch.ts";

/** What our host says of others now, for whoever wants it all at once. */
export async function embeddedVouches(reader: Reader, local: Local): Promise<readonly unknown[]> {
  return (await listOwnVouches(reader)).map((vouch) => embedVouch(vouchOf(local, vouch)));
}

/** One of them, as others read it; with when it was withdrawn, if it was. Null when there never was one. */
export async function findVouchDocument(reader: Reader, local: Local, id: string) {
  const vouch = await findOwnVouch(reader, id);
  return vouch && { document: vouchOf(local, vouch), withdrawn: vouch.withdrawn };
}

function vouchOf(local: Local, { id, vouched, reason, given }: OwnVouch): VouchDocument {
  return { id: vouchIri(local.origin, id), subject: hostIri(local), object: vouched, reason, given };
}
