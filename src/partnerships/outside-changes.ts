import { randomBytes, randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type OutsideAct, type OutsidePartnership, outsideAfter, outsideKeptSince } from "./outside.ts";
import type { OutsidePartnershipAnswered } from "./outside-events.ts";
import { findOutside, outsideDigestOf } from "./outside-queries.ts";

export type OutsideAsked = Pick<
  OutsidePartnership,
  "name" | "email" | "language" | "kind" | "rolesOffered" | "rolesWanted" | "message" | "expires" | "shown"
>;

/** More than this in a day would be mail that nobody asked for. */
export const mostOutsideADay = 20;

/** Asks a host that has no Essaim; gives the last part of its private link, which is kept nowhere. */
export async function askOutside(
  tx: Transaction,
  asked: OutsideAsked,
  now: Date,
): Promise<Outcome<{ readonly id: string; readonly token: string }, "too-many-today">> {
  const since = new Date(now.getTime() - 86_400_000);
  const { count } = await tx
    .selectFrom("outsidePartnerships")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("asked", ">", since)
    .executeTakeFirstOrThrow();
  if (count >= mostOutsideADay) return refused("too-many-today");
  const [id, token] = [randomUUID(), newToken()];
  const { rolesOffered, rolesWanted, ...said } = asked;
  await tx
    .insertInto("outsidePartnerships")
    .values({
      ...{ id, ...said, rolesOffered: [...rolesOffered], rolesWanted: [...rolesWanted], state: "sent" },
      ...{ tokenDigest: outsideDigestOf(token), asked: now, changed: now },
    })
    .execute();
  return done({ id, token });
}

/** Another private link in the place of the first, which opens nothing any more; null where nothing waits for an answer or is in force. */
export async function renewOutsideLink(tx: Transaction, id: string): Promise<string | null> {
  const token = newToken();
  const row = await tx
    .updateTable("outsidePartnerships")
    .set({ tokenDigest: outsideDigestOf(token) })
    .where("id", "=", id)
    .where("state", "in", ["sent", "accepted"])
    .returning("id")
    .executeTakeFirst();
  return row ? token : null;
}

const newToken = (): string => randomBytes(32).toString("base64url");

/** What one of both sides does with it. */
export interface OutsideDoing {
  readonly act: Exclude<OutsideAct, "expire">;
  readonly by: "us" | "them";
  readonly reason: string | null;
  /** With an answer that says yes: whether it may be named in public. */
  readonly shown?: boolean;
  readonly now: Date;
}

/** Answers, or takes back; our team hears what the other did. The same once more changes nothing. */
export async function actOutside(
  tx: Transaction,
  id: string,
  { act, by, reason, shown = false, now }: OutsideDoing,
): Promise<Outcome<OutsidePartnership, "not-possible-now">> {
  await tx.selectFrom("outsidePartnerships").select("id").where("id", "=", id).forUpdate().execute();
  const known = await findOutside(tx, id);
  const state = known && outsideAfter(known.state, act);
  if (known === null || state === null) return refused("not-possible-now");
  const answer = act === "withdraw" ? {} : { answered: now, theirShown: act === "accept" && shown };
  const change = { state, reason, changed: now, ...answer };
  await tx.updateTable("outsidePartnerships").set(change).where("id", "=", id).execute();
  if (by === "them") await record(tx, answeredEvent(id, act, now));
  return done({ ...known, ...change });
}

function answeredEvent(partnership: string, act: OutsideDoing["act"], now: Date): OutsidePartnershipAnswered {
  return { id: randomUUID(), name: "outside-partnership-answered", happened: now.toISOString(), partnership, act };
}

/** Says whether our side agrees that it is named in public. */
export async function showOutside(tx: Transaction, id: string, shown: boolean, now: Date): Promise<boolean> {
  const row = await tx
    .updateTable("outsidePartnerships")
    .set({ shown, changed: now })
    .where("id", "=", id)
    .where("state", "=", "accepted")
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Leaves nothing of it, and nothing under its link; false where there was none. */
export async function eraseOutside(tx: Transaction, id: string): Promise<OutsidePartnership | null> {
  const known = await findOutside(tx, id);
  await tx.deleteFrom("outsidePartnerships").where("id", "=", id).execute();
  return known;
}

/** What waited too long has expired; what has not changed for months and is not in force is erased. */
export async function sweepOutside(tx: Transaction, now: Date): Promise<void> {
  await tx
    .updateTable("outsidePartnerships")
    .set({ state: "expired", changed: now })
    .where("state", "=", "sent")
    .where("expires", "<", now)
    .execute();
  await tx
    .deleteFrom("outsidePartnerships")
    .where("state", "not in", ["sent", "accepted"])
    .where("changed", "<", outsideKeptSince(now))
    .execute();
}
