import { randomBytes } from "node:crypto";
import type { Database } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";
import { findHost } from "../hosts/queries.ts";

/** The link that opens the set-up for a day, in place of the ones before; null once somebody has set the site up. */
export async function makeSetupLink(db: Database, secret: Secret, origin: string, now: Date): Promise<string | null> {
  if (await findHost(db)) return null;
  const token = randomBytes(24).toString("base64url");
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom("setupLinks").execute();
    const expires = new Date(now.getTime() + 24 * 3_600_000);
    await tx
      .insertInto("setupLinks")
      .values({ hash: secret.digest("setup-link", token), expires })
      .execute();
  });
  return `${origin}/admin/setup?token=${token}`;
}
