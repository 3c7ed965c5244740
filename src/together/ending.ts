import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type AskRefusal, listTold, lockAsking, move, needAsking, say, sayToAll } from "./changes.ts";
import { mayAsking } from "./life.ts";
import { findPaper } from "./papers.ts";
import { listHostsOf } from "./queries.ts";
import type { Asking } from "./together.ts";

/** Takes what the lead proposes: it ends well. */
export async function concludeAsking(
  tx: Transaction,
  id: string,
  { version, now }: { readonly version: number; readonly now: Date },
): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  if (asking.state === "ended" && asking.ending === asking.result?.kind) return done(asking);
  if (!mayAsking(asking.state, "conclude", "asker")) return refused("not-possible-now");
  if (asking.result === null) return refused("no-result");
  if (asking.result.version !== version) return refused("changed-meanwhile");
  if (asking.result.paper !== null && (await findPaper(tx, asking))?.state !== "signed") return refused("not-signed");
  await move(tx, asking, "conclude", "asker", { ending: asking.result.kind }, now);
  await sayToAll(tx, { asking, hosts: await listHostsOf(tx, id) }, now);
  return done(await needAsking(tx, id));
}

/** Says no to what the lead proposes, and why: it may propose something else. */
export async function declineResult(
  tx: Transaction,
  id: string,
  { version, reason, now }: { readonly version: number; readonly reason: string; readonly now: Date },
): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  if (!mayAsking(asking.state, "decline", "asker")) return refused("not-possible-now");
  if (asking.result === null) return refused("no-result");
  if (asking.result.version !== version) return refused("changed-meanwhile");
  if (reason === "") return refused("reason-missing");
  if (asking.declined?.version === version) return done(asking); // the button was pressed twice
  await move(tx, asking, "decline", "asker", { declined: JSON.stringify({ version, reason }) }, now);
  await sayToAll(tx, { asking, hosts: await listHostsOf(tx, id) }, now);
  return done(await needAsking(tx, id));
}

/** Closes it without a result, with the association's own reason. */
export async function closeAsking(
  tx: Transaction,
  id: string,
  { reason, now }: { readonly reason: string | null; readonly now: Date },
): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  if (asking.state === "ended") return done(asking);
  if (!mayAsking(asking.state, "close", "asker")) return refused("not-possible-now");
  await move(tx, asking, "close", "asker", { ending: "closed", reason }, now);
  await sayToAll(tx, { asking, hosts: await listHostsOf(tx, id) }, now);
  return done(await needAsking(tx, id));
}

/** Takes it back, whether it has left or not. */
export async function withdrawAsking(tx: Transaction, id: string, now: Date): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  if (asking.state === "withdrawn") return done(asking);
  if (!mayAsking(asking.state, "withdraw", "asker")) return refused("not-possible-now");
  await move(tx, asking, "withdraw", "asker", {}, now);
  if (asking.sent !== null)
    for (const host of await listTold(tx, id)) await say(tx, host, { deed: "withdraw", news: "withdraw" }, now);
  return done(await needAsking(tx, id));
}
