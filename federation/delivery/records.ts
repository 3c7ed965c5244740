import { sql } from "kysely";
import type { Database, Transaction } from "../../src/foundation/database.ts";
import { dropTry, setTry } from "./delivery-jobs.ts";
import type { Peers } from "./peers.ts";
import type { Reply } from "./posting.ts";
import { nextTry } from "./schedule.ts";

/** One activity on its way to one inbox. It has a row only once it did not get through at once. */
export interface Delivery {
  readonly outgoing: string;
  readonly inbox: string;
  readonly origin: string;
  /** Tries that failed before. */
  readonly attempts: number;
  readonly firstTry: Date;
  /** What its last try was answered by; null when it was not. */
  readonly lastStatus: number | null;
  /** Whether it has a row. */
  readonly stored: boolean;
}

/** Why a try did not get through; `slow` stands for one that is not over yet. */
type Miss = Extract<Reply, { kind: "refused" | "down" }> | { readonly kind: "slow" };

/** What deliveries leave behind in the database. */
export interface Records {
  find(id: number): Promise<Delivery | null>;
  knows(outgoing: string, inbox: string): Promise<boolean>;
  /** The held delivery to try next. */
  findHeld(origin: string): Promise<Delivery | null>;
  /** Keeps a delivery for when its server is back; false when the circuit has closed meanwhile. */
  hold(delivery: Delivery): Promise<boolean>;
  /**
   * Notes a failed try and sets the next; by default the circuit of its server decides whether it waits for that.
   * `held` says so: true to wait with the others for the server, false to go its own way.
   */
  miss(delivery: Delivery, miss: Miss, held?: boolean | null): Promise<void>;
  done(delivery: Delivery): Promise<void>;
}

export function openRecords(db: Database, peers: Peers, random: () => number): Records {
  const stored = sql<boolean>`true`.as("stored");
  const columns = ["outgoing", "inbox", "origin", "attempts", "firstTry", "status as lastStatus", stored] as const;
  return {
    find: async (id) =>
      (await db
        .selectFrom("deliveries")
        .select(columns)
        .where("id", "=", id)
        .where("state", "=", "waiting")
        .executeTakeFirst()) ?? null,
    knows: async (outgoing, inbox) =>
      (await db
        .selectFrom("deliveries")
        .select("id")
        .where("outgoing", "=", outgoing)
        .where("inbox", "=", inbox)
        .executeTakeFirst()) !== undefined,
    // In the order they were sent in; but one that its server cannot digest stands behind the others after four tries.
    findHeld: async (origin) =>
      (await db
        .selectFrom("deliveries")
        .innerJoin("outgoing", "outgoing.id", "deliveries.outgoing")
        .select(columns)
        .where("origin", "=", origin)
        .where("state", "=", "held")
        .orderBy(sql`attempts / 4`)
        .orderBy("outgoing.created")
        .orderBy("deliveries.id")
        .limit(1)
        .executeTakeFirst()) ?? null,
    hold: (delivery) => hold(db, delivery),
    miss: (delivery, miss, held = null) => noteMiss(db, peers, random, { delivery, miss, held }),
    done: (delivery) => remove(db, delivery),
  };
}

async function hold(db: Database, { outgoing, inbox, origin, attempts, firstTry }: Delivery): Promise<boolean> {
  const { rows } = await sql`
    insert into deliveries (outgoing, inbox, origin, state, attempts, first_try)
    select ${outgoing}, ${inbox}, origin, 'held', ${attempts}::integer, ${firstTry}::timestamptz
    from peer_origins where origin = ${origin} and opened is not null for share
    on conflict (outgoing, inbox) do update set state = 'held', next_try = null
    returning id`.execute(db);
  return rows.length > 0;
}

interface Missed {
  readonly delivery: Delivery;
  readonly miss: Miss;
  readonly held: boolean | null;
}

async function noteMiss(
  db: Database,
  peers: Peers,
  random: () => number,
  { delivery, miss, held }: Missed,
): Promise<void> {
  const { origin, firstTry } = delivery;
  const attempts = delivery.attempts + 1;
  const { retryAfter, ...seen } = toldBy(miss);
  await db.transaction().execute(async (tx) => {
    const waits = held ?? (await opens(tx, peers, origin, miss));
    const next = nextTry({ attempts, firstTry, retryAfter }, new Date(), random());
    const change = { ...seen, attempts, ...standing(next, waits) };
    const id = await keep(tx, delivery, change);
    if (id !== null && change.nextTry) await setTry(tx, id, change.nextTry);
  });
}

// One that had a row and has none any more was settled meanwhile, or dropped: it stays so.
async function keep(
  tx: Transaction,
  { outgoing, inbox, origin, firstTry, stored }: Delivery,
  change: ReturnType<typeof standing> & { attempts: number; status: number | null; problem: string },
): Promise<number | null> {
  const row = stored
    ? await tx
        .updateTable("deliveries")
        .set(change)
        .where("outgoing", "=", outgoing)
        .where("inbox", "=", inbox)
        .returning("id")
        .executeTakeFirst()
    : await tx
        .insertInto("deliveries")
        .values({ outgoing, inbox, origin, firstTry, ...change })
        .onConflict((found) => found.columns(["outgoing", "inbox"]).doUpdateSet(change))
        .returning("id")
        .executeTakeFirst();
  return row?.id ?? null;
}

const toldBy = (miss: Miss) =>
  miss.kind === "slow"
    ? { status: null, problem: "no answer yet", retryAfter: null }
    : { status: miss.status, problem: miss.problem, retryAfter: miss.retryAfter };

async function opens(tx: Transaction, peers: Peers, origin: string, miss: Miss): Promise<boolean> {
  return miss.kind === "down" && (await peers.failed(tx, origin)).opened !== null;
}

function standing(next: Date | null, held: boolean): { state: string; nextTry: Date | null } {
  if (next === null) return { state: "failed", nextTry: null };
  return held ? { state: "held", nextTry: null } : { state: "waiting", nextTry: next };
}

async function remove(db: Database, { outgoing, inbox }: Delivery): Promise<void> {
  const row = await db
    .deleteFrom("deliveries")
    .where("outgoing", "=", outgoing)
    .where("inbox", "=", inbox)
    .returning(["id", "state"])
    .executeTakeFirst();
  if (row?.state === "waiting") await dropTry(db, row.id);
}
