import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { AskingErased, AskingHeard, AskingHeld, AskingSaid } from "./events.ts";
import type { Said } from "./form.ts";
import { type HostNews, hostNewsSince } from "./host-news.ts";
import { digestOf, findAsking, listHostsOf } from "./queries.ts";
import {
  type AskedHost,
  type AskedWay,
  type Asking,
  type AskingAct,
  type AskingParty,
  askingAfter,
  days,
  hostsAsked,
  isLive,
  mayAsking,
  mostAskings,
} from "./together.ts";

export type AskRefusal =
  | "not-possible-now"
  | "too-few-hosts"
  | "too-many-hosts"
  | "too-many-today"
  | "not-confirmed"
  | "host-cannot-lead"
  | "no-result"
  | "reason-missing"
  | "changed-meanwhile";

/** A host to be asked. */
export interface HostDraft {
  readonly way: AskedWay;
  readonly host: string | null;
  readonly name: string;
  readonly page: string | null;
  readonly address: string | null;
  readonly roles: readonly string[];
}

/** All that is asked, and of whom. */
export interface AskingDraft {
  readonly said: Said;
  readonly about: string | null;
  readonly hosts: readonly HostDraft[];
}

/** Who asks: a party, or somebody with an address for letters. */
export interface Asker {
  readonly party: string | null;
  readonly email: string | null;
  readonly language: Asking["language"];
  readonly now: Date;
}

/** Writes down what an association asks; nothing leaves before it is sent. */
export async function draftAsking(
  tx: Transaction,
  { said, about, hosts }: AskingDraft,
  { party, email, language, now }: Asker,
): Promise<Outcome<Asking, AskRefusal>> {
  const reason = refusalToHosts(hosts);
  if (reason !== null) return refused(reason);
  if (await isTooMuch(tx, { party, email }, now)) return refused("too-many-today");
  const id = randomUUID();
  await tx
    .insertInto("askings")
    .values({ ...rowOf(said), about, id, party, email, language, state: "draft", made: now, changed: now })
    .execute();
  await putHosts(tx, id, hosts, now);
  return done(await need(tx, id));
}

/** Writes it otherwise, as long as it has not left. */
export async function changeAsking(
  tx: Transaction,
  id: string,
  { said, about, hosts }: AskingDraft,
  now: Date,
): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  const reason = refusalToHosts(hosts);
  if (!mayAsking(asking.state, "change", "asker")) return refused("not-possible-now");
  if (reason !== null) return refused(reason);
  await tx
    .updateTable("askings")
    .set({ ...rowOf(said), about, reason: null, changed: now })
    .where("id", "=", id)
    .execute();
  await tx.deleteFrom("askingHosts").where("asking", "=", id).execute();
  await putHosts(tx, id, hosts, now);
  return done(await need(tx, id));
}

const rowOf = ({ needs, ...said }: Said) => ({ ...said, needs: [...needs] });

function refusalToHosts(hosts: readonly HostDraft[]): AskRefusal | null {
  if (hosts.length < hostsAsked.least) return "too-few-hosts";
  return hosts.length > hostsAsked.most ? "too-many-hosts" : null;
}

async function isTooMuch(tx: Transaction, { party, email }: Pick<Asker, "party" | "email">, now: Date) {
  const { count } = await tx
    .selectFrom("askings")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("made", ">", new Date(now.getTime() - day))
    .where((row) =>
      party === null ? row(sql`lower(email)`, "=", (email ?? "").toLowerCase()) : row("party", "=", party),
    )
    .executeTakeFirstOrThrow();
  return count >= mostAskings.ofParty;
}

const day = 86_400_000;

async function putHosts(tx: Transaction, asking: string, hosts: readonly HostDraft[], now: Date): Promise<void> {
  const rows = hosts.map(({ roles, ...host }, number) => ({
    ...{ ...host, id: randomUUID(), asking, number, roles: [...roles], state: "asked", changed: now },
    ...{ token: newToken(), offer: randomUUID() },
  }));
  await tx.insertInto("askingHosts").values(rows).execute();
}

/** The last part of a private address, as long as a key. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Makes a private link to an asking; older links go on opening it. */
export async function makeAskingLink(tx: Transaction, asking: string, now: Date): Promise<string> {
  const token = newToken();
  await tx
    .insertInto("askingLinks")
    .values({ digest: digestOf(token), asking, created: now })
    .execute();
  return token;
}

/** Whoever opened the link that came by letter has shown that the address is theirs. */
export async function confirmAsking(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx
    .updateTable("askings")
    .set({ confirmed: now })
    .where("id", "=", id)
    .where("email", "is not", null)
    .where("confirmed", "is", null)
    .execute();
}

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
  return done(await need(tx, id));
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
  return done(await need(tx, id));
}

async function leave(tx: Transaction, asking: Asking, act: "send" | "let-through", by: AskingParty, now: Date) {
  if (!mayAsking(asking.state, act, by)) return refused("not-possible-now" as const);
  await move(tx, asking, act, by, { sent: now, expires: new Date(now.getTime() + days.open * day), reason: null }, now);
  for (const host of await listHostsOf(tx, asking.id)) await say(tx, host, { deed: "ask", news: "ask" }, now);
  return done(await need(tx, asking.id));
}

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
  return done(await need(tx, id));
}

/** Whether a host would take part. */
export const saidYes = ({ state }: Pick<AskedHost, "state">): boolean => state === "lead" || state === "partner";

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
  return done(await need(tx, id));
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
  return done(await need(tx, id));
}

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
  await move(tx, asking, "conclude", "asker", { ending: asking.result.kind }, now);
  await sayToAll(tx, { asking, hosts: await listHostsOf(tx, id) }, now);
  return done(await need(tx, id));
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
  return done(await need(tx, id));
}

