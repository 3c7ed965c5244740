import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import { done, refused } from "../foundation/outcome.ts";
import { type Acting, actingIn } from "../funding/acting.ts";
import { draftFunding, reopenFunding } from "../funding/changes.ts";
import type { FundingDraft } from "../funding/form.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { findFunding } from "../funding/queries.ts";
import { readFrame } from "../hosts/parts.tsx";
import { readSent } from "../web/sent.ts";
import { editRoutes } from "./edit-routes.tsx";
import { listKnown } from "./known.ts";
import { askWriter, findRead, isTooMuch, sentFrom } from "./read-parts.tsx";
import { readRequest, sentOf, sentOfRead } from "./request-form.ts";
import { RequestPage, type RequestPageProps } from "./request-page.tsx";
import { afterSaving, faultWords, refusalWords } from "./request-parts.tsx";
import { doOnce } from "./sending-parts.tsx";
import { type ActingDeps, type ActingEnv, askWho, findTyped, showOwn } from "./who-parts.tsx";

/** `/funding/new` and `/funding/CODE/edit…`: a request before everybody sees it. */
export function requestRoutes(deps: ActingDeps): Hono<ActingEnv> {
  return new Hono<ActingEnv>()
    .get("/funding/new", (c) => begin(deps, c))
    .post("/funding/new", (c) => draft(deps, c))
    .route("/", editRoutes(deps));
}

/** A new request: blank, as it was typed before, read in a sentence, or a failed one to try anew. */
async function begin(deps: ActingDeps, c: Context): Promise<Response> {
  const all = await deps.whoDrafts(c);
  const kept = await findTyped(deps, c);
  if (kept !== null) return showNew(deps, c, { all, sent: kept, still: true });
  const previous = c.req.query("previous");
  if (previous !== undefined) return beginAgain(deps, c, all, previous);
  const asks = await askWriter(deps, c, all);
  if (asks !== null) return asks;
  const token = c.req.query("from");
  const read = await findRead(deps, "request", token, all);
  if (!token || read === null) return showNew(deps, c, { all, sent: {} });
  const { frame } = await readFrame(deps, c.req.raw);
  const { from, as } = sentFrom(token);
  return showNew(deps, c, { all, sent: { ...sentOfRead(read.fields, frame.language), from: [from], as: [as] } });
}

async function beginAgain(deps: ActingDeps, c: Context, all: readonly Acting[], code: string): Promise<Response> {
  if (all.length === 0) {
    const page = `/funding/new?previous=${encodeURIComponent(code)}`;
    return askWho(deps, c, { page, sent: null });
  }
  const failed = await needFailed(deps, all, code);
  const { frame } = await readFrame(deps, c.req.raw);
  // Its days have gone by: new ones are to be said.
  const sent = { ...sentOf(failed, frame.language), deadline: [""], extension: [""], previous: [code] };
  return showNew(deps, c, { all, sent });
}

/** The failed request of whoever is there. */
async function needFailed({ db }: ActingDeps, all: readonly Acting[], code: string): Promise<FundingRequest> {
  const failed = await findFunding(db, code);
  const known = await listKnown(db, all);
  const own = known.some(({ party }) => party === failed?.requester.id);
  if (failed === null || failed.state !== "failed" || !own) throw new NotFound();
  return failed;
}

async function draft(deps: ActingDeps, c: Context): Promise<Response> {
  const sent = await readSent(c);
  const all = await deps.whoDrafts(c);
  const { frame } = await readFrame(deps, c.req.raw);
  const read = readRequest(sent, frame.language);
  if (!read.done) return showNew(deps, c, { all, sent, wrong: faultWords(read.reason, frame.language) }, 422);
  const acting = actingIn(all, sent["as"]?.[0]);
  if (acting === null) return askWho(deps, c, { page: "/funding/new", sent });
  const previous = sent["previous"]?.[0];
  const written =
    previous === undefined ? drafting(deps, sent, acting, read.value) : again(deps, sent, all, read.value);
  const made = await written;
  if (made.done) return c.redirect(made.value, 303);
  if (made.reason === "too-much-today") return showNew(deps, c, { all, sent, refused: made.reason }, 429);
  return showNew(deps, c, { all, sent, wrong: refusalWords(made.reason, frame.language) }, 422);
}

async function drafting(deps: ActingDeps, sent: Sent, acting: Acting, { terms, content }: FundingDraft) {
  const now = deps.now();
  const token = sent["from"]?.[0];
  const { original = null } = (await findRead(deps, "request", token, [acting])) ?? {};
  return doOnce(deps.db, { acting, form: sent["form"]?.[0] ?? "", now }, async (tx, requester) => {
    if (await isTooMuch(tx, "drafts", acting, now)) return refused("too-much-today" as const);
    const drafted = await draftFunding(tx, { terms, content }, { requester, original, unfinished: true, now });
    if (!drafted.done) return refused(drafted.reason);
    if (token) await deps.useSaying(tx, token, acting, now);
    return done({
      deed: "funding-drafted",
      subject: content.title,
      path: afterSaving(drafted.value.code, sent["at"]?.[0]),
    });
  });
}

async function again(deps: ActingDeps, sent: Sent, all: readonly Acting[], draft: FundingDraft) {
  const now = deps.now();
  const { code, requester } = await needFailed(deps, all, sent["previous"]?.[0] ?? "");
  const known = (await listKnown(deps.db, all)).find(({ party }) => party === requester.id);
  if (known === undefined) throw new NotFound();
  return doOnce(deps.db, { acting: known.acting, form: sent["form"]?.[0] ?? "", now }, async (tx, { id: by }) => {
    if (await isTooMuch(tx, "drafts", known.acting, now)) return refused("too-much-today" as const);
    const drafted = await reopenFunding(tx, code, draft, { by, unfinished: true, now });
    if (!drafted.done) return refused(drafted.reason);
    return done({
      deed: "funding-drafted",
      subject: draft.content.title,
      path: afterSaving(drafted.value.code, sent["at"]?.[0]),
    });
  });
}

type Shown = Pick<RequestPageProps, "all" | "sent"> & Partial<RequestPageProps>;

async function showNew(deps: ActingDeps, c: Context, shown: Shown, status: 200 | 422 | 429 = 200): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const code = shown.sent["previous"]?.[0];
  const failed = code === undefined ? null : await findFunding(deps.db, code);
  const previous = failed?.state === "failed" ? { code: failed.code, title: failed.content.title } : null;
  const props: RequestPageProps = {
    ...{
      frame,
      code: null,
      wrong: {},
      lacking: null,
      done: false,
      refused: null,
      still: false,
      previous,
      holding: null,
    },
    ...{ read: await findRead(deps, "request", shown.sent["from"]?.[0], shown.all), ...shown },
  };
  return showOwn(deps, c, <RequestPage {...props} />, status);
}
