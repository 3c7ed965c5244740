import type { Reader } from "../foundation/database.ts";
import type { LogoFormat } from "./logo.ts";

/** The bytes at the address of a picture; null where there is none. */
export async function findPicture(reader: Reader, id: string, format: LogoFormat): Promise<Buffer | null> {
  const row = await reader
    .selectFrom("pictures")
    .select("bytes")
    .where("id", "=", id)
    .where("format", "=", format)
    .executeTakeFirst();
  return row?.bytes ?? null;
}
