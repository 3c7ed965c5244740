import type { Reader } from "../foundation/database.ts";
import { StoredProfile } from "./form.ts";
import type { Host } from "./host.ts";

/** Who hosts here; null before the set-up. */
export async function findHost(reader: Reader): Promise<Host | null> {
  const row = await reader
    .selectFrom("hosts")
    .innerJoin("handles", "handles.id", "hosts.id")
    .select(["hosts.id", "handles.name as handle", "hosts.profile", "hosts.created", "hosts.changed"])
    .executeTakeFirst();
  return row ? { ...row, profile: StoredProfile.parse(row.profile) } : null;
}
