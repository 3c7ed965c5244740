import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Secret } from "../foundation/secret.ts";
import type { PageDeps } from "../hosts/parts.tsx";
import { findVisitorSession, type VisitorSession } from "./sessions.ts";
import { signInSpan, type Visitor, wholeSpan } from "./visitors.ts";

/** What it takes to know who is there. */
export interface VisitorDeps extends Pick<PageDeps, "db" | "origin" | "now"> {
  readonly secret: Secret;
  /** Whether the operator wants nothing to do with whom an address belongs to. */
  refuses(address: string): boolean;
}

/** What a page behind `needsVisitor` finds at hand. */
export type VisitorEnv = {
  readonly Bindings: { readonly client?: string };
  readonly Variables: { readonly visitor: Visitor };
};

/** Who is there, as far as they have shown it; null for everybody else. */
export async function currentVisitor(deps: VisitorDeps, c: Context): Promise<Visitor | null> {
  return (await currentSession(deps, c))?.visitor ?? null;
}

/** The same with what signs them out. A domain that was blocked since counts for nobody. */
export async function currentSession(deps: VisitorDeps, c: Context): Promise<VisitorSession | null> {
  const session = await findVisitorSession(deps.db, deps.secret, readCookie(deps, c, "visitor"), deps.now());
  return session === null || deps.refuses(session.visitor.actor) ? null : session;
}

/** Lets in who has shown who they are; the others do so first, and come back. What a form sent is not kept. */
export function needsVisitor(deps: VisitorDeps): MiddlewareHandler<VisitorEnv> {
  return async (c, next) => {
    const visitor = await currentVisitor(deps, c);
    const { pathname, search } = new URL(c.req.url);
    if (visitor === null) return c.redirect(`/sign-in?then=${encodeURIComponent(pathname + search)}`, 303);
    c.set("visitor", visitor);
    await next();
  };
}

/** The page to go to, if it is one of ours that is for visitors; else the one that tells who they are. */
export function ownPathOf(origin: string, then: unknown): string {
  const path = typeof then === "string" && then.length <= 1_000 && /^\/(?![/\\])[^\s\\]*$/.test(then) ? then : usual;
  if (!URL.canParse(path, origin)) return usual;
  const { origin: of, pathname, search } = new URL(path, origin);
  // Resolved: what reads /x/..//evil.example stays here too, and no page of the way in is gone back to.
  const kept = of === origin && !pathname.startsWith("//") && !/^\/(sign-in|sign-out|admin|api)(\/|$)/.test(pathname);
  return kept ? pathname + search : usual;
}

const usual = "/sign-in/you";

/** What the browser keeps: who is there, and meanwhile, who is on their way. */
type CookieName = "visitor" | "visitor-sign-in";

export const readCookie = ({ origin }: Pick<VisitorDeps, "origin">, c: Context, name: CookieName): string =>
  getCookie(c, cookieOf(origin, name)) ?? "";

export function keepCookie({ origin }: Pick<VisitorDeps, "origin">, c: Context, name: CookieName, key: string): void {
  const span = name === "visitor" ? wholeSpan : signInSpan;
  setCookie(c, cookieOf(origin, name), key, {
    ...{ path: "/", httpOnly: true, sameSite: "Lax", maxAge: span / 1_000 },
    secure: isSecure(origin),
  });
}

export function dropCookie({ origin }: Pick<VisitorDeps, "origin">, c: Context, name: CookieName): void {
  deleteCookie(c, cookieOf(origin, name), { path: "/", secure: isSecure(origin) });
}

const isSecure = (origin: string): boolean => origin.startsWith("https:");
const cookieOf = (origin: string, name: CookieName): string => (isSecure(origin) ? `__Host-${name}` : name);
