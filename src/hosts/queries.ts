import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { StoredProfile } from "./form.ts";
import type { Host } from "./host.ts";
import type { LogoAddress, LogoFormat } from "./logo.ts";

/** Who hosts here; null before the set-up. */
export async function findHost(reader: Reader): Promise<Host | null> {
  const row = await reader
    .selectFrom("hosts")
    .innerJoin("handles", "handles.id", "hosts.id")
    .select(["hosts.id", "handles.name as handle", "hosts.profile", "hosts.created", "hosts.changed"])
    .select(currentLogo.as("logo"))
    .executeTakeFirst();
  return row ? { ...row, profile: StoredProfile.parse(row.profile), logo: row.logo.map(addressOf) } : null;
}

interface LogoRow {
  readonly id: string;
  readonly format: LogoFormat;
  readonly size: number;
}

// In the same question: every page asks it.
const currentLogo = sql<readonly LogoRow[]>`coalesce((
  select json_agg(json_build_object('id', id, 'format', format, 'size', size) order by size, format)
  from pictures where purpose = 'logo' and replaced is null), '[]')`;

function addressOf({ id, format, size }: LogoRow): LogoAddress {
  return { format, size, path: `/pictures/${id}.${format}` };
}
