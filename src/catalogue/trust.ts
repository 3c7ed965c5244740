import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";

/** Settles anew how far the hosts of these origins are trusted. */
export async function settleTrust(tx: Transaction, _now: Date, origins: readonly string[] = []): Promise<void> {
  await sql`
    update catalogue_hosts set trust = case
      when instances.source = 'own' then 4
      when is_blocked(instances.origin) then 0
      when instances.state not in ('known', 'hidden') then 1
      when exists (
        select from peers where peers.origin = instances.origin and (ours = 'approved' or theirs = 'approved')) then 4
      else 2 end
    from instances where instances.origin = catalogue_hosts.origin and instances.origin = any(${[...origins]}::text[])`.execute(
    tx,
  );
}
