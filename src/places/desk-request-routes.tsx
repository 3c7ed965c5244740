import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { listAccounts } from "../accounts/queries.ts";
import { afterGivingBack, countedSlots, shownState } from "../availability/availability.ts";
import { findAvailability } from "../availability/queries.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { findHost } from "../hosts/queries.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { type AnswerRefusal, answerRequest, type HostDoing } from "./answering.ts";
import { DeskRequestPage, type DeskRequestPageProps } from "./desk-request-page.tsx";
import { refusalWords } from "./desk-words.ts";
import { eraseRequest } from "./erasing.ts";
import { longest } from "./form.ts";
import { daysWaited, type HostAct, hostActs, isLate } from "./places.ts";
import { findPlaceSettings, findRequest, type KeptRequest, listEntries } from "./queries.ts";

export interface RequestDeskDeps extends DeskDeps {
  /** Whether this site sends mail. */
  readonly mails: boolean;
}

const one = "/admin/requests/:id{[0-9a-f-]{36}}";

/** `/admin/requests/ID`: one request, and what can be done with it. */
export function requestDesk(deps: RequestDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(one, async (c) => show(deps, c, await findOne(deps, c), null))
    .post(`${one}/erasure`, (c) => erase(deps, c))
    .post(`${one}/:act`, (c) => act(deps, c));
}

async function findOne({ db }: RequestDeskDeps, c: Context<DeskEnv>): Promise<KeptRequest> {
  const request = await findRequest(db, c.req.param("id") ?? "");
  if (request === null) throw new NotFound();
  return request;
}

async function erase({ db, now }: RequestDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const id = c.req.param("id") ?? "";
  await db.transaction().execute(async (tx) => {
    const request = await findRequest(tx, id);
    if (request === null || !(await eraseRequest(tx, id, now()))) return; // a colleague was quicker
    await enter(tx, c.get("person"), { deed: "place-request-erased", subject: request.title, now: now() });
  });
  return c.redirect("/admin/requests?done=erased", 303);
}

async function act(deps: RequestDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const request = await findOne(deps, c);
  const act = hostActs.find((known) => known === c.req.param("act"));
  if (act === undefined) throw new NotFound();
  const form = await c.req.parseBody();
  const text = (name: string) => String(form[name] ?? "").slice(0, longest.read);
  const typed = { [act]: text(act), referred: text("referred"), full: text("full") };
  const doing = doingOf(act, text, c.get("person").id, deps.now());
  const result = doing === null ? "text-too-long" : await doOnce(deps, c, request, { doing, form: text("form") });
  if (typeof result !== "string") return c.redirect(result.path, 303);
  const { language } = await deps.frameOf(c);
  const wrong = wrongOf(act, result, language);
  return show(deps, c, await findOne(deps, c), { act, typed, wrong }, 422);
}

/** What the form asks for; null when a text in it is too long. */
function doingOf(act: HostAct, text: (name: string) => string, account: string, now: Date): HostDoing | null {
  const [said, referred] = [text(act).trim(), text("referred").trim().replaceAll(/\s+/g, " ")];
  if (said.length > longest.message || referred.length > 300) return null;
  const seen = /^\d{1,7}$/.test(text("slots")) ? Number(text("slots")) : null;
  return {
    ...{ act, account, now, text: said || null, referred: act === "refer" ? referred || null : null },
    ...(act === "accept" && { slots: { seen, full: text("full") === "waiting-list" ? "waiting-list" : "closed" } }),
    ...(/^\d{1,6}$/.test(text("entries")) && { entries: Number(text("entries")) }),
  };
}

interface Sent {
  readonly doing: HostDoing;
  readonly form: string;
}

async function doOnce(
  { db }: RequestDeskDeps,
  c: Context<DeskEnv>,
  { id, title }: KeptRequest,
  { doing, form }: Sent,
): Promise<{ readonly path: string } | AnswerRefusal> {
  const person = c.get("person");
  let reason: AnswerRefusal = "not-possible-now";
  const path = await db.transaction().execute((tx) =>
    onceSent(tx, { form, account: person.id, now: doing.now }, async () => {
      const outcome = await answerRequest(tx, id, doing);
      if (!outcome.done) {
        reason = outcome.reason;
        return null;
      }
      // The title of the offer: who asked is not kept in the journal.
      await enter(tx, person, { deed: `place-request-${doing.act}`, subject: title, now: doing.now });
      return `/admin/requests/${id}?done=${doing.act}`;
    }),
  );
  return path === null ? reason : { path };
}

/** What is wrong with the form stands beside its field; what has changed meanwhile leads to what was said. */
function wrongOf(act: HostAct, reason: AnswerRefusal | "text-too-long", language: Language): Wrong {
  const ofText = reason === "reason-missing" || reason === "answer-missing" || reason === "text-too-long";
  const field = reason === "host-missing" ? "referred" : ofText ? act : "history";
  return { [field]: refusalWords(reason, language) };
}

async function show(
  deps: RequestDeskDeps,
  c: Context<DeskEnv>,
  request: KeptRequest,
  tried: { readonly act: HostAct; readonly typed: Typed; readonly wrong: Wrong } | null,
  status: 200 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: `/admin/requests/${request.id}` };
  const settings = await findPlaceSettings(deps.db);
  const { waiting } = request;
  const props: DeskRequestPageProps = {
    ...{ frame, request, settings, tried, mails: deps.mails, done: c.req.query("done") ?? null },
    entries: (await listEntries(deps.db, [request.id], { notes: true })).get(request.id) ?? [],
    names: await namesOf(deps),
    wait: waiting && { days: daysWaited(waiting, deps.now()), late: isLate(waiting, settings, deps.now()) },
    ...(await findSlots(deps, request)),
    referrals: (await findHost(deps.db))?.profile.referrals.map(({ to }) => to) ?? [],
  };
  return showDeskPage(c, <DeskRequestPage {...props} />, status);
}

async function namesOf({ db }: RequestDeskDeps): Promise<ReadonlyMap<string, string>> {
  return new Map((await listAccounts(db)).map(({ id, name, email }) => [id, name === "" ? email : name]));
}

async function findSlots({ db, now }: RequestDeskDeps, { offer, slot }: KeptRequest) {
  const said = await findAvailability(db, offer);
  if (said === null || shownState(said, now()) === "unknown") return { slots: null, slotsBack: null };
  const back = slot === null ? null : afterGivingBack(said, slot);
  return { slots: countedSlots(said, now()), slotsBack: back?.slots ?? null };
}
