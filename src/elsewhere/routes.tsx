import { type Context, Hono } from "hono";
import { doneWords } from "../acting/own-pledge-page.tsx";
import { type PledgeField, readPledge, typedPledge } from "../acting/pledge-form.ts";
import { faultWords } from "../acting/pledge-parts.tsx";
import { typedOf } from "../acting/reading.ts";
import { doOnce } from "../acting/sending-parts.tsx";
import { type ActingDeps, type ActingEnv, askWho, showOwn } from "../acting/who-parts.tsx";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Acting, actingIn } from "../funding/acting.ts";
import { isOver } from "../funding/funding.ts";
import { findParties, findParty } from "../funding/parties.ts";
import { readFrame } from "../hosts/parts.tsx";
import type { ListedFunding } from "../listed-funding/listed-funding.ts";
import { findListedCampaign, findListedFunding } from "../listed-funding/queries.ts";
import { refusalToAnswer } from "../sent-answers/changes.ts";
import { listSentAnswers } from "../sent-answers/queries.ts";
import {
  confirmElsewhere,
  promiseElsewhere,
  promiseOtherwise,
  type Saying,
  type SendRefusal,
  withdrawElsewhere,
} from "../sent-pledges/changes.ts";
import { findSentPledge, listSentPledges } from "../sent-pledges/queries.ts";
import { latestOf, type SentPledge } from "../sent-pledges/sent-pledge.ts";
import { towardOf } from "../sent-pledges/toward.ts";
import { readSent } from "../web/sent.ts";
import { CopyPage, type CopyPageProps } from "./copy-page.tsx";
import { words } from "./words.ts";

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const page = `/funding/elsewhere/:id{${uuid}}`;
const own = `/funding/elsewhere/promises/:id{${uuid}}`;

/** `/funding/elsewhere/…`: the requests of other instances as they were last shown, and what is promised towards them from here. */
export function elsewhereRoutes(deps: ActingDeps): Hono<ActingEnv> {
  return new Hono<ActingEnv>()
    .get(page, async (c) => show(deps, c, await typedFor(deps, c)))
    .post(page, (c) => send(deps, c))
    .post(`${own}/withdrawal`, (c) => act(deps, c, { deed: "withdrawn", say: withdrawElsewhere }))
    .post(`${own}/confirmation`, (c) => act(deps, c, { deed: "confirmed", say: confirmElsewhere }));
}

async function needCopy({ db }: ActingDeps, c: Context): Promise<ListedFunding> {
  const copy = await findListedFunding(db, c.req.param("id") ?? "");
  if (copy === null) throw new NotFound();
  return copy;
}

/** Those whom this browser acts for who have an account on this site, and so can promise from it. */
async function speakersOf(deps: ActingDeps, c: Context): Promise<readonly Acting[]> {
  const all = await deps.whoActs(c);
  const speak = await Promise.all(all.map((acting) => hasAccount(deps.db, acting)));
  return all.filter((_, at) => speak[at]);
}

async function hasAccount(reader: Reader, acting: Acting): Promise<boolean> {
  if (acting.kind !== "association") return acting.kind === "host";
  const handles = reader.selectFrom("handles").select("id").where("id", "=", acting.id).where("gone", "is", null);
  return (await handles.executeTakeFirst()) !== undefined;
}

/** What the form begins with: the promise that is to be changed, or nothing. */
async function typedFor(deps: ActingDeps, c: Context): Promise<Partial<CopyPageProps>> {
  const id = c.req.query("change") ?? "";
  if (!new RegExp(`^${uuid}$`).test(id)) return {};
  const pledge = await findSentPledge(deps.db, id);
  const parties = await findParties(deps.db, await speakersOf(deps, c));
  if (pledge === null || !parties.includes(pledge.party)) return {};
  return { typed: { ...typedPledge(latestOf(pledge), pledge.currency), pledge: id } };
}

async function show(
  deps: ActingDeps,
  c: Context,
  shown: Partial<CopyPageProps>,
  status: 200 | 409 | 422 | 429 = 200,
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const copy = await needCopy(deps, c);
  const now = deps.now();
  const all = await speakersOf(deps, c);
  const mine = await listSentPledges(deps.db, await findParties(deps.db, all), copy.actor);
  const isTeam = all.some(({ kind }) => kind === "host");
  const answers = isTeam ? await listSentAnswers(deps.db, copy.actor) : [];
  const asked = isTeam && refusalToAnswer(copy, deps.origin) === null;
  const taking = towardOf(copy).open && !isOver(copy, now);
  const said = doneWords(words[frame.language].done, c.req.query("done") ?? null);
  const props = {
    frame,
    now,
    copy,
    all,
    mine,
    answers,
    asked,
    taking,
    typed: {},
    wrong: {},
    refused: null,
    done: said,
    ...shown,
  };
  return showOwn(deps, c, <CopyPage {...props} />, status);
}

