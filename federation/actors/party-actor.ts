import { sql } from "kysely";
import type { Reader } from "../../src/foundation/database.ts";
import type { LocalActor } from "../addresses.ts";

/** As which actor of ours a party speaks to other servers: the host as itself, an association as its own; null for one that has none here. */
export async function findPartyActor(reader: Reader, party: string): Promise<LocalActor | null> {
  const { rows } = await sql<LocalActor>`
    select handles.id, handles.kind from parties join handles on handles.gone is null
      and (handles.id = parties.id or (parties.kind = 'host' and handles.kind = 'host'))
    where parties.id = ${party} and parties.erased is null limit 1`.execute(reader);
  return rows[0] ?? null;
}
