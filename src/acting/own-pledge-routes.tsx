import { type Context, Hono } from "hono";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { FundingRequest, Party } from "../funding/funding.ts";
import { readFrame } from "../hosts/parts.tsx";
import { changePledge, confirmPledge, type Saying, withdrawPledge } from "../pledges/making.ts";
import type { Pledge } from "../pledges/pledge-state.ts";
import type { Entry, PledgeRefusal } from "../pledges/pledges.ts";
import { listPledges } from "../pledges/queries.ts";
import { tallyFor } from "../pledges/tallies.ts";
import { words as pledgeRefusals } from "../pledges/words.ts";
import { readSent } from "../web/sent.ts";
import { isId, type Known, listKnown } from "./known.ts";
import { OwnPledgePage } from "./own-pledge-page.tsx";
import { readPledge, typedPledge } from "./pledge-form.ts";
import { PledgePage, type PledgePageProps } from "./pledge-page.tsx";
import { faultWords, needPublic, refusalIn, refusalOf, typedFrom } from "./pledge-parts.tsx";
import { askWriter, findRead } from "./read-parts.tsx";
import { textOf, typedOf } from "./reading.ts";
import { doOnce } from "./sending-parts.tsx";
import { type ActingDeps, type ActingEnv, askWho, findTyped, showOwn } from "./who-parts.tsx";
import { WithdrawalPage } from "./withdrawal-page.tsx";

/** `/funding/CODE/pledges/ID…`: one's own promise; for everybody else there is none. */
export function ownPledgeRoutes(deps: ActingDeps): Hono<ActingEnv> {
  const path = "/funding/:code{[^/.]+}/pledges/:pledge{[^/.]+}";
  return new Hono<ActingEnv>()
    .get(path, (c) => withOwn(deps, c, (own) => showPledge(deps, c, own, null)))
    .get(`${path}/change`, (c) =>
      withOwn(deps, c, async (own) => {
        const kept = await findTyped(deps, c);
        if (kept !== null) return showChange(deps, c, own, { typed: typedOf(kept), still: true });
        return (await askWriter(deps, c, [own.known.acting])) ?? showChange(deps, c, own, await readFor(deps, c, own));
      }),
    )
    .post(`${path}/change`, (c) => withOwn(deps, c, (own) => change(deps, c, own)))
    .get(`${path}/withdrawal`, (c) =>
      withOwn(deps, c, async (own) => {
        const { frame } = await readFrame(deps, c.req.raw);
        return showOwn(deps, c, <WithdrawalPage {...{ frame, ...own, now: deps.now(), done: null, refused: null }} />);
      }),
    )
    .post(`${path}/withdrawal`, (c) =>
      withOwn(deps, c, (own) =>
        say(deps, c, own, {
          ...{ deed: "pledge-withdrawn", done: "withdrawn" },
          how: (tx, saying) => withdrawPledge(tx, own.pledge.id, own.pledge.entry.version + 1, saying),
        }),
      ),
    )
    .post(`${path}/confirmation`, (c) =>
      withOwn(deps, c, (own) =>
        say(deps, c, own, {
          ...{ deed: "pledge-confirmed", done: "confirmed" },
          how: (tx, saying) => confirmPledge(tx, own.pledge.id, saying),
        }),
      ),
    );
}

interface Own {
  readonly request: FundingRequest;
  readonly pledge: Pledge;
  readonly known: Known;
}

/** Goes on with a promise of whoever is there; those who have shown nothing are asked who they are first, whether there is such a promise or not. */
async function withOwn(deps: ActingDeps, c: Context, then: (own: Own) => Promise<Response>): Promise<Response> {
  const all = await deps.whoActs(c);
  if (all.length === 0) return askFirst(deps, c);
  const [request, id] = [await needPublic(deps, c), c.req.param("pledge") ?? ""];
  const [pledge] = isId(id) ? await listPledges(deps.db, request, { pledge: id }) : [];
  const known = (await listKnown(deps.db, all)).find(({ party }) => party === pledge?.party.id);
  if (pledge === undefined || known === undefined) throw new NotFound();
  return then({ request, pledge, known });
}

