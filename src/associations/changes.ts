import { randomUUID } from "node:crypto";
import type { AccountRefusal } from "../accounts/account.ts";
import { createMember, type Member } from "../accounts/members.ts";
import type { Transaction } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Association, confirmDays, type Decision, type Registration, stepOf } from "./associations.ts";
import type { AssociationChanged } from "./events.ts";
import type { Profile, Registered } from "./form.ts";
import { findAssociation, findRegistration } from "./queries.ts";

export type RegisterRefusal = AccountRefusal | "registration-closed";

interface Registering {
  /** Null where its first member comes in by mail. */
  readonly password: string | null;
  readonly language: Language;
  /** Whether the address was shown to be theirs, or nothing can show it here. */
  readonly confirmed: boolean;
  readonly now: Date;
}

/** Gives an association an account, with its first member; whether it waits for the host, the host has settled. */
export async function register(
  tx: Transaction,
  { name, email, presentation }: Registered,
  { password, language, confirmed, now }: Registering,
): Promise<Outcome<Member, RegisterRefusal>> {
  const registration = await findRegistration(tx);
  if (registration === "closed") return refused("registration-closed");
  const id = randomUUID();
  const state = registration === "open" ? "approved" : "waiting";
  const row = { id, name, presentation, language, state, created: now, confirmed: confirmed ? now : null };
  await tx
    .insertInto("associations")
    .values({ ...row, decided: state === "approved" ? now : null })
    .execute();
  const member = await createMember(tx, { email, password, name: "", association: id, now });
  if (!member.done) await tx.deleteFrom("associations").where("id", "=", id).execute();
  return member;
}

/** Its address is theirs: from now on the host sees it. */
export async function confirmAssociation(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx
    .updateTable("associations")
    .set({ confirmed: now })
    .where("id", "=", id)
    .where("confirmed", "is", null)
    .execute();
}

export type DecideRefusal = "association-unknown" | "wrong-state";

/** What the host decides of an association, and tells it. */
export async function decideAssociation(
  tx: Transaction,
  id: string,
  { decision, reason, now }: { readonly decision: Decision; readonly reason: string | null; readonly now: Date },
): Promise<Outcome<Association, DecideRefusal>> {
  const association = await lock(tx, id);
  if (association === null) return refused("association-unknown");
  const step = stepOf(association.state, decision);
  if (!step.done) return step;
  const change = { state: step.value, reason, decided: now };
  await tx.updateTable("associations").set(change).where("id", "=", id).execute();
  await announce(tx, id, now);
  return done({ ...association, ...change });
}

/** Changes what an association says of itself; refused where somebody else changed it since `version`. */
export async function describeAssociation(
  tx: Transaction,
  { id, version }: Pick<Association, "id" | "version">,
  profile: Profile,
  now: Date,
): Promise<Outcome<null, "changed-meanwhile">> {
  const changed = await tx
    .updateTable("associations")
    .set({ ...profile, version: version + 1 })
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return refused("changed-meanwhile");
  await tx
    .updateTable("parties")
    .set({ name: profile.name })
    .where("id", "=", id)
    .where("erased", "is", null)
    .execute();
  await announce(tx, id, now);
  return done(null);
}

/** Settles how associations get an account here. */
export async function keepRegistration(tx: Transaction, registration: Registration): Promise<void> {
  await tx
    .insertInto("associationSettings")
    .values({ registration })
    .onConflict((known) => known.column("singleton").doUpdateSet({ registration }))
    .execute();
}

/** Forgets those that nobody confirmed. */
export async function sweepAssociations(tx: Transaction, now: Date): Promise<void> {
  await tx
    .deleteFrom("associations")
    .where("confirmed", "is", null)
    .where("created", "<", new Date(now.getTime() - confirmDays * 86_400_000))
    .execute();
  await tx.deleteFrom("associationInvitations").where("expires", "<", now).execute();
}

/** Whoever shows the association to other servers hears of it. */
async function announce(tx: Transaction, association: string, now: Date): Promise<void> {
  const event: AssociationChanged = {
    ...{ id: randomUUID(), name: "association-changed", happened: now.toISOString(), association },
  };
  await record(tx, event);
}

async function lock(tx: Transaction, id: string): Promise<Association | null> {
  await tx.selectFrom("associations").select("id").where("id", "=", id).forUpdate().execute();
  return await findAssociation(tx, id);
}
