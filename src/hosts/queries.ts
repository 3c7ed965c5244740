import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { FirstRun } from "./first-run.ts";
import { StoredFirstRun, StoredProfile } from "./form.ts";
import type { Host, KeptHost } from "./host.ts";
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

/** Who hosts here, to be edited: nobody else changes it before this transaction ends. Throws before the set-up. */
export async function lockHost(tx: Transaction): Promise<KeptHost> {
  await tx.selectFrom("hosts").select("id").forUpdate().execute();
  return needHost(tx);
}

/** Who hosts here, with the version of what is said. Throws before the set-up. */
export async function needHost(reader: Reader): Promise<KeptHost> {
  const [host, row] = [await findHost(reader), await reader.selectFrom("hosts").select("version").executeTakeFirst()];
  if (host === null || row === undefined) throw new NotFound("nobody hosts here yet");
  return { ...host, version: row.version };
}

/** Where the guided set-up stands; null when it is over, or there was none. */
export async function findFirstRun(reader: Reader): Promise<FirstRun | null> {
  const row = await reader.selectFrom("hosts").select("firstRun").executeTakeFirst();
  return row?.firstRun ? StoredFirstRun.parse(row.firstRun) : null;
}
