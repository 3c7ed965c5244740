import { z } from "zod";
import type { Reader } from "../foundation/database.ts";
import type { Acting } from "../funding/acting.ts";
import type { Fields, Saying, SayingKind } from "./sayings.ts";

const StoredFields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** By what its link says; null when there is none, or no longer. */
export async function findSaying(reader: Reader, token: string): Promise<Saying | null> {
  const row = await reader
    .selectFrom("sayings")
    .selectAll()
    .where("token", "=", token.toLowerCase())
    .executeTakeFirst();
  return row ? sayingOf(row) : null;
}

/** What was read of a message; a transaction holds it until it ends. */
export async function findSayingOf(reader: Reader, note: string): Promise<Saying | null> {
  const row = await reader.selectFrom("sayings").selectAll().where("note", "=", note).forUpdate().executeTakeFirst();
  return row ? sayingOf(row) : null;
}

type Row = Omit<Saying, "kind" | "deed" | "fields"> & {
  readonly kind: string;
  readonly deed: string;
  readonly fields: unknown;
};

const sayingOf = (row: Row): Saying => ({
  ...row,
  kind: row.kind as SayingKind,
  deed: row.deed as Saying["deed"],
  fields: StoredFields.parse(row.fields),
});

/** How a form is filled in, and where its author wrote it. */
export interface Prefill {
  readonly fields: Fields;
  /** The names of the fields that have to be looked at. */
  readonly unsure: readonly string[];
  /** The address of what they wrote; null where it was not meant for everybody. */
  readonly original: string | null;
}

/** What a short link fills a form in with, for its author alone; null for everybody else, and once it was used or taken back. */
export async function findPrefill(
  reader: Reader,
  kind: SayingKind,
  token: string,
  acting: Acting | null,
): Promise<Prefill | null> {
  const saying = await findSaying(reader, token);
  if (saying === null || saying.kind !== kind || saying.used !== null || saying.withdrawn !== null) return null;
  if (acting?.kind !== "actor" || acting.actor !== saying.actor) return null;
  const message = await reader
    .selectFrom("messages")
    .select(["visibility", "deleted"])
    .where("id", "=", saying.note)
    .executeTakeFirst();
  const open = message?.deleted === null && ["public", "unlisted"].includes(message.visibility);
  return { fields: saying.fields, unsure: saying.unsure, original: open ? saying.note : null };
}
