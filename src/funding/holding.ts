import { randomUUID } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import { Conflict, NotFound } from "../foundation/errors.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Deed, type FundingRefusal, lockFunding, openFunding } from "./changes.ts";
import type { FundingLetThrough, FundingOpeningHeld, FundingOpeningRefused } from "./events.ts";
import type { FundingRequest } from "./funding.ts";
import { roleOf, stepOf } from "./life.ts";
import { findFundingById } from "./queries.ts";
import { findFundingSettings } from "./settings.ts";
import { isUnknown } from "./strangers.ts";
import { refusalToTerms } from "./terms.ts";

/** A request whose author asked for it to open, and what became of that. */
export interface Holding {
  /** The id of the request. */
  readonly request: string;
  /** Of the request, when it was asked for. */
  readonly version: number;
  readonly held: Date;
  readonly decided: Date | null;
  readonly decision: "let-through" | "refused" | null;
  /** Why it was refused, in words for its author. */
  readonly reason: string | null;
}

/** Opens a request, as `openFunding` does; that of somebody who is not known here stays a draft until the desk lets it through. */
export async function openOrHold(
  tx: Transaction,
  code: string,
  { by, now }: Deed,
): Promise<Outcome<FundingRequest, FundingRefusal>> {
  const request = await lockFunding(tx, code);
  if (!(await waitsForDesk(tx, request, now))) return openFunding(tx, code, { by, now });
  const step = stepOf(request.state, "open", roleOf(request, by));
  if (!step.done) return step;
  const reason = refusalToTerms(request, now);
  if (reason !== null) return refused(reason);
  if (!(await isWaiting(tx, request))) await hold(tx, request, now);
  return done(request);
}

/** Whether the desk has to look at a request before it opens. */
async function waitsForDesk(tx: Transaction, { requester }: FundingRequest, now: Date): Promise<boolean> {
  if (requester.kind !== "actor") return false;
  const { hold: whom } = await findFundingSettings(tx);
  if (whom === "unknown") return isUnknown(tx, requester, now);
  return whom === "everyone";
}

async function isWaiting(tx: Transaction, { id, version }: FundingRequest): Promise<boolean> {
  const known = await findHolding(tx, id);
  return known !== null && known.decided === null && known.version === version;
}

async function hold(tx: Transaction, { id, version }: FundingRequest, now: Date): Promise<void> {
  const row = { version, held: now, decided: null, decision: null, reason: null };
  await tx
    .insertInto("heldOpenings")
    .values({ ...row, request: id })
    .onConflict((known) => known.column("request").doUpdateSet(row))
    .execute();
  const event: FundingOpeningHeld = { ...happened(now), name: "funding-opening-held", request: id };
  await record(tx, event);
}

/** Opens a request that waits, in the name of who asks. Throws `Conflict` when it no longer reads as it was looked at. */
export async function letThrough(
  tx: Transaction,
  code: string,
  { version, now }: Looked,
): Promise<Outcome<FundingRequest, FundingRefusal>> {
  const request = await lockLookedAt(tx, code, version);
  const opened = await openFunding(tx, code, { by: request.requester.id, now });
  if (!opened.done) return opened;
  await decide(tx, request, { decided: now, decision: "let-through", reason: null });
  const event: FundingLetThrough = { ...happened(now), name: "funding-let-through", request: request.id };
  await record(tx, event);
  return opened;
}

/** Leaves a request that waits a draft, and says why to who asks; changed, it may be shown to the desk again. */
export async function refuseOpening(
  tx: Transaction,
  code: string,
  { version, reason, now }: Looked & { readonly reason: string },
): Promise<void> {
  const request = await lockLookedAt(tx, code, version);
  await decide(tx, request, { decided: now, decision: "refused", reason });
  const event: FundingOpeningRefused = { ...happened(now), name: "funding-opening-refused", request: request.id };
  await record(tx, event);
}

/** What somebody at the desk has looked at, and when they decided. */
export interface Looked {
  /** Of the request, as they saw it. */
  readonly version: number;
  readonly now: Date;
}

/** Neither of two who decide at once, nor an author who rewrites meanwhile, gets by unseen. */
async function lockLookedAt(tx: Transaction, code: string, version: number): Promise<FundingRequest> {
  const request = await lockFunding(tx, code);
  const holding = await findHolding(tx, request.id);
  if (holding === null) throw new NotFound(`the request ${code} does not wait`);
  if (holding.decided !== null || request.state !== "draft" || request.version !== version)
    throw new Conflict("the request was decided on or changed meanwhile");
  return request;
}

type Decision = Pick<Holding, "decided" | "decision" | "reason">;

async function decide(tx: Transaction, { id }: FundingRequest, decision: Decision): Promise<void> {
  await tx.updateTable("heldOpenings").set(decision).where("request", "=", id).execute();
}

/** Whether a request waits for the desk, or what the desk decided; null where it never had to wait. */
export async function findHolding(reader: Reader, request: string): Promise<Holding | null> {
  const row = await reader.selectFrom("heldOpenings").selectAll().where("request", "=", request).executeTakeFirst();
  return row ? { ...row, decision: row.decision as Holding["decision"] } : null;
}

/** A request that waits, since when. */
export interface Waiting {
  readonly request: FundingRequest;
  readonly held: Date;
}

/** The drafts that wait for the desk, those that have waited longest first. */
export async function listWaiting(reader: Reader, limit: number): Promise<readonly Waiting[]> {
  const rows = await reader
    .selectFrom("heldOpenings")
    .innerJoin("fundingRequests", "fundingRequests.id", "heldOpenings.request")
    .select(["request", "held"])
    .where("decided", "is", null)
    .where("state", "=", "draft")
    .orderBy("held")
    .limit(limit)
    .execute();
  const waiting: Waiting[] = [];
  for (const { request: id, held } of rows) {
    const request = await findFundingById(reader, id);
    if (request !== null) waiting.push({ request, held });
  }
  return waiting;
}

const happened = (now: Date) => ({ id: randomUUID(), happened: now.toISOString() });
