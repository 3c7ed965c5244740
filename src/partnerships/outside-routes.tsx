import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { limitForms } from "../web/form-limit.ts";
import type { Typed, Wrong } from "../web/form-parts.tsx";
import { showPage } from "../web/respond.ts";
import type { OutsidePartnership } from "./outside.ts";
import { actOutside, type OutsideDoing } from "./outside-changes.ts";
import { OutsidePage } from "./outside-page.tsx";
import { findOutsideByToken } from "./outside-queries.ts";
import { words } from "./outside-words.ts";
import { longestReason } from "./partnership.ts";

type Env = { Bindings: { readonly client?: string } };

/** The page of a request to a host without a site of its own, by the last part of its link. */
export const outsidePath = (token: string): string => `/p/${token}`;

/** `/p/TOKEN`: where a host without Essaim answers. Whoever has no such link finds nothing, as where nothing is. */
export function outsideRoutes(deps: PageDeps): Hono<Env> {
  const limit = limitForms();
  return new Hono<Env>()
    .get("/p/:token", async (c) => show(deps, c, await find(deps, c)))
    .post("/p/:token", limit, (c) => answer(deps, c))
    .post("/p/:token/withdrawal", limit, (c) => withdraw(deps, c));
}

async function find({ db }: PageDeps, c: Context): Promise<OutsidePartnership> {
  const found = await findOutsideByToken(db, c.req.param("token") ?? "");
  if (found === null) throw new NotFound();
  return found;
}

async function answer(deps: PageDeps, c: Context): Promise<Response> {
  const partnership = await find(deps, c);
  const form = await c.req.parseBody();
  const text = (name: string) => String(form[name] ?? "").slice(0, 50_000);
  const typed = { answer: text("answer"), reason: text("reason"), shown: text("shown") };
  const word = words[partnership.language].wrong;
  const act = typed.answer === "accept" || typed.answer === "decline" ? typed.answer : null;
  if (act === null) return show(deps, c, partnership, { typed, wrong: { answer: word.choice } });
  if (typed.reason.trim().length > longestReason)
    return show(deps, c, partnership, { typed, wrong: { reason: word.reason } });
  return change(deps, c, partnership, {
    ...{ act, by: "them", reason: typed.reason.trim() || null, shown: typed.shown === "yes", now: deps.now() },
  });
}

async function withdraw(deps: PageDeps, c: Context): Promise<Response> {
  return change(deps, c, await find(deps, c), { act: "withdraw", by: "them", reason: null, now: deps.now() });
}

async function change(deps: PageDeps, c: Context, known: OutsidePartnership, doing: OutsideDoing): Promise<Response> {
  const outcome = await deps.db.transaction().execute((tx) => actOutside(tx, known.id, doing));
  if (outcome.done) return c.redirect(outsidePath(c.req.param("token") ?? ""), 303);
  const wrong = { asked: words[known.language].wrong["not-possible-now"] };
  return show(deps, c, await find(deps, c), { typed: {}, wrong });
}

async function show(
  deps: PageDeps,
  c: Context,
  partnership: OutsidePartnership,
  { typed, wrong }: { readonly typed: Typed; readonly wrong: Wrong } = { typed: {}, wrong: {} },
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const link = outsidePath(c.req.param("token") ?? "");
  const page = <OutsidePage {...{ partnership, link, typed, wrong }} frame={{ ...frame, path: link }} />;
  const answer = await showPage(c, deps.origin, page, Object.keys(wrong).length === 0 ? 200 : 422);
  answer.headers.set("cache-control", "no-store"); // a shared computer forgets it
  return answer;
}
