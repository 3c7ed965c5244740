import { type RawBuilder, sql } from "kysely";
import type { ErasureSending } from "../../src/erasures/erasures.ts";
import type { Database, Reader, Transaction } from "../../src/foundation/database.ts";
import { longestEffort } from "./schedule.ts";

/** Notes which servers an activity asks to erase something, in the transaction that sends it. Nothing is noted of what is no erasure. */
export async function noteSendings(
  tx: Transaction,
  { erases, id }: { readonly erases: string; readonly id: string },
  inboxes: RawBuilder<unknown>,
): Promise<void> {
  const { rows } = await sql<{ inbox: string }>`select inbox from (${inboxes}) as asked`.execute(tx);
  const origins = new Set(rows.flatMap(({ inbox }) => (URL.canParse(inbox) ? [new URL(inbox).origin] : [])));
  await sql`
    insert into erasure_sendings (erasure, outgoing, origin)
    select erasures.id, ${id}, origin from erasures, unnest(${[...origins]}::text[]) as asked (origin)
    where erasures.id = ${erases} on conflict do nothing`.execute(tx);
}

/** Notes that a server took it; also one that was asked at another address than was first known. */
export async function noteConfirmed(db: Database, outgoing: string, origin: string): Promise<void> {
  await sql`
    insert into erasure_sendings (erasure, outgoing, origin, confirmed)
    select erasure, outgoing, ${origin}, now() from erasure_sendings where outgoing = ${outgoing} limit 1
    on conflict (outgoing, origin) do update set confirmed = excluded.confirmed`.execute(db);
}

/** Once those who were reached have been asked to erase it, nobody needs to know who they were. */
export async function forgetReached(tx: Transaction, about: string): Promise<void> {
  await tx.deleteFrom("reached").where("about", "=", about).execute();
}

/** What each server was asked of these erasures, and what came of it. */
export async function listErasureSendings(
  reader: Reader,
  erasures: readonly string[],
): Promise<readonly ErasureSending[]> {
  if (erasures.length === 0) return [];
  const asked = await reader
    .selectFrom("erasureSendings")
    .select(["erasure", "outgoing", "origin", "confirmed"])
    .where("erasure", "in", [...erasures])
    .execute();
  const outgoing = [...new Set(asked.map((one) => one.outgoing))];
  const stuck = Map.groupBy(await listStuck(reader, outgoing), keyOf);
  const leaving = new Map((await listLeaving(reader, outgoing)).map((one) => [keyOf(one), one]));
  return [...asked, ...elsewhere(asked, [...[...stuck.values()].flat(), ...leaving.values()])].map((one) => {
    const { erasure, origin, confirmed } = one;
    const [there = [], under] = [stuck.get(keyOf(one)), leaving.has(keyOf(one))];
    return { erasure, origin, confirmed, ...stateOf(confirmed, there, under) };
  });
}

interface Asked extends Way {
  readonly erasure: string;
  readonly confirmed: Date | null;
}

/** Servers that are asked at another address than was first known. */
function elsewhere(asked: readonly Asked[], ways: readonly Way[]): readonly Asked[] {
  const known = new Set(asked.map(keyOf));
  const erasures = new Map(asked.map(({ outgoing, erasure }) => [outgoing, erasure]));
  const others = new Map(ways.filter((one) => !known.has(keyOf(one))).map((one) => [keyOf(one), one]));
  return [...others.values()].flatMap(({ outgoing, origin }) => {
    const erasure = erasures.get(outgoing);
    return erasure === undefined ? [] : [{ erasure, outgoing, origin, confirmed: null }];
  });
}

/** One activity for one server. */
interface Way {
  readonly outgoing: string;
  readonly origin: string;
}

const keyOf = ({ outgoing, origin }: Way): string => `${outgoing} ${origin}`;

interface Stuck extends Way {
  readonly state: string;
  readonly firstTry: Date;
  readonly status: number | null;
}

/** Of several inboxes on one server, the one that is still missing speaks for it. */
function stateOf(
  confirmed: Date | null,
  stuck: readonly Stuck[],
  leaving: boolean,
): Pick<ErasureSending, "state" | "until" | "refuses"> {
  const [first] = [...stuck].sort((one, other) => Number(one.state === "failed") - Number(other.state === "failed"));
  if (first === undefined) {
    const state = leaving ? "waiting" : confirmed === null ? "ended" : "confirmed";
    return { state, until: null, refuses: false };
  }
  const refuses = first.status !== null && first.status < 500;
  if (first.state === "failed") return { state: "failed", until: null, refuses };
  return { state: "waiting", until: new Date(first.firstTry.getTime() + longestEffort), refuses };
}

async function listStuck(reader: Reader, outgoing: readonly string[]): Promise<readonly Stuck[]> {
  if (outgoing.length === 0) return [];
  return reader
    .selectFrom("deliveries")
    .select(["outgoing", "origin", "state", "firstTry", "status"])
    .where("outgoing", "in", [...outgoing])
    .execute();
}

/** Those whose first try is still to come. */
async function listLeaving(reader: Reader, outgoing: readonly string[]): Promise<readonly Way[]> {
  const { rows } = await sql<{ outgoing: string; inbox: string }>`
    select payload ->> 'outgoing' as outgoing, payload ->> 'inbox' as inbox from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = task_id
    where identifier = 'deliver' and payload ->> 'outgoing' = any(${[...outgoing]}::text[])`.execute(reader);
  return rows.flatMap(({ outgoing: id, inbox }) =>
    URL.canParse(inbox) ? [{ outgoing: id, origin: new URL(inbox).origin }] : [],
  );
}
