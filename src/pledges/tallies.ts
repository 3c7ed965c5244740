import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { Promises, Standing } from "../funding/funding.ts";
import type { Cents } from "../offers/price.ts";
import { exact, isFulfilled, largestCount } from "./counting.ts";
import type { Entry, Help } from "./pledges.ts";

/** The sums of the ledger as it stands, and what they are made of. */
export interface Tally extends Promises {
  /** The conditional promises of money that count. */
  readonly counted: ReadonlySet<string>;
}

const noHelp = { pledges: 0, hour: 0, day: 0, thing: 0 };

export const nothingPromised: Tally = {
  ...{
    total: 0,
    participants: 0,
    pledges: 0,
    waiting: { pledges: 0, total: 0 },
    help: noHelp,
    counted: new Set<string>(),
  },
};

/** The tally of each of these requests, by their ids. */
export async function talliesOf(reader: Reader, requests: readonly string[]): Promise<ReadonlyMap<string, Tally>> {
  if (requests.length === 0) return new Map();
  const [sure, conditionals] = [await firmOf(reader, requests), await conditionalsOf(reader, requests)];
  return new Map(requests.map((id) => [id, tallyOf(sure.get(id) ?? nobody, conditionals.get(id) ?? [])]));
}

/** The tally of one request. */
export async function tallyFor(reader: Reader, request: string): Promise<Tally> {
  return (await talliesOf(reader, [request])).get(request) ?? nothingPromised;
}

/** What is promised of money altogether, whether it counts yet or not: that is what a cap bounds. */
export async function promisedOf(reader: Reader, request: string): Promise<Cents> {
  const { rows } = await sql<{ total: Cents }>`
    select coalesce(sum(amount), 0)::bigint as total from ${live([request])} as live where amount is not null`.execute(
    reader,
  );
  return exact(rows[0]?.total ?? 0);
}

/** Whether a promise that binds counts: its condition holds as things stand. */
export function counts({ pledge, promised }: Entry, tally: Tally): boolean {
  if (promised === null) return false;
  if (promised.condition === null) return true;
  return promised.amount === null ? isFulfilled(promised.condition, tally) : tally.counted.has(pledge);
}

/** The last rows of the promises that still bind. */
const live = (requests: readonly string[]) => sql`(
  select entry.* from pledges as entry
  where entry.request = any(${[...requests]}::uuid[]) and entry.act not in ('withdraw', 'lapse')
    and not exists (select from pledges as later where later.pledge = entry.pledge and later.number = entry.number + 1)
)`;

interface Firm extends Standing {
  readonly pledges: number;
  readonly help: Tally["help"];
}

const nobody: Firm = { total: 0, participants: 0, pledges: 0, help: noHelp };
const firm = sql`total_at_least is null and participants_at_least is null`;

/** What counts whatever others do. */
async function firmOf(reader: Reader, requests: readonly string[]): Promise<ReadonlyMap<string, Firm>> {
  const helped = (unit: Help["unit"]) => sql`coalesce(sum(help) filter (where help_unit = ${unit}), 0)::bigint`;
  const { rows } = await sql<Firm & Firm["help"] & { request: string; helpers: number }>`
    select request, count(amount) as pledges, coalesce(sum(amount), 0)::bigint as total,
      count(distinct party) filter (where amount is not null) as participants,
      count(help) as helpers, ${helped("hour")} as hour, ${helped("day")} as day, ${helped("thing")} as thing
    from ${live(requests)} as live where ${firm} group by request`.execute(reader);
  return new Map(
    rows.map(({ request, total, participants, pledges, helpers, hour, day, thing }) => {
      return [request, { total: exact(total), participants, pledges, help: { pledges: helpers, hour, day, thing } }];
    }),
  );
}

interface ConditionalRow {
  readonly pledge: string;
  readonly request: string;
  readonly party: string;
  readonly amount: Cents | null;
  readonly help: number | null;
  readonly helpUnit: Help["unit"] | null;
  readonly total: Cents | null;
  readonly participants: number | null;
  readonly present: boolean;
}

async function conditionalsOf(
  reader: Reader,
  requests: readonly string[],
): Promise<ReadonlyMap<string, ConditionalRow[]>> {
  const { rows } = await sql<ConditionalRow>`
    with live as materialized ${live(requests)}
    select pledge, request, party, amount, help, help_unit,
      total_at_least as total, participants_at_least as participants,
      (request, party) in (select request, party from live where amount is not null and ${firm}) as present
    from live where not (${firm})`.execute(reader);
  return Map.groupBy(rows, ({ request }) => request);
}

function tallyOf(sure: Firm, rows: readonly ConditionalRow[]): Tally {
  const conditionals = rows.flatMap(({ amount, total, participants, ...rest }) =>
    amount === null ? [] : [{ ...rest, amount, condition: { total, participants } }],
  );
  const { counted, ...standing } = largestCount(sure, conditionals);
  const all = exact(conditionals.reduce((sum, { amount }) => sum + amount, sure.total));
  return {
    ...{ ...standing, counted, pledges: sure.pledges + counted.size, help: helpOf(sure.help, rows, standing) },
    waiting: { pledges: conditionals.length - counted.size, total: all - standing.total },
  };
}

function helpOf(sure: Tally["help"], rows: readonly ConditionalRow[], standing: Standing): Tally["help"] {
  const more = rows.filter((row) => row.help !== null && isFulfilled(row, standing));
  const sumOf = (unit: Help["unit"]) =>
    more.filter(({ helpUnit }) => helpUnit === unit).reduce((sum, { help }) => sum + (help ?? 0), sure[unit]);
  return { pledges: sure.pledges + more.length, hour: sumOf("hour"), day: sumOf("day"), thing: sumOf("thing") };
}
