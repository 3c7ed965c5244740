import { type Context, Hono } from "hono";
import type { AccountDeps } from "../accounts/account-parts.tsx";
import { enter } from "../accounts/journal.ts";
import { listMembers } from "../accounts/members.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { sendMail, sendSealedMail } from "../foundation/mail.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import type { Association } from "./associations.ts";
import { InviteAnewPage, InvitedAnewPage } from "./desk-invite-page.tsx";

import { words } from "./desk-words.ts";
import { inviteMember } from "./inviting.ts";
import { words as letterWords } from "./letter-words.ts";
import { findAssociation } from "./queries.ts";

const path = "/admin/associations/:id{[0-9a-f-]{36}}/invite";

/** `/admin/associations/ID/invite`: a way in for an association that has none left. Who administers alone may open it. */
export function inviteAnewRoutes(deps: AccountDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(path, needsRole("administrator"), (c) => show(deps, c, "", null))
    .post(path, needsRole("administrator"), (c) => invite(deps, c));
}

async function associationOf(deps: AccountDeps, c: Context<DeskEnv>): Promise<Association> {
  const association = await findAssociation(deps.db, c.req.param("id") ?? "");
  if (association === null || association.confirmed === null) throw new NotFound("there is no such association");
  return association;
}

async function show(deps: AccountDeps, c: Context<DeskEnv>, email: string, wrong: string | null) {
  const [frame, association] = [await deps.frameOf(c), await associationOf(deps, c)];
  const page = <InviteAnewPage {...{ frame, association, email, wrong: wrong === null ? {} : { email: wrong } }} />;
  return showDeskPage(c, page, wrong === null ? 200 : 422);
}

async function invite(deps: AccountDeps, c: Context<DeskEnv>): Promise<Response> {
  const typed = (await c.req.parseBody())["email"];
  const email = (typeof typed === "string" ? typed : "").slice(0, 254);
  const [frame, association, now] = [await deps.frameOf(c), await associationOf(deps, c), deps.now()];
  const by = frame.host?.name ?? "Essaim";
  const outcome = await deps.db.transaction().execute(async (tx) => {
    const asked = { association: association.id, email, anew: true, now };
    const invited = await inviteMember(tx, deps.secret, asked);
    if (!invited.done) return invited;
    const link = `${deps.origin}/association/invitation?token=${invited.value.token}`;
    const letter = letterWords[association.language].invitation({ by, association: association.name, link });
    const sent = await sendSealedMail(tx, deps.mail, deps.secret, { to: invited.value.email, ...letter });
    await tellMembers(deps, tx, { by, association, email: invited.value.email });
    await enter(tx, c.get("person"), { deed: "association-invited", subject: association.name, now });
    return { ...invited, link, sent: sent.done };
  });
  if (!outcome.done) {
    const sentences = words[frame.language].invite.refusals;
    return show(deps, c, email, sentences[outcome.reason]);
  }
  const shown = { email: outcome.value.email, link: outcome.link, sent: outcome.sent };
  const answer = await showDeskPage(c, <InvitedAnewPage {...{ frame, association, ...shown }} />);
  answer.headers.set("cache-control", "no-store"); // the link is shown this once
  return answer;
}

interface Told {
  readonly by: string;
  readonly association: Association;
  readonly email: string;
}

/** Those who act for the association learn of it, where mail is set up: nobody is added behind their backs. */
async function tellMembers(deps: AccountDeps, tx: Transaction, { by, association, email }: Told) {
  const letter = letterWords[association.language].invitedAnew({ host: by, association: association.name, email });
  for (const member of await listMembers(tx, association.id))
    if (member.email.toLowerCase() !== email.toLowerCase())
      await sendMail(tx, deps.mail, { to: member.email, ...letter });
}
