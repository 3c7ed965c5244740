import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { type Before, happened, hear, lockAsking, move, sayToAll, takesAnswers } from "./changes.ts";
import { newToken } from "./drafting.ts";
import type { AskingHeard, AskingPaperNamed } from "./events.ts";
import { notePaper } from "./papers.ts";
import { findAskedHost, listHostsOf } from "./queries.ts";
import { type AskedHost, type Asking, type HostAnswer, hostsAsked, type Result, saidYes } from "./together.ts";

/** What a host says to an asking, as it stands: each version says all of it. */
export interface HostSaid {
  readonly version: number;
  readonly answer: HostAnswer;
  /** Codes of `partnershipRoles`. */
  readonly roles: readonly string[];
  readonly words: string | null;
  /** Others whom it would like to join. */
  readonly proposes: readonly ProposedHost[];
  /** What it proposes in the end, if it leads. */
  readonly result: Omit<Result, "version"> | null;
  /** The version of the lead's result to which it says yes. */
  readonly agreed: number | null;
  /** Where its own site shows this to us alone. */
  readonly document: string | null;
}

/** Another host that one of those asked would like to join. */
export interface ProposedHost {
  readonly name: string;
  /** An address for letters, or an account as `name@host`. */
  readonly address: string;
  readonly why: string | null;
}

/** Takes in what a host says. What is older than what was heard, or comes when all is over, changes nothing. */
export async function hearHost(tx: Transaction, id: string, said: HostSaid, now: Date): Promise<void> {
  const found = await findAskedHost(tx, id);
  if (found === null) return;
  const asking = await lockAsking(tx, found.asking);
  const host = await findAskedHost(tx, id); // as it stands, now that nobody else changes it
  if (host !== null && mayBeHeard(asking, host, said)) await take(tx, asking, host, said, now);
}

async function take(tx: Transaction, asking: Asking, host: AskedHost, said: HostSaid, now: Date): Promise<void> {
  const { id } = host;
  const hosts = await listHostsOf(tx, asking.id);
  await keepAnswer(tx, host, said, now);
  const led = asking.lead === id && said.answer !== "lead";
  if (led) await move(tx, asking, "lead-leaves", "lead", { lead: null, result: null }, now);
  const then: Asking = led ? { ...asking, state: "open", lead: null, result: null } : asking;
  const proposed = await keepProposals(tx, then, host, said.proposes, now);
  const result = await keepResult(tx, then, id, said, now);
  if (!led && result === "same") await move(tx, asking, "answer", "host", {}, now);
  await lookAtPaper(tx, then, host, said, now);
  if (await allRefuse(tx, then, { asking, hosts }, now)) return;
  const what = whatOf({ host, said, led, proposed, result });
  if (what !== null) await hear(tx, asking.id, what, now);
  await sayToAll(tx, { asking, hosts }, now, host.way === "essaim" ? undefined : id);
}

/** Only whoever was asked is heard, while it is not over, and nothing twice. */
function mayBeHeard(asking: Asking, { state, heard }: AskedHost, { version }: HostSaid): boolean {
  return state !== "proposed" && state !== "left-out" && takesAnswers(asking) && version > heard;
}

async function keepAnswer(
  tx: Transaction,
  { id, agreed, words, answered, state }: AskedHost,
  said: HostSaid,
  now: Date,
) {
  const same = state === said.answer && words === said.words;
  await tx
    .updateTable("askingHosts")
    .set({
      ...{ state: said.answer, rolesOffered: [...said.roles], words: said.words, heard: said.version, changed: now },
      ...{ agreed: said.agreed ?? agreed, answered: same ? (answered ?? now) : now },
      ...(said.document !== null && { document: said.document }),
      ...(said.answer === "no" && { contactGiven: null }),
    })
    .where("id", "=", id)
    .execute();
}

