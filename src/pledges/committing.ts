import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Deed, type FundingRefusal, lockFunding } from "../funding/changes.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { type FundingRole, roleOf, stepOf } from "../funding/life.ts";
import { moveFunding } from "../funding/moving.ts";
import { enterPledge } from "./announcing.ts";
import { lapseIdle, lapseUnconfirmed, listUnconfirmed } from "./lapsing.ts";
import type { Entry } from "./pledges.ts";
import { settleFunding } from "./settling.ts";

/** How long everybody has to confirm, where the steward says nothing else. */
const usualDays = 7;

type Committed = Promise<Outcome<FundingRequest, FundingRefusal>>;

/**
 * Signs the order for all who promised. Who signs confirms by that; all others are asked first, once, and have until a
 * day that is said to them. Then the unconfirmed lapse, and where what is left still suffices, the order is signed.
 */
export async function commitFunding(
  tx: Transaction,
  code: string,
  { by, now, until }: Deed & { readonly until: Date | null },
): Committed {
  const request = await lockFunding(tx, code);
  const role = roleOf(request, by);
  const step = stepOf(request.state, "commit", role);
  if (!step.done) return refused(step.reason);
  const open = await listUnconfirmed(tx, request);
  const others = open.filter(({ party }) => party !== by);
  if (request.asked !== null && request.asked.until > now && others.length > 0) return refused("confirmations-pending");
  const asked = request.asked === null ? await ask(tx, request, role, { now, until }) : done(request);
  if (!asked.done) return asked;
  await confirmAll(
    tx,
    asked.value,
    open.filter(({ party }) => party === by),
    now,
  );
  return request.asked === null && others.length > 0 ? asked : conclude(tx, asked.value, role, now);
}

function ask(
  tx: Transaction,
  request: FundingRequest,
  role: FundingRole,
  { now, until }: { readonly now: Date; readonly until: Date | null },
) {
  const askedUntil = until ?? new Date(now.getTime() + usualDays * 86_400_000);
  return moveFunding(tx, request, { act: "ask", role, now, moved: { asked: now, askedUntil } });
}

async function confirmAll(
  tx: Transaction,
  { terms }: FundingRequest,
  entries: readonly Entry[],
  now: Date,
): Promise<void> {
  for (const entry of entries) {
    const confirmed: Entry = { ...entry, act: "confirm", number: entry.number + 1, said: now };
    await enterPledge(tx, confirmed, terms.goal.currency);
  }
}

/** Lets the unconfirmed go, and signs if what is left suffices; otherwise the request is open again, or has failed. */
async function conclude(tx: Transaction, request: FundingRequest, role: FundingRole, now: Date): Committed {
  await lapseUnconfirmed(tx, request, now);
  const settled = await settleFunding(tx, request.id, now);
  if (settled?.state !== "reached") return done(settled ?? request);
  await lapseIdle(tx, settled, now);
  return moveFunding(tx, settled, { act: "commit", role, now, moved: { committed: now } });
}

/** Signs a request that is held alone, as the steward wished, once everybody has confirmed or the time to do so is over. */
export async function concludeIfDue(tx: Transaction, request: FundingRequest, now: Date): Promise<void> {
  if (request.state !== "reached" || request.asked === null) return;
  const due = request.asked.until <= now || (await listUnconfirmed(tx, request)).length === 0;
  if (due) await conclude(tx, request, "clock", now);
}