async function askFirst(deps: ActingDeps, c: Context): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  if (c.req.method === "GET") return askWho(deps, c, { page: pathname + search, sent: null });
  return askWho(deps, c, { page: pathname.replace(/\/confirmation$/, ""), sent: await readSent(c) });
}

/** What was read in a sentence that stands in the place of an earlier one. */
async function readFor(deps: ActingDeps, c: Context, { known }: Own): Promise<Partial<PledgePageProps>> {
  const token = c.req.query("from");
  const read = await findRead(deps, "pledge", token, [known.acting]);
  return token && read ? { typed: typedFrom(read, token) } : {};
}

const pathOf = ({ request, pledge }: Own): string => `/funding/${request.code}/pledges/${pledge.id}`;

async function showPledge(deps: ActingDeps, c: Context, own: Own, refusal: string | null): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const props = { frame, ...own, now: deps.now(), done: c.req.query("done") ?? null, refused: refusal };
  return showOwn(deps, c, <OwnPledgePage {...props} />, refusal === null ? 200 : 409);
}

async function showChange(
  deps: ActingDeps,
  c: Context,
  { request, pledge, known }: Own,
  shown: Partial<PledgePageProps>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const { promised, version } = pledge.entry;
  const before = promised === null ? {} : typedPledge({ promised, words: pledge.words }, request.terms.goal.currency);
  const now = { preset: "other", version: String(version + 1) };
  const read = await findRead(deps, "pledge", shown.typed?.["from"], [known.acting]);
  const props = {
    ...{ frame, request, promises: await tallyFor(deps.db, request.id), all: [], wrong: {}, pledge: pledge.id },
    ...{ still: false, read, ...shown, typed: { ...now, ...(shown.typed ?? before) } },
  };
  const page = <PledgePage {...props} refused={shown.refused ?? refusalOf(request, deps.now(), frame.language)} />;
  return showOwn(deps, c, page, status);
}

async function change(deps: ActingDeps, c: Context, own: Own): Promise<Response> {
  const typed = typedOf(await readSent(c));
  const { frame } = await readFrame(deps, c.req.raw);
  const read = readPledge(typed, own.request.terms.goal.currency);
  if (!read.done) return showChange(deps, c, own, { typed, wrong: faultWords(read.reason, frame.language) }, 422);
  const version = Number(/^\d{1,6}$/.exec(textOf(typed, "version"))?.[0] ?? own.pledge.entry.version + 1);
  const { promised, words: papers } = read.value;
  const changed = await doSay(deps, own, textOf(typed, "form"), {
    ...{ deed: "pledge-changed", done: "changed" },
    async how(tx, saying) {
      const said = { ...saying, papers: { words: papers } };
      const entry = await changePledge(tx, own.pledge.id, { version, promised }, said);
      if (entry.done && typed["from"]) await deps.useSaying(tx, typed["from"], own.known.acting, saying.now);
      return entry;
    },
  });
  if (changed.done) return c.redirect(changed.value, 303);
  return showChange(deps, c, own, { typed, ...refusalIn(changed.reason, frame.language) }, 422);
}

interface Said {
  readonly deed: string;
  readonly done: string;
  how(tx: Transaction, saying: Saying): Promise<Outcome<Entry, PledgeRefusal>>;
}

async function say(deps: ActingDeps, c: Context, own: Own, said: Said): Promise<Response> {
  const made = await doSay(deps, own, textOf(typedOf(await readSent(c)), "form"), said);
  if (made.done) return c.redirect(made.value, 303);
  const { frame } = await readFrame(deps, c.req.raw);
  return showPledge(deps, c, own, pledgeRefusals[frame.language].refusals[made.reason]);
}

function doSay({ db, now: clock }: ActingDeps, own: Own, form: string, said: Said) {
  const now = clock();
  const { acting } = own.known;
  return doOnce(db, { acting, form, now }, async (tx: Transaction, party: Party) => {
    const entry = await said.how(tx, { request: own.request.id, by: party.id, now });
    if (!entry.done) return refused(entry.reason);
    return done({ deed: said.deed, subject: own.request.content.title, path: `${pathOf(own)}?done=${said.done}` });
  });
}
