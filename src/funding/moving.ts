import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import type { FundingEvent } from "./events.ts";
import type { FundingRequest } from "./funding.ts";
import { type FundingAct, type FundingRole, type LifeRefusal, stepOf } from "./life.ts";

/** What a step writes besides the state. */
export interface Moved {
  readonly opened?: Date;
  readonly closes?: Date | null;
  readonly extended?: Date;
  readonly asked?: Date | null;
  readonly askedUntil?: Date | null;
  readonly committed?: Date;
  readonly ended?: Date;
  readonly steward?: string;
}

/** Takes a request that is held alone one step on in its life, and records that it did; the one way its state changes. */
export async function moveFunding(
  tx: Transaction,
  request: FundingRequest,
  { act, role, now, moved = {} }: { act: FundingAct; role: FundingRole; now: Date; moved?: Moved },
): Promise<Outcome<FundingRequest, LifeRefusal>> {
  const step = stepOf(request.state, act, role);
  if (!step.done) return refused(step.reason);
  const version = request.version + 1;
  await tx
    .updateTable("fundingRequests")
    .set({ ...moved, state: step.value, changed: now, version })
    .where("id", "=", request.id)
    .execute();
  const event: FundingEvent = { id: randomUUID(), name: told[act], happened: now.toISOString(), request: request.id };
  await record(tx, event);
  return done({ ...request, ...shown(moved), state: step.value, changed: now, version });
}

const told: Readonly<Record<FundingAct, FundingEvent["name"]>> = {
  open: "funding-opened",
  reach: "funding-reached",
  "fall-short": "funding-fell-short",
  extend: "funding-extended",
  ask: "funding-confirmations-asked",
  commit: "funding-committed",
  start: "funding-started",
  deliver: "funding-delivered",
  fail: "funding-failed",
  cancel: "funding-cancelled",
};

function shown({ asked, askedUntil, steward: _, ...dates }: Moved): Partial<FundingRequest> {
  if (asked === undefined) return dates;
  return { ...dates, asked: asked && askedUntil ? { since: asked, until: askedUntil } : null };
}
