import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { enterPledge } from "./announcing.ts";
import { makePledges } from "./crowd.ts";
import { findLast, holdPledge, type Papers, pledgeIdOf } from "./ledger.ts";
import { type Held, holdOpen } from "./openness.ts";
import { decide, type Entry, type PledgeRefusal, type Promised, type Statement } from "./pledges.ts";
import { settleIfAlone } from "./settling.ts";
import { promisedOf } from "./tallies.ts";

/** Who says something of a promise towards a request, and when it came here. */
export interface Saying {
  /** The id of the request. */
  readonly request: string;
  /** The id of the party. */
  readonly by: string;
  readonly now: Date;
  readonly papers?: Papers;
}

type Said = Promise<Outcome<Entry, PledgeRefusal>>;

/** A new promise. Of a message of another server, `papers.source` says which promise it is: sent again, it is the same one. */
export async function makePledge(tx: Transaction, promised: Promised, saying: Saying): Said {
  const { by, papers = {} } = saying;
  if (papers.source != null) return changePledge(tx, null, { version: 1, promised }, saying);
  const [said] = await makePledges(tx, saying, [{ by, promised, papers }]);
  if (said === undefined) throw new Error("a promise was not answered");
  return said;
}

/** Puts another promise in the place of one of the same party; without an id, of the one that `papers.source` makes. */
export function changePledge(
  tx: Transaction,
  pledge: string | null,
  { version, promised }: { readonly version: number; readonly promised: Promised },
  saying: Saying,
): Said {
  return say(tx, pledge, { deed: "promise", version, promised }, saying);
}

/** Takes a promise back, for good. Of a message that comes before the promise itself, that is kept in mind. */
export function withdrawPledge(tx: Transaction, pledge: string | null, version: number, saying: Saying): Said {
  return say(tx, pledge, { deed: "withdraw", version }, saying);
}

/** Says again, once everybody is asked, that a promise holds. */
export function confirmPledge(tx: Transaction, pledge: string, saying: Saying): Said {
  return say(tx, pledge, { deed: "confirm" }, saying);
}

async function say(tx: Transaction, given: string | null, statement: Statement, saying: Saying): Said {
  const { request, by, now, papers = {} } = saying;
  const held = await holdOpen(tx, request, now);
  const { pledge, last } = await findSpokenOf(tx, given, statement, saying);
  const decision = decide(last, statement, by, held, now);
  if (!decision.done) return decision;
  const { append: next } = decision.value;
  if (next === null) return last === null ? refused("not-yours") : done(last);
  const entry: Entry = { ...next, pledge, request, party: by, said: now, number: (last?.number ?? 0) + 1 };
  if (await isTooMuch(tx, held, last, entry)) return refused("cap-reached");
  await enterPledge(tx, entry, held.currency, papers);
  await settleIfAlone(tx, { id: request, state: held.state }, entry.act, now);
  return done(entry);
}

/** The promise that is meant, held until this transaction ends, with its last row. */
async function findSpokenOf(tx: Transaction, given: string | null, { deed }: Statement, saying: Saying) {
  const { request, by, papers: { source = null } = {} } = saying;
  const pledge = given ?? pledgeIdOf(request, by, source ?? "");
  await holdPledge(tx, pledge);
  const last = await findLast(tx, pledge);
  const foretold = source !== null && deed !== "confirm";
  if (last === null && !foretold) throw new NotFound(`there is no pledge ${pledge}`);
  return { pledge, last };
}

async function isTooMuch(
  tx: Transaction,
  { request, cap }: Held,
  last: Entry | null,
  { promised }: Entry,
): Promise<boolean> {
  if (cap === null || promised === null || promised.amount === null) return false;
  const before = last?.promised?.amount ?? 0;
  return promised.amount > before && (await promisedOf(tx, request)) - before + promised.amount > cap;
}
