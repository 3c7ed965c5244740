import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Deed, lockFunding } from "./changes.ts";
import type { FundingRequest } from "./funding.ts";
import { type LifeRefusal, roleOf } from "./life.ts";
import { moveFunding } from "./moving.ts";
import { addNews, type News } from "./news.ts";

/** What came of a request. */
export type Report = Pick<News, "text" | "deliverable">;

export type DeliveryRefusal = LifeRefusal | "deliverable-missing";

/**
 * Takes a request one step further towards what was ordered: it is under way, then it is there. With a report of what
 * came of it, it is there at once. What was developed together is there only with its public repository.
 */
export async function deliverFunding(
  tx: Transaction,
  code: string,
  report: Report | null,
  deed: Deed,
): Promise<Outcome<FundingRequest, DeliveryRefusal>> {
  const request = await lockFunding(tx, code);
  const role = roleOf(request, deed.by);
  const starts = request.state !== "delivering";
  const ends = !starts || report !== null;
  const shared = request.terms.kind === "shared-development";
  if (ends && shared && role !== "other" && !report?.deliverable) return refused("deliverable-missing");
  const started = starts ? await moveFunding(tx, request, { act: "start", role, now: deed.now }) : done(request);
  if (!started.done || !ends) return started;
  const moved = { ended: deed.now };
  const delivered = await moveFunding(tx, started.value, { act: "deliver", role, now: deed.now, moved });
  if (delivered.done && report !== null) await addNews(tx, delivered.value, { ...report, kind: "outcome" }, deed);
  return delivered;
}
