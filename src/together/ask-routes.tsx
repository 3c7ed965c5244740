import { type Context, Hono } from "hono";
import { sentOfRead } from "../acting/request-form.ts";
import { doOnce } from "../acting/sending-parts.tsx";
import { type ActingDeps, type ActingEnv, askWho, findTyped, type Prefilled, showOwn } from "../acting/who-parts.tsx";
import { hostKey } from "../directory/addresses.ts";
import { listNamedOffers } from "../directory/named-offers.ts";
import { readPlace, territoryOf } from "../directory/place-asked.ts";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import { dayOf } from "../foundation/day.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { type MailSettings, sendSealedMail, sendsMail } from "../foundation/mail.ts";
import { done, refused } from "../foundation/outcome.ts";
import { type Acting, actingIn } from "../funding/acting.ts";
import { readFrame } from "../hosts/parts.tsx";
import { placeName } from "../hosts/place-names.ts";
import { openLimit, quotas } from "../web/limits.ts";
import { readSent } from "../web/sent.ts";
import { aboutOf, findAbout, listKnownHosts, sentOfFunding } from "./ask-knowing.ts";
import { AskPage, type AskPageProps, MailPage } from "./ask-page.tsx";
import { type Filled, fillIn, readAsk } from "./ask-reading.ts";
import { words as askWords } from "./ask-words.ts";
import type { AskRefusal } from "./changes.ts";
import { type AskingDraft, draftAsking, makeAskingLink } from "./drafting.ts";
import { type Faults, readEmail } from "./form.ts";
import { confirmLetter } from "./letter-words.ts";
import { words } from "./words.ts";

/** What the pages on which associations ask need at hand. */
export interface AskDeps extends Omit<ActingDeps, "prefill"> {
  readonly mail: MailSettings;
  /** What a link from our account fills the form in with, for its author alone. */
  prefillAsking(token: string, acting: Acting | null): Promise<Prefilled | null>;
}

/** The ways in: the host's team asks for nobody. */
export const withoutHost = (deps: AskDeps): ActingDeps => ({
  ...deps,
  prefill: async () => null,
  waysIn: (then) => deps.waysIn(then).filter(({ kind }) => kind !== "host"),
});

/** All as what somebody may ask of hosts: an association, or somebody with an account elsewhere. */
export const whoAsks = async (deps: AskDeps, c: Context): Promise<readonly Acting[]> =>
  (await deps.whoActs(c)).filter(({ kind }) => kind !== "host");

const askPath = "/together/ask";

/** `/together/ask`: what somebody needs, and whom they ask. */
export function askRoutes(deps: AskDeps): Hono<ActingEnv> {
  const limit = openLimit(quotas.askings);
  return new Hono<ActingEnv>().get(askPath, (c) => begin(deps, c)).post(askPath, (c) => submit(deps, c, limit));
}

/** A new one: blank, as it was typed before, read in a sentence, of some hosts, of a combination, for a funding request. */
async function begin(deps: AskDeps, c: Context): Promise<Response> {
  const all = await whoAsks(deps, c);
  const kept = await findTyped(withoutHost(deps), c);
  if (kept !== null) return show(deps, c, { all, filled: await fill(deps, c, kept), before: "still" });
  const token = c.req.query("from");
  if (token) return beginFromSentence(deps, c, all, token);
  const { frame } = await readFrame(deps, c.req.raw);
  const sent = await sentOfAddress(deps, c, frame.language);
  const [acting] = all;
  const name = acting ? { name: [acting.name === "" && acting.kind === "actor" ? acting.address : acting.name] } : {};
  return show(deps, c, { all, filled: await fill(deps, c, { ...name, ...sent }) });
}

async function beginFromSentence(deps: AskDeps, c: Context, all: readonly Acting[], token: string): Promise<Response> {
  const writer = all.find(({ kind }) => kind === "actor") ?? null;
  if (writer === null)
    return askWho(withoutHost(deps), c, { page: `${askPath}?from=${token}`, sent: null, only: "actor" });
  const read = await deps.prefillAsking(token, writer);
  if (read === null) return show(deps, c, { all, filled: await fill(deps, c, {}) });
  const { frame } = await readFrame(deps, c.req.raw);
  const name = writer.kind === "actor" && writer.name === "" ? writer.address : writer.name;
  const filled = sentOfRead(read.fields, frame.language);
  const place = filled["place"]?.map((code) => placeName(code, frame.language)) ?? [];
  const sent = { name: [name], ...filled, place, from: [token], as: ["actor"] };
  return show(deps, c, { all, filled: await fill(deps, c, sent), before: "read", unsure: read.unsure });
}

/** What an address says: hosts, offers of a combination, needs, a place, or a funding request with all of its own. */
async function sentOfAddress(deps: AskDeps, c: Context, language: Language): Promise<Sent> {
  const ask = (name: string) => c.req.queries(name)?.slice(0, 20) ?? [];
  const offers = await listNamedOffers(deps.db, ask("offer").slice(0, 8));
  const hosts = offers.flatMap(({ found }) => (found === null ? [] : [hostKey(found.host.origin)]));
  const territory = c.req.query("territory");
  const place = c.req.query("place") ?? (territory ? placeName(territory, language) : "");
  const own = await sentOfFunding(deps, c.req.query("funding"), language);
  const asked = { needs: ask("need"), place: [place], people: [c.req.query("users") ?? ""] };
  return { ...asked, ...own, host: [...new Set([...ask("host"), ...hosts])] };
}