/** Those whom a host would like to join wait until the association has said yes: until then nobody writes to them. */
async function keepProposals(
  tx: Transaction,
  { id: asking }: Asking,
  host: AskedHost,
  proposes: readonly ProposedHost[],
  now: Date,
): Promise<boolean> {
  const known = await listHostsOf(tx, asking);
  const named = new Set(known.flatMap(({ address }) => address?.toLowerCase() ?? []));
  const fresh = proposes.filter(({ address }) => !named.has(address.toLowerCase()));
  const room = Math.max(0, hostsAsked.most - known.filter(({ state }) => state !== "left-out").length);
  let number = Math.max(-1, ...known.map((one) => one.number));
  for (const { name, address, why } of fresh.slice(0, room)) {
    number += 1;
    const way = address.includes("@") && !address.startsWith("@") ? "email" : "fediverse";
    await tx
      .insertInto("askingHosts")
      .values({
        ...{ id: randomUUID(), asking, number, way, name, address: address.replace(/^@/, ""), page: null, host: null },
        ...{ state: "proposed", proposedBy: host.id, why, token: newToken(), offer: randomUUID(), changed: now },
      })
      .execute();
  }
  return Math.min(fresh.length, room) > 0;
}

/** Only the one who leads proposes what comes out of it; each change of that is agreed to anew. */
async function keepResult(
  tx: Transaction,
  asking: Asking,
  host: string,
  { result, answer }: HostSaid,
  now: Date,
): Promise<"same" | "new"> {
  if (asking.state !== "led" || asking.lead !== host || answer !== "lead" || result === null) return "same";
  const { version = 0, ...known } = asking.result ?? {};
  if (asking.result !== null && JSON.stringify(ordered(known)) === JSON.stringify(ordered(result))) return "same";
  const next = JSON.stringify({ ...result, version: version + 1 });
  await move(tx, asking, "result", "lead", { result: next }, now);
  await sql`update asking_hosts set agreed = ${version + 1} where id = ${host}`.execute(tx);
  if (result.paper !== null) await notePaper(tx, asking.id, { kind: result.kind, paper: result.paper }, now);
  return "new";
}

/** What several have signed is looked at by this site itself, each time that its lead says anything. */
async function lookAtPaper(
  tx: Transaction,
  { id, state, lead }: Asking,
  host: AskedHost,
  { result }: HostSaid,
  now: Date,
): Promise<void> {
  if (state !== "led" || lead !== host.id || result?.paper == null) return;
  const event: AskingPaperNamed = { ...happened(now), name: "asking-paper-named", asking: id };
  await record(tx, event);
}

const ordered = (result: object) => Object.entries(result).toSorted(([one], [other]) => (one < other ? -1 : 1));

/** Nobody can: it ends with the reasons that they gave. */
async function allRefuse(tx: Transaction, { id, state }: Asking, before: Before, now: Date): Promise<boolean> {
  const hosts = (await listHostsOf(tx, id)).filter((one) => one.state !== "left-out");
  if (hosts.some((one) => one.state !== "no")) return false;
  await move(tx, { id, state }, "all-refuse", "host", { ending: "no" }, now);
  await hear(tx, id, "refused", now);
  await sayToAll(tx, before, now);
  return true;
}

interface Heard {
  readonly host: AskedHost;
  readonly said: HostSaid;
  readonly led: boolean;
  readonly proposed: boolean;
  readonly result: "same" | "new";
}

function whatOf({ host, said, led, proposed, result }: Heard): AskingHeard["what"] | null {
  if (led) return "lead-left";
  // What several have signed is told once it was looked at.
  if (result === "new") return said.result?.paper == null ? "result" : null;
  if (proposed) return "proposal";
  if (said.agreed !== null && said.agreed !== host.agreed) return "agreed";
  return host.state === said.answer && host.words === said.words && saidYes(host) ? null : "answer";
}

/** Notes that a host cannot be reached, beside it. */
export async function noteProblem(tx: Transaction, id: string, problem: AskedHost["problem"]): Promise<void> {
  await tx.updateTable("askingHosts").set({ problem }).where("id", "=", id).execute();
}
