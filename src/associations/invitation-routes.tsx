import { type Context, Hono } from "hono";
import { words as accountWords } from "../accounts/words.ts";
import { InvitationPage, SpentInvitationPage } from "./invitation-page.tsx";
import { type AcceptRefusal, acceptInvitation, findInvitation } from "./inviting.ts";
import { type AssociationDeps, frameOf, letIn, type MemberEnv, mailsOf, readFields, showOwn } from "./member-parts.tsx";
import { findAssociation } from "./queries.ts";

/** `/association/invitation`: opened once by the link that somebody of an association passed on. */
export function invitationRoutes(deps: AssociationDeps): Hono<MemberEnv> {
  return new Hono<MemberEnv>()
    .get("/association/invitation", (c) => show(deps, c, { token: c.req.query("token") ?? "", name: "", reason: null }))
    .post("/association/invitation", async (c) => {
      const text = await readFields(c);
      const [token, name, typed] = [text("token", 100), text("name", 200), text("password")];
      const password = typed === "" && mailsOf(deps) ? null : typed;
      const given = { token, name, password, now: deps.now() };
      const outcome = await deps.db.transaction().execute((tx) => acceptInvitation(tx, deps.secret, given));
      if (!outcome.done) return show(deps, c, { token, name, reason: outcome.reason });
      await letIn(deps, c, outcome.value.id);
      return c.redirect("/association", 303);
    });
}

interface Shown {
  readonly token: string;
  readonly name: string;
  readonly reason: AcceptRefusal | null;
}

async function show(deps: AssociationDeps, c: Context, { token, name, reason }: Shown): Promise<Response> {
  const path = `/association/invitation?token=${encodeURIComponent(token)}`;
  const frame = await frameOf(deps, c, path);
  const invitation = await findInvitation(deps.db, deps.secret, token, deps.now());
  const association = invitation && (await findAssociation(deps.db, invitation.association));
  c.header("referrer-policy", "strict-origin"); // the link is told to no other page
  if (invitation === null || association === null || reason === "link-spent")
    return showOwn(deps, c, <SpentInvitationPage frame={frame} />, reason === null ? 200 : 422);
  const wrong = reason === null ? null : accountWords[frame.language].refusals[reason];
  const shown = { frame, token, name, wrong, mails: mailsOf(deps) };
  const page = <InvitationPage {...shown} association={association.name} email={invitation.email} />;
  return showOwn(deps, c, page, reason === null ? 200 : 422);
}
