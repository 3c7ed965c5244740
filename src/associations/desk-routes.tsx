import { type Context, Hono } from "hono";
import { z } from "zod";
import { enter } from "../accounts/journal.ts";
import { listMembers } from "../accounts/members.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { type MailSettings, sendMail } from "../foundation/mail.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import { type Association, associationStates, type Decision, registrations } from "./associations.ts";
import { decideAssociation, keepRegistration } from "./changes.ts";
import { retireActor } from "./closing.ts";
import { AssociationPage, type AssociationPageProps } from "./desk-association-page.tsx";
import { inviteAnewRoutes } from "./desk-invite-routes.tsx";
import { ListPage, type ListPageProps } from "./desk-list-page.tsx";
import { words } from "./desk-words.ts";
import { longest, Reason } from "./form.ts";
import { words as letterWords } from "./letter-words.ts";
import { countByState, findAssociation, findRegistration, listAssociations } from "./queries.ts";

export interface AssociationsDeskDeps extends DeskDeps {
  readonly mail: MailSettings;
}

const list = "/admin/associations";
const one = `${list}/:id{[0-9a-f-]{36}}`;
const pageSize = 50;
const Query = z.object({
  state: z.enum(associationStates).catch("waiting"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.enum(["approve", "refuse", "close", "settings"]).nullable().catch(null),
});

/** `/admin/associations…`: those that have an account here, and how they get one. */
export function associationsDesk(deps: AssociationsDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(list, (c) => showAll(deps, c))
    .get(`${list}/settings`, (c) => c.redirect(list, 303)) // a form's address, reloaded
    .post(`${list}/settings`, needsRole("administrator"), (c) => saveSettings(deps, c))
    .get(one, (c) => showOne(deps, c))
    .post(one, (c) => decide(deps, c))
    .route("/", inviteAnewRoutes(deps));
}

async function showAll(deps: AssociationsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const { state, page, done } = Query.parse(c.req.query());
  const { db } = deps;
  const props: ListPageProps = {
    ...{ frame: await deps.frameOf(c), state, page, pageSize, done },
    counts: await countByState(db),
    associations: await listAssociations(db, { state, limit: pageSize, offset: (page - 1) * pageSize }),
    registration: await findRegistration(db),
  };
  return showDeskPage(c, <ListPage {...props} />);
}

async function saveSettings(deps: AssociationsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const { data } = z.enum(registrations).safeParse(form["registration"]);
  if (data === undefined) return c.redirect(list, 303);
  await deps.db.transaction().execute(async (tx) => {
    await keepRegistration(tx, data);
    await enter(tx, c.get("person"), { deed: "association-settings-changed", now: deps.now() });
  });
  return c.redirect(`${list}?done=settings`, 303);
}

const Decided = z.enum(["approve", "refuse", "close"]);

async function decide(deps: AssociationsDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const decision = Decided.safeParse(form["decision"]).data;
  if (decision === undefined) return showOne(deps, c);
  const typed = String(form[`reason-${decision}`] ?? "").slice(0, longest.reason);
  const reason = decision === "approve" ? null : Reason.safeParse(typed).data;
  if (reason === undefined) {
    const { language } = await deps.frameOf(c);
    return showOne(deps, c, { typed: { decision, reason: typed }, wrong: words[language].reasonMissing });
  }
  const person = c.get("person");
  const asked = { form: String(form["form"] ?? ""), account: person.id, now: deps.now() };
  const path = await deps.db.transaction().execute((tx) =>
    onceSent(tx, asked, async () => {
      const id = c.req.param("id") ?? "";
      const outcome = await decideAssociation(tx, id, { decision, reason, now: asked.now });
      if (!outcome.done) return null;
      const association = outcome.value;
      if (decision === "close") await retireActor(tx, id, asked.now);
      await enter(tx, person, { deed: `association-${decision}`, subject: association.name, now: asked.now });
      await tell(deps, tx, c, { association, decision });
      return `${list}?state=${association.state}&done=${decision}`;
    }),
  );
  return path === null ? showOne(deps, c, { unmet: true }) : c.redirect(path, 303);
}

/** Each of its members learns what was decided, where mail is set up. */
async function tell(
  deps: AssociationsDeskDeps,
  tx: Transaction,
  c: Context<DeskEnv>,
  { association, decision }: { readonly association: Association; readonly decision: Decision },
): Promise<void> {
  const { host } = await deps.frameOf(c);
  const letter = letterWords[association.language][decision]({
    ...{ host: host?.name ?? "", association: association.name, reason: association.reason ?? "" },
    link: `${deps.origin}/association`,
  });
  for (const { email } of await listMembers(tx, association.id))
    await sendMail(tx, deps.mail, { to: email, ...letter });
}

async function showOne(
  deps: AssociationsDeskDeps,
  c: Context<DeskEnv>,
  more: Partial<AssociationPageProps> = {},
): Promise<Response> {
  const association = await findAssociation(deps.db, c.req.param("id") ?? "");
  if (association === null || association.confirmed === null) throw new NotFound("there is no such association");
  const members = await listMembers(deps.db, association.id);
  const props = { frame: await deps.frameOf(c), association, members, typed: null, wrong: null, unmet: false, ...more };
  const status = props.wrong !== null ? 422 : props.unmet ? 409 : 200;
  return showDeskPage(c, <AssociationPage {...props} />, status);
}
