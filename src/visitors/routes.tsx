import { type Context, Hono } from "hono";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { readFrame } from "../hosts/parts.tsx";
import { type AccountRefusal, readAccount } from "../web/account.ts";
import { openLimit, quotas } from "../web/limits.ts";
import { showPage } from "../web/respond.ts";
import { codeRoutes } from "./code-routes.tsx";
import { longestAddress, readHost } from "./form.ts";
import { endVisitorSession, endVisitorSessions } from "./sessions.ts";
import { askAgain, goIn, type SignInDeps } from "./sign-in-parts.tsx";
import { findSignIn, keepSignIn, newSignInKey, proofsOf, takeSignIn } from "./sign-ins.ts";
import {
  currentSession,
  currentVisitor,
  dropCookie,
  keepCookie,
  needsVisitor,
  ownPathOf,
  readCookie,
  type VisitorEnv,
} from "./visitor-parts.tsx";
import type { Place } from "./visitors.ts";
import { YouPage } from "./you-page.tsx";

/** `/sign-in…` and `/sign-out`: how people come in with the account that they have elsewhere. */
export function visitorRoutes(deps: SignInDeps): Hono<VisitorEnv> {
  const limits = { here: openLimit(quotas.visitors), there: openLimit(quotas.visitorServers) };
  return new Hono<VisitorEnv>()
    .get("/sign-in", async (c) => {
      const back = ownPathOf(deps.origin, c.req.query("then"));
      if ((await currentVisitor(deps, c)) !== null) return c.redirect(back, 303);
      return askAgain(deps, c, { typed: "", back, wrong: null, left: c.req.query("left") !== undefined }, 200);
    })
    .post("/sign-in", (c) => leave(deps, c, limits))
    .get("/sign-in/return", (c) => arrive(deps, c))
    .route("/", codeRoutes(deps))
    .get("/sign-in/you", needsVisitor(deps), (c) => showYou(deps, c, false))
    .get("/sign-in/you/erasure", (c) => c.redirect("/sign-in/you", 303)) // a form's address, reloaded
    .post("/sign-in/you/erasure", needsVisitor(deps), async (c) => {
      const { actor } = c.get("visitor");
      const outcome = await deps.db.transaction().execute(async (tx) => {
        const erased = await deps.eraseVisitor(tx, actor, deps.now());
        if (erased.done) await endVisitorSessions(tx, actor);
        return erased;
      });
      if (!outcome.done) return showYou(deps, c, true);
      dropCookie(deps, c, "visitor");
      return c.redirect(outcome.value, 303);
    })
    .post("/sign-out", (c) => signOut(deps, c));
}

/** `running`: nothing was erased, because others wait for something of theirs. */
async function showYou(deps: SignInDeps, c: Context<VisitorEnv>, running: boolean): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const props = { frame: { ...frame, path: "/sign-in/you" }, visitor: c.get("visitor"), running };
  const page = await showPage(c, deps.origin, <YouPage {...props} />, running ? 422 : 200);
  page.headers.set("cache-control", "private, no-store");
  return page;
}

type Limits = Readonly<Record<"here" | "there", ReturnType<typeof openLimit>>>;

/** Leads somebody away to show who they are. */
async function leave(deps: SignInDeps, c: Context<VisitorEnv>, limits: Limits): Promise<Response> {
  const form = await c.req.parseBody();
  const typed = String(form["account"] ?? "").slice(0, longestAddress);
  const back = ownPathOf(deps.origin, form["back"]);
  const place = readPlace(typed);
  if (!place.done) return askAgain(deps, c, { typed, back, wrong: place.reason });
  const full = await isFull(c, limits, place.value);
  if (full !== null) return askAgain(deps, c, { typed, back, wrong: full }, 429);
  const key = newSignInKey();
  const { state, challenge } = proofsOf(deps.secret, key);
  const by = form["by"] === "message" ? "message" : "server";
  const lead = await deps.leadIn(place.value, { by, state, challenge });
  if (!lead.done) return askAgain(deps, c, { typed, back, wrong: lead.reason });
  const { visitor } = lead.value;
  const server = lead.value.by === "server" ? lead.value.server : null;
  const signIn = { typed, back, server, visitor, now: deps.now() };
  await deps.db.transaction().execute((tx) => keepSignIn(tx, deps.secret, key, signIn));
  keepCookie(deps, c, "visitor-sign-in", key);
  return c.redirect(lead.value.by === "server" ? lead.value.page : "/sign-in/code", 303);
}

/** An account in any of its forms, else the name of a server. */
function readPlace(typed: string): Outcome<Place, AccountRefusal> {
  const account = readAccount(typed);
  if (account.done)
    return done({ account: account.value, host: account.value.slice(account.value.lastIndexOf("@") + 1) });
  const host = readHost(typed);
  return host === null ? refused(account.reason) : done({ account: null, host });
}

async function isFull(
  c: Context<VisitorEnv>,
  { here, there }: Limits,
  { host }: Place,
): Promise<"too-many-from-here" | "too-many-there" | null> {
  const from = await here.count(neighbourhoodOf(c.env?.client ?? "unknown"));
  const to = from.exceeded ? from : await there.count(host);
  if (!to.exceeded) return null;
  c.header("retry-after", String(to.reset));
  return from.exceeded ? "too-many-from-here" : "too-many-there";
}

/** Takes in who comes back from their server: only in the browser that left, and once. */
async function arrive(deps: SignInDeps, c: Context<VisitorEnv>): Promise<Response> {
  const key = readCookie(deps, c, "visitor-sign-in");
  const signIn = await findSignIn(deps.db, deps.secret, key, deps.now());
  const { state, verifier } = proofsOf(deps.secret, key);
  const { typed, back } = signIn ?? { typed: "", back: ownPathOf(deps.origin, null) };
  if (signIn === null || signIn.server === null || c.req.query("state") !== state)
    return askAgain(deps, c, { typed, back, wrong: "not-confirmed" });
  dropCookie(deps, c, "visitor-sign-in");
  const first = await deps.db.transaction().execute((tx) => takeSignIn(tx, deps.secret, key));
  if (!first) return askAgain(deps, c, { typed, back, wrong: "not-confirmed" });
  const code = readCode(c);
  if (!code.done) return askAgain(deps, c, { typed, back, wrong: code.reason });
  const { server, visitor } = signIn;
  const came = await deps.comeBack({ server, visitor }, { code: code.value, verifier });
  if (!came.done) return askAgain(deps, c, { typed, back, wrong: came.reason });
  return goIn(deps, c, came.value, back);
}

/** What their server sent along. */
function readCode(c: Context): Outcome<string, "declined" | "server-refused"> {
  const { code = "", error } = c.req.query();
  if (error !== undefined) return refused(error === "access_denied" ? "declined" : "server-refused");
  return code === "" || code.length > 4_096 ? refused("server-refused") : done(code);
}

async function signOut(deps: SignInDeps, c: Context<VisitorEnv>): Promise<Response> {
  const session = await currentSession(deps, c);
  const { from } = await c.req.parseBody();
  if (session !== null)
    await deps.db
      .transaction()
      .execute((tx) =>
        from === "everywhere" ? endVisitorSessions(tx, session.visitor.actor) : endVisitorSession(tx, session.id),
      );
  dropCookie(deps, c, "visitor");
  return c.redirect("/sign-in?left", 303);
}
