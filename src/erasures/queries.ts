import type { Reader } from "../foundation/database.ts";
import { digestOf } from "./changes.ts";
import type { Erasure, ErasureKind } from "./erasures.ts";

/** What was erased by whoever has this private link; null where it opens nothing. */
export async function findErasureByLink(reader: Reader, token: string): Promise<Erasure | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const row = await erasures(reader).where("link", "=", digestOf(token)).executeTakeFirst();
  return row ? erasureOf(row) : null;
}

/** What was erased, the last first. */
export async function listErasures(
  reader: Reader,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly Erasure[]> {
  const rows = await erasures(reader).orderBy("happened", "desc").orderBy("id").limit(limit).offset(offset).execute();
  return rows.map(erasureOf);
}

const erasures = (reader: Reader) => reader.selectFrom("erasures").select(["id", "kind", "happened"]);

function erasureOf(row: Omit<Erasure, "kind"> & { readonly kind: string }): Erasure {
  return { ...row, kind: row.kind as ErasureKind };
}
