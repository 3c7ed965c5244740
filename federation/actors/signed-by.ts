import { originOf } from "../guard/origins.ts";
import { signedGetOf } from "../guard/signed-get-of.ts";
import type { RemoteActors } from "./remote-actors.ts";

/** What is needed to know who asks. */
export interface Recognising {
  /** Our own. */
  readonly origin: string;
  readonly remoteActors: Pick<RemoteActors, "signerOf">;
}

/** The origin whose actor signed a request that only asks; null for everybody else, whatever is wrong with the signature. */
export async function signedBy({ origin, remoteActors }: Recognising, request: Request): Promise<string | null> {
  const signed = signedGetOf(request, origin, new Date());
  if (signed === null || originOf(signed.keyId) === origin) return null;
  const signer = await remoteActors.signerOf(signed);
  return signer && originOf(signer.id);
}
