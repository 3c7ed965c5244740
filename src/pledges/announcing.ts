import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { recordAll } from "../foundation/outbox.ts";
import type { PledgeEvent } from "./events.ts";
import { append, type Entering, type Papers } from "./ledger.ts";
import type { Entry, PledgeAct } from "./pledges.ts";

/** Adds a row to the ledger, and records that it is there. */
export function enterPledge(tx: Transaction, entry: Entry, currency: string, papers: Papers = {}): Promise<void> {
  return enterPledges(tx, [{ entry, papers }], currency);
}

/** Adds rows to the ledger in their order, and records that they are there; two statements and a job, however many. */
export async function enterPledges(tx: Transaction, entering: readonly Entering[], currency: string): Promise<void> {
  if (entering.length === 0) return;
  await append(tx, entering, currency);
  const events = entering.map(({ entry: { act, request, pledge, number, said } }): PledgeEvent => {
    return { id: randomUUID(), name: told[act], happened: said.toISOString(), request, pledge, number };
  });
  await recordAll(tx, events);
}

const told: Readonly<Record<PledgeAct, PledgeEvent["name"]>> = {
  make: "pledge-made",
  change: "pledge-changed",
  confirm: "pledge-confirmed",
  withdraw: "pledge-withdrawn",
  lapse: "pledge-lapsed",
};
