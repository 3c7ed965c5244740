import { randomUUID } from "node:crypto";
import type { Reader, Transaction } from "../foundation/database.ts";
import { record } from "../foundation/outbox.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Deed, lockFunding } from "./changes.ts";
import type { FundingNewsWritten } from "./events.ts";
import type { FundingRequest, FundingState } from "./funding.ts";
import { type LifeRefusal, roleOf } from "./life.ts";

/** News on the way; the closing word of a request that failed or was given up; what came of it. */
type NewsKind = "news" | "closing" | "outcome";

/** What the steward says of a request after the opening. */
export interface News {
  readonly id: string;
  readonly kind: NewsKind;
  readonly text: string;
  /** Where what was made can be had; of shared development, the public repository. */
  readonly deliverable: string | null;
  readonly written: Date;
}

type Said = Pick<News, "kind" | "text" | "deliverable">;

/** Says something dated of a request, beside its terms, which stand. */
export async function writeNews(
  tx: Transaction,
  code: string,
  said: Said,
  { by, now }: Deed,
): Promise<Outcome<News, LifeRefusal>> {
  const request = await lockFunding(tx, code);
  if (roleOf(request, by) === "other") return refused("not-allowed");
  if (!speaking[said.kind].includes(request.state)) return refused("wrong-state");
  return done(await addNews(tx, request, said, { by, now }));
}

const speaking: Readonly<Record<NewsKind, readonly FundingState[]>> = {
  news: ["open", "reached", "committed", "delivering", "delivered"],
  closing: ["failed", "cancelled"],
  outcome: ["delivered"],
};

/** Adds what is said; whether it may be said is asked before. */
export async function addNews(tx: Transaction, request: FundingRequest, said: Said, { by, now }: Deed): Promise<News> {
  const id = randomUUID();
  const { kind, text, deliverable } = said;
  await tx
    .insertInto("fundingNews")
    .values({ id, request: request.id, party: by, kind, text, deliverable, written: now })
    .execute();
  const happened = { id: randomUUID(), happened: now.toISOString() };
  const event: FundingNewsWritten = { ...happened, name: "funding-news-written", request: request.id, news: id };
  await record(tx, event);
  return { id, kind, text, deliverable, written: now };
}

/** Whether it came with the delivery itself: then the delivery tells of it. */
export function isOfDelivery(
  { kind, written }: Pick<News, "kind" | "written">,
  { state, ended }: Pick<FundingRequest, "state" | "ended">,
): boolean {
  return kind === "outcome" && state === "delivered" && written.getTime() === ended?.getTime();
}

/** What was said of a request, in order. */
export async function listFundingNews(reader: Reader, request: string): Promise<readonly News[]> {
  const rows = await reader
    .selectFrom("fundingNews")
    .select(["id", "kind", "text", "deliverable", "written"])
    .where("request", "=", request)
    .orderBy("written")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as NewsKind }));
}
