import { randomUUID } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Highlight, Ref } from "./portal.ts";

/** Why something is recommended, in whose name. */
export interface Reason {
  readonly reason: string;
  readonly language: string;
  readonly who: string;
}

/** Recommends a host or an offer; one that is recommended already keeps its first reason, and is given back. */
export async function addHighlight(
  tx: Transaction,
  ref: Ref & { readonly name: string },
  said: Reason,
  now: Date,
): Promise<string> {
  const made = await tx
    .insertInto("highlights")
    .values({ id: randomUUID(), ...ref, ...said, said: now })
    .onConflict((known) => known.column("actor").doUpdateSet(({ ref: column }) => ({ kind: column("excluded.kind") })))
    .returning("id")
    .executeTakeFirstOrThrow();
  return made.id;
}

/** Says the reason anew, unless somebody did since the form was shown: then it stays as they have it, and this is given back. */
export async function changeHighlight(
  tx: Transaction,
  id: string,
  { version, now, ...said }: Reason & { readonly version: number; readonly now: Date },
): Promise<Highlight | null> {
  const known = await needHighlight(tx, id);
  if (known.version !== version) return known;
  await tx
    .updateTable("highlights")
    .set({ ...said, said: now, version: version + 1 })
    .where("id", "=", id)
    .execute();
  return null;
}

export async function removeHighlight(tx: Transaction, id: string): Promise<Highlight> {
  const known = await needHighlight(tx, id);
  await tx.deleteFrom("highlights").where("id", "=", id).execute();
  return known;
}

/** What is recommended, what was said last first. */
export async function listHighlights(reader: Reader): Promise<readonly Highlight[]> {
  const rows = await reader.selectFrom("highlights").selectAll().orderBy("said", "desc").orderBy("id").execute();
  return rows.map(highlightOf);
}

export async function findHighlight(reader: Reader, id: string): Promise<Highlight | null> {
  const row = await reader.selectFrom("highlights").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? highlightOf(row) : null;
}

async function needHighlight(tx: Transaction, id: string): Promise<Highlight> {
  const row = await tx.selectFrom("highlights").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFound(`there is no highlight ${id}`);
  return highlightOf(row);
}

const highlightOf = (row: Omit<Highlight, "kind"> & { readonly kind: string }): Highlight => ({
  ...row,
  kind: row.kind === "host" ? "host" : "offer",
});
