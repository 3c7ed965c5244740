import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { Database } from "../foundation/database.ts";
import type { MailSettings } from "../foundation/mail.ts";
import type { Secret } from "../foundation/secret.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Person } from "../web/desk-places.ts";
import type { Frame } from "../web/layout.tsx";
import { showDeskPage } from "../web/respond.ts";
import { deviceKey } from "./devices.ts";
import type { EntryRefusal } from "./entrance.ts";
import { enter } from "./journal.ts";
import { readKeptForm, type Travel } from "./kept-form.ts";
import { findSession, idleDays, openSession } from "./sessions.ts";
import { SignInPage, type SignInPageProps, StillTherePage } from "./sign-in-page.tsx";
import { waitWords } from "./sign-in-words.ts";

export interface SignInDeps {
  readonly db: Database;
  readonly secret: Secret;
  readonly origin: string;
  readonly mail: MailSettings;
  now(): Date;
  readFrame(request: Request): Promise<Frame>;
}

/** The fields of a form as text, none longer than it needs to be. */
export interface Fields {
  text(name: string, most?: number): string;
  readonly travel: Travel;
}

export async function readFields(c: Context): Promise<Fields> {
  const form = await c.req.parseBody();
  const text = (name: string, most = 1_100) => (typeof form[name] === "string" ? form[name] : "").slice(0, most);
  return { text, travel: { back: deskPathOf(form["back"]), kept: readKeptForm(form["kept"]) } };
}

/** Signs somebody in on this browser, under a new key, and remembers the browser as one of theirs. */
export async function letIn(
  deps: SignInDeps,
  c: Context,
  account: Omit<Person, "role" | "session">,
  deed = "signed-in",
): Promise<void> {
  const [now, agent] = [deps.now(), c.req.header("user-agent") ?? ""];
  const key = await deps.db.transaction().execute(async (tx) => {
    await enter(tx, account, { deed, now });
    return openSession(tx, deps.secret, { account: account.id, agent, now });
  });
  keepCookie(deps, c, "desk", key, idleDays);
  rememberBrowser(deps, c, account.id);
}

/** From now on the tries of strangers do not count against this browser. */
export function rememberBrowser(deps: SignInDeps, c: Context, account: string): void {
  keepCookie(deps, c, "device", deviceKey(deps.secret, account), 365);
}

/** What this browser keeps from an earlier time. */
export const deviceCookie = (deps: SignInDeps, c: Context): string =>
  getCookie(c, cookieOf(deps.origin, "device")) ?? "";

/** Signs somebody in, and leads them where they were going. */
export async function goIn(
  deps: SignInDeps,
  c: Context,
  account: Omit<Person, "role" | "session">,
  { back, kept, deed }: Travel & { readonly deed?: string },
): Promise<Response> {
  await letIn(deps, c, account, deed);
  if (kept === null) return c.redirect(back, 303);
  const frame = { ...(await deps.readFrame(c.req.raw)), path: "/admin" };
  return showDeskPage(c, <StillTherePage frame={frame} kept={kept} home="/admin" />);
}

/** Shows the way in, with what was wrong. */
export async function ask(
  deps: SignInDeps,
  c: Context,
  props: Pick<SignInPageProps, "back"> & Partial<SignInPageProps>,
  status: 200 | 401 | 422 | 429 = 200,
): Promise<Response> {
  const frame = { ...(await deps.readFrame(c.req.raw)), path: `/admin/sign-in?back=${encodeURIComponent(props.back)}` };
  const page = <SignInPage {...{ frame, email: "", wrong: null, kept: null, notice: null }} {...props} />;
  return showDeskPage(c, page, status);
}

/** The sentence for a refusal, and the status that goes with it; who has to wait is told how long. */
export function sentenceOf(
  c: Context,
  frame: Pick<Frame, "language">,
  refusal: EntryRefusal,
  sentences: { readonly wrong: string; tooMany(wait: string): string },
): { readonly sentence: string; readonly status: 422 | 429 } {
  if (refusal.reason === "wrong") return { sentence: sentences.wrong, status: 422 };
  c.header("retry-after", String(refusal.seconds));
  return { sentence: sentences.tooMany(waitWords(refusal.seconds, frame.language)), status: 429 };
}

export async function findPerson(deps: SignInDeps, c: Context<DeskEnv>): Promise<Person | null> {
  const key = getCookie(c, cookieOf(deps.origin, "desk")) ?? "";
  const session = await findSession(deps.db, deps.secret, key, deps.now());
  return session && { ...session.account, session: session.id };
}

/** Only pages of the desk are gone back to. */
export const deskPathOf = (back: unknown): string =>
  typeof back === "string" && /^\/admin(?:[/?][^\s\\]*)?$/.test(back) && !back.includes("..") ? back : "/admin";

export const isSecure = (origin: string): boolean => origin.startsWith("https:");
export const cookieOf = (origin: string, name: "desk" | "device"): string =>
  isSecure(origin) ? `__Host-${name}` : name;

function keepCookie(deps: SignInDeps, c: Context, name: "desk" | "device", value: string, days: number): void {
  setCookie(c, cookieOf(deps.origin, name), value, {
    ...{ path: "/", httpOnly: true, sameSite: "Lax", maxAge: days * 86_400 },
    secure: isSecure(deps.origin),
  });
}
