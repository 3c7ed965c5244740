import type { Database, Reader } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";

/** As whom another server knows this site. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  /** What it lets us ask for. */
  readonly scope: string;
}

const purpose = "visitor-server";

export async function findClient(reader: Reader, secret: Secret, origin: string): Promise<Client | null> {
  const row = await reader.selectFrom("visitorServers").selectAll().where("origin", "=", origin).executeTakeFirst();
  if (!row) return null;
  return { id: row.clientId, secret: secret.unseal(purpose, row.clientSecret).toString("utf8"), scope: row.scope };
}

export async function keepClient(
  db: Database,
  secret: Secret,
  origin: string,
  { client, now }: { readonly client: Client; readonly now: Date },
): Promise<void> {
  const clientSecret = secret.seal(purpose, Buffer.from(client.secret));
  const row = { clientId: client.id, clientSecret, scope: client.scope, registered: now };
  await db
    .insertInto("visitorServers")
    .values({ origin, ...row })
    .onConflict((known) => known.column("origin").doUpdateSet(row))
    .execute();
}

/** It knows us no longer: next time it is asked anew. */
export async function forgetClient(db: Database, origin: string): Promise<void> {
  await db.deleteFrom("visitorServers").where("origin", "=", origin).execute();
}
