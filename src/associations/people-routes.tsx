import { type Context, Hono } from "hono";
import { listMembers, removeMember } from "../accounts/members.ts";
import { NotFound } from "../foundation/errors.ts";
import { sendSealedMail } from "../foundation/mail.ts";
import { tellGone } from "./goodbye-parts.tsx";
import { inviteMember, listInvitations, withdrawInvitation } from "./inviting.ts";
import { words as letterWords } from "./letter-words.ts";
import { type AssociationDeps, frameOf, letOut, type MemberEnv, readFields, showOwn } from "./member-parts.tsx";
import { InvitedPage, PeoplePage, type PeoplePageProps } from "./people-page.tsx";
import { words } from "./people-words.ts";
import { words as roomWords } from "./words.ts";

const people = "/association/people";
const uuid = "{[0-9a-f-]{36}}";

/** `/association/people…`: who acts for an association. */
export function peopleRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>()
    .get(people, (c) => show(deps, c))
    .get(`${people}/*`, (c) => c.redirect(people, 303)) // a form's address, reloaded
    .post(`${people}/invite`, (c) => invite(deps, c))
    .post(`${people}/invitations/:id${uuid}/withdraw`, async (c) => {
      const { association } = c.get("acting");
      const withdrawn = await deps.db
        .transaction()
        .execute((tx) => withdrawInvitation(tx, association.id, c.req.param("id")));
      if (!withdrawn) throw new NotFound("this invitation was answered or withdrawn already");
      return c.redirect(`${people}?done=withdrawn`, 303);
    })
    .post(`${people}/:id${uuid}/remove`, (c) => remove(deps, c, c.req.param("id")))
    .post(`${people}/leave`, (c) => remove(deps, c, c.get("acting").member.id));
}

async function invite(deps: AssociationDeps, c: Context<MemberEnv>): Promise<Response> {
  const text = await readFields(c);
  const [acting, frame, email, now] = [c.get("acting"), await frameOf(deps, c, people), text("email", 254), deps.now()];
  const { association, member } = acting;
  const { language } = frame;
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const invited = await inviteMember(tx, deps.secret, { association: association.id, email, now });
    if (!invited.done) return invited;
    const link = `${deps.origin}/association/invitation?token=${invited.value.token}`;
    const by = member.name === "" ? member.email : member.name;
    const letter = letterWords[language].invitation({ by, association: association.name, link });
    const sent = await sendSealedMail(tx, deps.mail, deps.secret, { to: invited.value.email, ...letter });
    return { ...invited, link, sent: sent.done };
  });
  if (outcome.done) {
    const shown = { email: outcome.value.email, link: outcome.link, sent: outcome.sent };
    return showOwn(deps, c, <InvitedPage {...{ frame, acting, ...shown }} />);
  }
  const { refusals } = roomWords[language];
  const sentences = {
    "email-malformed": refusals["email-malformed"],
    "email-taken": words[language].taken,
    "too-many-invitations": words[language].tooMany,
  };
  return show(deps, c, { email, wrong: { email: sentences[outcome.reason] } }, 422);
}

async function remove(deps: AssociationDeps, c: Context<MemberEnv>, id: string): Promise<Response> {
  const { association, member } = c.get("acting");
  const { host } = await frameOf(deps, c);
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const gone = (await listMembers(tx, association.id)).find((one) => one.id === id);
    const removed = await removeMember(tx, { association: association.id, id });
    const post = { mail: deps.mail, host: host?.name ?? "" };
    if (removed.done && gone) await tellGone(tx, post, { association, email: gone.email }, deps.now());
    return removed;
  });
  if (!outcome.done && outcome.reason === "member-unknown") throw new NotFound("there is no such person");
  if (!outcome.done) return show(deps, c, { last: true }, 422);
  if (id !== member.id) return c.redirect(`${people}?done=removed`, 303);
  letOut(deps, c);
  return c.redirect("/association/sign-in?left", 303);
}

async function show(
  deps: AssociationDeps,
  c: Context<MemberEnv>,
  more: Partial<PeoplePageProps> = {},
  status: 200 | 422 = 200,
): Promise<Response> {
  const acting = c.get("acting");
  const asked = c.req.query("done") ?? "";
  const props: PeoplePageProps = {
    ...{ acting, frame: await frameOf(deps, c, people), email: "", wrong: {}, last: false },
    members: await listMembers(deps.db, acting.association.id),
    invitations: await listInvitations(deps.db, acting.association.id),
    done: asked === "removed" || asked === "withdrawn" ? asked : null,
    ...more,
  };
  return showOwn(deps, c, <PeoplePage {...props} />, status);
}
