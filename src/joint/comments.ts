import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { happened } from "./changes.ts";
import type { JointCommented, JointHeard } from "./events.ts";
import { type JointComment, type JointRefusal, partOf } from "./joint.ts";
import { findInvitationTo, findPaper, listComments } from "./queries.ts";

/** What a comment is about: a paper of ours, or an invitation. */
export type Commented = { readonly paper: string } | { readonly invitation: string };

/** Our host writes to those with whom it signs; nobody else reads it. */
export async function comment(
  tx: Transaction,
  about: Commented,
  text: string,
  { own, name, noteAt, now }: Commenting,
): Promise<Outcome<JointComment, JointRefusal>> {
  if (text.trim() === "") return refused("comment-empty");
  const id = randomUUID();
  const said = { id, author: own, name, text: text.trim(), said: now };
  await tx
    .insertInto("jointComments")
    .values({ ...said, ...sidesOf(about), note: noteAt(id) })
    .execute();
  const event: JointCommented = { ...happened(now), name: "joint-commented", comment: id };
  await record(tx, event);
  return done(said);
}

/** Who writes, and where it will stand. */
export interface Commenting {
  /** The permanent address of our own host, and how it is called. */
  readonly own: string;
  readonly name: string;
  noteAt(id: string): string;
  readonly now: Date;
}

/** So many are kept of one paper. */
const mostComments = 1_000;

const sidesOf = (about: Commented) => ({
  paper: "paper" in about ? about.paper : null,
  invitation: "invitation" in about ? about.invitation : null,
});

/** What one of those who sign together wrote to ours. False where it is about nothing that they sign with us. */
export async function hearComment(
  tx: Transaction,
  heard: {
    readonly note: string;
    readonly author: string;
    readonly text: string;
    readonly said: Date;
    /** The id of a paper of ours, or the proposal of another lead. */
    readonly about: { readonly paper: string } | { readonly proposal: string };
  },
  now: Date,
): Promise<boolean> {
  const { note, author, text, said, about } = heard;
  const found = "paper" in about ? await findPaper(tx, about.paper) : await findInvitationTo(tx, about.proposal);
  if (found === null || partOf(found.terms, author) === null) return false;
  const sides = sidesOf("paper" in about ? about : { invitation: found.id });
  const name = [...found.partners, ...("lead" in found ? [found.lead] : [])].find((one) => one.actor === author)?.name;
  if ((await listComments(tx, "paper" in about ? about : { invitation: found.id })).length >= mostComments) return true;
  const row = { id: randomUUID(), note, author, name: name ?? author, text, said, ...sides };
  const kept = await tx
    .insertInto("jointComments")
    .values(row)
    .onConflict((known) => known.column("note").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (kept === undefined) return true;
  const event: JointHeard = { ...happened(now), name: "joint-heard", ...sides, what: "comment", actor: author };
  await record(tx, event);
  return true;
}

/** Whoever wrote it takes it back: nothing is left of it. */
export async function forgetComment(tx: Transaction, note: string, author: string): Promise<void> {
  await tx.deleteFrom("jointComments").where("note", "=", note).where("author", "=", author).execute();
}
