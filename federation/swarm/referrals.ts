import type { Task } from "graphile-worker";
import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { hearAct, lapseReferrals } from "../../src/referrals/changes.ts";
import { findReferral, listLiveReferrals } from "../../src/referrals/queries.ts";
import { noteCompared, noteHanding } from "../../src/referrals/receiving.ts";
import { isOpen, type Referral } from "../../src/referrals/referrals.ts";
import { sameOrigin } from "../guard/origins.ts";
import { askToCompareReferral } from "../receive/referral-news.ts";
import { askToSendReferral } from "../send/referrals.ts";
import { readReferral, readTaken } from "../vocabulary/referral.ts";
import type { Shown } from "./asking.ts";
import { compareEach, shownAt } from "./comparing.ts";
import type { Walk } from "./walk.ts";

/** So long something is looked for that may have been lost on its way. */
const patience = 90 * 86_400_000;

/** The daily job `compare-referrals`: what nobody answered in time is over, and each open one is held against what the other host shows. */
export const compareReferralsTask =
  (walk: Walk): Task =>
  async () => {
    const now = walk.now();
    await walk.db.transaction().execute((tx) => lapseReferrals(tx, now));
    await compareEach(walk, listLiveReferrals(new Date(now.getTime() - patience)), askToCompareReferral);
  };

/** The job `compare-referral`. */
export const compareReferralTask =
  (walk: Walk): Task =>
  async (payload) => {
    const { referral: id } = z.object({ referral: z.uuid() }).parse(payload);
    const referral = await findReferral(walk.db, id);
    if (referral?.other != null && isOpen(referral)) await compare(walk, referral);
  };

/** Asks what the other host shows of it; what it never answered is said to it again. */
async function compare(walk: Walk, referral: Referral): Promise<void> {
  const { document, other, id } = referral;
  const shown =
    document !== null && sameOrigin(document, other ?? "") ? await shownAt(walk.asker.patient, document) : null;
  await walk.db.transaction().execute(async (tx) => {
    if (shown !== null) await keepShown(tx, referral, { document: document ?? "", shown, now: walk.now() });
    else if (document === null) await askToSendReferral(tx, { referral: id, deed: "ask" });
  });
}

interface Seen {
  readonly document: string;
  readonly shown: Shown;
  readonly now: Date;
}

async function keepShown(tx: Transaction, referral: Referral, seen: Seen): Promise<void> {
  await noteCompared(tx, referral.id, seen.now);
  return referral.side === "taker" ? keepOffered(tx, referral, seen) : keepTaken(tx, referral, seen);
}

/** What the giver shows: that it still stands, and whether somebody agreed. What is gone was taken back. */
async function keepOffered(tx: Transaction, referral: Referral, { document, shown, now }: Seen): Promise<void> {
  const { id, other } = referral;
  if (shown.kind === "gone") return void (await hearAct(tx, id, { act: "withdraw", said: null, now }));
  const there = shown.kind === "found" ? readReferral(shown.json) : null;
  if (there?.id !== document || there.by !== other) return;
  const page = there.page !== null && sameOrigin(there.page, document) ? there.page : null;
  await noteHanding(tx, id, { handing: there.handing, page }, now);
}

/** What the taker shows: that it took it, or that a place came of it. What is gone was given up. */
async function keepTaken(tx: Transaction, { id, other }: Referral, { document, shown, now }: Seen): Promise<void> {
  if (shown.kind === "gone") return void (await hearAct(tx, id, { act: "decline", said: null, now }));
  const there = shown.kind === "found" ? readTaken(shown.json) : null;
  if (there?.id !== document || there.by !== other || there.standing !== "placed") return;
  await hearAct(tx, id, { act: "place", said: null, now });
}
