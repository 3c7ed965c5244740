import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { Transaction } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { needHost } from "../hosts/queries.ts";
import type { Offer } from "../offers/offer.ts";
import { findOffer, findOfferById } from "../offers/queries.ts";
import { answerRequest } from "../places/answering.ts";
import { findRequest, type KeptRequest } from "../places/queries.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { refer, type Toward } from "./changes.ts";
import { NewReferralPage } from "./desk-new-page.tsx";
import { words } from "./desk-words.ts";
import { elsewhere, faultsOf, type ReferFault, ReferInput } from "./form.ts";
import { findToward, listCandidates } from "./toward.ts";

export interface ReferralsDeskDeps extends DeskDeps {
  /** Whether this site sends mail. */
  readonly mails: boolean;
}

/** `/admin/referrals/new`: somebody is pointed at another host, from their request or because they wrote or called. */
export function newReferralDesk(deps: ReferralsDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/referrals/new", async (c) => {
      const from = await findFrom(deps, c.req.query("request") ?? "", c.req.query("offer") ?? "");
      const { language } = await deps.frameOf(c);
      return show(deps, c, from, { typed: { need: needOf(from, language) }, wrong: {} });
    })
    .post("/admin/referrals", (c) => send(deps, c));
}

/** What somebody is pointed elsewhere from. */
interface From {
  readonly request: KeptRequest | null;
  readonly offer: Offer | null;
}

async function findFrom({ db }: ReferralsDeskDeps, id: string, slug: string): Promise<From> {
  const request = /^[0-9a-f-]{36}$/.test(id) ? await findRequest(db, id) : null;
  const offer = request ? await findOfferById(db, request.offer) : slug === "" ? null : await findOffer(db, slug);
  return { request, offer };
}

function needOf({ request, offer }: From, language: Language): string {
  const word = words[language].form;
  if (request) return word.needOf(request.title, request.people);
  return offer ? word.needFree(offer.content.title) : "";
}

const fields = ["toward", "name", "email", "need", "hand", "word", "asker", "contact", "message", "form"] as const;

async function send(deps: ReferralsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const text = (name: string) => String(form[name] ?? "").slice(0, 50_000);
  const typed: Typed = Object.fromEntries(fields.map((name) => [name, text(name)]));
  const from = await findFrom(deps, text("request"), text("offer"));
  const { language } = await deps.frameOf(c);
  const read = ReferInput.safeParse(typed);
  const faults = read.success
    ? faultsOf(read.data, { byRequest: from.request !== null })
    : Object.fromEntries(read.error.issues.toReversed().map(({ path, message }) => [path[0], message as ReferFault]));
  if (!read.success || Object.keys(faults).length > 0)
    return show(deps, c, from, { typed, wrong: inWords(faults, language) }, 422);
  const toward = await towardOf(deps, read.data);
  if (toward === null)
    return show(deps, c, from, { typed, wrong: inWords({ toward: "toward-missing" }, language) }, 422);
  const path = await sendOnce(deps, c, { input: read.data, toward, from, form: text("form") });
  if (path !== null) return c.redirect(path, 303);
  return show(deps, c, from, { typed, wrong: { content: words[language].form.notPossible } }, 422);
}

function inWords(faults: Readonly<Record<string, ReferFault | undefined>>, language: Language): Wrong {
  const word = words[language].form.faults;
  return Object.fromEntries(Object.entries(faults).flatMap(([name, fault]) => (fault ? [[name, word[fault]]] : [])));
}

async function towardOf({ db }: ReferralsDeskDeps, { toward, name, email }: ReferInput): Promise<Toward | null> {
  if (toward !== "" && toward !== elsewhere) return findToward(db, toward);
  const page = /^https?:\/\/\S+$/.test(name) && URL.canParse(name) ? name : null;
  const none = { other: null, about: null, aboutTitle: null, aboutPage: null };
  return { ...none, name: page === null ? name : new URL(page).host, page, email: email || null };
}

interface Sending {
  readonly input: ReferInput;
  readonly toward: Toward;
  readonly from: From;
  readonly form: string;
}

/** Where it is seen now; null when the request can no longer be sent on. */
async function sendOnce(
  { db, now, language }: ReferralsDeskDeps,
  c: Context<DeskEnv>,
  { input, toward, from: { request }, form }: Sending,
): Promise<string | null> {
  const [person, at] = [c.get("person"), now()];
  return await db.transaction().execute((tx) =>
    onceSent(tx, { form, account: person.id, now: at }, async () => {
      const told = request === null || (await tellAsker(tx, request, { input, toward, account: person.id, now: at }));
      if (!told) return null;
      const [asking, spoken] = [askingOf(request, input), request?.language ?? language];
      const { id } = await refer(tx, { toward, asking, need: input.need, language: spoken, hand: input.hand, now: at });
      await enter(tx, person, { deed: "referral-sent", subject: toward.name, now: at });
      return `/admin/referrals/${id}?done=sent`;
    }),
  );
}

/** Of somebody who wrote or called nothing is kept but what is to be handed on. */
function askingOf(request: KeptRequest | null, { hand, asker, contact, message }: ReferInput) {
  if (request !== null) return { request: request.id, asker: null, contact: null, message: null };
  if (!hand) return { request: null, asker: null, contact: null, message: null };
  return { request: null, asker, contact, message: message || null };
}

interface Telling {
  readonly input: ReferInput;
  readonly toward: Toward;
  readonly account: string;
  readonly now: Date;
}

/** Whoever asked for a place gets the way there, a word, and the question whether their address may be handed on. */
async function tellAsker(
  tx: Transaction,
  { id, language }: KeptRequest,
  { input, toward, account, now }: Telling,
): Promise<boolean> {
  const { question } = words[language].form;
  const title = toward.aboutTitle === null ? toward.name : `${toward.name}, ${toward.aboutTitle}`;
  const page = toward.aboutPage ?? toward.page;
  const referred = page === null ? title : `${title}, ${page}`;
  const text = [input.word, input.hand ? question(toward.name) : ""].filter((part) => part !== "").join("\n\n");
  const told = await answerRequest(tx, id, { act: "refer", text: text || null, referred, account, now });
  return told.done;
}

async function show(
  deps: ReferralsDeskDeps,
  c: Context<DeskEnv>,
  from: From,
  { typed, wrong }: { readonly typed: Typed; readonly wrong: Wrong },
  status: 200 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: pathOf(from) };
  const { profile } = await needHost(deps.db);
  const content = from.offer?.content ?? null;
  const candidates = await listCandidates(deps.db, { profile, content }, deps.now());
  return showDeskPage(c, <NewReferralPage {...{ frame, ...from, candidates, typed, wrong }} />, status);
}

function pathOf({ request, offer }: From): string {
  if (request) return `/admin/referrals/new?request=${request.id}`;
  return `/admin/referrals/new${offer ? `?offer=${encodeURIComponent(offer.slug)}` : ""}`;
}
