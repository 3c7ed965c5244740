import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type AskRefusal, lockAsking, move, needAsking, say, sayToAll } from "./changes.ts";
import { mayAsking } from "./life.ts";
import { listHostsOf } from "./queries.ts";
import { type AskedHost, type Asking, saidYes } from "./together.ts";

/** Says that one of those who would lead does, and which others the association says yes to; all are told. */
export async function chooseLead(
  tx: Transaction,
  id: string,
  { lead, partners, now }: { readonly lead: string; readonly partners: readonly string[]; readonly now: Date },
): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  if (!mayAsking(asking.state, "choose", "asker")) return refused("not-possible-now");
  const hosts = await listHostsOf(tx, id);
  if (hosts.find((host) => host.id === lead)?.state !== "lead") return refused("host-cannot-lead");
  const taken = hosts.filter((host) => host.id === lead || (partners.includes(host.id) && saidYes(host)));
  await setContact(
    tx,
    hosts.map((host) => ({ host, given: taken.includes(host) })),
    now,
  );
  const result = asking.lead === lead ? asking.result : null;
  await move(tx, asking, "choose", "asker", { lead, result: result && JSON.stringify(result) }, now);
  await sayToAll(tx, { asking, hosts }, now);
  return done(await needAsking(tx, id));
}

// What a host has read once cannot be made unread: but it is told that others were chosen.
async function setContact(
  tx: Transaction,
  hosts: readonly { readonly host: AskedHost; readonly given: boolean }[],
  now: Date,
): Promise<void> {
  for (const { host, given } of hosts) {
    if (given === (host.contactGiven !== null)) continue;
    await tx
      .updateTable("askingHosts")
      .set({ contactGiven: given ? now : null, changed: now })
      .where("id", "=", host.id)
      .execute();
  }
}

/** Says yes to one more host: from now on it reads how to reach the association. */
export async function giveContact(
  tx: Transaction,
  id: string,
  host: string,
  now: Date,
): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  const hosts = await listHostsOf(tx, id);
  const found = hosts.find((one) => one.id === host);
  if (found === undefined || !saidYes(found) || !mayAsking(asking.state, "give-contact", "asker"))
    return refused("not-possible-now");
  await setContact(tx, [{ host: found, given: true }], now);
  await move(tx, asking, "give-contact", "asker", {}, now);
  await sayToAll(tx, { asking, hosts }, now);
  return done(await needAsking(tx, id));
}

/** What the association says to a host that another one would like to join: it is asked, or it never hears of it. */
export async function decideHost(
  tx: Transaction,
  id: string,
  { host, add, now }: { readonly host: string; readonly add: boolean; readonly now: Date },
): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  const hosts = await listHostsOf(tx, id);
  const found = hosts.find((one) => one.id === host && one.state === "proposed");
  if (found === undefined || !mayAsking(asking.state, add ? "add" : "leave-out", "asker"))
    return refused("not-possible-now");
  await tx
    .updateTable("askingHosts")
    .set({ state: add ? "asked" : "left-out", changed: now })
    .where("id", "=", host)
    .execute();
  await move(tx, asking, add ? "add" : "leave-out", "asker", {}, now);
  if (add) await say(tx, found, { deed: "ask", news: "ask" }, now);
  return done(await needAsking(tx, id));
}
