import { randomUUID } from "node:crypto";
import type { Transaction } from "../foundation/database.ts";
import { hear, hold } from "./changes.ts";
import { countReferralsFrom, findReferralByDocument } from "./queries.ts";
import { expiryOf, type Handing, mostReferrals, type Referral } from "./referrals.ts";

/** What another host says of somebody whom it points here, at its own address. */
export interface ShownReferral {
  readonly document: string;
  /** Of the host that says it. */
  readonly other: string;
  readonly about: string;
  readonly need: string;
  readonly page: string | null;
  readonly handing: Handing;
  readonly asked: Date;
  readonly expires: Date;
}

export interface Coming {
  readonly shown: ShownReferral;
  /** The activity that carries it. */
  readonly offer: string;
  readonly otherName: string;
  readonly otherPage: string | null;
  readonly aboutTitle: string | null;
  readonly aboutPage: string | null;
  readonly language: Referral["language"];
  readonly fromUnknown: boolean;
  readonly now: Date;
}

/** Keeps what another host sends on to us; the same, however often it comes. Null where that host sends too much. */
export async function receiveReferral(tx: Transaction, coming: Coming): Promise<Referral | null> {
  const { shown, offer, otherName, otherPage, aboutTitle, aboutPage, language, fromUnknown, now } = coming;
  const known = await findReferralByDocument(tx, shown.document);
  if (known !== null) return known.side === "taker" && known.other === shown.other ? known : null;
  const sent = await countReferralsFrom(tx, new URL(shown.other).origin, now);
  if (sent.open >= mostReferrals.open || sent.aDay >= mostReferrals.aDay) return null;
  const id = randomUUID();
  const { document, other, about, need, page, handing, asked } = shown;
  await tx
    .insertInto("referrals")
    .values({
      ...{ id, side: "taker", other, otherName, otherPage, about, aboutTitle, aboutPage, need, language },
      ...{ handing, state: "sent", offer, document, page, fromUnknown, asked, changed: now },
      expires: earliest(shown.expires, expiryOf(now)),
    })
    .onConflict((one) => one.doNothing())
    .execute();
  await hear(tx, id, "came", now);
  return findReferralByDocument(tx, document);
}

const earliest = (one: Date, other: Date): Date => (one < other ? one : other);

/** Keeps what the other host shows of it by now: whether somebody agreed, and the link to what it hands on. */
export async function noteHanding(
  tx: Transaction,
  id: string,
  { handing, page }: Pick<ShownReferral, "handing" | "page">,
  now: Date,
): Promise<void> {
  const before = await hold(tx, id);
  const news = before.handing !== handing;
  await tx
    .updateTable("referrals")
    .set({ compared: now, ...(news && { handing, handingChanged: now, changed: now }), page })
    .where("id", "=", id)
    .execute();
  if (news && (handing === "agreed" || handing === "refused")) await hear(tx, id, handing, now);
}

/** It was held against what the other host shows. */
export async function noteCompared(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.updateTable("referrals").set({ compared: now }).where("id", "=", id).execute();
}
