import type { Outbound } from "../../src/foundation/outbound.ts";
import { askWebFinger } from "./ask-webfinger.ts";
import type { RemoteActors } from "./remote-actors.ts";
import type { RemoteActor } from "./remote-document.ts";

/** What the look-up of an account needs. */
export interface Looking {
  readonly outbound: Outbound;
  readonly remoteActors: Pick<RemoteActors, "see">;
}

/** The actor behind `name@host`; null when there is none, or none that we speak to. Throws `Unreachable`; never to be asked inside a transaction. */
export async function findAccount({ outbound, remoteActors }: Looking, account: string): Promise<RemoteActor | null> {
  if (outbound.refuses(`https://${account.slice(account.lastIndexOf("@") + 1)}`)) return null;
  const links = await askWebFinger(outbound, account);
  const self = links?.find(({ rel, type = "" }) => rel === "self" && /activity\+json|ld\+json/.test(type));
  return self?.href && URL.canParse(self.href) ? await remoteActors.see(self.href) : null;
}
