import { z } from "zod";
import type { Transaction } from "../../src/foundation/database.ts";
import { addJob } from "../../src/foundation/jobs.ts";
import { hearSentAnswer } from "../../src/sent-pledges/answers.ts";
import { findSentBy } from "../../src/sent-pledges/queries.ts";
import { readLocal } from "../addresses.ts";
import { sameOrigin } from "../guard/origins.ts";
import { isAgreement, readAgreement } from "../vocabulary/agreement.ts";
import { plainText } from "../vocabulary/html.ts";
import type { Effect, Heard } from "./activity.ts";
import { readReference } from "./reference.ts";

/**
 * The request elsewhere accepts or refuses what somebody here said of a promise: only itself can. False where the answer
 * is to something else.
 */
export async function hearAnswerToPledge(
  tx: Transaction,
  origin: string,
  { type, actor, object, result, content }: Heard,
): Promise<boolean> {
  const local = readLocal(origin, readReference(object)?.id ?? "");
  const pledge = local?.thing === "activity" ? await findSentBy(tx, local.id) : null;
  if (local?.thing !== "activity" || pledge === null) return false;
  if (pledge.campaign !== actor) return true;
  const agreed = readAgreement(result);
  const agreement = agreed?.id != null && sameOrigin(agreed.id, actor) ? agreed.id : null;
  const answer =
    type === "Accept"
      ? ({ kind: "accepted", agreement, amount: agreed?.quantity ?? null } as const)
      : ({ kind: "refused", reason: plainText(content ?? "", longestReason) } as const);
  await hearSentAnswer(tx, pledge, local.id, answer, new Date());
  return true;
}

const longestReason = 500;

/** An agreement that somebody here has a part in, named in an Update or a Delete of it; null where it is about something else. */
export function agreementIn({ object }: Pick<Heard, "object">): string | null {
  const isOne = isAgreement(object) || Ended.safeParse(object).success;
  return isOne ? (readReference(object)?.id ?? null) : null;
}

const Ended = z.object({ type: z.literal("Tombstone"), formerType: z.literal("Agreement") });

/** There is news of an agreement, says the request that it is with: what it is, its own address tells. */
export function lookAtAgreement(agreement: string, { actor }: Pick<Heard, "actor">): Effect {
  return async (tx) => {
    const row = await tx
      .selectFrom("sentPledges")
      .select("id")
      .where("agreement", "=", agreement)
      .where("campaign", "=", actor)
      .executeTakeFirst();
    if (row) await askToCompare(tx, row.id);
  };
}

/** Has a promise compared with what the other instance shows of it, at once or then. */
export async function askToCompare(tx: Transaction, sent: string, runAt?: Date): Promise<void> {
  const when = runAt ? { runAt } : {};
  await addJob(tx, "compare-sent-pledge", { sent }, { key: `compare-sent-pledge:${sent}`, ...when });
}
