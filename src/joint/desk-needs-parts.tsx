import { NotFound } from "../foundation/errors.ts";
import type { JointContext, JointDeskDeps } from "./desk-doing-parts.tsx";
import type { JointInvitation, JointPaper } from "./joint.ts";
import { findInvitation, findPaper } from "./queries.ts";

/** What our host leads and a path names. */
export async function needPaper({ db }: Pick<JointDeskDeps, "db">, c: JointContext): Promise<JointPaper> {
  const paper = await findPaper(db, c.req.param("id") ?? "");
  if (paper === null) throw new NotFound();
  return paper;
}

/** What our host is asked to sign and a path names. */
export async function needInvitation({ db }: Pick<JointDeskDeps, "db">, c: JointContext): Promise<JointInvitation> {
  const invitation = await findInvitation(db, c.req.param("id") ?? "");
  if (invitation === null) throw new NotFound();
  return invitation;
}
