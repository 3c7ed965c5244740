import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { digestOf } from "./digests.ts";
import type { Review, Verdict } from "./reviews.ts";

/** What our own host says of a claim of another. */
export interface OwnReview {
  readonly id: string;
  readonly reviewed: string;
  readonly claim: string;
  readonly digest: string;
  readonly verdict: Verdict;
  readonly why: string | null;
  readonly evidence: string | null;
  readonly said: Date;
  readonly withdrawn: Date | null;
}

/** What our host says now, the last first. */
export async function listOwnReviews(reader: Reader): Promise<readonly OwnReview[]> {
  const rows = await reader
    .selectFrom("reviews")
    .selectAll()
    .where("withdrawn", "is", null)
    .orderBy("said", "desc")
    .orderBy("id")
    .execute();
  return rows as readonly OwnReview[];
}

/** One of ours, whether it still holds or not. */
export async function findOwnReview(reader: Reader, id: string): Promise<OwnReview | null> {
  const row = await reader.selectFrom("reviews").selectAll().where("id", "=", id).executeTakeFirst();
  return (row as OwnReview | undefined) ?? null;
}

/** What our host says of one claim of another; null for nothing. */
export async function findOwnReviewOf(reader: Reader, reviewed: string, claim: string): Promise<OwnReview | null> {
  const own = await listOwnReviews(reader);
  return own.find((one) => one.reviewed === reviewed && one.digest === digestOf(claim)) ?? null;
}

/** A review with the two of whom it speaks, for people. */
export interface ShownReview extends Review {
  readonly digest: string;
  /** Of whoever says it. */
  readonly name: string;
  /** Its page, at its own site. */
  readonly url: string;
  readonly language: string;
  /** Of whom it is said. */
  readonly reviewedName: string;
  readonly reviewedUrl: string;
  readonly reviewedOrigin: string;
  /** Nobody at our desk has read it yet. */
  readonly unread: boolean;
}

/** What hosts that are shown here say of a host's claims, the last first: the last word of each on each claim, and only of what this site saw claimed. */
export async function listReviewsOf(reader: Reader, reviewed: string): Promise<readonly ShownReview[]> {
  return listShown(reader, sql`review.reviewed = ${reviewed} and reviewer.trust >= 3 and there.state = 'known'`);
}

/** What a host says of others' claims, of those that are known here. */
export async function listReviewsBy(reader: Reader, reviewer: string): Promise<readonly ShownReview[]> {
  return listShown(reader, sql`review.reviewer = ${reviewer} and host.trust >= 2 and elsewhere.state = 'known'`);
}

async function listShown(reader: Reader, which: ReturnType<typeof sql>): Promise<readonly ShownReview[]> {
  const { rows } = await sql<ShownReview>`
    select * from (
      select distinct on (review.reviewer, review.reviewed, review.digest) review.address, review.reviewer,
        review.reviewed, review.claim, review.digest, review.verdict, review.why, review.evidence, review.said,
        reviewer.profile->>'name' as name, reviewer.url, reviewer.profile->>'language' as language,
        host.profile->>'name' as "reviewedName", host.url as "reviewedUrl",
        host.origin as "reviewedOrigin", review.told is not null and review.read is null as unread
      from listed_reviews as review
      join catalogue_hosts as reviewer on reviewer.actor = review.reviewer
      join instances as there on there.origin = reviewer.origin
      join catalogue_hosts as host on host.actor = review.reviewed
      join instances as elsewhere on elsewhere.origin = host.origin
      where ${which} and review.withdrawn is null and review.met is not null and reviewer.origin <> host.origin
      order by review.reviewer, review.reviewed, review.digest, review.said desc, review.address) as last
    order by said desc, address limit 500`.execute(reader);
  return rows;
}

/** The actor of our own host; null before the set-up. */
export async function findOwnActor(reader: Reader): Promise<string | null> {
  const row = await reader
    .selectFrom("catalogueHosts")
    .innerJoin("instances", "instances.origin", "catalogueHosts.origin")
    .select("catalogueHosts.actor")
    .where("source", "=", "own")
    .executeTakeFirst();
  return row?.actor ?? null;
}
