import type { Reader, Transaction } from "../foundation/database.ts";

/** How this instance deals with others, as its administrators settle it. */
export interface SwarmSettings {
  /** How many hosts of level 4 must vouch for a host before readers are shown it without asking. */
  readonly vouchesNeeded: number;
  /** Whether an instance that asks to follow us, and whose host is vouched for, is approved without anybody. */
  readonly welcomeVouched: boolean;
}

const defaults: SwarmSettings = { vouchesNeeded: 1, welcomeVouched: false };

export async function findSwarmSettings(reader: Reader): Promise<SwarmSettings> {
  const row = await reader.selectFrom("swarmSettings").select(["vouchesNeeded", "welcomeVouched"]).executeTakeFirst();
  return row ?? defaults;
}

/** Settles them; trust is settled anew by whoever calls. */
export async function keepSwarmSettings(tx: Transaction, settings: SwarmSettings): Promise<void> {
  await tx
    .insertInto("swarmSettings")
    .values(settings)
    .onConflict((known) => known.column("singleton").doUpdateSet(settings))
    .execute();
}
