import type { Context } from "hono";
import type { Transaction } from "../foundation/database.ts";
import { gather } from "../foundation/gather.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type FundingApiDeps, findVisible, shownWith } from "../funding/api-shown.ts";
import type { FundingRequest, Party } from "../funding/funding.ts";
import { hostParty } from "../funding/parties.ts";
import type { ApiEnv } from "../web/api.ts";
import { type OnceDeps, once } from "../web/once.ts";
import type { Problem } from "../web/problem.ts";
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

/** A pledge as it is shown, or the answer that says why there is none. */
type Answer = Outcome<PledgeShape, Problem>;

const mostTogether = 50;

/** How pledges are made by scripts: those that come while others are written are written together, each with its own answer. */
export function pledgeMaker(deps: Deps) {
  const make = gather(
    (all: readonly Asked[]) => deps.db.transaction().execute((tx) => makeAll(tx, deps, all)),
    mostTogether,
  );
  return async (c: Context<ApiEnv>, code: string, input: PledgeInput) => {
    const asked = { code: code.toLowerCase(), input, digest: digestOf(await c.req.text()) };
    if (c.req.header("idempotency-key") === undefined) return c.json(shapeOf(await make(asked)), 201);
    return once(c, deps, async (tx) => c.json(shapeOf((await makeAll(tx, deps, [asked]))[0]), 201));
  };
}

function shapeOf(answer: Answer | undefined): PledgeShape {
  if (answer === undefined) throw new Error("a pledge was not answered");
  if (!answer.done) throw answer.reason;
  return answer.value;
}

async function makeAll(tx: Transaction, deps: Deps, all: readonly Asked[]): Promise<readonly Answer[]> {
  const now = deps.now();
  const party = await hostParty(tx, now);
  const answers = new Map<Asked, Answer>();
  // In one order, so that no two transactions wait for each other's requests.
  for (const code of [...new Set(all.map((one) => one.code))].sort()) {
    const request = await findVisible(tx, code, "admin");
    const asked = all.filter((one) => one.code === code);
    for (const [one, answer] of await makeFor(tx, deps, { request, party, now }, asked)) answers.set(one, answer);
  }
  return all.flatMap((one) => answers.get(one) ?? []);
}

interface Making {
  readonly request: FundingRequest;
  readonly party: Party;
  readonly now: Date;
}

async function makeFor(
  tx: Transaction,
  deps: Deps,
  { request, party, now }: Making,
  asked: readonly Asked[],
): Promise<readonly (readonly [Asked, Answer])[]> {
  const read = asked.map((one) => ({ one, promised: promisedIn(one.input, request.terms.goal.currency) }));
  const good = read.flatMap(({ one, promised }) => (promised.done ? [{ one, promised: promised.value }] : []));
  const fresh = good.map(({ one, promised }) => ({ by: party.id, promised, papers: papersOf(one) }));
  const said = await makePledges(tx, { request: request.id, now }, fresh);
  const show = await shower(tx, deps, { request, party, now }, fresh);
  return [
    ...read.flatMap(({ one, promised }) =>
      promised.done ? [] : [[one, refused(amountProblem(promised.reason))] as const],
    ),
    ...good.flatMap(({ one }, at) => {
      const outcome = said[at];
      if (outcome === undefined) return [];
      return [[one, outcome.done ? done(show(one, outcome.value)) : refused(problemOf(outcome.reason))] as const];
    }),
  ];
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
