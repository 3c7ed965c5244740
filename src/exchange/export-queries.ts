import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";

/** How much a whole export holds. */
export interface ArchiveCounts {
  readonly offers: number;
  readonly services: number;
  readonly followers: number;
  readonly messages: number;
}

export async function countArchive(reader: Reader): Promise<ArchiveCounts> {
  const { rows } = await sql<ArchiveCounts>`
    select (select count(*) from offers) as offers, (select count(*) from services) as services,
      (select count(*) from followers) as followers, (select count(*) from messages) as messages`.execute(reader);
  return rows[0] ?? { offers: 0, services: 0, followers: 0, messages: 0 };
}
