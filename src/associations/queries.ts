import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Association, AssociationState, Registration } from "./associations.ts";

const columns = [
  ...(["id", "name", "presentation", "territory", "sector", "rna", "siret", "website", "public", "language"] as const),
  ...(["state", "reason", "created", "confirmed", "decided", "version"] as const),
] as const;

export async function findAssociation(reader: Reader, id: string): Promise<Association | null> {
  const row = await reader.selectFrom("associations").select(columns).where("id", "=", id).executeTakeFirst();
  return row ? associationOf(row) : null;
}

/** Those whose address is confirmed, the newest first; with one more than `limit` where there are more. */
export async function listAssociations(
  reader: Reader,
  { state, limit, offset }: { readonly state: AssociationState; readonly limit: number; readonly offset: number },
): Promise<readonly Association[]> {
  const rows = await reader
    .selectFrom("associations")
    .select(columns)
    .where("state", "=", state)
    .where("confirmed", "is not", null)
    .orderBy("created", "desc")
    .orderBy("id")
    .limit(limit + 1)
    .offset(offset)
    .execute();
  return rows.map(associationOf);
}

/** Those that wait for the host, the first first. */
export async function listWaiting(reader: Reader): Promise<readonly Association[]> {
  const rows = await reader
    .selectFrom("associations")
    .select(columns)
    .where("state", "=", "waiting")
    .where("confirmed", "is not", null)
    .orderBy("created")
    .limit(50)
    .execute();
  return rows.map(associationOf);
}

/** How many wait for the host, as a subselect. */
export const waitingAssociations = sql<number>`(
  select count(*) from associations where state = 'waiting' and confirmed is not null)`;

export async function countByState(reader: Reader): Promise<Readonly<Partial<Record<AssociationState, number>>>> {
  const rows = await reader
    .selectFrom("associations")
    .select(["state", sql<number>`count(*)`.as("count")])
    .where("confirmed", "is not", null)
    .groupBy("state")
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** How associations get an account here. */
export async function findRegistration(reader: Reader): Promise<Registration> {
  const row = await reader.selectFrom("associationSettings").select("registration").executeTakeFirst();
  return (row?.registration as Registration | undefined) ?? "approval";
}

type Row = Omit<Association, "language" | "state"> & { readonly language: string; readonly state: string };

function associationOf({ language, state, ...row }: Row): Association {
  return { ...row, language: language === "en" ? "en" : "fr", state: state as AssociationState };
}
