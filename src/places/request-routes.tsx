import { type Context, Hono } from "hono";
import type { Child } from "hono/jsx";
import { makeErasureLink } from "../erasures/changes.ts";
import { erasurePath } from "../erasures/routes.tsx";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Language } from "../foundation/language.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { ErasedPage } from "../web/erased-page.tsx";
import { limitForms } from "../web/form-limit.ts";
import { showPage } from "../web/respond.ts";
import { type AnswerRefusal, followRequest } from "./answering.ts";
import { eraseRequest } from "./erasing.ts";
import { longest } from "./form.ts";
import { findPlaceSettings, findRequestByLink, type KeptRequest, listEntries } from "./queries.ts";
import { RequestPage, type RequestPageProps } from "./request-page.tsx";
import { words } from "./words.ts";

export interface RequestDeps extends PageDeps {
  /** Whether this site sends mail. */
  readonly mails: boolean;
  /** To which other hosts it was sent on, and what came of that; `link` is its private page. */
  referred(request: string, link: string, language: Language): Promise<Child>;
}

/** The private page of a request, by the last part of its link. */
export const requestPath = (token: string): string => `/requests/${token}`;

/** `/requests/…`: one's own request, for whoever has its link. */
export function requestRoutes(deps: RequestDeps): Hono<{ Bindings: { readonly client?: string } }> {
  const limit = limitForms();
  return new Hono<{ Bindings: { readonly client?: string } }>()
    .get("/requests/erased", (c) => showErased(deps, c))
    .get("/requests/:token", async (c) => {
      const done = dones.find((one) => one === c.req.query("done")) ?? null;
      return show(deps, c, await findByLink(deps, c), { done });
    })
    .post("/requests/:token/messages", limit, (c) => say(deps, c))
    .post("/requests/:token/withdrawal", limit, (c) => withdraw(deps, c))
    .post("/requests/:token/erasure", limit, (c) => erase(deps, c));
}

const dones = ["sent", "again", "said", "withdrawn"] as const;

async function findByLink(deps: RequestDeps, c: Context): Promise<KeptRequest> {
  const token = c.req.param("token") ?? "";
  const request = /^[\w-]{43}$/.test(token) ? await findRequestByLink(deps.db, token) : null;
  if (request === null) throw new NotFound();
  return request;
}

async function say(deps: RequestDeps, c: Context): Promise<Response> {
  const request = await findByLink(deps, c);
  const typed = String((await c.req.parseBody())["text"] ?? "").slice(0, longest.read);
  if (typed.trim().length > longest.message) return show(deps, c, request, { typed, refusal: "message-too-long" }, 422);
  return follow(deps, c, request, { act: "say", text: typed.trim() || null, done: "said", typed });
}

async function withdraw(deps: RequestDeps, c: Context): Promise<Response> {
  return follow(deps, c, await findByLink(deps, c), { act: "withdraw", text: null, done: "withdrawn", typed: "" });
}

interface Following {
  readonly act: "say" | "withdraw";
  readonly text: string | null;
  readonly typed: string;
  readonly done: "said" | "withdrawn";
}

async function follow(
  deps: RequestDeps,
  c: Context,
  { id }: KeptRequest,
  { act, text, typed, done }: Following,
): Promise<Response> {
  const now = deps.now();
  const outcome = await deps.db.transaction().execute((tx) => followRequest(tx, id, { act, text, now }));
  if (outcome.done) return c.redirect(`${requestPath(c.req.param("token") ?? "")}?done=${done}`, 303);
  return show(deps, c, await findByLink(deps, c), { typed, refusal: refusalOf(outcome.reason) }, 422);
}

function refusalOf(reason: AnswerRefusal | "too-many-messages"): NonNullable<RequestPageProps["refusal"]> {
  return reason === "answer-missing" || reason === "too-many-messages" ? reason : "not-possible-now";
}

async function erase(deps: RequestDeps, c: Context): Promise<Response> {
  const request = await findRequestByLink(deps.db, c.req.param("token") ?? "");
  const token = request && (await deps.db.transaction().execute((tx) => eraseOwn(tx, request.id, deps.now())));
  return c.redirect(token === null ? "/requests/erased" : erasurePath(token), 303);
}

/** Gives the link to the page that says who has confirmed it; null where it was erased already. */
async function eraseOwn(tx: Transaction, id: string, now: Date): Promise<string | null> {
  return (await eraseRequest(tx, id, now)) ? makeErasureLink(tx, id) : null;
}

async function show(
  deps: RequestDeps,
  c: Context,
  request: KeptRequest,
  more: Partial<Pick<RequestPageProps, "done" | "typed" | "refusal">>,
  status: 200 | 422 = 200,
): Promise<Response> {
  const link = requestPath(c.req.param("token") ?? "");
  const { frame } = await readFrame(deps, c.req.raw);
  const entries = await listEntries(deps.db, [request.id], { notes: false });
  const props: RequestPageProps = {
    ...{ frame: { ...frame, path: link }, request, link, mails: deps.mails },
    ...{ entries: entries.get(request.id) ?? [], settings: await findPlaceSettings(deps.db) },
    referred: await deps.referred(request.id, link, frame.language),
    ...{ done: null, typed: "", refusal: null },
    ...more,
  };
  const answer = await showPage(c, deps.origin, <RequestPage {...props} />, status);
  answer.headers.set("cache-control", "no-store"); // a shared computer forgets it
  return answer;
}

async function showErased(deps: RequestDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const { text, home } = words[frame.language].erased;
  return showPage(c, deps.origin, <ErasedPage frame={frame} text={text} way={{ href: "/#offers", label: home }} />);
}
