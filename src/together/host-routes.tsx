import { type Context, Hono } from "hono";
import { showOwn } from "../acting/who-parts.tsx";
import { NotFound } from "../foundation/errors.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { limitForms } from "../web/form-limit.ts";
import { readSent } from "../web/sent.ts";
import { type AnswerFaults, readAnswer, readProposed, readResult } from "./answer-form.ts";
import { answerFaultWords, answerRefusalWords, type TriedAnswer } from "./answer-parts.tsx";
import { type HostSaid, hearHost } from "./hearing.ts";
import { HostPage } from "./host-page.tsx";
import { findAskedByToken, findAsking, listHostsOf } from "./queries.ts";
import type { AskingShown } from "./receiving.ts";
import { showTo } from "./showing.ts";
import { type AskedHost, isLive, saidYes } from "./together.ts";

/** `/together/host/TOKEN`: what is asked of one host, for whoever has its link, and its answer. */
export function askedHostRoutes(deps: PageDeps): Hono<{ Bindings: { readonly client?: string } }> {
  const limit = limitForms();
  const routes = new Hono<{ Bindings: { readonly client?: string } }>().get("/together/host/:token", async (c) =>
    show(deps, c, await find(deps, c), null),
  );
  for (const form of ["answer", "result", "proposal", "agreement"] as const)
    routes.post(`/together/host/:token/${form}`, limit, (c) => say(deps, c, form));
  return routes;
}

interface Found {
  readonly host: AskedHost;
  readonly shown: AskingShown;
}

async function find({ db, origin }: PageDeps, c: Context): Promise<Found> {
  const token = c.req.param("token") ?? "";
  const host = /^[\w-]{43}$/.test(token) ? await findAskedByToken(db, token) : null;
  const asking = host && (await findAsking(db, host.asking));
  const asked = host !== null && host.state !== "proposed" && host.state !== "left-out";
  const shown = asked && asking ? showTo(host, asking, await listHostsOf(db, asking.id), origin) : null;
  if (!asked || shown === null) throw new NotFound();
  return { host, shown };
}

async function say(deps: PageDeps, c: Context, form: TriedAnswer["form"]): Promise<Response> {
  const found = await find(deps, c);
  const sent = await readSent(c);
  const { frame } = await readFrame(deps, c.req.raw);
  const said = isLive(found.shown.standing) ? saidIn(form, sent, found) : null;
  if (said === null) {
    const wrong = answerRefusalWords("not-possible-now", frame.language);
    return show(deps, c, found, { form: "agreement", sent, wrong }, 422);
  }
  if (!said.done)
    return show(deps, c, found, { form, sent, wrong: answerFaultWords(said.reason, frame.language) }, 422);
  await deps.db.transaction().execute((tx) => hearHost(tx, found.host.id, said.value, deps.now()));
  return c.redirect(`/together/host/${c.req.param("token")}?done=yes`, 303);
}

/** What a host says with one of the forms, beside all that it has said before; null where it may not. */
function saidIn(form: TriedAnswer["form"], sent: Sent, found: Found): Outcome<HostSaid, AnswerFaults> | null {
  const { host, shown } = found;
  const nothing = { proposes: [], result: null, agreed: null, document: null, version: host.heard + 1 };
  if (form === "answer") {
    const read = readAnswer(sent);
    return read.done ? done({ ...read.value, ...nothing }) : read;
  }
  if (!saidYes(host)) return null;
  const answer = host.state === "lead" ? "lead" : "partner";
  const before: HostSaid = { ...nothing, answer, roles: host.rolesOffered, words: host.words };
  if (form === "proposal") return withRead(before, readProposed(sent), (one) => ({ proposes: [one] }));
  if (form === "agreement") return agreedIn(sent, shown, before);
  return shown.chosen === "lead" ? withRead(before, readResult(sent), (result) => ({ result })) : null;
}

function agreedIn(
  sent: Sent,
  { chosen, result }: AskingShown,
  before: HostSaid,
): Outcome<HostSaid, AnswerFaults> | null {
  const version = Number((sent["version"]?.[0] ?? "").slice(0, 6));
  return chosen === "partner" && result?.version === version ? done({ ...before, agreed: version }) : null;
}

function withRead<Read>(
  before: HostSaid,
  read: Outcome<Read, AnswerFaults>,
  change: (value: Read) => Partial<HostSaid>,
): Outcome<HostSaid, AnswerFaults> {
  return read.done ? done({ ...before, ...change(read.value) }) : refused(read.reason);
}

async function show(
  deps: PageDeps,
  c: Context,
  { host, shown }: Found,
  tried: TriedAnswer | null,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const link = `/together/host/${host.token}`;
  const props = { frame: { ...frame, path: link }, host, shown, link, tried, done: c.req.query("done") === "yes" };
  return showOwn(deps, c, <HostPage {...props} />, status);
}