async function send(deps: ActingDeps, c: Context): Promise<Response> {
  const copy = await needCopy(deps, c);
  const sent = await readSent(c);
  const typed = typedOf(sent);
  const { frame } = await readFrame(deps, c.req.raw);
  const acting = actingIn(await speakersOf(deps, c), typed["as"]);
  const read = readPledge(typed, copy.terms.goal.currency);
  if (!read.done) return show(deps, c, { typed, wrong: faultWords(read.reason, frame.language) }, 422);
  if (acting === null) return askWho(deps, c, { page: `/funding/elsewhere/${copy.id}`, sent });
  const now = deps.now();
  const changed = typed["pledge"] ?? "";
  const made = await doOnce(deps.db, { acting, form: typed["form"] ?? "", now }, async (tx, party) => {
    const saying = { by: party.id, now };
    const said =
      changed === ""
        ? await promiseElsewhere(tx, towardOf(copy), read.value, saying)
        : await change(tx, { id: changed, copy }, read.value, saying);
    if (!said.done) return refused(said.reason);
    const deed = changed === "" ? "promised" : "changed";
    const journal = changed === "" ? "sent-pledge-made" : "sent-pledge-changed";
    return done({ deed: journal, subject: copy.content.title, path: pathTo(copy.id, deed, said.value.id) });
  });
  if (made.done) return c.redirect(made.value, 303);
  const status = made.reason === "too-many-today" ? 429 : 422;
  return show(deps, c, { typed, ...refusalIn(made.reason, frame.language) }, status);
}

type Changed = { readonly id: string; readonly copy: ListedFunding };

async function change(
  tx: Transaction,
  { id, copy }: Changed,
  sending: Parameters<typeof promiseElsewhere>[2],
  saying: Saying,
): Promise<Outcome<SentPledge, SendRefusal>> {
  if (!new RegExp(`^${uuid}$`).test(id)) throw new NotFound();
  return promiseOtherwise(tx, id, towardOf(copy), sending, saying);
}

const pathTo = (id: string, deed: string, pledge: string) => `/funding/elsewhere/${id}?done=${deed}#promise-${pledge}`;

const fields: Readonly<Partial<Record<SendRefusal, PledgeField>>> = {
  "pledge-too-small": "amount",
  "pledge-too-large": "amount",
  "valid-in-the-past": "validUntil",
};

function refusalIn(reason: SendRefusal, language: "fr" | "en"): Partial<CopyPageProps> {
  const [field, sentence] = [fields[reason], words[language].refusals[reason]];
  return field === undefined ? { refused: sentence } : { wrong: { [field]: sentence } };
}

interface Act {
  readonly deed: "withdrawn" | "confirmed";
  readonly say: (tx: Transaction, id: string, saying: Saying) => Promise<Outcome<SentPledge, SendRefusal>>;
}

/** Takes a promise back, or confirms it; whoever it is not of learns no more than that there is none. */
async function act(deps: ActingDeps, c: Context, { deed, say }: Act): Promise<Response> {
  const id = c.req.param("id") ?? "";
  const typed = typedOf(await readSent(c));
  const pledge = await findSentPledge(deps.db, id);
  const acting = pledge && (await ownerOf(deps, c, pledge));
  if (pledge === null || acting === null) throw new NotFound();
  const copy = await findListedCampaign(deps.db, pledge.campaign);
  const now = deps.now();
  const path = copy === null ? "/funding/mine" : pathTo(copy.id, deed, id);
  await doOnce(deps.db, { acting, form: typed["form"] ?? "", now }, async (tx, party) => {
    const said = await say(tx, id, { by: party.id, now });
    return said.done ? done({ deed: `sent-pledge-${deed}`, subject: pledge.title, path }) : refused(said.reason);
  });
  return c.redirect(path, 303);
}

async function ownerOf(deps: ActingDeps, c: Context, { party }: SentPledge): Promise<Acting | null> {
  for (const acting of await speakersOf(deps, c)) if ((await findParty(deps.db, acting)) === party) return acting;
  return null;
}
