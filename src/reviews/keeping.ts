import { sql } from "kysely";
import type { Reader, Transaction } from "../foundation/database.ts";
import { meetClaims } from "./claims.ts";
import { digestOf } from "./digests.ts";
import { tellOwnHost } from "./hearing.ts";
import { isSound, mostReviews, type Review } from "./reviews.ts";

/**
 * Keeps all that a host now says of others' claims: what it no longer says is withdrawn. `asked` is when the request was
 * begun that brought this; whatever a later one brought stays, and no earlier word takes the place of a later one.
 */
export async function keepReviews(
  tx: Transaction,
  reviewer: string,
  reviews: readonly Review[],
  asked: Date,
): Promise<void> {
  await lockReviews(tx);
  const sound = reviews.filter((review) => review.reviewer === reviewer && counts(review, asked));
  const own = new Map(sound.slice(0, mostReviews).map((review) => [review.address, review]));
  await keepAll(tx, [...own.values()], asked);
  await tx
    .updateTable("listedReviews")
    .set({ withdrawn: asked, asked })
    .where("reviewer", "=", reviewer)
    .where("asked", "<=", asked)
    .where("withdrawn", "is", null)
    .where(sql<boolean>`address <> all(${[...own.keys()]})`)
    .execute();
  await noteReading(tx, reviewer, asked);
  await sweep(tx, reviewer, asked);
}

/** Keeps one, as its own address shows it; nothing of a host that says enough already. */
export async function keepReview(tx: Transaction, review: Review, asked: Date): Promise<void> {
  if (!counts(review, asked)) return;
  await lockReviews(tx);
  if ((await countReviews(tx, review)) < mostReviews) await keepAll(tx, [review], asked);
}

/** Its own address says that it is no more. False when nobody here knew of it. */
export async function dropReview(tx: Transaction, address: string, asked: Date): Promise<boolean> {
  await lockReviews(tx);
  const known = await tx
    .updateTable("listedReviews")
    .set({ withdrawn: asked, asked })
    .where("address", "=", address)
    .where("asked", "<=", asked)
    .returning("address")
    .executeTakeFirst();
  return known !== undefined;
}

/** A host claims something else now: some of what is said may be of it. */
export async function heedClaims(tx: Transaction, host: string, now: Date): Promise<void> {
  await lockReviews(tx);
  await meetClaims(tx, now, [host]);
  await tellOwnHost(tx, now);
}

/** One at a time: what is kept of one host and what is noted of another's claims never cross. */
async function lockReviews(tx: Transaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('reviews'))`.execute(tx);
}

// Nothing is said tomorrow: what claims to be would stand against all that is said until then.
const counts = (review: Review, asked: Date): boolean =>
  isSound(review) && review.said.getTime() <= asked.getTime() + 86_400_000;

/** None of a host that is not shown here, none that a later answer has overtaken, and none that is older than what was said since. */
async function keepAll(tx: Transaction, reviews: readonly Review[], asked: Date): Promise<void> {
  if (reviews.length === 0) return;
  const rows = reviews.map((review) => ({ ...review, digest: digestOf(review.claim) }));
  await sql`
    insert into listed_reviews as known
      (address, reviewer, reviewed, claim, digest, verdict, why, evidence, said, asked)
    select address, reviewer, reviewed, claim, digest, verdict, why, evidence, said, ${asked}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as shown (address text, reviewer text, reviewed text,
      claim text, digest text, verdict text, why text, evidence text, said timestamptz)
    where exists (select from catalogue_hosts where actor = reviewer and trust >= 3)
      and not exists (select from departed where id = shown.address and "left" >= ${asked})
      and (exists (select from listed_reviews as other where other.address = shown.address)
        or not exists (select from review_readings as reading
          where reading.reviewer = shown.reviewer and reading.asked > ${asked}))
    on conflict (address) do update set reviewed = excluded.reviewed, claim = excluded.claim,
      digest = excluded.digest, verdict = excluded.verdict, why = excluded.why, evidence = excluded.evidence,
      said = excluded.said, asked = excluded.asked, withdrawn = null,
      met = case when ${sameClaim} then known.met end,
      told = case when ${sameWord} then known.told end, read = case when ${sameWord} then known.read end
    where known.asked <= excluded.asked and known.said <= excluded.said and known.reviewer = excluded.reviewer`.execute(
    tx,
  );
  await meetClaims(tx, asked, [...new Set(reviews.map(({ reviewed }) => reviewed))]);
  await tellOwnHost(tx, asked);
}

const sameClaim = sql<boolean>`(known.reviewed = excluded.reviewed and known.digest = excluded.digest)`;
const sameWord = sql<boolean>`(${sameClaim} and known.verdict = excluded.verdict
  and known.why is not distinct from excluded.why and known.evidence is not distinct from excluded.evidence)`;

/** How many others a host says. */
async function countReviews(reader: Reader, { reviewer, address }: Review): Promise<number> {
  const { count } = await reader
    .selectFrom("listedReviews")
    .select(sql<number>`count(*)`.as("count"))
    .where("reviewer", "=", reviewer)
    .where("address", "<>", address)
    .where("withdrawn", "is", null)
    .executeTakeFirstOrThrow();
  return count;
}

async function noteReading(tx: Transaction, reviewer: string, asked: Date): Promise<void> {
  await sql`
    insert into review_readings as known (reviewer, asked)
    select actor, ${asked} from catalogue_hosts where actor = ${reviewer}
    on conflict (reviewer) do update set asked = greatest(known.asked, excluded.asked)`.execute(tx);
}

// Nothing that is under way is older than a month.
async function sweep(tx: Transaction, reviewer: string, now: Date): Promise<void> {
  await tx
    .deleteFrom("listedReviews")
    .where("reviewer", "=", reviewer)
    .where("withdrawn", "<", new Date(now.getTime() - 30 * 86_400_000))
    .execute();
}
