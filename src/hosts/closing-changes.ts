import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { changeHost } from "./changes.ts";
import type { ClosingAnnounced, ClosingWithdrawn } from "./events.ts";
import type { Closing, KeptHost } from "./host.ts";

/** Says of the host that it closes, so, or no longer (null); the offers are another room's. */
export async function sayClosing(tx: Transaction, host: KeptHost, closing: Closing | null, now: Date): Promise<void> {
  await changeHost(tx, { ...host.profile, closing }, now);
  const about = { id: randomUUID(), happened: now.toISOString(), host: host.id };
  const event: ClosingAnnounced | ClosingWithdrawn =
    closing === null ? { ...about, name: "closing-withdrawn" } : { ...about, name: "closing-announced" };
  await record(tx, event);
}
