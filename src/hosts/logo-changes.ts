import { createHash } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { recordHostChanged } from "./changes.ts";
import type { Logo } from "./logo.ts";

/** Makes this the host's logo. The one before stays at its address, for servers that have not heard of the new one; those before it go. */
export async function keepLogo(tx: Transaction, { files }: Logo, now: Date): Promise<void> {
  await touchHost(tx, now);
  await tx.deleteFrom("pictures").where("purpose", "=", "logo").where("replaced", "is not", null).execute();
  await tx.updateTable("pictures").set({ replaced: now }).where("purpose", "=", "logo").execute();
  const rows = files.map(({ format, size, bytes }) => {
    const id = createHash("sha256").update(bytes).digest("hex");
    return { id, purpose: "logo", format, size, bytes: Buffer.from(bytes), kept: now, replaced: null };
  });
  await tx
    .insertInto("pictures")
    .values(rows)
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ replaced: null }))
    .execute();
}

/** Takes the host's logo away, the one before it too: the emblem drawn from its address is back. False when there was none. */
export async function removeLogo(tx: Transaction, now: Date): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom("pictures").where("purpose", "=", "logo").executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) return false;
  await touchHost(tx, now);
  return true;
}

/** What other servers show of the host is old from now on. */
async function touchHost(tx: Transaction, now: Date): Promise<void> {
  const host = await tx.updateTable("hosts").set({ changed: now }).returning("id").executeTakeFirst();
  if (host === undefined) throw new NotFound("nobody hosts here yet");
  await recordHostChanged(tx, host.id, now);
}
