import type { Context } from "hono";
import type { Transaction } from "../foundation/database.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { showPage } from "../web/respond.ts";
import { openVisitorSession } from "./sessions.ts";
import { SignInPage, type SignInPageProps } from "./sign-in-page.tsx";
import { dropCookie, keepCookie, type VisitorDeps } from "./visitor-parts.tsx";
import type { Lead, LeadRefusal, Means, Place, ReturnRefusal, Visitor } from "./visitors.ts";

export interface SignInDeps extends VisitorDeps, PageDeps {
  /** Leads somebody to where they can show who they are. */
  leadIn(
    place: Place,
    asked: { readonly by: Means; readonly state: string; readonly challenge: string },
  ): Promise<Outcome<Lead, LeadRefusal>>;
  /** Who came back from their server. */
  comeBack(
    signIn: { readonly server: string; readonly visitor: Visitor | null },
    grant: { readonly code: string; readonly verifier: string },
  ): Promise<Outcome<Visitor, ReturnRefusal>>;
  /** Erases what they did here; gives the private page that says who has confirmed it. */
  eraseVisitor(tx: Transaction, actor: string, now: Date): Promise<Outcome<string, "requests-running">>;
}

/** Shows the form, as it was filled in, with what was wrong. */
export async function askAgain(
  deps: SignInDeps,
  c: Context,
  props: Pick<SignInPageProps, "typed" | "back" | "wrong"> & { readonly left?: boolean },
  status: 200 | 422 | 429 = 422,
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  // What came back from another server has no place in a link.
  const path = `/sign-in?then=${encodeURIComponent(props.back)}`;
  const page = await showPage(
    c,
    deps.origin,
    <SignInPage left={false} {...props} frame={{ ...frame, path }} />,
    status,
  );
  page.headers.set("cache-control", "private, no-store");
  return page;
}

/** Lets a visitor in on this browser, under a new key, and leads them where they were going. */
export async function goIn(deps: SignInDeps, c: Context, visitor: Visitor, back: string): Promise<Response> {
  const { db, secret } = deps;
  const key = await db.transaction().execute((tx) => openVisitorSession(tx, secret, visitor, deps.now()));
  dropCookie(deps, c, "visitor-sign-in");
  keepCookie(deps, c, "visitor", key);
  return c.redirect(back, 303);
}
