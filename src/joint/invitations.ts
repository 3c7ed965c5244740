import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { happened } from "./changes.ts";
import type { JointAnswered } from "./events.ts";
import type { JointInvitation, JointRefusal, PartState } from "./joint.ts";
import { invitationSteps } from "./life.ts";
import { findInvitation } from "./queries.ts";

type Invited = Promise<Outcome<JointInvitation, JointRefusal>>;

/** Our host signs exactly this version. Signed already, it is said again. */
export async function acceptInvitation(tx: Transaction, id: string, version: string, now: Date): Invited {
  const invitation = await lockInvitation(tx, id);
  const state = invitationSteps[invitation.state].accept;
  if (state === null) return refused("wrong-state");
  if (version !== invitation.version) return refused("other-version");
  await tx
    .insertInto("jointStamps")
    .values({ id: randomUUID(), invitation: id, version, given: now, changed: now })
    .onConflict((known) =>
      known.columns(["invitation", "version"]).where("withdrawn", "is", null).doUpdateSet({ invitation: id }),
    )
    .execute();
  return answer(tx, id, { state, reason: null }, "accept", now);
}

/** Our host does not sign; what it has signed before stands. */
export async function refuseInvitation(tx: Transaction, id: string, reason: string | null, now: Date): Invited {
  const { state: before } = await lockInvitation(tx, id);
  const state = invitationSteps[before].refuse;
  if (state === null) return refused("wrong-state");
  return answer(tx, id, { state, reason: reason?.trim() || null }, "refuse", now);
}

/** Our host leaves: nothing that it signed here stands any more. */
export async function leaveJoint(tx: Transaction, id: string, reason: string | null, now: Date): Invited {
  const invitation = await lockInvitation(tx, id);
  const state = invitationSteps[invitation.state].leave;
  if (state === null) return refused("wrong-state");
  if (invitation.state === "left" || invitation.state === "ended") return done(invitation);
  if (invitation.stamps.length === 0) return refused("not-signed");
  await tx
    .updateTable("jointStamps")
    .set({ withdrawn: now, changed: now })
    .where("invitation", "=", id)
    .where("withdrawn", "is", null)
    .execute();
  return answer(tx, id, { state, reason: reason?.trim() || null }, "leave", now);
}

/** Our host takes in nobody for its part any more: the whole is closed. */
export const closePart = (tx: Transaction, id: string, note: string | null, now: Date): Invited =>
  setPart(tx, id, { part: "closed", partNote: note?.trim() || null }, now);

/** Our host takes in people for its part again. */
export const openPart = (tx: Transaction, id: string, now: Date): Invited =>
  setPart(tx, id, { part: "open", partNote: null }, now);

async function setPart(
  tx: Transaction,
  id: string,
  said: { readonly part: PartState; readonly partNote: string | null },
  now: Date,
): Invited {
  const { stamps } = await lockInvitation(tx, id);
  if (stamps.length === 0) return refused("not-signed");
  await tx.updateTable("jointStamps").set({ changed: now }).where("invitation", "=", id).execute();
  return answer(tx, id, said, "part", now);
}

async function answer(
  tx: Transaction,
  id: string,
  columns: Partial<Pick<JointInvitation, "state" | "reason" | "part" | "partNote">>,
  deed: JointAnswered["deed"],
  now: Date,
): Invited {
  const answered = deed === "part" ? {} : { answered: now };
  await tx
    .updateTable("jointInvitations")
    .set({ ...columns, ...answered, changed: now })
    .where("id", "=", id)
    .execute();
  const event: JointAnswered = { ...happened(now), name: "joint-answered", invitation: id, deed };
  await record(tx, event);
  return done(await needInvitation(tx, id));
}

/** The invitation as it stands, and as it stays until this transaction ends. */
export async function lockInvitation(tx: Transaction, id: string): Promise<JointInvitation> {
  await tx.selectFrom("jointInvitations").select("id").where("id", "=", id).forUpdate().execute();
  return needInvitation(tx, id);
}

async function needInvitation(tx: Transaction, id: string): Promise<JointInvitation> {
  const invitation = await findInvitation(tx, id);
  if (invitation === null) throw new NotFound(`there is no invitation ${id}`);
  return invitation;
}
