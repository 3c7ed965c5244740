import type { Context } from "hono";
import type { Transaction } from "../foundation/database.ts";
import { gather } from "../foundation/gather.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type FundingApiDeps, findVisible, shownWith } from "../funding/api-shown.ts";
import type { FundingRequest, Party } from "../funding/funding.ts";
import { hostParty } from "../funding/parties.ts";
import type { ApiEnv } from "../web/api.ts";
import { type OnceDeps, once } from "../web/once.ts";
import { amountProblem, type PledgeShape, problemOf, showPledge } from "./api-shapes.ts";
import { makePledges } from "./crowd.ts";
import { type PledgeInput, promisedIn } from "./form.ts";
import { digestOf } from "./ledger.ts";
import { stateOf } from "./pledge-state.ts";
import type { Entry, Promised } from "./pledges.ts";
import { counts, nothingPromised, tallyFor } from "./tallies.ts";

type Deps = FundingApiDeps & OnceDeps;

/** A pledge as a script asks for it. */
interface Asked {
  readonly code: string;
  readonly input: PledgeInput;
  /** Of the message as it came. */
  readonly digest: string;
}

/** A pledge as it is shown, or what the caller is told instead. */
type Answer = Outcome<PledgeShape, unknown>;

const mostTogether = 50;

/** How pledges are made by scripts: those that come while others are written are written together, each with its own answer. */
export function pledgeMaker(deps: Deps) {
  const make = gather((all: readonly Asked[]) => commitAll(deps, all), mostTogether);
  return async (c: Context<ApiEnv>, code: string, input: PledgeInput) => {
    const asked = { code: code.toLowerCase(), input, digest: digestOf(await c.req.text()) };
    if (c.req.header("idempotency-key") === undefined) return c.json(shapeOf(await make(asked)), 201);
    return once(c, deps, async (tx) => c.json(shapeOf((await makeAll(tx, deps, [asked]))[0]), 201));
  };
}

function shapeOf(answer: Answer | undefined): PledgeShape {
  if (answer === undefined) return unanswered();
  if (!answer.done) throw answer.reason;
  return answer.value;
}

function unanswered(): never {
  throw new Error("a pledge was not answered");
}

/** Where the commit itself fails, nobody knows whether they are made: all are told so, and none is tried again by itself. */
async function commitAll(deps: Deps, all: readonly Asked[]): Promise<readonly Answer[]> {
  let made = false;
  try {
    return await deps.db.transaction().execute(async (tx) => {
      const answers = await makeAll(tx, deps, all);
      made = true;
      return answers;
    });
  } catch (error) {
    if (!made) throw error;
    return all.map(() => refused(error));
  }
}

async function makeAll(tx: Transaction, deps: Deps, all: readonly Asked[]): Promise<readonly Answer[]> {
  const now = deps.now();
  const party = await hostParty(tx, now);
  const answers = new Map<Asked, Answer>();
  // In one order, so that no two transactions wait for each other's requests.
  for (const code of [...new Set(all.map((one) => one.code))].sort()) {
    const request = await findVisible(tx, code, "admin");
    const asked = all.filter((one) => one.code === code);
    const made = (await makeFor(tx, deps, { request, party, now }, asked)).values();
    for (const one of asked) answers.set(one, made.next().value ?? unanswered());
  }
  return all.flatMap((one) => answers.get(one) ?? []);
}

interface Making {
  readonly request: FundingRequest;
  readonly party: Party;
  readonly now: Date;
}

/** Makes them towards one request; an answer for each, in their order. */
async function makeFor(
  tx: Transaction,
  deps: Deps,
  making: Making,
  asked: readonly Asked[],
): Promise<readonly Answer[]> {
  const { request, party, now } = making;
  const read = asked.map((one) => ({ one, promised: promisedIn(one.input, request.terms.goal.currency) }));
  const fresh = read.flatMap(({ one, promised }) =>
    promised.done ? [{ by: party.id, promised: promised.value, papers: papersOf(one) }] : [],
  );
  const said = (await makePledges(tx, { request: request.id, now }, fresh)).values();
  const show = await shower(tx, deps, making, fresh);
  return read.map(({ one, promised }) => {
    if (!promised.done) return refused(amountProblem(promised.reason));
    const outcome = said.next().value ?? unanswered();
    return outcome.done ? done(show(one, outcome.value)) : refused(problemOf(outcome.reason));
  });
}

const papersOf = ({ input, digest }: Asked) => ({ words: input.inKind?.what ?? null, digest });

/** What shows a pledge that was just made; whether a condition holds is asked once for all of them. */
async function shower(
  tx: Transaction,
  deps: Deps,
  { request, party }: Making,
  fresh: readonly { readonly promised: Promised }[],
): Promise<(asked: Asked, entry: Entry) => PledgeShape> {
  const shown = await shownWith(tx, deps);
  const hangs = fresh.some(({ promised }) => promised.condition !== null);
  const tally = hangs ? await tallyFor(tx, request.id) : nothingPromised;
  const known = { state: request.state, asked: request.asked?.since ?? null };
  return ({ input }, entry) => {
    const state = stateOf(entry, known, counts(entry, tally));
    const pledge = { id: entry.pledge, party, entry, made: entry.said, words: input.inKind?.what ?? null, state };
    return showPledge(pledge, request, shown, party.id);
  };
}
