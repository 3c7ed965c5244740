import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import type { PledgeEvent } from "./events.ts";
import { append, type Papers } from "./ledger.ts";
import type { Entry, PledgeAct } from "./pledges.ts";

/** Adds a row to the ledger, and records that it is there. */
export async function enterPledge(tx: Transaction, entry: Entry, currency: string, papers: Papers = {}): Promise<void> {
  await append(tx, entry, currency, papers);
  const { act, request, pledge, number, said } = entry;
  const happened = said.toISOString();
  const event: PledgeEvent = { id: randomUUID(), name: told[act], happened, request, pledge, number };
  await record(tx, event);
}

const told: Readonly<Record<PledgeAct, PledgeEvent["name"]>> = {
  make: "pledge-made",
  change: "pledge-changed",
  confirm: "pledge-confirmed",
  withdraw: "pledge-withdrawn",
  lapse: "pledge-lapsed",
};
