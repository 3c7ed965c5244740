import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { type Handing, type Referral, type ReferralSide, type ReferralState, readableUntil } from "./referrals.ts";

export async function findReferral(reader: Reader, id: string): Promise<Referral | null> {
  const row = await referrals(reader).where("id", "=", id).executeTakeFirst();
  return row ? referralOf(row) : null;
}

/** The one that an activity of ours carries. */
export async function findReferralByOffer(reader: Reader, offer: string): Promise<Referral | null> {
  const row = await referrals(reader).where("offer", "=", offer).executeTakeFirst();
  return row ? referralOf(row) : null;
}

/** The one of which another host speaks at this address of its own. */
export async function findReferralByDocument(reader: Reader, document: string): Promise<Referral | null> {
  const row = await referrals(reader).where("document", "=", document).executeTakeFirst();
  return row ? referralOf(row) : null;
}

/** What the link to a referral's page opens; null once it has ended, or whoever asked has erased the request. */
export async function findReferralByLink(reader: Reader, token: string, now: Date): Promise<Referral | null> {
  const row = await referrals(reader).where("token", "=", token).where(asked).executeTakeFirst();
  const referral = row ? referralOf(row) : null;
  const until = referral && readableUntil(referral);
  return until && until > now ? referral : null;
}

/** The referral about which somebody is asked behind a link of their own; null where the link opens none. */
export async function findReferralByConsent(reader: Reader, token: string): Promise<Referral | null> {
  const row = await referrals(reader).where("consentToken", "=", token).executeTakeFirst();
  return row ? referralOf(row) : null;
}

/** To whom those who ask for these places were pointed, the last first. */
export async function listReferralsOf(reader: Reader, request: string): Promise<readonly Referral[]> {
  const rows = await referrals(reader).where("request", "=", request).orderBy("asked", "desc").orderBy("id").execute();
  return rows.map(referralOf);
}

/** What this host sent on, or what was sent on to it: first what waits for an answer, then the last first. */
export async function listReferrals(
  reader: Reader,
  side: ReferralSide,
  { states, limit = 200, offset = 0 }: ReferralSelection = {},
): Promise<readonly Referral[]> {
  let query = referrals(reader)
    .where("side", "=", side)
    .orderBy(sql`state = 'sent'`, "desc")
    .orderBy("asked", "desc")
    .orderBy("id")
    .limit(limit)
    .offset(offset);
  if (states) query = query.where("state", "in", [...states]);
  return (await query.execute()).map(referralOf);
}

/** How many wait for an answer, of this host and of others. */
export async function countSent(reader: Reader): Promise<Readonly<Record<ReferralSide, number>>> {
  const rows = await reader
    .selectFrom("referrals")
    .select(["side", ({ fn }) => fn.countAll<number>().as("count")])
    .where("state", "=", "sent")
    .groupBy("side")
    .execute();
  const of = (side: ReferralSide) => Number(rows.find((row) => row.side === side)?.count ?? 0);
  return { taker: of("taker"), giver: of("giver") };
}

interface ReferralSelection {
  readonly states?: readonly ReferralState[];
  readonly limit?: number;
  readonly offset?: number;
}

/** Those of which something may still be missed: the open ones of the last months, and the places that came of them. */
export const listLiveReferrals =
  (since: Date) =>
  async (reader: Reader, after: string | null, limit: number): Promise<readonly string[]> => {
    let query = reader
      .selectFrom("referrals")
      .select("id")
      .where("state", "in", ["sent", "taken"])
      .where("other", "is not", null)
      .where("changed", ">", since);
    if (after !== null) query = query.where("id", ">", after);
    return (await query.orderBy("id").limit(limit).execute()).map(({ id }) => id);
  };

/** How many of an origin wait here, and how many came in a day. */
export async function countReferralsFrom(reader: Reader, origin: string, now: Date) {
  return await reader
    .selectFrom("referrals")
    .select(sql<number>`count(*) filter (where state in ('sent', 'taken'))`.as("open"))
    .select(sql<number>`count(*) filter (where asked > ${new Date(now.getTime() - 86_400_000)})`.as("aDay"))
    .where("side", "=", "taker")
    .where(sql<boolean>`starts_with(other, ${`${origin}/`})`)
    .executeTakeFirstOrThrow();
}

const asked = sql<boolean>`(request is null or exists (select from place_requests where id = referrals.request))`;

const referrals = (reader: Reader) => reader.selectFrom("referrals").selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof referrals>["executeTakeFirstOrThrow"]>>;

function referralOf({ side, language, handing, state, ...row }: Row): Referral {
  return {
    ...row,
    side: side as ReferralSide,
    language: language as Referral["language"],
    handing: handing as Handing,
    state: state as ReferralState,
  };
}
