import type { Database, Transaction } from "../../src/foundation/database.ts";
import { isBlocked } from "../../src/peers/queries.ts";
import { VisitFailed } from "./asking.ts";
import type { Meeting } from "./meeting.ts";

/** What a visit needs at hand. */
export interface Walk extends Meeting {
  readonly db: Database;
  /** Our own. */
  readonly origin: string;
  now(): Date;
}

/** Keeps something of an origin, unless its domain was blocked while it answered. */
export function keep<Value>(
  { db }: Pick<Walk, "db">,
  origin: string,
  act: (tx: Transaction) => Promise<Value>,
): Promise<Value> {
  return db.transaction().execute(async (tx) => {
    if (await isBlocked(tx, origin)) throw new VisitFailed("blocked");
    return act(tx);
  });
}
