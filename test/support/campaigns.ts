import type { Database, Transaction } from "../../src/foundation/database.ts";
import { cancelFunding } from "../../src/funding/changes.ts";
import { deliverFunding } from "../../src/funding/delivering.ts";
import type { FundingMode, FundingRequest } from "../../src/funding/funding.ts";
import { commitFunding } from "../../src/pledges/committing.ts";
import { bringUpToDate } from "../../src/pledges/due.ts";
import { makePledge } from "../../src/pledges/making.ts";
import type { Promised } from "../../src/pledges/pledges.ts";
import { must, promise, someFunding, someParty } from "./funding.ts";

/** A goal of each mode, which 600 € of four people reach. */
export const goals: Readonly<Record<FundingMode, object>> = {
  "all-or-nothing": { mode: "all-or-nothing", minimum: "600.00" },
  "keep-what-you-raise": { mode: "keep-what-you-raise", minimum: "900.00" },
  "minimum-then-optimum": { mode: "minimum-then-optimum", minimum: "600.00", optimum: "900.00" },
  headcount: { mode: "headcount", participants: 4 },
  recurring: { mode: "recurring", minimum: "600.00", period: "year" },
};

/** Everything that can come to be of a request that was opened. */
export const lives = [
  "open",
  "reached",
  "full",
  "confirming",
  "committed",
  "delivering",
  "delivered",
  "failed",
  "cancelled",
] as const;
export type Life = (typeof lives)[number];

const day = 86_400_000;

/** A request of a mode, opened at `opened` and closing thirty days later, as it is after some life, and when that is. */
export async function lived(
  db: Database,
  mode: FundingMode,
  life: Life,
  opened: Date,
): Promise<{ readonly code: string; readonly now: Date }> {
  const deadline = new Date(opened.getTime() + 30 * day).toISOString().slice(0, 10);
  const request = await someFunding(db, opened, { title: `${mode} ${life}`, goal: goals[mode], deadline });
  const after = new Date(opened.getTime() + 40 * day);
  if (life === "open") return { code: request.code, now: opened };
  if (life === "cancelled")
    await act(db, (tx) => cancelFunding(tx, request.code, { by: request.requester.id, now: opened }));
  if (life === "failed") await bringUpToDate(db, request.id, after);
  if (life === "cancelled" || life === "failed") return { code: request.code, now: after };
  for (const name of ["AMAP", "Foyer", "Radio", "Atelier"]) await promised(db, request, name, promise(22_500), opened);
  const over = life === "full" || mode === "keep-what-you-raise";
  if (over) await bringUpToDate(db, request.id, after);
  const now = over ? after : opened;
  await carryOn(db, request, life, now);
  return { code: request.code, now };
}

/** Signs, begins and delivers, as far as a life goes. */
async function carryOn(db: Database, { code, requester }: FundingRequest, life: Life, now: Date): Promise<void> {
  if (life === "reached" || life === "full") return;
  const deed = { by: requester.id, now };
  await act(db, (tx) => commitFunding(tx, code, { ...deed, until: new Date(now.getTime() + 7 * day) }));
  if (life === "confirming") return;
  await db
    .updateTable("fundingRequests")
    .set({ state: "committed", committed: now })
    .where("code", "=", code)
    .execute();
  if (life === "committed") return;
  await act(db, (tx) => deliverFunding(tx, code, null, deed));
  if (life === "delivered")
    await act(db, (tx) => deliverFunding(tx, code, { text: "C’est là.", deliverable: null }, deed));
}

/** A promise of somebody of this name, with what the test changes. */
export async function promised(
  db: Database,
  { id }: FundingRequest,
  name: string,
  what: Promised,
  now: Date,
  words?: string,
): Promise<void> {
  await act(db, async (tx) => {
    const { id: by } = await someParty(tx, now, name);
    return makePledge(tx, what, { request: id, by, now, ...(words !== undefined && { papers: { words } }) });
  });
}

async function act(db: Database, how: (tx: Transaction) => Promise<Parameters<typeof must>[0]>): Promise<void> {
  must(await db.transaction().execute(how));
}
