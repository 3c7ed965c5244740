import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type AskRefusal, day, happened, hear, lockAsking, move, needAsking, say } from "./changes.ts";
import type { AskingHeld } from "./events.ts";
import { type AskingParty, mayAsking } from "./life.ts";
import { listHostsOf } from "./queries.ts";
import { type Asking, days } from "./together.ts";

/** Sends it to its hosts; or keeps it until the desk has looked at it. */
export async function sendAsking(
  tx: Transaction,
  id: string,
  { hold, now }: { readonly hold: boolean; readonly now: Date },
): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  if (asking.state !== "draft" && asking.sent === null && asking.state !== "held") return refused("not-possible-now");
  if (asking.state !== "draft") return done(asking); // the button was pressed twice
  if (asking.email !== null && asking.confirmed === null) return refused("not-confirmed");
  if (!hold) return leave(tx, asking, "send", "asker", now);
  await move(tx, asking, "hold", "asker", {}, now);
  const event: AskingHeld = { ...happened(now), name: "asking-held", asking: id };
  await record(tx, event);
  return done(await needAsking(tx, id));
}

/** The desk has looked at it, and lets it go to its hosts. */
export async function letAskingThrough(tx: Transaction, id: string, now: Date): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  const sent = await leave(tx, asking, "let-through", "desk", now);
  if (sent.done) await hear(tx, id, "let-through", now);
  return sent;
}

/** The desk gives it back, with the reason; written otherwise, it can be shown to it again. */
export async function sendAskingBack(
  tx: Transaction,
  id: string,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  if (reason === "") return refused("reason-missing");
  if (!mayAsking(asking.state, "send-back", "desk")) return refused("not-possible-now");
  await move(tx, asking, "send-back", "desk", { reason }, now);
  await hear(tx, id, "sent-back", now);
  return done(await needAsking(tx, id));
}

async function leave(tx: Transaction, asking: Asking, act: "send" | "let-through", by: AskingParty, now: Date) {
  if (!mayAsking(asking.state, act, by)) return refused("not-possible-now" as const);
  await move(tx, asking, act, by, { sent: now, expires: new Date(now.getTime() + days.open * day), reason: null }, now);
  for (const host of await listHostsOf(tx, asking.id)) await say(tx, host, { deed: "ask", news: "ask" }, now);
  return done(await needAsking(tx, asking.id));
}
