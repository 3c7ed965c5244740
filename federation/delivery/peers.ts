import { askVisitSince } from "../../src/catalogue/visits.ts";
import type { Database, Transaction } from "../../src/foundation/database.ts";
import { setProbe } from "./delivery-jobs.ts";
import type { Scheme } from "./posting.ts";
import { afterFailure, type Circuit, closed, nextProbe } from "./schedule.ts";

/** What we know of another server; one without a row is well and takes draft-cavage. */
interface Peer extends Circuit {
  readonly scheme: Scheme;
}

/** The other servers as deliveries see them. Only the exceptional ones have a row, so that reading all of them is cheap. */
export interface Peers {
  /** As of a few seconds ago at most; what this process has changed, at once. */
  find(origin: string): Promise<Peer>;
  /** A server did not answer, or with a 5xx: counts towards opening its circuit. Gives the circuit as it is then. */
  failed(tx: Transaction, origin: string): Promise<Circuit>;
  /** A server answered, whatever it said: its failures are forgotten, and a probe of an open circuit comes at once. */
  answered(origin: string): Promise<void>;
  remember(origin: string, scheme: Scheme): Promise<void>;
  /** Sets the next probe of an open circuit, after so many milliseconds; null for as long as is usual. */
  postpone(tx: Transaction, origin: string, pause: number | null): Promise<void>;
  /** Lets deliveries flow again, unless some are still held. */
  close(origin: string): Promise<boolean>;
}

const unknown: Peer = { ...closed, scheme: "draft-cavage" };
const freshness = 5_000;

export function openPeers(db: Database, random: () => number): Peers {
  const known = openKnown(db);
  const note = (origin: string, change: Partial<Peer>) => known.set(origin, change);
  return {
    find: known.find,
    async failed(tx, origin) {
      const circuit = await lockCircuit(tx, origin);
      const next = afterFailure(circuit, new Date(), random());
      if (next !== circuit) await tx.updateTable("peerOrigins").set(next).where("origin", "=", origin).execute();
      if (circuit.opened === null && next.probe !== null) await setProbe(tx, origin, next.probe);
      note(origin, next);
      return next;
    },
    async answered(origin) {
      const { failures, opened } = await known.find(origin);
      if (opened !== null) await setProbe(db, origin, new Date());
      if (opened !== null || failures === 0) return;
      note(origin, closed);
      await db
        .updateTable("peerOrigins")
        .set(closed)
        .where("origin", "=", origin)
        .where("opened", "is", null)
        .execute();
    },
    async remember(origin, scheme) {
      note(origin, { scheme });
      const row = { origin, scheme };
      await db
        .insertInto("peerOrigins")
        .values(row)
        .onConflict((found) => found.column("origin").doUpdateSet(row))
        .execute();
    },
    async postpone(tx, origin, pause) {
      const now = new Date();
      const { opened } = await lockCircuit(tx, origin);
      const when = pause === null ? nextProbe(opened ?? now, now, random()) : new Date(now.getTime() + pause);
      await tx.updateTable("peerOrigins").set({ probe: when }).where("origin", "=", origin).execute();
      await setProbe(tx, origin, when);
    },
    async close(origin) {
      const done = await closeCircuit(db, origin);
      if (done) note(origin, closed);
      return done;
    },
  };
}

function openKnown(db: Database) {
  let peers = new Map<string, Peer>();
  let read = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;
  const refresh = async () => {
    const rows = await db.selectFrom("peerOrigins").selectAll().execute();
    peers = new Map(rows.map((row) => [row.origin, { ...row, scheme: row.scheme as Scheme }]));
    read = performance.now();
  };
  const find = async (origin: string): Promise<Peer> => {
    if (performance.now() - read > freshness) {
      reading ??= refresh().finally(() => {
        reading = null;
      });
      await reading;
    }
    return peers.get(origin) ?? unknown;
  };
  const set = (origin: string, change: Partial<Peer>) =>
    void peers.set(origin, { ...(peers.get(origin) ?? unknown), ...change });
  return { find, set };
}

async function lockCircuit(tx: Transaction, origin: string): Promise<Circuit> {
  await tx
    .insertInto("peerOrigins")
    .values({ origin })
    .onConflict((found) => found.doNothing())
    .execute();
  return tx
    .selectFrom("peerOrigins")
    .select(["failures", "firstFailure", "opened", "probe"])
    .where("origin", "=", origin)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

// Who holds a delivery back locks the same row: none can slip in between the look and the closing.
function closeCircuit(db: Database, origin: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await lockCircuit(tx, origin);
    const held = await tx
      .selectFrom("deliveries")
      .select("id")
      .where("origin", "=", origin)
      .where("state", "=", "held")
      .limit(1)
      .executeTakeFirst();
    if (held) return false;
    await tx.updateTable("peerOrigins").set(closed).where("origin", "=", origin).execute();
    await askVisitSince(tx, origin, new Date()); // it was away, and so were we for it
    return true;
  });
}
