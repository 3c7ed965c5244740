import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import type { AskingHeard, AskingSaid } from "./events.ts";
import { type HostNews, hostNewsSince } from "./host-news.ts";
import { type AskingAct, type AskingParty, askingAfter, mayAsking } from "./life.ts";
import { findAsking, listHostsOf } from "./queries.ts";
import { type AskedHost, type Asking, isLive } from "./together.ts";

export const day = 86_400_000;

export type AskRefusal =
  | "not-possible-now"
  | "too-few-hosts"
  | "too-many-hosts"
  | "too-many-today"
  | "not-confirmed"
  | "host-cannot-lead"
  | "no-result"
  | "reason-missing"
  | "not-signed"
  | "changed-meanwhile";

/** What an asking becomes besides its state. */
export interface Move {
  readonly sent?: Date;
  readonly expires?: Date;
  readonly lead?: string | null;
  readonly result?: string | null;
  readonly declined?: string;
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
export async function listTold(tx: Transaction, asking: string): Promise<readonly AskedHost[]> {
  return (await listHostsOf(tx, asking)).filter(({ state }) => state !== "proposed" && state !== "left-out");
}

/** An asking and its hosts as they stood before something changed. */
export interface Before {
  readonly asking: Asking;
  readonly hosts: readonly AskedHost[];
}

/** Has all who were asked look anew at what the association shows them; but for one that has just said so itself. */
export async function sayToAll(tx: Transaction, before: Before, now: Date, but?: string): Promise<void> {
  const asking = await needAsking(tx, before.asking.id);
  for (const host of await listTold(tx, asking.id)) {
    if (host.id === but) continue;
    const was = before.hosts.find(({ id }) => id === host.id) ?? host;
    const news = hostNewsSince({ asking: before.asking, host: was }, { asking, host });
    await say(tx, host, { deed: "news", news }, now);
  }
}

/** What a host that was asked is told. */
export interface SaidToHost {
  readonly deed: AskingSaid["deed"];
  readonly news: HostNews | null;
}

/** Has one of the hosts asked hear of it. */
export async function say(tx: Transaction, { id: host }: AskedHost, said: SaidToHost, now: Date): Promise<void> {
  const event: AskingSaid = { ...happened(now), name: "asking-said", host, ...said };
  await record(tx, event);
}

/** Lets the association know that something happened. */
export async function hear(tx: Transaction, asking: string, what: AskingHeard["what"], now: Date): Promise<void> {
  const event: AskingHeard = { ...happened(now), name: "asking-heard", asking, what };
  await record(tx, event);
}

export const happened = (now: Date) => ({ id: randomUUID(), happened: now.toISOString() });

/** Only one at a time changes an asking. */
export async function lockAsking(tx: Transaction, id: string): Promise<Asking> {
  await tx.selectFrom("askings").select("id").where("id", "=", id).forUpdate().execute();
  return needAsking(tx, id);
}

/** An asking that must be there. */
export async function needAsking(tx: Transaction, id: string): Promise<Asking> {
  const asking = await findAsking(tx, id);
  if (asking === null) throw new NotFound(`there is no asking ${id}`);
  return asking;
}

/** Whether hosts can still answer it. */
export const takesAnswers = ({ state }: Pick<Asking, "state">): boolean => isLive(state);
