import { z } from "zod";
import type { Reader, Transaction } from "../foundation/database.ts";
import { outsideStates } from "./outside.ts";
import { partnershipKinds } from "./partnership.ts";

const instant = z.iso.datetime({ offset: true });
const maybe = z.string().nullable();

/** A request to a host without a site of its own, on its way to another server, with the digest of its private link. */
export const MovingOutside = z.strictObject({
  ...{ id: z.guid(), name: z.string(), email: z.string(), language: z.enum(["fr", "en"]) },
  ...{ kind: z.enum(partnershipKinds), rolesOffered: z.array(z.string()), rolesWanted: z.array(z.string()) },
  ...{ message: z.string(), state: z.enum(outsideStates), shown: z.boolean(), theirShown: z.boolean().nullable() },
  ...{ reason: maybe, tokenDigest: z.string(), asked: instant, expires: instant.nullable() },
  ...{ answered: instant.nullable(), changed: instant },
});
export type MovingOutside = z.infer<typeof MovingOutside>;

/** All of them, for an envelope that a passphrase closes. */
export async function listMovingOutside(reader: Reader): Promise<readonly unknown[]> {
  return await reader.selectFrom("outsidePartnerships").selectAll().orderBy("asked").orderBy("id").execute();
}

/** Keeps those that came from elsewhere instead of those that are here; how many. */
export async function keepOutside(tx: Transaction, moving: readonly MovingOutside[]): Promise<number> {
  await tx.deleteFrom("outsidePartnerships").execute();
  if (moving.length > 0)
    await tx
      .insertInto("outsidePartnerships")
      .values([...moving])
      .execute();
  return moving.length;
}
