import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import type { JointTerms } from "../offers/joint-terms.ts";
import type { OfferContent } from "../offers/offer.ts";
import { happened } from "./changes.ts";
import type { JointHeard } from "./events.ts";
import { lockInvitation } from "./invitations.ts";
import type { InvitationState, JointInvitation, JointKind, JointState, Named } from "./joint.ts";
import { invitationSteps } from "./life.ts";
import { findInvitationTo } from "./queries.ts";

/** What another host asks ours to sign, as its own address shows it; its version was worked out again here. */
export interface ShownPaper {
  readonly kind: JointKind;
  readonly lead: Named;
  readonly proposal: string;
  readonly state: JointState;
  readonly title: string;
  readonly language: string;
  readonly page: string | null;
  readonly about: string | null;
  readonly version: string;
  readonly content: OfferContent | null;
  readonly terms: JointTerms;
  readonly inForce: string | null;
  readonly announcement: string | null;
  readonly partners: JointInvitation["partners"];
  readonly chosen: Date | null;
}

/** So many of one lead wait for an answer here at most. */
const mostOpen = 20;

/** Keeps what is asked of our host: new, the same again, or another version. What was withdrawn stays so. */
export async function keepInvitation(tx: Transaction, shown: ShownPaper, invite: string | null, now: Date) {
  const known = await findInvitationTo(tx, shown.proposal);
  if (known === null) return invite === null ? undefined : open(tx, shown, invite, now);
  const before = await lockInvitation(tx, known.id);
  if (before.lead.actor !== shown.lead.actor) return;
  const state = stateBy(before, shown);
  if (state === null) return;
  await tx
    .updateTable("jointInvitations")
    .set({ ...columnsOf(shown), ...(invite !== null && { invite }), state, compared: now })
    .set(isAltered(before, shown) ? { changed: now } : {})
    .where("id", "=", before.id)
    .execute();
  await letGo(tx, before, shown, now);
  const what = newsOf(before, shown);
  if (what !== null) await heard(tx, before, what, now);
}

async function open(tx: Transaction, shown: ShownPaper, invite: string, now: Date): Promise<void> {
  const waiting = await tx
    .selectFrom("jointInvitations")
    .select("id")
    .where("lead", "=", shown.lead.actor)
    .where("state", "=", "invited")
    .execute();
  if (waiting.length >= mostOpen) return;
  const id = randomUUID();
  const row = { id, invite, state: "invited", received: now, changed: now, compared: now, ...columnsOf(shown) };
  await tx.insertInto("jointInvitations").values(row).execute();
  await heard(tx, { id, lead: shown.lead }, "invited", now);
}

function columnsOf({ lead, state, content, terms, partners, ...shown }: ShownPaper) {
  return {
    ...shown,
    ...{ lead: lead.actor, leadName: lead.name, leadPage: lead.page, leadState: state },
    ...{ content: content && JSON.stringify(content), terms: JSON.stringify(terms) },
    partners: JSON.stringify(partners),
  };
}

/** Another version asks again, unless our host has signed just that one. */
function stateBy({ state, version, stamps }: JointInvitation, shown: ShownPaper): InvitationState | null {
  if (shown.state === "withdrawn") return invitationSteps[state].withdrawn;
  const next = invitationSteps[state][shown.version === version ? "again" : "other-version"];
  const signed = stamps.some((stamp) => stamp.version === shown.version);
  return next === "invited" && signed ? "accepted" : next;
}

/** Once a newer version is in force, what was signed of older ones has no use. */
async function letGo(tx: Transaction, { id, stamps }: JointInvitation, shown: ShownPaper, now: Date): Promise<void> {
  const over = shown.state === "withdrawn";
  const old = stamps.filter(({ version }) => over || (shown.inForce === shown.version && version !== shown.version));
  await withdrawStamps(tx, id, now, old);
}

async function withdrawStamps(
  tx: Transaction,
  invitation: string,
  now: Date,
  stamps: JointInvitation["stamps"],
): Promise<void> {
  if (stamps.length === 0) return;
  const ids = stamps.map(({ id }) => id);
  await tx
    .updateTable("jointStamps")
    .set({ withdrawn: now, changed: now })
    .where("invitation", "=", invitation)
    .where("id", "in", ids)
    .execute();
}

const isAltered = (before: JointInvitation, shown: ShownPaper): boolean =>
  before.version !== shown.version || before.leadState !== shown.state || before.inForce !== shown.inForce;

function newsOf(before: JointInvitation, shown: ShownPaper): JointHeard["what"] | null {
  const same = before.leadState === shown.state;
  if (shown.state === "withdrawn") return same ? null : "withdrawn";
  if (before.version !== shown.version) return "changed";
  if (before.chosen === null && shown.chosen !== null) return "chosen";
  return shown.state === "suspended" ? (same ? null : "suspended") : inForceIn(before, shown);
}

function inForceIn(before: JointInvitation, shown: ShownPaper): "in-force" | null {
  const same = before.leadState === shown.state;
  const isNew = !same || before.inForce !== shown.inForce;
  return shown.state === "published" && shown.inForce === shown.version && isNew ? "in-force" : null;
}

/** Nothing stands any more where our host was asked to sign: nobody is bound to it. */
export async function noteLeadGone(tx: Transaction, id: string, now: Date): Promise<void> {
  const before = await lockInvitation(tx, id);
  const state = invitationSteps[before.state].withdrawn;
  if (state === null || before.leadState === "withdrawn") return;
  await tx
    .updateTable("jointInvitations")
    .set({ state, leadState: "withdrawn", changed: now, compared: now })
    .where("id", "=", id)
    .execute();
  await withdrawStamps(tx, id, now, before.stamps);
  await heard(tx, before, "withdrawn", now);
}

async function heard(
  tx: Transaction,
  { id, lead }: Pick<JointInvitation, "id" | "lead">,
  what: JointHeard["what"],
  now: Date,
): Promise<void> {
  const event: JointHeard = {
    ...{ ...happened(now), name: "joint-heard", paper: null, invitation: id, what, actor: lead.actor },
  };
  await record(tx, event);
}
