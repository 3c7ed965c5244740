import { type Context, Hono } from "hono";
import { z } from "zod";
import { tryMemberPassword } from "../accounts/entrance.ts";
import { sentenceOf } from "../accounts/entry-parts.tsx";
import { endSession } from "../accounts/sessions.ts";
import { askForSignIn, findSignInLink, spendSignInLink } from "../accounts/sign-in-links.ts";
import { limitForms } from "../web/form-limit.ts";
import { confirmAssociation } from "./changes.ts";
import { entryRoutes, goIn } from "./entry-routes.tsx";
import { invitationRoutes } from "./invitation-routes.tsx";
import {
  type AssociationDeps,
  currentMember,
  deviceCookie,
  frameOf,
  letOut,
  type MemberEnv,
  mailsOf,
  readFields,
  showOwn,
  thenOf,
} from "./member-parts.tsx";
import { findAssociation } from "./queries.ts";
import { LinkPage } from "./sign-in-page.tsx";
import { ask } from "./sign-in-parts.tsx";
import { words } from "./sign-in-words.ts";

const notices = ["sent", "left"] as const;
const linkPath = "/association/sign-in/link";

/** `/association/sign-in…`, `/association/sign-out`, `/association/invitation`: the members' own way in and out. */
export function signInRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>()
    .on("POST", ["/association/sign-in/*", "/association/invitation"], limitForms()) // with `/association/sign-in` itself
    .get("/association/sign-in", async (c) => {
      const { then: typed, ...query } = c.req.query();
      const back = thenOf(deps.origin, typed);
      if ((await currentMember(deps, c)) !== null) return c.redirect(back, 303);
      return ask(deps, c, { back, notice: notices.find((one) => query[one] !== undefined) ?? null });
    })
    .post("/association/sign-in", (c) => signIn(deps, c))
    .get(linkPath, (c) => showLink(deps, c))
    .post(linkPath, (c) => spendLink(deps, c))
    .post("/association/sign-out", async (c) => {
      const acting = await currentMember(deps, c);
      if (acting) await deps.db.transaction().execute((tx) => endSession(tx, acting.member.id, acting.session));
      const { then } = await c.req.parseBody();
      letOut(deps, c);
      return c.redirect(
        `/association/sign-in?left${then === undefined ? "" : `&then=${encodeURIComponent(thenOf(deps.origin, then))}`}`,
        303,
      );
    })
    .route("/", entryRoutes(deps))
    .route("/", invitationRoutes(deps));
}

async function signIn(deps: AssociationDeps, c: Context<MemberEnv>): Promise<Response> {
  const text = await readFields(c);
  const [email, back, frame] = [text("email", 254).trim(), thenOf(deps.origin, text("then")), await frameOf(deps, c)];
  const { language } = frame;
  const word = words[language];
  if (!z.email().safeParse(email).success)
    return ask(deps, c, { email, back, wrong: { email: word.emailMissing } }, 422);
  if (mailsOf(deps) && text("by") !== "password") {
    await deps.db.transaction().execute((tx) => askForSignIn(tx, deps.secret, { email, language, back }));
    return c.redirect(`/association/sign-in?sent&then=${encodeURIComponent(back)}`, 303);
  }
  const given = { email, password: text("password"), device: deviceCookie(deps, c), now: deps.now() };
  const tried = await tryMemberPassword(deps.db, deps.secret, given);
  if (tried.done) return goIn(deps, c, tried.value.id, back);
  const sentences = { tooMany: word.tooMany, wrong: mailsOf(deps) ? word.wrong : word.wrongWithoutMail };
  const { sentence, status } = sentenceOf(c, frame, tried.reason, sentences);
  return ask(deps, c, { email, back, wrong: { password: sentence } }, status);
}

async function showLink(deps: AssociationDeps, c: Context): Promise<Response> {
  const { token = "", then: typed } = c.req.query();
  const [back, frame] = [thenOf(deps.origin, typed), await frameOf(deps, c)];
  const member = await findSignInLink(deps.db, deps.secret, token, deps.now());
  const association = member && (await findAssociation(deps.db, member.association));
  c.header("referrer-policy", "strict-origin"); // the link is told to no other page
  return showOwn(deps, c, <LinkPage {...{ frame, token, back, association: association?.name ?? null }} />);
}

async function spendLink(deps: AssociationDeps, c: Context): Promise<Response> {
  const text = await readFields(c);
  const [token, back, now] = [text("token", 100), thenOf(deps.origin, text("then")), deps.now()];
  const member = await deps.db.transaction().execute(async (tx) => {
    const found = await spendSignInLink(tx, deps.secret, token, now);
    if (found) await confirmAssociation(tx, found.association, now);
    return found;
  });
  if (member === null) {
    const frame = await frameOf(deps, c, "/association/sign-in");
    return showOwn(deps, c, <LinkPage {...{ frame, token: "", back, association: null }} />, 422);
  }
  return goIn(deps, c, member.id, back);
}
