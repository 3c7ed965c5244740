import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Territory } from "../hosts/host.ts";
import { coverageOf } from "../hosts/map.ts";

/** Who is there for each department of France. */
export interface Served {
  /** How many hosts, by the code of the department. */
  readonly departments: ReadonlyMap<string, number>;
  /** How many hosts in all. */
  readonly hosts: number;
  /** Hosts that name no place in France, by name, and no more than a page has room for. */
  readonly placeless: readonly { readonly origin: string; readonly own: boolean; readonly name: string }[];
}

/** Two statements, however many hosts: those of one territory are counted together. */
export async function listServed(reader: Reader): Promise<Served> {
  const rows = await shown(reader)
    .select([territory.as("territory"), ({ fn }) => fn.countAll<string>().as("count")])
    .groupBy(territory)
    .execute();
  const departments = new Map<string, number>();
  for (const { territory, count } of rows) {
    const coverage = territory && coverageOf(territory);
    for (const code of coverage ? [...coverage.whole, ...coverage.part] : [])
      departments.set(code, (departments.get(code) ?? 0) + Number(count));
  }
  const hosts = rows.reduce((sum, { count }) => sum + Number(count), 0);
  return { departments, hosts, placeless: await listPlaceless(reader) };
}

const mostNamed = 100;

async function listPlaceless(reader: Reader): Promise<Served["placeless"]> {
  const rows = await shown(reader)
    .select(["instances.origin", "instances.source", sql<string>`profile ->> 'name'`.as("name")])
    .where(
      sql<boolean>`not exists (
        select from jsonb_array_elements_text(coalesce(${territory} -> 'codes', '[]')) code
        where code ~ '^(com|epci|dep|reg):|^country:FR$')`,
    )
    .orderBy("name")
    .limit(mostNamed)
    .execute();
  return rows.map(({ source, ...row }) => ({ ...row, own: source === "own" }));
}

const territory = sql<Territory | null>`nullif(profile -> 'territory', 'null')`;

/** Hosts that give something and that this site answers for; a portal is for everyone's offers. */
function shown(reader: Reader) {
  return reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .where("trust", ">=", 3)
    .where("instances.state", "=", "known")
    .where(sql<boolean>`jsonb_array_length(profile -> 'capabilities') > 0`);
}
