import type { Reader } from "../foundation/database.ts";
import { StoredService } from "./form.ts";
import type { Service } from "./service.ts";

/** All that the host runs, for everyone, in its own order. */
export async function listServices(reader: Reader): Promise<readonly Service[]> {
  const rows = await reader.selectFrom("services").selectAll().orderBy("position").orderBy("id").execute();
  return rows.map(serviceOf);
}

export async function findService(reader: Reader, slug: string): Promise<Service | null> {
  const row = await reader.selectFrom("services").selectAll().where("slug", "=", slug).executeTakeFirst();
  return row ? serviceOf(row) : null;
}

export async function findServiceById(reader: Reader, id: string): Promise<Service | null> {
  const row = await reader.selectFrom("services").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? serviceOf(row) : null;
}

/** By the address that it was imported from. */
export async function findServiceFrom(reader: Reader, source: string): Promise<Service | null> {
  const row = await reader.selectFrom("services").selectAll().where("source", "=", source).executeTakeFirst();
  return row ? serviceOf(row) : null;
}

interface Row extends Omit<Service, "content"> {
  readonly content: unknown;
}

function serviceOf(row: Row): Service {
  return { ...row, content: StoredService.parse(row.content) };
}