async function fill(deps: AskDeps, c: Context, sent: Sent): Promise<Filled> {
  const { frame } = await readFrame(deps, c.req.raw);
  const place = readPlace(sent["place"]?.[0] ?? "", frame.language);
  return fillIn(deps.db, sent, place && territoryOf(place));
}

async function submit(deps: AskDeps, c: Context, limit: ReturnType<typeof openLimit>): Promise<Response> {
  const raw = await readSent(c);
  const [all, filled] = [await whoAsks(deps, c), await fill(deps, c, raw)];
  const { frame } = await readFrame(deps, c.req.raw);
  const read = readAsk(filled, dayOf(deps.now()), frame.language);
  if (isAdding(raw))
    return show(deps, c, { all, filled, wrong: addFaults(filled) }, filled.unknown === null ? 200 : 422);
  if (!read.done) return show(deps, c, { all, filled, wrong: read.reason }, 422);
  const draft = { ...read.value, about: await findAbout(deps, read.value.about) };
  const acting = actingIn(all, raw["as"]?.[0]);
  if (acting !== null) return draftFor(deps, c, { acting, filled, draft, all });
  if (raw["who"]?.[0] !== "email") return askWho(withoutHost(deps), c, { page: askPath, sent: filled.sent });
  return draftWithin(deps, c, limit, { filled, draft });
}

/** Whether one more host is to join the list only. */
export const isAdding = (raw: Sent): boolean => raw["do"]?.[0] === "add" && (raw["others"]?.[0] ?? "") !== "";

export const addFaults = ({ unknown }: Filled): Faults =>
  unknown === null ? {} : { others: { fault: "host-unknown" } };

async function draftWithin(
  deps: AskDeps,
  c: Context,
  limit: ReturnType<typeof openLimit>,
  { filled, draft }: Drafting,
): Promise<Response> {
  const { exceeded, reset } = await limit.count(neighbourhoodOf(c.env?.client ?? "unknown"));
  if (exceeded) c.header("retry-after", String(reset));
  if (exceeded) return show(deps, c, { all: [], filled, refused: "too-many-today" }, 429);
  return draftByMail(deps, c, { filled, draft });
}

interface Drafting {
  readonly filled: Filled;
  readonly draft: AskingDraft;
}

async function draftFor(
  deps: AskDeps,
  c: Context,
  { acting, filled, draft, all }: Drafting & { readonly acting: Acting; readonly all: readonly Acting[] },
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const now = deps.now();
  const made = await doOnce(deps.db, { acting, form: filled.sent["form"]?.[0] ?? "", now }, async (tx, { id }) => {
    const drafted = await draftAsking(tx, draft, { party: id, email: null, language: frame.language, now });
    if (!drafted.done) return refused(drafted.reason);
    const token = filled.sent["from"]?.[0];
    if (token) await deps.useSaying(tx, token, acting, now);
    return done({ deed: "asking-drafted", subject: "", path: `/together/${drafted.value.id}` });
  });
  if (made.done) return c.redirect(made.value, 303);
  return show(deps, c, { all, filled, refused: made.reason }, made.reason === "too-many-today" ? 429 : 422);
}

async function draftByMail(deps: AskDeps, c: Context, { filled, draft }: Drafting): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const { language } = frame;
  const email = readEmail(filled.sent["email"]?.[0] ?? "");
  if (email === null || !sendsMail(deps.mail))
    return show(deps, c, { all: [], filled, wrong: { email: { fault: "email-malformed" } } }, 422);
  const now = deps.now();
  const made = await deps.db.transaction().execute(async (tx) => {
    const drafted = await draftAsking(tx, draft, { party: null, email, language, now });
    if (!drafted.done) return drafted;
    const link = `${deps.origin}/together/${await makeAskingLink(tx, drafted.value.id, now)}`;
    await sendSealedMail(tx, deps.mail, deps.secret, confirmLetter({ to: email, link, language }));
    return drafted;
  });
  if (!made.done) return show(deps, c, { all: [], filled, refused: made.reason }, 429);
  return showOwn(deps, c, <MailPage frame={{ ...frame, path: askPath }} email={email} />);
}

interface Shown {
  readonly all: readonly Acting[];
  readonly filled: Filled;
  readonly wrong?: Faults;
  readonly refused?: AskRefusal;
  readonly before?: AskPageProps["before"];
  readonly unsure?: readonly string[];
}

async function show(deps: AskDeps, c: Context, shown: Shown, status: 200 | 422 | 429 = 200): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const { filled, wrong = {}, refused: reason, before = null, unsure = [], all } = shown;
  const props: AskPageProps = {
    ...{ frame, all, unsure, before, action: askPath, kept: false, mails: sendsMail(deps.mail) },
    ...{ sent: filled.sent, hosts: filled.hosts, wrong: faultWords(wrong, frame.language) },
    refused: reason === undefined ? null : words[frame.language].refusals[reason],
    known: await listKnownHosts(deps),
    about: await aboutOf(deps, filled.sent["about"]?.[0] ?? null),
  };
  return showOwn(deps, c, <AskPage {...props} />, status);
}

/** Faults as sentences, by field. */
export function faultWords(faults: Faults, language: Language): Readonly<Record<string, string>> {
  const word = askWords[language].faults;
  return Object.fromEntries(Object.entries(faults).map(([field, { fault }]) => [field, word[fault]]));
}
