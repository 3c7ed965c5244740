import { type Context, Hono } from "hono";
import { readAnswer, typedAnswer } from "../acting/answer-form.ts";
import { words as answerWords } from "../acting/answer-words.ts";
import { typedOf } from "../acting/reading.ts";
import { doOnce } from "../acting/sending-parts.tsx";
import { type ActingDeps, type ActingEnv, askWho, showOwn } from "../acting/who-parts.tsx";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { Acting } from "../funding/acting.ts";
import type { ProposalContent } from "../funding/proposal.ts";
import { readFrame } from "../hosts/parts.tsx";
import type { ListedFunding } from "../listed-funding/listed-funding.ts";
import { findListedFunding } from "../listed-funding/queries.ts";
import { type AnswerRefusal, answerElsewhere, changeAnswer, withdrawAnswer } from "../sent-answers/changes.ts";
import { listSentAnswers } from "../sent-answers/queries.ts";
import type { SentAnswer } from "../sent-answers/sent-answer.ts";
import { readSent } from "../web/sent.ts";
import { AnswerElsewherePage, type AnswerElsewherePageProps } from "./answer-page.tsx";
import { words } from "./answer-words.ts";

const page = "/funding/elsewhere/:id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}/answer";

/** `/funding/elsewhere/ID/answer`: what our host answers to a request of another instance. */
export function answerElsewhereRoutes(deps: ActingDeps): Hono<ActingEnv> {
  return new Hono<ActingEnv>()
    .get(page, async (c) => {
      const { copy } = await findAll(deps, c);
      return (await findTeam(deps, c)) === null
        ? askWho(deps, c, { page: pathOf(copy), sent: null, only: "host" })
        : show(deps, c, {});
    })
    .post(page, (c) => send(deps, c))
    .post(`${page}/withdrawal`, (c) => withdraw(deps, c));
}

const pathOf = ({ id }: Pick<ListedFunding, "id">) => `/funding/elsewhere/${id}/answer`;

interface Found {
  readonly copy: ListedFunding;
  readonly own: SentAnswer | null;
}

async function findAll({ db }: ActingDeps, c: Context): Promise<Found> {
  const copy = await findListedFunding(db, c.req.param("id") ?? "");
  if (copy === null) throw new NotFound();
  const own = (await listSentAnswers(db, copy.actor)).find(({ paper }) => paper === null) ?? null;
  return { copy, own };
}

async function findTeam(deps: ActingDeps, c: Context): Promise<Acting | null> {
  return (await deps.whoActs(c)).find(({ kind }) => kind === "host") ?? null;
}

async function show(
  deps: ActingDeps,
  c: Context,
  shown: Partial<AnswerElsewherePageProps>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const { copy, own } = await findAll(deps, c);
  const typed = own === null ? {} : typedAnswer(own.content);
  const props = { frame, copy, own, typed, wrong: {}, refused: null, done: c.req.query("done") ?? null, ...shown };
  return showOwn(deps, c, <AnswerElsewherePage {...props} />, status);
}

async function send(deps: ActingDeps, c: Context): Promise<Response> {
  const { copy, own } = await findAll(deps, c);
  const sent = await readSent(c);
  const typed = typedOf(sent);
  const { frame } = await readFrame(deps, c.req.raw);
  const acting = await findTeam(deps, c);
  if (acting === null) return askWho(deps, c, { page: pathOf(copy), sent, only: "host" });
  const read = readAnswer(typed, copy.terms.goal);
  if (!read.done) {
    const { faults } = answerWords[frame.language];
    const wrong = Object.entries(read.reason).map(([field, fault]) => [field, faults[fault]]);
    return show(deps, c, { typed, wrong: Object.fromEntries(wrong) }, 422);
  }
  const content: ProposalContent = { ...read.value, provider: null };
  const [deed, work]: readonly [string, Work] =
    own === null
      ? ["sent", (tx, now) => answerElsewhere(tx, copy, content, { origin: deps.origin, now })]
      : ["changed", (tx, now) => changeAnswer(tx, own.id, content, now)];
  const made = await doIt(deps, { acting, form: typed["form"] ?? "", copy, deed }, work);
  if (made.done) return c.redirect(made.value, 303);
  return show(deps, c, { typed, refused: words[frame.language].refusals[made.reason] }, 422);
}

type Work = (tx: Transaction, now: Date) => Promise<Outcome<SentAnswer, AnswerRefusal>>;

interface Doing {
  readonly acting: Acting;
  readonly form: string;
  readonly copy: ListedFunding;
  readonly deed: string;
}

function doIt(deps: ActingDeps, { acting, form, copy, deed }: Doing, work: Work) {
  const now = deps.now();
  return doOnce<AnswerRefusal>(deps.db, { acting, form, now }, async (tx) => {
    const said = await work(tx, now);
    if (!said.done) return refused(said.reason);
    const path = `${pathOf(copy)}?done=${deed}`;
    return done({ deed: `sent-answer-${deed}`, subject: copy.content.title, path });
  });
}

async function withdraw(deps: ActingDeps, c: Context): Promise<Response> {
  const [{ copy, own }, acting] = [await findAll(deps, c), await findTeam(deps, c)];
  const typed = typedOf(await readSent(c));
  if (own === null || acting === null) throw new NotFound();
  const doing = { acting, form: typed["form"] ?? "", copy, deed: "withdrawn" };
  const made = await doIt(deps, doing, (tx, now) => withdrawAnswer(tx, own.id, now));
  return c.redirect(made.done ? made.value : pathOf(copy), 303);
}
