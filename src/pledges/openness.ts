import { sql } from "kysely";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { type FundingState, isOver, mostOf } from "../funding/funding.ts";
import { holdToPromise } from "../funding/lock.ts";
import type { Cents } from "../offers/price.ts";
import type { Openness } from "./pledges.ts";

/** What a request allows, and the most it takes altogether. */
export interface Held extends Openness {
  readonly cap: Cents | null;
  readonly currency: string;
}

/** Holds a request while somebody says something of a promise: beside others, or one after the other where a cap is watched. */
export async function holdOpen(tx: Transaction, request: string, now: Date): Promise<Held> {
  await holdToPromise(tx, request);
  const { rows } = await sql<Row>`
    select state, closes, asked, minimum_pledge, maximum_pledge, cap, currency
    from funding_requests where id = ${request}`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new NotFound("there is no such funding request");
  const { state, asked, minimumPledge, cap, currency } = row;
  return { ...{ request, state, asked, minimumPledge, cap, currency }, over: isOver(row, now), most: mostOf(row) };
}

interface Row {
  readonly state: FundingState;
  readonly closes: Date | null;
  readonly asked: Date | null;
  readonly minimumPledge: Cents | null;
  readonly maximumPledge: Cents | null;
  readonly cap: Cents | null;
  readonly currency: string;
}
