import type { Reader, Transaction } from "../foundation/database.ts";

/** Whose requests wait for the desk before they open, among people with an account elsewhere. */
export const holds = ["nobody", "unknown", "everyone"] as const;
export type Hold = (typeof holds)[number];

/** How this instance deals with requests, as its administrators settle it. */
export interface FundingSettings {
  readonly hold: Hold;
}

const defaults: FundingSettings = { hold: "unknown" };

export async function findFundingSettings(reader: Reader): Promise<FundingSettings> {
  const row = await reader.selectFrom("fundingSettings").select("hold").executeTakeFirst();
  return row ? { hold: holds.find((one) => one === row.hold) ?? defaults.hold } : defaults;
}

export async function keepFundingSettings(tx: Transaction, settings: FundingSettings): Promise<void> {
  await tx
    .insertInto("fundingSettings")
    .values(settings)
    .onConflict((known) => known.column("singleton").doUpdateSet(settings))
    .execute();
}
