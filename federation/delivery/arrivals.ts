import { sql } from "kysely";
import type { Database } from "../../src/foundation/database.ts";

/** When each server last took something: gathered, and written down a while later in one statement, since it happens all the time. */
export interface Arrivals {
  note(origin: string): void;
  /** Writes down what was gathered. */
  flush(): Promise<void>;
}

const minute = 60_000;

/** `report` hears when something could not be written down: nothing but a date is lost. */
export function openArrivals(db: Database, report: (error: unknown) => void): Arrivals {
  let fresh = new Map<string, Date>();
  let timer: NodeJS.Timeout | null = null;
  const flush = async () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const gathered = fresh;
    fresh = new Map();
    if (gathered.size > 0) await keep(db, gathered);
  };
  return {
    flush,
    note(origin) {
      fresh.set(origin, new Date());
      timer ??= setTimeout(() => flush().catch(report), minute / 4).unref();
    },
  };
}

// In the order of the origins: two processes never wait for each other.
async function keep(db: Database, gathered: ReadonlyMap<string, Date>): Promise<void> {
  const rows = [...gathered].toSorted(([one], [other]) => (one < other ? -1 : 1));
  await sql`
    insert into arrivals (origin, last)
    select origin, last from unnest(${rows.map(([origin]) => origin)}::text[], ${rows.map(([, last]) => last)}::timestamptz[]) as came (origin, last)
    on conflict (origin) do update set last = greatest(arrivals.last, excluded.last)`.execute(db);
}
