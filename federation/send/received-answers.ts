import type { Transaction } from "../../src/foundation/database.ts";
import type { FundingProposalChanged } from "../../src/funding/events.ts";
import { listProposals } from "../../src/funding/proposals.ts";
import { findFundingById } from "../../src/funding/queries.ts";
import { findAnswerAs } from "../../src/received-answers/queries.ts";
import type { ReceivedAnswer } from "../../src/received-answers/received-answer.ts";
import { receivedWords } from "../../src/received-answers/words.ts";
import { activityIri } from "../addresses.ts";
import { campaignIri } from "../agreements.ts";
import { repeat } from "../delivery/deliveries.ts";
import type { Reach } from "../reach.ts";
import { writeStanding } from "../vocabulary/answer.ts";
import { derivedId } from "./ids.ts";

type Said = Pick<ReceivedAnswer, "actor" | "offer" | "request" | "proposal" | "version" | "state" | "reason">;

/** Says to whoever answered what has become of it: shown, chosen, or not taken. Of one that waits or is broken its maker knows as much. */
export async function sayStanding(tx: Transaction, origin: string, received: Said): Promise<void> {
  const { actor, offer, version } = received;
  const request = await findFundingById(tx, received.request);
  const row = await tx.selectFrom("remoteActors").select("inbox").where("id", "=", actor).executeTakeFirst();
  const type = request && (await typeOf(tx, request, received));
  if (request === null || row === undefined || !type) return;
  const language = request.content.language.startsWith("en") ? "en" : "fr";
  const why = type === "Reject" ? { reason: receivedWords[language][received.reason ?? "unreadable"], language } : null;
  const id = derivedId(offer, actor, type, String(version), received.reason ?? "");
  const act = { id: activityIri(origin, id), actor: campaignIri(origin, request.id), to: actor };
  const body = JSON.stringify(writeStanding(act, type, offer, why));
  await repeat(tx, { id, actor: request.id, type, body, public: false }, row.inbox);
}

type Request = NonNullable<Awaited<ReturnType<typeof findFundingById>>>;

async function typeOf(tx: Transaction, request: Request, { state, proposal }: Said) {
  if (state === "refused") return "Reject" as const;
  if (state !== "shown") return null;
  const all = await listProposals(tx, request, request.requester.id);
  const chosen = all.find(({ id }) => id === proposal)?.state === "chosen";
  return chosen ? ("Accept" as const) : ("TentativeAccept" as const);
}

/** Who asks has chosen an answer that came from elsewhere: its maker is told. */
export async function tellAnswered(
  tx: Transaction,
  { origin }: Reach,
  { proposal }: FundingProposalChanged,
): Promise<void> {
  const received = await findAnswerAs(tx, proposal);
  if (received === null) return;
  const request = await findFundingById(tx, received.request);
  if (request !== null && (await typeOf(tx, request, received)) === "Accept") await sayStanding(tx, origin, received);
}
