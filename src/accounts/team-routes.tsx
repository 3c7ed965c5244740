import { type Context, Hono } from "hono";
import { z } from "zod";
import { NotFound } from "../foundation/errors.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import type { Role } from "./account.ts";
import { type AccountDeps, showSecretPage } from "./account-parts.tsx";
import { ColleaguePage, InvitedPage, InvitePage } from "./colleague-page.tsx";
import { changeRole, listColleagues, removeAccount } from "./colleagues.ts";
import { readFields } from "./entry-parts.tsx";
import { invite, listInvitations, withdrawInvitation } from "./invitations.ts";
import { enter } from "./journal.ts";
import { sendInvitation, tellErased } from "./letter-parts.tsx";
import { needsRole } from "./sign-in-routes.tsx";
import { calledOf, type TeamDeed, TeamPage } from "./team-page.tsx";
import { words } from "./team-words.ts";
import { words as roomWords } from "./words.ts";

const one = "/admin/team/:id{[0-9a-f-]{36}}";
const RoleShape = z.enum(["administrator", "editor", "reader"]);

/** `/admin/team…`: who may do what here, for those who administer the site. */
export function teamRoutes(deps: AccountDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .use("/admin/team", needsRole("administrator"))
    .use("/admin/team/*", needsRole("administrator"))
    .get("/admin/team", (c) => list(deps, c))
    .get("/admin/team/invite", async (c) => {
      const frame = await deps.frameOf(c);
      return showDeskPage(c, <InvitePage {...{ frame, email: "", role: "editor", wrong: {} }} />);
    })
    .post("/admin/team/invite", (c) => inviteSomebody(deps, c))
    .post("/admin/team/invitations/:id{[0-9a-f-]{36}}/withdraw", (c) => withdraw(deps, c))
    .get(one, (c) => showColleague(deps, c))
    .post(one, (c) => change(deps, c))
    .post(`${one}/remove`, (c) => remove(deps, c));
}

async function list(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const frame = await deps.frameOf(c);
  const [colleagues, invitations] = [await listColleagues(deps.db), await listInvitations(deps.db)];
  const asked = c.req.query("done") ?? "";
  const done = Object.hasOwn(words.fr.done, asked) ? (asked as TeamDeed) : null;
  return showDeskPage(c, <TeamPage {...{ frame, done, colleagues, invitations, now: deps.now() }} />);
}

async function inviteSomebody(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const [person, now, frame] = [c.get("person"), deps.now(), await deps.frameOf(c)];
  const [email, role] = [text("email", 254), RoleShape.safeParse(text("role")).data];
  const { invitePage } = words[frame.language];
  const again = (wrong: Readonly<Record<string, string>>) =>
    showDeskPage(c, <InvitePage {...{ frame, email, role: role ?? "", wrong }} />, 422);
  if (role === undefined) return again({ role: invitePage.roleMissing });
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const invited = await invite(tx, deps.secret, { email, role, now });
    if (!invited.done) return invited;
    await enter(tx, person, { deed: "colleague-invited", subject: invited.value.email, now });
    const link = `${deps.origin}/admin/invitation?token=${invited.value.token}`;
    const letter = { to: invited.value.email, by: calledOf(person), link, language: frame.language };
    return { ...invited, link, sent: await sendInvitation(tx, deps, letter) };
  });
  if (outcome.done) {
    const shown = { email: outcome.value.email, link: outcome.link, sent: outcome.sent };
    return showSecretPage(c, <InvitedPage frame={{ ...frame, path: "/admin/team" }} {...shown} />);
  }
  const { refusals } = roomWords[frame.language];
  return again({ email: outcome.reason === "email-taken" ? invitePage.taken : refusals[outcome.reason] });
}

async function withdraw(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  await deps.db.transaction().execute(async (tx) => {
    const email = await withdrawInvitation(tx, c.req.param("id") ?? "");
    if (email === null) throw new NotFound("this invitation was answered or withdrawn already");
    await enter(tx, c.get("person"), { deed: "invitation-withdrawn", subject: email, now: deps.now() });
  });
  return c.redirect("/admin/team?done=withdrawn", 303);
}

async function showColleague(deps: AccountDeps, c: Context<DeskEnv>, role?: Role, sentence?: string) {
  const frame = await deps.frameOf(c);
  const colleague = (await listColleagues(deps.db)).find(({ id }) => id === c.req.param("id"));
  if (!colleague) throw new NotFound("there is no such account");
  const wrong: Readonly<Record<string, string>> = sentence === undefined ? {} : { role: sentence };
  const page = <ColleaguePage {...{ frame, colleague, wrong, role: role ?? colleague.role }} />;
  return showDeskPage(c, page, sentence === undefined ? 200 : 422);
}

async function change(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { text } = await readFields(c);
  const { language } = await deps.frameOf(c);
  const role = RoleShape.safeParse(text("role")).data;
  if (role === undefined) return showColleague(deps, c, undefined, words[language].invitePage.roleMissing);
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const changed = await changeRole(tx, c.req.param("id") ?? "", role);
    if (changed.done && changed.value.role !== role) {
      const subject = `${changed.value.email}, ${roomWords[deps.language].roles[role]}`;
      await enter(tx, c.get("person"), { deed: "role-changed", subject, now: deps.now() });
    }
    return changed;
  });
  if (outcome.done) return c.redirect("/admin/team?done=role-changed", 303);
  if (outcome.reason === "account-unknown") throw new NotFound("there is no such account");
  return showColleague(deps, c, role, roomWords[language].moreRefusals[outcome.reason]);
}

async function remove(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const { language } = await deps.frameOf(c);
  const [person, id] = [c.get("person"), c.req.param("id") ?? ""];
  if (id === person.id) return c.redirect("/admin/account/delete", 303); // which asks for the password
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const removed = await removeAccount(tx, id);
    if (!removed.done) return removed;
    const { email } = removed.value;
    await enter(tx, person, { deed: "colleague-removed", subject: email, now: deps.now() });
    await tellErased(tx, deps, { to: email, language: deps.language, now: deps.now() });
    return removed;
  });
  if (outcome.done) return c.redirect("/admin/team?done=removed", 303);
  if (outcome.reason === "account-unknown") throw new NotFound("there is no such account");
  return showColleague(deps, c, undefined, roomWords[language].moreRefusals[outcome.reason]);
}
