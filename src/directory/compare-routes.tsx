import { type Context, Hono } from "hono";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { showPage } from "../web/respond.ts";
import { askedBy, noAnswers } from "./answers.ts";
import { listAlike } from "./candidates.ts";
import { readComparison } from "./compare-form.ts";
import { ComparePage, mostCompared } from "./compare-page.tsx";
import { costOf } from "./costs.ts";
import { type Candidate, type Match, matchOf } from "./matching.ts";
import { listNamedOffers } from "./named-offers.ts";

/** `/directory/compare?offer=four-banal.example/courriel&offer=…&users=12&gb=40`. */
export function compareRoutes(deps: PageDeps): Hono {
  return new Hono().get("/directory/compare", (c) => show(deps, c));
}

async function show(deps: PageDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const read = readComparison(new URL(c.req.url).searchParams);
  const named = await listNamedOffers(deps.db, read.names);
  const found = named.flatMap((one) => one.found ?? []);
  const gone = named.flatMap(({ name, found: known }) => (known === null ? [name] : []));
  const compared = found.slice(0, mostCompared);
  const beyond = found.slice(mostCompared);
  const now = deps.now();
  const matches = compared.map((candidate) => matchFor(candidate, read.quantity, now));
  const alike = compared.length < mostCompared ? await findAlike(deps, compared, now) : [];
  const refused = beyond.length > 0 || read.wrong.length > 0;
  const status = refused ? 422 : gone.length > 0 && compared.length === 0 ? 404 : 200;
  return showPage(c, deps.origin, <ComparePage {...{ frame, read, matches, gone, beyond, alike }} />, status);
}

/** For this quantity, whatever is asked otherwise. */
function matchFor(candidate: Candidate, quantity: Parameters<typeof costOf>[1], now: Date): Match {
  const match = matchOf(askedBy(noAnswers), candidate, now);
  return { ...match, facts: { ...match.facts, cost: costOf(candidate.offer.content, quantity) } };
}

async function findAlike(deps: PageDeps, compared: readonly Candidate[], now: Date): Promise<readonly Candidate[]> {
  const needs = [...new Set(compared.flatMap(({ offer }) => offer.content.needs))];
  const shown = new Set(compared.map(({ offer }) => offer.actor));
  return (await listAlike(deps.db, needs, now)).filter(({ offer }) => !shown.has(offer.actor));
}
