import { type Context, Hono, type MiddlewareHandler } from "hono";
import { deleteCookie } from "hono/cookie";
import { NotAllowed } from "../foundation/errors.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { limitForms } from "../web/form-limit.ts";
import type { Role } from "./account.ts";
import { findCodes } from "./codes.ts";
import { tryPassword } from "./entrance.ts";
import {
  ask,
  cookieOf,
  deskPathOf,
  deviceCookie,
  findPerson,
  goIn,
  isSecure,
  readFields,
  type SignInDeps,
  sentenceOf,
} from "./entry-parts.tsx";
import { invitationRoutes } from "./invitation-routes.tsx";
import { keepForm } from "./kept-form.ts";
import { passkeyEntryRoutes } from "./passkey-entry-routes.tsx";
import { resetRoutes } from "./reset-routes.tsx";
import { askForCode, secondStepRoutes } from "./second-step-routes.tsx";
import { endSession } from "./sessions.ts";
import { words } from "./sign-in-words.ts";

/** All that is open to who is not signed in: `/admin/sign-in…`, `/admin/sign-out`, `/admin/invitation`. */
export function signInRoutes(deps: SignInDeps): Hono<DeskEnv> {
  const limit = limitForms();
  return new Hono<DeskEnv>()
    .on("POST", ["/admin/sign-in/*", "/admin/invitation"], limit) // with `/admin/sign-in` itself
    .get("/admin/sign-in", async (c) => {
      const { back, ...query } = c.req.query();
      const notice = notices.find((one) => query[one] !== undefined) ?? null;
      return ask(deps, c, { back: deskPathOf(back), notice });
    })
    .post("/admin/sign-in", (c) => signIn(deps, c))
    .post("/admin/sign-out", async (c) => {
      const person = await findPerson(deps, c);
      if (person) await deps.db.transaction().execute((tx) => endSession(tx, person.id, person.session));
      deleteCookie(c, cookieOf(deps.origin, "desk"), { path: "/", secure: isSecure(deps.origin) });
      return c.redirect("/admin/sign-in?left", 303);
    })
    .route("/", secondStepRoutes(deps))
    .route("/", passkeyEntryRoutes(deps))
    .route("/", resetRoutes(deps))
    .route("/", invitationRoutes(deps));
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
    if (!reads && person.role === "reader" && !/^\/admin\/account(\/|$)/.test(pathname))
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

const roles: readonly Role[] = ["reader", "editor", "administrator"];
const notices = ["left", "reset", "gone"] as const;

async function signIn(deps: SignInDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text, travel } = await readFields(c);
  const [email, password, now] = [text("email", 254), text("password"), deps.now()];
  const given = { email, password, device: deviceCookie(deps, c), now };
  const tried = await tryPassword(deps.db, deps.secret, given);
  if (!tried.done) {
    const frame = await deps.readFrame(c.req.raw);
    const { sentence, status } = sentenceOf(c, frame, tried.reason, words[frame.language]);
    return ask(deps, c, { ...travel, email, wrong: sentence }, status);
  }
  const { confirmed } = await findCodes(deps.db, tried.value.id);
  if (confirmed !== null) return askForCode(deps, c, tried.value, travel);
  return goIn(deps, c, tried.value, travel);
}