/** Takes it back, whether it has left or not. */
export async function withdrawAsking(tx: Transaction, id: string, now: Date): Promise<Outcome<Asking, AskRefusal>> {
  const asking = await lockAsking(tx, id);
  if (asking.state === "withdrawn") return done(asking);
  if (!mayAsking(asking.state, "withdraw", "asker")) return refused("not-possible-now");
  await move(tx, asking, "withdraw", "asker", {}, now);
  if (asking.sent !== null)
    for (const host of await listTold(tx, id)) await say(tx, host, { deed: "withdraw", news: "withdraw" }, now);
  return done(await need(tx, id));
}

/** Erases an asking with all that was answered; those who read it are told to forget it. False when there was none. */
export async function eraseAsking(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom("askings")
    .select(["id", "party", "sent"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  const told = row.sent === null ? [] : await listTold(tx, id);
  const hosts = told.flatMap(({ id: asked, host }) => (host === null ? [] : [{ id: asked, host }]));
  await tx.deleteFrom("askings").where("id", "=", id).execute();
  const event: AskingErased = { ...happened(now), name: "asking-erased", party: row.party, hosts };
  await record(tx, event);
  return true;
}

/** Ends what nobody ended in time, and erases what is kept no longer; how many of each. */
export async function settleOldAskings(tx: Transaction, now: Date): Promise<{ expired: number; erased: number }> {
  const late = await tx
    .selectFrom("askings")
    .select("id")
    .where("state", "in", ["open", "led"])
    .where("expires", "<", now)
    .orderBy("id")
    .execute();
  for (const { id } of late) await expire(tx, id, now);
  const old = await tx
    .selectFrom("askings")
    .select("id")
    .where("changed", "<", new Date(now.getTime() - days.kept * day))
    .orderBy("id")
    .execute();
  for (const { id } of old) await eraseAsking(tx, id, now);
  return { expired: late.length, erased: old.length };
}

async function expire(tx: Transaction, id: string, now: Date): Promise<void> {
  const asking = await lockAsking(tx, id);
  if (!mayAsking(asking.state, "expire", "clock")) return;
  await move(tx, asking, "expire", "clock", {}, now);
  await sayToAll(tx, { asking, hosts: await listHostsOf(tx, id) }, now);
  await hear(tx, id, "expired", now);
}

/** What an asking becomes besides its state. */
export interface Move {
  readonly sent?: Date;
  readonly expires?: Date;
  readonly lead?: string | null;
  readonly result?: string | null;
  readonly reason?: string | null;
  readonly ending?: Asking["ending"];
}

/** The one way in which an asking changes: by the table, or not at all. */
export async function move(
  tx: Transaction,
  { id, state }: Pick<Asking, "id" | "state">,
  act: AskingAct,
  by: AskingParty,
  change: Move,
  now: Date,
): Promise<void> {
  const next = askingAfter(state, act);
  if (next === null || !mayAsking(state, act, by)) throw new Error(`${by} cannot ${act} an asking that is ${state}`);
  await tx
    .updateTable("askings")
    .set({ ...change, state: next, version: sql`version + 1`, changed: now })
    .where("id", "=", id)
    .execute();
}

/** Those who have been asked, and so are told what becomes of it. */
async function listTold(tx: Transaction, asking: string): Promise<readonly AskedHost[]> {
  return (await listHostsOf(tx, asking)).filter(({ state }) => state !== "proposed" && state !== "left-out");
}

/** An asking and its hosts as they stood before something changed. */
export interface Before {
  readonly asking: Asking;
  readonly hosts: readonly AskedHost[];
}

/** Has all who were asked look anew at what the association shows them; but for one that has just said so itself. */
export async function sayToAll(tx: Transaction, before: Before, now: Date, but?: string): Promise<void> {
  const asking = await need(tx, before.asking.id);
  for (const host of await listTold(tx, asking.id)) {
    if (host.id === but) continue;
    const was = before.hosts.find(({ id }) => id === host.id) ?? host;
    const news = hostNewsSince({ asking: before.asking, host: was }, { asking, host });
    await say(tx, host, { deed: "news", news }, now);
  }
}

interface SaidToHost {
  readonly deed: AskingSaid["deed"];
  readonly news: HostNews | null;
}

async function say(tx: Transaction, { id: host }: AskedHost, said: SaidToHost, now: Date): Promise<void> {
  const event: AskingSaid = { ...happened(now), name: "asking-said", host, ...said };
  await record(tx, event);
}

/** Lets the association know that something happened. */
export async function hear(tx: Transaction, asking: string, what: AskingHeard["what"], now: Date): Promise<void> {
  const event: AskingHeard = { ...happened(now), name: "asking-heard", asking, what };
  await record(tx, event);
}

const happened = (now: Date) => ({ id: randomUUID(), happened: now.toISOString() });

/** Only one at a time changes an asking. */
export async function lockAsking(tx: Transaction, id: string): Promise<Asking> {
  await tx.selectFrom("askings").select("id").where("id", "=", id).forUpdate().execute();
  return need(tx, id);
}

async function need(tx: Transaction, id: string): Promise<Asking> {
  const asking = await findAsking(tx, id);
  if (asking === null) throw new NotFound(`there is no asking ${id}`);
  return asking;
}

/** Whether hosts can still answer it. */
export const takesAnswers = ({ state }: Pick<Asking, "state">): boolean => isLive(state);
