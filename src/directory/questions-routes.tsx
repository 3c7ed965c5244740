import { type Context, Hono } from "hono";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import type { Frame } from "../web/layout.tsx";
import { showPage } from "../web/respond.ts";
import { type Answers, askedBy, queryOf } from "./answers.ts";
import { type AnswerField, type ReadAnswers, readAnswers } from "./answers-form.ts";
import type { AskingTogether } from "./ask-together-parts.tsx";
import { listCandidates, listHelpers } from "./candidates.ts";
import { CombinationPage } from "./combination-page.tsx";
import { type Help, helpIn } from "./help.ts";
import { type Match, type Matches, matchesFor, matchOf, togetherOf } from "./matching.ts";
import { listNamedOffers } from "./named-offers.ts";
import { addressWith, type Question, questionPaths, questions } from "./questions.ts";
import { QuestionPage } from "./questions-page.tsx";
import { ResultsPage } from "./results-page.tsx";

export interface QuestionDeps extends PageDeps {
  /** Whether somebody reads who acts for the host of this site. */
  ofTeam(c: Context): Promise<boolean>;
}

/** `/directory/questions`, a page for each of the three, and `/directory/questions/results`; `/directory/combination`. */
export function questionRoutes(deps: QuestionDeps): Hono {
  const routes = new Hono();
  for (const question of questions) routes.get(questionPaths[question], (c) => ask(deps, c, question));
  return routes
    .get(questionPaths.results, (c) => showResults(deps, c))
    .get("/directory/combination", (c) => showCombination(deps, c));
}

async function read(deps: PageDeps, c: Context): Promise<{ readonly frame: Frame; readonly read: ReadAnswers }> {
  const { frame } = await readFrame(deps, c.req.raw);
  return { frame, read: readAnswers(new URL(c.req.url).searchParams, frame.language) };
}

/** A question is asked once those before it are answered as they can be read. */
async function ask(deps: PageDeps, c: Context, question: Question): Promise<Response> {
  const { frame, read: said } = await read(deps, c);
  const before = questions.slice(0, questions.indexOf(question));
  const wrong = before.find((one) => fieldsOf[one].some((field) => said.wrong[field] !== undefined));
  if (wrong !== undefined) return showQuestion(deps, c, frame, wrong, said, 422);
  if (question === "needs") return showQuestion(deps, c, frame, question, { ...said, wrong: {} });
  return toPlainAddress(c, said.answers) ?? showQuestion(deps, c, frame, question, { ...said, wrong: {} });
}

const fieldsOf: Readonly<Record<Question, readonly AnswerField[]>> = {
  needs: ["need", "leave"],
  place: ["place", "users", "price_max"],
  help: [],
};

function showQuestion(
  deps: PageDeps,
  c: Context,
  frame: Frame,
  question: Question,
  said: ReadAnswers,
  status: 200 | 422 = 200,
): Response | Promise<Response> {
  return showPage(c, deps.origin, <QuestionPage frame={frame} question={question} read={said} />, status);
}

/** The one address of these answers, where this is another one: so that it can be kept, and the way back is short. */
function toPlainAddress(c: Context, answers: Answers): Response | null {
  const { pathname, searchParams } = new URL(c.req.url);
  const query = queryOf(answers);
  return query.toString() === searchParams.toString() ? null : c.redirect(addressWith(pathname, query), 303);
}

async function showResults(deps: QuestionDeps, c: Context): Promise<Response> {
  const { frame, read: said } = await read(deps, c);
  const wrong = questions.find((one) => fieldsOf[one].some((field) => said.wrong[field] !== undefined));
  if (wrong !== undefined) return showQuestion(deps, c, frame, wrong, said, 422);
  const { answers } = said;
  const moved = toPlainAddress(c, answers);
  if (moved) return moved;
  const now = deps.now();
  const asked = askedBy(answers);
  const matches = matchesFor(asked, await listCandidates(deps.db, asked.wishes, answers.territory, now), now);
  const helpers = await findHelpers(deps, answers, matches);
  const asking = await askingFor(deps, c);
  return showPage(c, deps.origin, <ResultsPage {...{ frame, answers, matches, helpers, asking }} />);
}

async function askingFor(deps: QuestionDeps, c: Context): Promise<AskingTogether> {
  return { team: await deps.ofTeam(c) };
}

const mostHelpers = 4;

/** Where no offer that grants everything includes the help that is wanted, those that do; they also help who knows nothing yet. */
async function findHelpers(
  deps: PageDeps,
  answers: Answers,
  { whole, partly }: Pick<Matches, "whole" | "partly">,
): Promise<readonly Match[]> {
  const asked = askedBy(answers);
  const nothing: readonly Help[] = asked.wishes.length === 0 && answers.help.length === 0 ? ["clarity"] : [];
  const wanted = [...answers.help, ...nothing];
  const lacking = wanted.filter((help) => !whole.some(({ offer }) => helpIn(offer.content, help)));
  const now = deps.now();
  const found = await listHelpers(deps.db, lacking, answers.territory, now);
  return found
    .filter(({ offer }) => ![...whole, ...partly].some((match) => match.offer.actor === offer.actor))
    .slice(0, mostHelpers)
    .map((candidate) => matchOf({ ...asked, wishes: [], help: wanted }, candidate, now));
}

const mostMembers = 8;

async function showCombination(deps: QuestionDeps, c: Context): Promise<Response> {
  const { frame, read: said } = await read(deps, c);
  const names = c.req.queries("offer") ?? [];
  const named = await listNamedOffers(deps.db, names.slice(0, mostMembers));
  const gone = named.flatMap(({ name, found }) => (found === null ? [name] : []));
  const asked = askedBy(said.answers);
  const members = named.flatMap(({ found }) => (found === null ? [] : [matchOf(asked, found, deps.now())]));
  const lacking = asked.wishes.filter((wish) => !members.some(({ wishes }) => wishes.includes(wish)));
  const asking = await askingFor(deps, c);
  const props = { frame, answers: said.answers, together: togetherOf(members), lacking, gone, asking };
  const page = <CombinationPage {...props} />;
  return showPage(c, deps.origin, page, members.length === 0 ? 404 : 200);
}
