import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import type { Reader, Transaction } from "../../src/foundation/database.ts";
import type { Secret } from "../../src/foundation/secret.ts";
import { pemOf, sealKey, unsealKey } from "./keys.ts";

const rsa = z.string().transform(keyOf("rsa"));
const ed25519 = z.string().transform(keyOf("ed25519"));

/** The key pairs of a local actor on their way to another server: private keys as PEM, the public ones follow from them. */
export const MovingKeys = z.strictObject({ actor: z.guid(), rsa, ed25519, created: z.iso.datetime() });

/** All key pairs in clear, for an envelope that a passphrase closes. */
export async function listKeys(reader: Reader, secret: Secret): Promise<readonly z.input<typeof MovingKeys>[]> {
  const rows = await reader.selectFrom("actorKeys").selectAll().orderBy("actor").execute();
  const open = (actor: string, box: Uint8Array) =>
    unsealKey(secret, actor, box).export({ type: "pkcs8", format: "pem" }).toString();
  return rows.map(({ actor, rsaPrivate, ed25519Private, created }) => {
    return {
      actor,
      rsa: open(actor, rsaPrivate),
      ed25519: open(actor, ed25519Private),
      created: created.toISOString(),
    };
  });
}

/** Keeps key pairs that came from elsewhere, sealed with this server's secret; those of actors that are not here are left. */
export async function keepKeys(
  tx: Transaction,
  secret: Secret,
  keys: readonly z.output<typeof MovingKeys>[],
): Promise<number> {
  const known = new Set((await tx.selectFrom("handles").select("id").execute()).map(({ id }) => id));
  const kept = keys.filter(({ actor }) => known.has(actor));
  for (const { actor, rsa, ed25519, created } of kept) {
    const columns = {
      ...{ rsaPublic: pemOf(createPublicKey(rsa)), rsaPrivate: sealKey(secret, actor, rsa) },
      ...{ ed25519Public: pemOf(createPublicKey(ed25519)), ed25519Private: sealKey(secret, actor, ed25519), created },
    };
    await tx
      .insertInto("actorKeys")
      .values({ actor, ...columns })
      .onConflict((conflict) => conflict.column("actor").doUpdateSet(columns))
      .execute();
  }
  return kept.length;
}

function keyOf(type: "rsa" | "ed25519") {
  return (pem: string, refusal: z.RefinementCtx<string>): KeyObject => {
    const key = read(pem);
    if (key?.asymmetricKeyType === type) return key;
    refusal.addIssue({ code: "custom", message: `a private ${type} key as PEM` });
    return z.NEVER;
  };
}

function read(pem: string): KeyObject | null {
  try {
    return createPrivateKey(pem);
  } catch {
    return null;
  }
}
