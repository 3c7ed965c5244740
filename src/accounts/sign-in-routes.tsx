import { type Context, Hono, type MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Database } from "../foundation/database.ts";
import { NotAllowed } from "../foundation/errors.ts";
import type { Secret } from "../foundation/secret.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Person } from "../web/desk-places.ts";
import { limitForms } from "../web/form-limit.ts";
import type { Frame } from "../web/layout.tsx";
import { showDeskPage } from "../web/respond.ts";
import type { Role } from "./account.ts";
import { enter } from "./journal.ts";
import { keepForm, readKeptForm } from "./kept-form.ts";
import { findAccount } from "./queries.ts";
import { endSession, findSession, idleDays, openSession } from "./sessions.ts";
import { SignInPage, type SignInPageProps, StillTherePage } from "./sign-in-page.tsx";

export interface SignInDeps {
  readonly db: Database;
  readonly secret: Secret;
  readonly origin: string;
  now(): Date;
  readFrame(request: Request): Promise<Frame>;
}

/** `/admin/sign-in` and `/admin/sign-out`. */
export function signInRoutes(deps: SignInDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/sign-in", async (c) => {
      const { back, left } = c.req.query();
      return ask(deps, c, { back: deskPathOf(back), left: left !== undefined });
    })
    .post("/admin/sign-in", limitForms(), (c) => signIn(deps, c))
    .post("/admin/sign-out", async (c) => {
      const person = await findPerson(deps, c);
      if (person) await deps.db.transaction().execute((tx) => endSession(tx, person.id, person.session));
      deleteCookie(c, cookieOf(deps.origin), { path: "/", secure: isSecure(deps.origin) });
      return c.redirect("/admin/sign-in?left", 303);
    });
}

/** Lets in who is signed in; the others are asked to, and nothing that they sent is lost. Who may only read changes nothing but their own account. */
export function deskDoor(deps: SignInDeps): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const person = await findPerson(deps, c);
    const { pathname, search } = new URL(c.req.url);
    const reads = c.req.method === "GET" || c.req.method === "HEAD";
    if (person === null) {
      if (reads) return c.redirect(`/admin/sign-in?back=${encodeURIComponent(pathname + search)}`, 303);
      const kept = keepForm(pathname + search, await c.req.parseBody({ all: true }));
      return ask(deps, c, { back: "/admin", kept }, 401);
    }
    if (!reads && person.role === "reader" && !pathname.startsWith("/admin/account"))
      throw new NotAllowed("readers only read");
    c.set("person", person);
    await next();
  };
}

/** Lets in only who may do at least so much. */
export function needsRole(role: Role): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (roles.indexOf(c.get("person").role) < roles.indexOf(role)) throw new NotAllowed(`this needs the role ${role}`);
    await next();
  };
}

/** Signs somebody in on this browser, under a new key. */
export async function letIn(deps: SignInDeps, c: Context, account: Omit<Person, "role" | "session">): Promise<void> {
  const [now, agent] = [deps.now(), c.req.header("user-agent") ?? ""];
  const key = await deps.db.transaction().execute(async (tx) => {
    await enter(tx, account, { deed: "signed-in", now });
    return openSession(tx, deps.secret, { account: account.id, agent, now });
  });
  setCookie(c, cookieOf(deps.origin), key, {
    ...{ path: "/", httpOnly: true, sameSite: "Lax", maxAge: idleDays * 86_400 },
    secure: isSecure(deps.origin),
  });
}

const roles: readonly Role[] = ["reader", "editor", "administrator"];

async function signIn(deps: SignInDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const [email, password] = [String(form["email"] ?? "").slice(0, 254), String(form["password"] ?? "").slice(0, 1_100)];
  const [kept, back] = [readKeptForm(form["kept"]), deskPathOf(form["back"])];
  const account = await findAccount(deps.db, email, password);
  if (account === null) return ask(deps, c, { back, email, kept, wrong: true }, 422);
  await letIn(deps, c, account);
  if (kept === null) return c.redirect(back, 303);
  return showDeskPage(
    c,
    <StillTherePage frame={{ ...(await deps.readFrame(c.req.raw)), path: "/admin" }} kept={kept} />,
  );
}

async function ask(
  deps: SignInDeps,
  c: Context<DeskEnv>,
  props: Pick<SignInPageProps, "back"> & Partial<SignInPageProps>,
  status: 200 | 401 | 422 = 200,
): Promise<Response> {
  const frame = { ...(await deps.readFrame(c.req.raw)), path: `/admin/sign-in?back=${encodeURIComponent(props.back)}` };
  return showDeskPage(
    c,
    <SignInPage {...{ frame, email: "", wrong: false, kept: null, left: false }} {...props} />,
    status,
  );
}

async function findPerson(deps: SignInDeps, c: Context): Promise<Person | null> {
  const session = await findSession(deps.db, deps.secret, getCookie(c, cookieOf(deps.origin)) ?? "", deps.now());
  return session && { ...session.account, session: session.id };
}

/** Only pages of the desk are gone back to. */
const deskPathOf = (back: unknown): string =>
  typeof back === "string" && /^\/admin(?:[/?][^\s\\]*)?$/.test(back) && !back.includes("..") ? back : "/admin";

const isSecure = (origin: string): boolean => origin.startsWith("https:");
const cookieOf = (origin: string): string => (isSecure(origin) ? "__Host-desk" : "desk");
