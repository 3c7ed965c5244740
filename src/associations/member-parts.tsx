import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Child } from "hono/jsx";
import { deviceKey } from "../accounts/devices.ts";
import type { Member } from "../accounts/members.ts";
import { findMemberSession, idleDays, openSession } from "../accounts/sessions.ts";
import { NotFound } from "../foundation/errors.ts";
import { type MailSettings, sendsMail } from "../foundation/mail.ts";
import type { Secret } from "../foundation/secret.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { ownPathOf } from "../visitors/visitor-parts.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { Limit } from "../web/limits.ts";
import { showPage } from "../web/respond.ts";
import { Tabs } from "../web/tabs.tsx";
import type { Association } from "./associations.ts";
import type { FollowingMeans } from "./following.ts";
import { keepForLater } from "./kept-parts.tsx";
import { memberCookie } from "./member-key.ts";
import { findAssociation } from "./queries.ts";
import { type Room, rooms } from "./rooms.ts";
import { words } from "./words.ts";

export interface AssociationDeps extends PageDeps {
  readonly secret: Secret;
  readonly mail: MailSettings;
  readonly following: FollowingMeans;
  /** How many forms of people who are not signed in are kept from one address. */
  readonly limit: Limit;
  /** What an association asks: money together with others, and of several hosts. */
  ownAsked(association: string, frame: Frame): Promise<Child>;
}

/** Somebody who acts for an association, on this browser. */
export interface Acting {
  readonly member: Member;
  readonly association: Association;
  /** The session of this browser, and since when it is. */
  readonly session: string;
  readonly since: Date;
}

/** What a page behind the members' door finds at hand. */
export interface MemberEnv {
  readonly Bindings: { readonly client?: string };
  readonly Variables: { readonly acting: Acting };
}

/** Who is there for an association; null for everybody else, the host's own team included. */
export async function currentMember(
  { db, secret, origin, now }: Pick<AssociationDeps, "db" | "secret" | "origin" | "now">,
  c: Context,
): Promise<Acting | null> {
  const key = getCookie(c, cookieOf(origin, "association"));
  const session = key === undefined ? null : await findMemberSession(db, secret, key, now());
  const association = session && (await findAssociation(db, session.member.association));
  if (session === null || association === null) return null;
  return { member: session.member, association, session: session.id, since: session.created };
}

/** Lets in members of associations; the others sign in first, come back, and find what they had sent. */
export function memberDoor(deps: AssociationDeps): MiddlewareHandler<MemberEnv> {
  return async (c, next) => {
    const acting = await currentMember(deps, c);
    if (acting === null) {
      const { pathname, search } = new URL(c.req.url);
      const back = c.req.method === "POST" ? await keepForLater(deps, c) : pathname + search;
      return c.redirect(`/association/sign-in?then=${encodeURIComponent(back)}`, 303);
    }
    c.set("acting", acting);
    await next();
  };
}

/** Signs a member in on this browser, under a new key. */
export async function letIn(deps: AssociationDeps, c: Context, account: string): Promise<void> {
  const [now, agent] = [deps.now(), c.req.header("user-agent") ?? ""];
  const key = await deps.db.transaction().execute((tx) => openSession(tx, deps.secret, { account, agent, now }));
  keepCookie(deps, c, "association", key, idleDays);
  keepCookie(deps, c, "device", deviceKey(deps.secret, account), 365);
}

export function letOut({ origin }: Pick<AssociationDeps, "origin">, c: Context): void {
  deleteCookie(c, cookieOf(origin, "association"), { path: "/", secure: isSecure(origin) });
}

/** What this browser keeps from an earlier time. */
export const deviceCookie = ({ origin }: Pick<AssociationDeps, "origin">, c: Context): string =>
  getCookie(c, cookieOf(origin, "device")) ?? "";

const isSecure = (origin: string): boolean => origin.startsWith("https:");
type CookieName = "association" | "device";
const cookieOf = (origin: string, name: CookieName): string =>
  name === "association" ? memberCookie(origin) : isSecure(origin) ? `__Host-${name}` : name;

function keepCookie({ origin }: AssociationDeps, c: Context, name: CookieName, value: string, days: number): void {
  setCookie(c, cookieOf(origin, name), value, {
    ...{ path: "/", httpOnly: true, sameSite: "Lax", maxAge: days * 86_400 },
    secure: isSecure(origin),
  });
}

const home = "/association";

/** The page to go to, if it is one of ours for members and for everybody; else their home. */
export function thenOf(origin: string, then: unknown): string {
  const nowhere = ownPathOf(origin, null);
  const path = ownPathOf(origin, then);
  return path === nowhere || /^\/association\/(sign-in|sign-out|new|invitation)/.test(path) ? home : path;
}

/** The fields of a form as text, none longer than it needs to be. */
export async function readFields(c: Context): Promise<(name: string, most?: number) => string> {
  const form = await c.req.parseBody();
  return (name, most = 1_100) => (typeof form[name] === "string" ? form[name] : "").slice(0, most);
}

/** Answers with a page that is for one person. */
export async function showOwn(
  deps: PageDeps,
  c: Context,
  page: Parameters<typeof showPage>[2],
  status: 200 | 401 | 409 | 422 | 429 = 200,
): Promise<Response> {
  const answer = await showPage(c, deps.origin, page, status);
  answer.headers.set("cache-control", "private, no-store");
  return answer;
}

/** The frame of a page of one association. After a form, the page to come back to is not the form's address. */
export async function frameOf(deps: PageDeps, c: Context, path?: string): Promise<Frame> {
  const { frame, host } = await readFrame(deps, c.req.raw);
  if (host === null) throw new NotFound();
  return path === undefined ? frame : { ...frame, path };
}

export const mailsOf = ({ mail }: Pick<AssociationDeps, "mail">): boolean => sendsMail(mail);

export interface RoomLayoutProps {
  readonly frame: Frame;
  readonly acting: Acting;
  readonly title: string;
  readonly here: Room;
  readonly scripts?: readonly string[];
  readonly children?: Child;
}

/** The frame around every page of one association. */
export function RoomLayout({ frame, acting: { association }, title, here, scripts = [], children }: RoomLayoutProps) {
  const word = words[frame.language];
  const tabs = rooms.map((room) => ({ href: `${home}${room}`, label: word.rooms[room] }));
  return (
    <Layout
      frame={frame}
      title={title === association.name ? title : `${title} · ${association.name}`}
      sheets={["association"]}
      scripts={scripts}
      unlisted
    >
      <div class="wrap section stack stack-6">
        <Tabs label={word.menu(association.name)} tabs={tabs} here={`${home}${here}`} />
        {children}
      </div>
    </Layout>
  );
}
