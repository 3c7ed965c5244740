import { Unreachable } from "../../src/foundation/errors.ts";
import { type Outbound, RefusedAddress } from "../../src/foundation/outbound.ts";
import { done, type Outcome, refused } from "../../src/foundation/outcome.ts";
import type { FindHostRefusal, OtherHost } from "../../src/partnerships/changes.ts";
import { idOf, originOf, sameOrigin } from "../guard/origins.ts";
import { findAccount } from "./find-account.ts";
import type { RemoteActors } from "./remote-actors.ts";
import type { RemoteActor } from "./remote-document.ts";

/** What the look-up of another host needs. */
export interface HostFinding {
  readonly outbound: Outbound;
  readonly remoteActors: Pick<RemoteActors, "see" | "document">;
  /** Our own. */
  readonly origin: string;
}

/** The host that somebody names: by its account, the address of its page, or that of its actor. Never to be asked inside a transaction. */
export async function findHostAt(finding: HostFinding, typed: string): Promise<Outcome<OtherHost, FindHostRefusal>> {
  const [, account] = /^@?([^@/\s]+@[^@/\s]+)$/.exec(typed.trim()) ?? [];
  const address = account === undefined ? typed.trim() : `https://${account.slice(account.indexOf("@") + 1)}/`;
  const origin = originOf(address);
  if (origin === null) return refused("address-malformed");
  if (new URL(origin).host === new URL(finding.origin).host) return refused("own-host");
  if (finding.outbound.refuses(address)) return refused("domain-blocked");
  return look(() => (account === undefined ? actorAt(finding, address) : findAccount(finding, account)));
}

async function look(find: () => Promise<RemoteActor | null>): Promise<Outcome<OtherHost, FindHostRefusal>> {
  try {
    const actor = await find();
    return actor === null || !hosts.includes(actor.type) ? refused("host-unknown") : done(otherOf(actor));
  } catch (error) {
    if (error instanceof Unreachable || error instanceof RefusedAddress) return refused("unreachable");
    throw error;
  }
}

/** What a host may be, at servers of other kinds too; a whole instance is none. */
const hosts = ["Organization", "Group", "Person", "Service"];

/** What stands at the address may be of another id: a page for people shows its actor too. */
async function actorAt({ remoteActors }: HostFinding, address: string): Promise<RemoteActor | null> {
  const id = idOf(await remoteActors.document(address));
  return id !== null && sameOrigin(id, address) ? await remoteActors.see(id) : null;
}

function otherOf({ id: actor, name, handle, url }: RemoteActor): OtherHost {
  return { actor, name: name?.trim() || handle || new URL(actor).host, page: url ?? actor };
}
