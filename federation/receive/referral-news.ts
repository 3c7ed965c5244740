import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { hearAct } from "../../src/referrals/changes.ts";
import { findReferralByDocument, findReferralByOffer } from "../../src/referrals/queries.ts";
import { longest } from "../../src/referrals/referrals.ts";
import { readLocal } from "../addresses.ts";
import { sameOrigin } from "../guard/origins.ts";
import { plainText } from "../vocabulary/html.ts";
import { readTaken } from "../vocabulary/referral.ts";
import type { Heard } from "./activity.ts";
import { type Reference, readReference } from "./reference.ts";

/** The other host takes somebody on whom we pointed there, or declines: only itself can. False where the answer is to something else. */
export async function hearReferralAnswer(
  tx: Transaction,
  origin: string,
  { type, actor, object, result, content }: Heard,
): Promise<boolean> {
  const local = readLocal(origin, readReference(object)?.id ?? "");
  const referral = local?.thing === "activity" ? await findReferralByOffer(tx, local.id) : null;
  if (referral === null) return false;
  if (referral.other !== actor) return true;
  const taken = readTaken(result);
  const document = taken !== null && taken.by === actor && sameOrigin(taken.id, actor) ? taken.id : null;
  const said = plainText(content ?? "", longest.said) || null;
  await hearAct(tx, referral.id, { act: type === "Accept" ? "take" : "decline", said, document, now: new Date() });
  return true;
}

/** The other host takes back what it sent on to us, by the Offer or by the address of the referral. False where that is something else. */
export async function hearReferralUndo(tx: Transaction, { actor }: Heard, undone: Reference): Promise<boolean> {
  const byOffer = undone.id === null ? null : await findReferralByOffer(tx, undone.id);
  const referral = byOffer ?? (undone.object === null ? null : await findReferralByDocument(tx, undone.object));
  if (referral === null || referral.side !== "taker") return false;
  if (referral.other === actor) await hearAct(tx, referral.id, { act: "withdraw", said: null, now: new Date() });
  return true;
}

/** There is news of what the other host says at its own address: that tells which. False where it is about something else. */
export async function hearReferralNews(tx: Transaction, { actor, object }: Heard): Promise<boolean> {
  const named = readReference(object)?.id ?? null;
  const referral = named === null ? null : await findReferralByDocument(tx, named);
  if (referral === null) return false;
  if (referral.other === actor) await askToCompareReferral(tx, referral.id);
  return true;
}

/** Has a referral compared with what the other host shows of it, at once or then. */
export async function askToCompareReferral(tx: Transaction, referral: string, runAt?: Date): Promise<void> {
  const when = runAt ? { runAt } : {};
  await addJob(tx, "compare-referral", { referral }, { key: `compare-referral:${referral}`, ...when });
}
