import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import { done, refused } from "../foundation/outcome.ts";
import { actingKey } from "../funding/acting.ts";
import { redraftFunding } from "../funding/changes.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { findHolding } from "../funding/holding.ts";
import { findFunding } from "../funding/queries.ts";
import { readFrame } from "../hosts/parts.tsx";
import { listToAskAgain } from "../pledges/queries.ts";
import { readSent } from "../web/sent.ts";
import { isId, type Known, listKnown } from "./known.ts";
import { OpeningPage } from "./opening-page.tsx";
import { readRequest, sentOf } from "./request-form.ts";
import { RequestPage, type RequestPageProps } from "./request-page.tsx";
import { afterSaving, faultWords, lackingWords, refusalWords } from "./request-parts.tsx";
import { doOnce } from "./sending-parts.tsx";
import { type ActingDeps, type ActingEnv, askWho, findTyped, showOwn } from "./who-parts.tsx";

/** `/funding/CODE/edit…`: one's own draft; for everybody else there is none. */
export function editRoutes(deps: ActingDeps): Hono<ActingEnv> {
  const path = "/funding/:code{[^/.]+}/edit";
  return new Hono<ActingEnv>()
    .get(path, (c) =>
      withDraft(deps, c, async (draft) => {
        const kept = await findTyped(deps, c);
        return showDraft(deps, c, draft, kept === null ? {} : { sent: kept, still: true });
      }),
    )
    .post(path, (c) => withDraft(deps, c, (draft) => save(deps, c, draft)))
    .get(`${path}/opening`, (c) => withDraft(deps, c, (draft) => showOpening(deps, c, draft)))
    .post(`${path}/opening`, (c) => withDraft(deps, c, (draft) => open(deps, c, draft)));
}

interface Draft {
  readonly request: FundingRequest;
  readonly known: Known;
}

/** Goes on with a draft of whoever is there. Who has shown nothing is asked first, whether there is one or not; what is open already is carried on elsewhere. */
async function withDraft(deps: ActingDeps, c: Context, then: (draft: Draft) => Promise<Response>): Promise<Response> {
  const all = await deps.whoDrafts(c);
  const reads = c.req.method === "GET";
  const { pathname } = new URL(c.req.url);
  if (all.length === 0) return askWho(deps, c, { page: pathname, sent: reads ? null : await readSent(c) });
  const request = await findFunding(deps.db, c.req.param("code") ?? "");
  const known = (await listKnown(deps.db, all)).find(({ party }) => party === request?.requester.id);
  if (request === null || known === undefined) throw new NotFound();
  if (request.state !== "draft") return c.redirect(`/funding/${request.code}/steward`, 303);
  return then({ request, known });
}

async function save(deps: ActingDeps, c: Context, draft: Draft): Promise<Response> {
  const sent = await readSent(c);
  const { request, known } = draft;
  const { frame } = await readFrame(deps, c.req.raw);
  const read = readRequest(sent, frame.language);
  if (!read.done) return showDraft(deps, c, draft, { sent, wrong: faultWords(read.reason, frame.language) }, 422);
  const seen = sent["version"]?.[0];
  if (seen !== undefined && seen !== String(request.version) && !(await wasSent(deps, sent)))
    return showDraft(deps, c, draft, { sent: { ...sent, form: [randomUUID()] }, refused: "changed" }, 409);
  const now = deps.now();
  const form = sent["form"]?.[0] ?? "";
  const { terms, content } = read.value;
  const next = { terms, content: { ...content, language: request.content.language } };
  const saved = await doOnce(deps.db, { acting: known.acting, form, now }, async (tx, { id: by }) => {
    const written = await redraftFunding(tx, request.code, next, { by, unfinished: true, now });
    if (!written.done) return refused(written.reason);
    return done({
      deed: "funding-redrafted",
      subject: content.title,
      path: afterSaving(request.code, sent["at"]?.[0]),
    });
  });
  if (saved.done) return c.redirect(saved.value, 303);
  return showDraft(deps, c, draft, { sent, wrong: refusalWords(saved.reason, frame.language) }, 422);
}

/** The same form, sent a second time, is no change by somebody else. */
async function wasSent({ db }: ActingDeps, sent: Sent): Promise<boolean> {
  const form = sent["form"]?.[0] ?? "";
  if (!isId(form)) return false;
  return (await db.selectFrom("sentForms").select("id").where("id", "=", form).executeTakeFirst()) !== undefined;
}

async function showDraft(
  deps: ActingDeps,
  c: Context,
  { request }: Draft,
  shown: Partial<RequestPageProps>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const lacking = lackingWords(request, deps.now(), frame.language);
  const holding = await findHolding(deps.db, request.id);
  const sent = { ...(shown.sent ?? sentOf(request, frame.language)), version: [String(request.version)] };
  const props: RequestPageProps = {
    ...{ frame, code: request.code, all: [], wrong: {}, lacking, done: c.req.query("done") === "saved" },
    ...{ refused: null, still: false, read: null, previous: null, holding, ...shown, sent },
  };
  return showOwn(deps, c, <RequestPage {...props} />, status);
}

/** Whether whoever writes the draft may show it to everybody: an association only once it is accepted. */
async function mayOpen(deps: ActingDeps, c: Context, { known }: Draft): Promise<boolean> {
  return (await deps.whoActs(c)).some((one) => actingKey(one) === actingKey(known.acting));
}

async function showOpening(deps: ActingDeps, c: Context, draft: Draft): Promise<Response> {
  const { request } = draft;
  const { frame } = await readFrame(deps, c.req.raw);
  const lacking = lackingWords(request, deps.now(), frame.language);
  const again = (await listToAskAgain(deps.db, request)).length;
  const holding = await findHolding(deps.db, request.id);
  const page = (
    <OpeningPage {...{ frame, request, lacking, again, holding, accepted: await mayOpen(deps, c, draft) }} />
  );
  return showOwn(deps, c, page, c.req.method === "GET" ? 200 : 422);
}

async function open(deps: ActingDeps, c: Context, draft: Draft): Promise<Response> {
  if (!(await mayOpen(deps, c, draft))) return showOpening(deps, c, draft);
  const { request, known } = draft;
  const now = deps.now();
  const form = (await readSent(c))["form"]?.[0] ?? "";
  const opened = await doOnce(deps.db, { acting: known.acting, form, now }, async (tx, { id: by }) => {
    const one = await deps.openRequest(tx, request.code, { by, now });
    if (!one.done) return refused(one.reason);
    const path = one.value.opened === null ? "edit" : "steward?done=opened"; // the draft says that it waits
    return done({
      deed: "funding-opened",
      subject: request.content.title,
      path: `/funding/${request.code}/${path}`,
    });
  });
  return opened.done ? c.redirect(opened.value, 303) : showOpening(deps, c, draft);
}
