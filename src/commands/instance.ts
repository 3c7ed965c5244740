import type { Config } from "../foundation/config.ts";
import { openEmbedded } from "../foundation/embedded-postgres.ts";
import { openSecret, type Secret } from "../foundation/secret.ts";

/** What every process of an instance needs first: its secret, and a PostgreSQL that runs. */
export interface Instance {
  readonly databaseUrl: string;
  readonly secret: Secret;
  /** Whether the embedded PostgreSQL still runs; always so with one of the operator's own. */
  alive(): boolean;
  close(): Promise<void>;
}

/** Opens the instance of these settings, beside its other processes or alone. */
export async function openInstance(config: Config): Promise<Instance> {
  const secret = await openSecret(config.secretFile);
  if (config.databaseUrl !== null) {
    return { databaseUrl: config.databaseUrl, secret, alive: () => true, close: async () => {} };
  }
  const embedded = await openEmbedded(config.dataDir);
  return { databaseUrl: embedded.url, secret, alive: embedded.alive, close: embedded.stop };
}
