import { type Context, Hono } from "hono";
import type { DeskEnv } from "../web/desk.tsx";
import { ErrorPage } from "../web/error-page.tsx";
import { showDeskPage } from "../web/respond.ts";
import { readFields, rememberBrowser, type SignInDeps } from "./entry-parts.tsx";
import { enter } from "./journal.ts";
import { tellOfChange } from "./letter-parts.tsx";
import { askForReset, findResetLink, type SpendRefusal, spendResetLink } from "./reset-links.ts";
import { ForgottenPage, ResetPage } from "./reset-page.tsx";
import { words } from "./sign-in-words.ts";
import { words as accountWords } from "./words.ts";

/** `/admin/sign-in/forgotten` and `/admin/sign-in/reset`: a new password for who has lost theirs. */
export function resetRoutes(deps: SignInDeps): Hono<DeskEnv> {
  const sends = deps.mail.smtpUrl !== null && deps.mail.mailFrom !== null;
  return new Hono<DeskEnv>()
    .get("/admin/sign-in/forgotten", async (c) => {
      const frame = await deps.readFrame(c.req.raw);
      return showDeskPage(c, <ForgottenPage {...{ frame, sends, sent: c.req.query("sent") !== undefined }} />);
    })
    .post("/admin/sign-in/forgotten", async (c) => {
      const { text } = await readFields(c);
      const { language } = await deps.readFrame(c.req.raw);
      if (sends && text("email").trim() !== "") await askForReset(deps.db, deps.secret, text("email"), language);
      return c.redirect("/admin/sign-in/forgotten?sent", 303);
    })
    .get("/admin/sign-in/reset", async (c) => {
      const token = c.req.query("token") ?? "";
      const account = await findResetLink(deps.db, deps.secret, token, deps.now());
      return account === null ? spent(deps, c) : show(deps, c, { token, email: account.email });
    })
    .post("/admin/sign-in/reset", (c) => reset(deps, c));
}

async function reset(deps: SignInDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [token, password, now] = [text("token", 100), text("password"), deps.now()];
  const { language } = await deps.readFrame(c.req.raw);
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const changed = await spendResetLink(tx, deps.secret, { token, password, now });
    if (!changed.done) return changed;
    await enter(tx, changed.value, { deed: "password-reset", now });
    await tellOfChange(tx, deps, { to: changed.value.email, language, what: "passwordChanged" });
    return changed;
  });
  if (outcome.done) {
    // Whoever was shut out by a stranger's guesses is known on this browser from now on.
    rememberBrowser(deps, c, outcome.value.id);
    return c.redirect("/admin/sign-in?reset", 303);
  }
  const account = await findResetLink(deps.db, deps.secret, token, now);
  if (account === null || outcome.reason === "link-spent") return spent(deps, c);
  return show(deps, c, { token, email: account.email, refusal: outcome.reason });
}

interface Shown {
  readonly token: string;
  readonly email: string;
  readonly refusal?: Exclude<SpendRefusal, "link-spent">;
}

/** The link is never told to another page: what a browser says of where it comes from is the site's name alone. */
async function show(deps: SignInDeps, c: Context<DeskEnv>, { token, email, refusal }: Shown): Promise<Response> {
  const path = `/admin/sign-in/reset?token=${encodeURIComponent(token)}`;
  const frame = { ...(await deps.readFrame(c.req.raw)), path };
  const wrong = refusal === undefined ? {} : { password: accountWords[frame.language].refusals[refusal] };
  c.header("referrer-policy", "strict-origin");
  return showDeskPage(c, <ResetPage {...{ frame, token, email, wrong }} />, refusal === undefined ? 200 : 422);
}

async function spent(deps: SignInDeps, c: Context<DeskEnv>): Promise<Response> {
  const frame = { ...(await deps.readFrame(c.req.raw)), path: "/admin/sign-in" };
  const word = words[frame.language].reset;
  const ways = [{ href: "/admin/sign-in/forgotten", label: word.askAgain }];
  return showDeskPage(c, <ErrorPage {...{ frame, status: 410, title: word.spent, text: word.spentText, ways }} />, 410);
}
