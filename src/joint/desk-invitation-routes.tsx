import { Hono } from "hono";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { Transaction } from "../foundation/database.ts";
import type { Outcome } from "../foundation/outcome.ts";
import type { DeskEnv } from "../web/desk.tsx";
import type { Typed } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { readSent } from "../web/sent.ts";
import { comment as commentOn } from "./comments.ts";
import type { InvitationPageProps } from "./desk-answer-parts.tsx";
import { doAtDesk, findOwn, type JointContext, type JointDeskDeps } from "./desk-doing-parts.tsx";
import { InvitationPage } from "./desk-invitation-page.tsx";
import { needInvitation } from "./desk-needs-parts.tsx";
import { invitationPath } from "./desk-parts.tsx";
import { type Sent, textOf } from "./desk-terms-form.ts";
import { words } from "./desk-words.ts";
import { acceptInvitation, closePart, leaveJoint, openPart, refuseInvitation } from "./invitations.ts";
import type { JointInvitation, JointRefusal } from "./joint.ts";
import { listComments } from "./queries.ts";
import { findSigned, type KeptVersion } from "./versions.ts";

const one = "/admin/joint/invitations/:id{[0-9a-f-]{36}}";

/** `/admin/joint/invitations/ID`: what another host asks ours to sign, and our answer. */
export function invitationDesk(deps: JointDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get(one, async (c) => show(deps, c, await needInvitation(deps, c), {}))
    .post(`${one}/acceptance`, needsRole("editor"), (c) => act(deps, c, acts.acceptance))
    .post(`${one}/refusal`, needsRole("editor"), (c) => act(deps, c, acts.refusal))
    .post(`${one}/closing`, needsRole("editor"), (c) => act(deps, c, acts.closing))
    .post(`${one}/opening`, needsRole("editor"), (c) => act(deps, c, acts.opening))
    .post(`${one}/leaving`, needsRole("editor"), (c) => act(deps, c, acts.leaving))
    .post(`${one}/comments`, needsRole("editor"), (c) => comment(deps, c));
}

interface Act {
  readonly deed: string;
  readonly done: string;
  verb(tx: Transaction, id: string, sent: Sent, now: Date): Promise<Outcome<JointInvitation, JointRefusal>>;
}

const acts = {
  acceptance: {
    ...{ deed: "joint-accepted", done: "accepted" },
    verb: (tx, id, sent, now) => acceptInvitation(tx, id, textOf(sent, "version"), now),
  },
  refusal: {
    ...{ deed: "joint-refused", done: "refused" },
    verb: (tx, id, sent, now) => refuseInvitation(tx, id, textOf(sent, "reason").slice(0, longest), now),
  },
  leaving: {
    ...{ deed: "joint-left", done: "left" },
    verb: (tx, id, sent, now) => leaveJoint(tx, id, textOf(sent, "reason").slice(0, longest), now),
  },
  closing: {
    ...{ deed: "joint-part-closed", done: "closed" },
    verb: (tx, id, sent, now) => closePart(tx, id, textOf(sent, "note").slice(0, 300), now),
  },
  opening: { deed: "joint-part-opened", done: "opened", verb: (tx, id, _, now) => openPart(tx, id, now) },
} satisfies Record<string, Act>;

const longest = 2_000;

async function act(deps: JointDeskDeps, c: JointContext, { deed, done, verb }: Act): Promise<Response> {
  const [invitation, sent] = [await needInvitation(deps, c), await readSent(c)];
  const { id } = invitation;
  const { language } = await deps.frameOf(c);
  const typed = { reason: textOf(sent, "reason"), note: textOf(sent, "note") };
  if (deed === "joint-refused" && typed.reason === "")
    return show(deps, c, invitation, { typed, wrong: { reason: words[language].asked.reasonMissing } });
  const did = await doAtDesk(deps, c, {
    ...{ form: textOf(sent, "form"), deed },
    async work(tx, by) {
      const outcome = await verb(tx, id, sent, by.now);
      if (!outcome.done) return outcome;
      // The others learn why from our own words: the signature that is gone says nothing.
      if (deed === "joint-left" && typed.reason !== "")
        await commentOn(tx, { invitation: id }, typed.reason.slice(0, longest), { ...by, noteAt: deps.noteAt });
      return { done: true, value: { subject: outcome.value.title, path: `${invitationPath(id)}?done=${done}` } };
    },
  });
  if ("path" in did) return c.redirect(did.path, 303);
  const meanwhile = did.refused === "other-version";
  const wrong = meanwhile ? {} : { accept: words[language].refusals[did.refused] };
  return show(deps, c, await needInvitation(deps, c), { typed, wrong, meanwhile });
}

async function comment(deps: JointDeskDeps, c: JointContext): Promise<Response> {
  const [invitation, sent] = [await needInvitation(deps, c), await readSent(c)];
  const text = textOf(sent, "text");
  const did = await doAtDesk(deps, c, {
    ...{ form: textOf(sent, "form"), deed: "joint-commented" },
    async work(tx, by) {
      const said = await commentOn(tx, { invitation: invitation.id }, text, { ...by, noteAt: deps.noteAt });
      const path = `${invitationPath(invitation.id)}?done=commented`;
      return said.done ? { done: true, value: { subject: invitation.title, path } } : said;
    },
  });
  if ("path" in did) return c.redirect(did.path, 303);
  const { language } = await deps.frameOf(c);
  return show(deps, c, invitation, { typed: { text }, wrong: { text: words[language].refusals[did.refused] } });
}

async function show(
  deps: JointDeskDeps,
  c: JointContext,
  invitation: JointInvitation,
  shown: Partial<Pick<InvitationPageProps, "wrong" | "meanwhile">> & { readonly typed?: Typed },
): Promise<Response> {
  const frame = { ...(await deps.frameOf(c)), path: invitationPath(invitation.id) };
  const props: InvitationPageProps = {
    ...{ frame, invitation, own: await findOwn(deps), done: c.req.query("done") ?? null },
    ...{ typed: {}, wrong: {}, meanwhile: false, ...shown },
    asked: invitation.about === null ? null : await deps.findAsked(invitation.about),
    comments: await listComments(deps.db, { invitation: invitation.id }),
    signed: await findLastSigned(deps, invitation),
  };
  const status = props.meanwhile ? 409 : Object.keys(props.wrong).length > 0 ? 422 : 200;
  return showDeskPage(c, <InvitationPage {...props} />, status);
}

/** What our host has signed last, where something else is asked for now. */
async function findLastSigned(
  { db }: JointDeskDeps,
  { id, version, stamps }: JointInvitation,
): Promise<KeptVersion | null> {
  const last = stamps.at(-1);
  if (last === undefined || stamps.some((stamp) => stamp.version === version)) return null;
  return findSigned(db, { invitation: id }, last.version);
}
