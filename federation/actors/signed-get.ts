import type { KeyObject } from "node:crypto";
import { type Answer, type Outbound, RefusedAddress } from "../../src/foundation/outbound.ts";
import { signDraftCavage } from "../delivery/signatures.ts";
import { originOf } from "../guard/origins.ts";

/** Who signs our GETs: the instance actor. */
export type Signer = () => Promise<{ readonly keyId: string; readonly key: KeyObject }>;

/** What a request to another server needs. */
export interface Asking {
  readonly outbound: Outbound;
  readonly signer: Signer;
}

/** Asks for what stands at an address, signed (R26), and follows no redirect: each document is given at its own address. */
export async function signedGet({ outbound, signer }: Asking, url: string, accept: string): Promise<Answer> {
  if (originOf(url) === null) throw new RefusedAddress("not an address");
  const signed = await signDraftCavage({ method: "GET", url, ...(await signer()) });
  return outbound.request(url, { headers: { ...signed, accept, "accept-encoding": "identity" }, redirects: 0 });
}
