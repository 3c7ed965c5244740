import { sql } from "kysely";
import type { Database } from "../foundation/database.ts";
import { idleDays } from "./sessions.ts";

/** Forgets what has run out: links, challenges, tries, sessions, secrets that nobody confirmed, and the journal after a year. */
export async function sweepAccounts(db: Database, now: Date): Promise<void> {
  const ago = (span: string) => sql<Date>`${now}::timestamptz - ${span}::interval`;
  await db.deleteFrom("passkeyChallenges").where("expires", "<", now).execute();
  await db.deleteFrom("resetLinks").where("expires", "<", now).execute();
  await db.deleteFrom("signInLinks").where("expires", "<", now).execute();
  await db.deleteFrom("signInTries").where("latest", "<", ago("15 minutes")).execute();
  await db.deleteFrom("invitations").where("expires", "<", ago("30 days")).execute();
  await db.deleteFrom("codeApps").where("confirmed", "is", null).where("created", "<", ago("1 day")).execute();
  await db
    .deleteFrom("sessions")
    .where("seen", "<", ago(`${idleDays} days`))
    .execute();
  await db.deleteFrom("journal").where("done", "<", ago("1 year")).execute();
}
