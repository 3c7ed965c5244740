import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import { done, refused } from "../foundation/outcome.ts";
import { type Acting, actingIn } from "../funding/acting.ts";
import type { FundingRequest } from "../funding/funding.ts";
import type { FundingProposal } from "../funding/proposal.ts";
import { changeProposal, listProposals, makeProposal, withdrawProposal } from "../funding/proposals.ts";
import { words as fundingWords } from "../funding/words.ts";
import { readFrame } from "../hosts/parts.tsx";
import { readSent } from "../web/sent.ts";
import { readAnswer, typedAnswer } from "./answer-form.ts";
import { AnswerPage, type AnswerPageProps } from "./answer-page.tsx";
import { words } from "./answer-words.ts";
import { type Known, listKnown } from "./known.ts";
import { needPublic } from "./pledge-parts.tsx";
import { textOf, typedOf } from "./reading.ts";
import { doOnce } from "./sending-parts.tsx";
import { type ActingDeps, type ActingEnv, askWho, findTyped, showOwn } from "./who-parts.tsx";

/** `/funding/CODE/answer`: what a host would do for a request. */
export function answerRoutes(deps: ActingDeps): Hono<ActingEnv> {
  const path = "/funding/:code{[^/.]+}/answer";
  return new Hono<ActingEnv>()
    .get(path, async (c) => {
      const kept = await findTyped(deps, c);
      return showForm(deps, c, kept === null ? {} : { typed: typedOf(kept), still: true });
    })
    .post(path, (c) => answer(deps, c))
    .post(`${path}/withdrawal`, (c) => withdraw(deps, c));
}

interface Own extends Known {
  readonly proposal: FundingProposal;
}

/** What somebody who is there has answered and not taken back; the last of it. */
async function findOwn({ db }: ActingDeps, request: FundingRequest, all: readonly Acting[]): Promise<Own | null> {
  const found: Own[] = [];
  for (const known of await listKnown(db, all)) {
    const said = await listProposals(db, request, known.party);
    const own = said.filter(({ party, state }) => party.id === known.party && state !== "withdrawn");
    found.push(...own.map((proposal) => ({ ...known, proposal })));
  }
  return found.find(({ proposal }) => proposal.state === "chosen") ?? found.at(-1) ?? null;
}

async function answer(deps: ActingDeps, c: Context): Promise<Response> {
  const request = await needPublic(deps, c);
  const sent = await readSent(c);
  const typed = typedOf(sent);
  const all = await deps.whoActs(c);
  const { frame } = await readFrame(deps, c.req.raw);
  const read = readAnswer(typed, request.terms.goal);
  if (!read.done) {
    const { faults } = words[frame.language];
    const wrong = Object.entries(read.reason).map(([field, fault]) => [field, faults[fault]]);
    return showForm(deps, c, { typed, wrong: Object.fromEntries(wrong) }, 422);
  }
  const own = await findChanged(deps, request, all, textOf(typed, "proposal"));
  const acting = own?.acting ?? actingIn(all, typed["as"]);
  if (acting === null) return askWho(deps, c, { page: `/funding/${request.code}/answer`, sent });
  const now = deps.now();
  const provider = acting.kind === "host" ? null : (read.value.provider ?? null);
  const made = await doOnce(deps.db, { acting, form: textOf(typed, "form"), now }, async (tx, { id: by }) => {
    const content = { ...read.value, provider };
    const said =
      own === null
        ? await makeProposal(tx, request.code, content, { by, now, site: deps.origin })
        : await changeProposal(tx, request.code, own.proposal.id, content, { by, now });
    return said.done ? done(deedOf(request, own === null ? "made" : "changed")) : refused(said.reason);
  });
  if (made.done) return c.redirect(made.value, 303);
  return showForm(deps, c, { typed, refused: fundingWords[frame.language].refusals[made.reason] }, 422);
}

const deedOf = ({ code, content }: FundingRequest, what: "made" | "changed" | "withdrawn") => ({
  ...{ deed: `proposal-${what}`, subject: content.title, path: `/funding/${code}/answer?done=${what}` },
});

/** The answer that a form changes; null where it makes a new one. That of somebody else is not there. */
async function findChanged(deps: ActingDeps, request: FundingRequest, all: readonly Acting[], id: string) {
  if (id === "" || all.length === 0) return null;
  const own = await findOwn(deps, request, all);
  if (own?.proposal.id !== id) throw new NotFound();
  return own;
}

async function withdraw(deps: ActingDeps, c: Context): Promise<Response> {
  const request = await needPublic(deps, c);
  const sent = await readSent(c);
  const typed = typedOf(sent);
  const all = await deps.whoActs(c);
  if (all.length === 0) return askWho(deps, c, { page: `/funding/${request.code}/answer`, sent: null });
  const own = await findChanged(deps, request, all, textOf(typed, "proposal"));
  if (own === null) throw new NotFound();
  const now = deps.now();
  const sending = { acting: own.acting, form: textOf(typed, "form"), now };
  const made = await doOnce(deps.db, sending, async (tx, { id: by }) => {
    const said = await withdrawProposal(tx, request.code, own.proposal.id, { by, now });
    return said.done ? done(deedOf(request, "withdrawn")) : refused(said.reason);
  });
  if (made.done) return c.redirect(made.value, 303);
  const { frame } = await readFrame(deps, c.req.raw);
  return showForm(deps, c, { refused: fundingWords[frame.language].refusals[made.reason] }, 422);
}

async function showForm(
  deps: ActingDeps,
  c: Context,
  shown: Partial<AnswerPageProps>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const request = await needPublic(deps, c);
  const all = await deps.whoActs(c);
  const { frame } = await readFrame(deps, c.req.raw);
  const own = (await findOwn(deps, request, all))?.proposal ?? null;
  const props: AnswerPageProps = {
    ...{ frame, request, all, own, wrong: {}, refused: null, done: c.req.query("done") ?? null, still: false },
    typed: own === null ? { period: request.terms.goal.period ?? "" } : typedAnswer(own),
    ...shown,
  };
  return showOwn(deps, c, <AnswerPage {...props} />, status);
}
