import type { SiteFederation } from "../federation/federation.ts";
import type { Config } from "./foundation/config.ts";
import type { Database } from "./foundation/database.ts";
import type { Outbound } from "./foundation/outbound.ts";
import type { Outcome } from "./foundation/outcome.ts";
import type { Secret } from "./foundation/secret.ts";
import type { FindHostRefusal, OtherHost } from "./partnerships/changes.ts";
import type { FindRefusal, Instance } from "./peers/peer.ts";
import type { ActorsElsewhere } from "./site-associations.ts";
import type { SignInDeps } from "./visitors/sign-in-parts.tsx";

/** What the web side needs of the rest of the site. */
export interface WebParts {
  readonly config: Config;
  readonly db: Database;
  readonly secret: Secret;
  readonly federation: SiteFederation;
  readonly version: string;
  /** Every page says that what it shows is invented. */
  readonly demonstration: boolean;
  readonly report: (error: Error, reference: string) => void;
  /** The page of someone's own server that asks whether to follow. */
  followTemplate(account: string): Promise<string | null>;
  /** The page of someone's own server that opens its composer. */
  shareTemplate(account: string): Promise<string | null>;
  /** The way out to other servers. */
  readonly outbound: Outbound;
  /** How actors of other servers are found. */
  readonly actors: ActorsElsewhere;
  /** The instance at an address that somebody typed. */
  findInstance(typed: string): Promise<Outcome<Instance, FindRefusal>>;
  /** The host that somebody names. */
  findHost(typed: string): Promise<Outcome<OtherHost, FindHostRefusal>>;
  /** How the servers of visitors are asked who they are. */
  readonly visitors: Pick<SignInDeps, "leadIn" | "comeBack" | "refuses" | "eraseVisitor">;
}
