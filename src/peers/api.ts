import type { Database } from "../foundation/database.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { type Api, apiRoutes } from "../web/api.ts";
import { blockRoutes } from "./api-blocks.ts";
import { peerRoutes } from "./api-peers.ts";
import type { FindRefusal, Instance } from "./peer.ts";

export interface PeersApiDeps {
  readonly db: Database;
  readonly origin: string;
  now(): Date;
  /** The instance at an address that somebody typed. Waits for the network. */
  findInstance(typed: string): Promise<Outcome<Instance, FindRefusal>>;
}

/** The other instances: whom we asked, who asked us, and with whom we have nothing to do. */
export function peersApi(deps: PeersApiDeps): Api {
  const api = apiRoutes();
  peerRoutes(api, deps);
  blockRoutes(api, deps);
  return api;
}
