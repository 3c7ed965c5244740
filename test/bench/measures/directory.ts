import { chmod, mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { search } from "../../../src/directory/search.ts";
import { type Database, openDatabase, openPool } from "../../../src/foundation/database.ts";
import { openEmbedded, removeEmbedded } from "../../../src/foundation/embedded-postgres.ts";
import { migrate } from "../../../src/foundation/migrate.ts";
import { anyFilters } from "../../support/any-filters.ts";
import { diceOf, fillCatalogue } from "../../support/generated-catalogue.ts";
import { onServer, urlOf } from "../../support/server.ts";
import type { Study, StudyWishes } from "../studies.ts";
import { rowsAsTable } from "../table.ts";

const now = new Date("2026-11-26T10:00:00Z");
const aims = { plain: 50, faceted: 100 };

/** How long the directory takes to answer, with 10,000 hosts and 200,000 offers; quickly, with a hundredth of them. */
export async function studyDirectory({ quick, seed, note }: StudyWishes): Promise<Study> {
  const [hosts, searches] = quick ? [100, 100] : [10_000, 500];
  await using catalogue = await openCatalogue();
  const { db } = catalogue;
  const entering = await enter(db, { hosts, seed, note });
  note(`${searches} searches, each with and without facets`);
  const answered = await measureSearches(db, searches, seed);
  const { plain, faceted } = answered;
  const figures = { hosts, offers: hosts * 20, entering, plain, faceted, sizes: await sizesOf(db) };
  const holds = plain.wall.p95 <= aims.plain && faceted.wall.p95 <= aims.faceted;
  return { text: textOf(figures), figures, holds: quick || holds };
}

async function openCatalogue(): Promise<AsyncDisposable & { readonly db: Database }> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-bench-"));
  await chmod(folder, 0o755);
  const cluster = await openEmbedded(folder, {});
  await onServer(cluster.url, "create database bench");
  const pool = openPool(urlOf(cluster.url, "bench"), 1, () => {});
  const db = openDatabase(pool);
  await migrate(db, pool);
  return {
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy();
      await cluster.stop();
      await removeEmbedded(folder);
    },
  };
}

interface Entering {
  readonly offersPerSecond: number;
  readonly cpuMsPerOffer: number;
}

async function enter(
  db: Database,
  { hosts, seed, note }: { readonly hosts: number; readonly seed: number; readonly note: (text: string) => void },
): Promise<Entering> {
  const cpu = await cpuClock(db);
  const [begun, used] = [performance.now(), await cpu()];
  await fillCatalogue(db, { hosts, offersEach: 20, together: 25, now, seed }, (offers) => {
    if (offers % 20_000 === 0) note(`${offers} offers entered`);
  });
  const offers = hosts * 20;
  const seconds = (performance.now() - begun) / 1_000;
  const cpuMsPerOffer = ((await cpu()) - used) / offers;
  await sql`vacuum analyze`.execute(db);
  return { offersPerSecond: offers / seconds, cpuMsPerOffer };
}

/** Milliseconds. */
interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

interface Answered {
  /** As somebody waits for it. */
  readonly wall: Spread;
  /** On the processors, of Essaim and of PostgreSQL together: what others do on the machine is not in it. */
  readonly cpu: Spread;
}

async function measureSearches(
  db: Database,
  searches: number,
  seed: number,
): Promise<{ readonly plain: Answered; readonly faceted: Answered }> {
  const cpu = await cpuClock(db);
  const dice = diceOf(seed + 1);
  const wishes = Array.from({ length: searches }, () => anyFilters(dice));
  const measure = async (facets: boolean) => {
    const taken: { wall: number; cpu: number }[] = [];
    for (const filters of wishes) {
      const [begun, used] = [performance.now(), await cpu()];
      await search(db, filters, { after: null, limit: 20, facets }, now);
      taken.push({ wall: performance.now() - begun, cpu: (await cpu()) - used });
    }
    return { wall: spreadOf(taken.map(({ wall }) => wall)), cpu: spreadOf(taken.map(({ cpu }) => cpu)) };
  };
  await measure(true); // as on a server that has been running for a while
  return { plain: await measure(false), faceted: await measure(true) };
}

/** What this process and its one connection have had of the processors so far, in milliseconds. */
async function cpuClock(db: Database): Promise<() => Promise<number>> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const file = `/proc/${rows[0]?.pid}/schedstat`;
  return async () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000 + Number((await readFile(file, "utf8")).split(" ")[0]) / 1_000_000;
  };
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}

async function sizesOf(db: Database): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ name: string; mib: number }>`
    select relname as name, pg_total_relation_size(oid) / 1048576.0 as mib from pg_class
    where relkind = 'r' and relname like 'catalogue%' order by relname`.execute(db);
  return Object.fromEntries(rows.map(({ name, mib }) => [name, Number(mib)]));
}

interface Figures {
  readonly hosts: number;
  readonly offers: number;
  readonly entering: Entering;
  readonly plain: Answered;
  readonly faceted: Answered;
  readonly sizes: Readonly<Record<string, number>>;
}

function textOf({ hosts, offers, entering, plain, faceted, sizes }: Figures): string {
  const row = (name: string, { p50, p95, most }: Spread, aim: string) => [
    ...[name, ...[p50, p95, most].map((value) => value.toFixed(1)), aim],
  ];
  const times = [
    ["milliseconds", "p50", "p95", "max", "aim (p95)"],
    row("without facets, waiting", plain.wall, `≤ ${aims.plain}`),
    row("without facets, processor", plain.cpu, ""),
    row("with facets, waiting", faceted.wall, `≤ ${aims.faceted}`),
    row("with facets, processor", faceted.cpu, ""),
  ];
  const room = Object.entries(sizes).map(([name, mib]) => [name, mib.toFixed(1)]);
  return [
    `The directory: ${hosts} hosts, ${offers} offers`,
    rowsAsTable(times),
    `Entering: ${entering.offersPerSecond.toFixed(0)} offers/s, ${entering.cpuMsPerOffer.toFixed(2)} ms of processor each`,
    rowsAsTable([["table, with its indexes", "MiB"], ...room]),
  ].join("\n\n");
}
