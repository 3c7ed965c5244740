import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { Secret } from "../foundation/secret.ts";
import { sealKey, unsealKey } from "./codes.ts";

const bytes = z.base64().max(20_000);
const instant = z.iso.datetime();

/** A passkey belongs to the site's address, which stays the same, so it moves along. */
const MovingPasskey = z.strictObject({
  ...{ id: z.string().min(1).max(1_400), name: z.string().max(100), publicKey: bytes, counter: z.int().min(0) },
  ...{ transports: z.array(z.string().max(30)).max(10), created: instant, used: instant.nullable() },
});

/** An account on its way to another server: how it signs in stays the same there. */
export const MovingAccount = z.strictObject({
  id: z.guid(),
  name: z.string().max(100).default(""),
  email: z.email(),
  role: z.enum(["administrator", "editor", "reader", "member"]),
  /** Of a member; null for the host's own team. */
  association: z.guid().nullable().default(null),
  /** Null for a member who comes in by mail alone. */
  passwordHash: z
    .string()
    .regex(/^\$argon2id\$/, "an argon2id hash")
    .nullable(),
  created: instant,
  passkeys: z.array(MovingPasskey).max(100).default([]),
  /** The secret that the telephone shares. The codes written down depend on the old server's own, and stay. */
  codes: z
    .strictObject({ key: bytes, confirmed: instant, lastStep: z.int().min(0) })
    .nullable()
    .default(null),
});
export type MovingAccount = z.infer<typeof MovingAccount>;

/** All accounts with the ways in which they sign in, for an envelope that a passphrase closes. */
export async function listMovingAccounts(reader: Reader, secret: Secret): Promise<readonly MovingAccount[]> {
  const rows = await reader
    .selectFrom("accounts")
    .select(["id", "name", "email", "role", "association", "passwordHash", "created"])
    .orderBy("created")
    .execute();
  const accounts: unknown[] = [];
  for (const row of rows) {
    const [passkeys, codes] = [await passkeysOf(reader, row.id), await codesOf(reader, secret, row.id)];
    accounts.push({ ...row, created: row.created.toISOString(), passkeys, codes });
  }
  return z.array(MovingAccount).parse(accounts);
}

/** Keeps accounts that came from elsewhere, or their newer form; an address that somebody else has here is left. */
export async function keepAccounts(
  tx: Transaction,
  secret: Secret,
  accounts: readonly MovingAccount[],
): Promise<number> {
  const here = await tx.selectFrom("accounts").select(["id", "email"]).execute();
  const owner = new Map(here.map(({ id, email }) => [email.toLowerCase(), id]));
  const kept = accounts.filter(({ id, email }) => (owner.get(email.toLowerCase()) ?? id) === id);
  for (const { id, passkeys, codes, ...rest } of kept) {
    await tx
      .insertInto("accounts")
      .values({ id, ...rest })
      .onConflict((conflict) => conflict.column("id").doUpdateSet(rest))
      .execute();
    await keepPasskeys(tx, id, passkeys);
    await keepCodes(tx, secret, id, codes);
  }
  return kept.length;
}

async function passkeysOf(reader: Reader, account: string) {
  const rows = await reader.selectFrom("passkeys").selectAll().where("account", "=", account).orderBy("id").execute();
  return rows.map(({ account: _, publicKey, created, used, ...row }) => ({
    ...{ ...row, publicKey: publicKey.toString("base64") },
    ...{ created: created.toISOString(), used: used?.toISOString() ?? null },
  }));
}

async function codesOf(reader: Reader, secret: Secret, account: string): Promise<MovingAccount["codes"]> {
  const row = await reader.selectFrom("codeApps").selectAll().where("account", "=", account).executeTakeFirst();
  if (!row || row.confirmed === null) return null;
  const key = unsealKey(secret, account, row.secret).toString("base64");
  return { key, confirmed: row.confirmed.toISOString(), lastStep: row.lastStep };
}

async function keepPasskeys(tx: Transaction, account: string, passkeys: MovingAccount["passkeys"]): Promise<void> {
  await tx.deleteFrom("passkeys").where("account", "=", account).execute();
  for (const { publicKey, ...row } of passkeys) {
    await tx
      .insertInto("passkeys")
      .values({ ...row, account, publicKey: Buffer.from(publicKey, "base64") })
      .onConflict((known) => known.doNothing())
      .execute();
  }
}

async function keepCodes(tx: Transaction, secret: Secret, account: string, codes: MovingAccount["codes"]) {
  await tx.deleteFrom("codeApps").where("account", "=", account).execute();
  if (codes === null) return;
  const { key, confirmed, lastStep } = codes;
  const sealed = sealKey(secret, account, Buffer.from(key, "base64"));
  await tx
    .insertInto("codeApps")
    .values({ account, secret: sealed, created: confirmed, confirmed, lastStep })
    .execute();
}
