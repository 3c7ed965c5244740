import { type Context, Hono } from "hono";
import type { DeskEnv } from "../web/desk.tsx";
import { ErrorPage } from "../web/error-page.tsx";
import type { Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { letIn, readFields, type SignInDeps } from "./entry-parts.tsx";
import { InvitationPage } from "./invitation-page.tsx";
import { type AcceptRefusal, acceptInvitation, findInvitation, type Invitation } from "./invitations.ts";
import { enter } from "./journal.ts";
import { words } from "./sign-in-words.ts";
import { words as accountWords } from "./words.ts";

/** `/admin/invitation`: opened once by the link that a colleague sent. */
export function invitationRoutes(deps: SignInDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/invitation", async (c) => {
      const token = c.req.query("token") ?? "";
      const invitation = await findInvitation(deps.db, deps.secret, token, deps.now());
      return invitation === null ? spent(deps, c) : show(deps, c, { token, invitation, name: "", wrong: [] });
    })
    .post("/admin/invitation", (c) => accept(deps, c));
}

async function accept(deps: SignInDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [token, name, now] = [text("token", 100), text("name", 200), deps.now()];
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const given = { token, name, password: text("password"), now };
    const made = await acceptInvitation(tx, deps.secret, given);
    if (made.done) await enter(tx, made.value, { deed: "invitation-accepted", now });
    return made;
  });
  if (outcome.done) {
    await letIn(deps, c, outcome.value);
    return c.redirect("/admin/account?done=welcome", 303);
  }
  const invitation = await findInvitation(deps.db, deps.secret, token, now);
  if (invitation === null) return spent(deps, c);
  return show(deps, c, { token, invitation, name, wrong: outcome.reason });
}

interface Shown {
  readonly token: string;
  readonly invitation: Invitation;
  readonly name: string;
  readonly wrong: readonly AcceptRefusal[];
}

/** The link is never told to another page, as that of a new password. */
async function show(deps: SignInDeps, c: Context<DeskEnv>, { wrong: reasons, ...shown }: Shown): Promise<Response> {
  const path = `/admin/invitation?token=${encodeURIComponent(shown.token)}`;
  const frame = { ...(await deps.readFrame(c.req.raw)), path };
  const { refusals, moreRefusals } = accountWords[frame.language];
  const sentences = { ...refusals, ...moreRefusals, "link-spent": words[frame.language].invitation.spent };
  const wrong: Wrong = Object.fromEntries(reasons.map((reason) => [fieldOf(reason), sentences[reason]]));
  c.header("referrer-policy", "strict-origin");
  const page = <InvitationPage {...{ frame, ...shown, wrong }} />;
  return showDeskPage(c, page, reasons.length === 0 ? 200 : 422);
}

const fieldOf = (reason: AcceptRefusal): string => (reason.startsWith("password") ? "password" : "name");

async function spent(deps: SignInDeps, c: Context<DeskEnv>): Promise<Response> {
  const frame = { ...(await deps.readFrame(c.req.raw)), path: "/admin/sign-in" };
  const word = words[frame.language].invitation;
  const ways = [{ href: "/admin/sign-in", label: word.enter }];
  return showDeskPage(c, <ErrorPage {...{ frame, status: 410, title: word.spent, text: word.spentText, ways }} />, 410);
}
