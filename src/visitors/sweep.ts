import type { Database } from "../foundation/database.ts";
import { clientSpan, idleSpan, signInSpan, wholeSpan } from "./visitors.ts";

/** Forgets those who are signed in no longer, those who never came back, and servers that were asked long ago. */
export async function sweepVisitors(db: Database, now: Date): Promise<void> {
  const ago = (span: number) => new Date(now.getTime() - span);
  await db.deleteFrom("visitorSignIns").where("created", "<", ago(signInSpan)).execute();
  await db
    .deleteFrom("visitorSessions")
    .where(({ or, eb }) => or([eb("seen", "<", ago(idleSpan)), eb("created", "<", ago(wholeSpan))]))
    .execute();
  await db.deleteFrom("visitorServers").where("registered", "<", ago(clientSpan)).execute();
}
