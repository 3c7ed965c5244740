import type { Reader } from "../foundation/database.ts";
import type { ReceivedAnswer, ReceivedRefusal, ReceivedState } from "./received-answer.ts";

/** The answer at this address, as it is kept; null where it was never taken in. */
export async function findReceivedAnswer(reader: Reader, source: string): Promise<ReceivedAnswer | null> {
  const row = await answers(reader).where("source", "=", source).executeTakeFirst();
  return row ? answerOf(row) : null;
}

/** The one that an activity of its maker brought. */
export async function findAnswerIn(reader: Reader, offer: string, actor: string): Promise<ReceivedAnswer | null> {
  const row = await answers(reader).where("offer", "=", offer).where("actor", "=", actor).executeTakeFirst();
  return row ? answerOf(row) : null;
}

/** The one that is an answer of the request, as the request has it. */
export async function findAnswerAs(reader: Reader, proposal: string): Promise<ReceivedAnswer | null> {
  const row = await answers(reader).where("proposal", "=", proposal).executeTakeFirst();
  return row ? answerOf(row) : null;
}

/** Those that are shown, or may be, of requests that are not over: to be looked at anew. */
export async function listLiveAnswers(reader: Reader): Promise<readonly ReceivedAnswer[]> {
  const rows = await answers(reader)
    .innerJoin("fundingRequests", "fundingRequests.id", "receivedAnswers.request")
    .where("receivedAnswers.state", "in", ["waiting", "shown", "broken"])
    .where("fundingRequests.state", "not in", ["delivered", "failed", "cancelled"])
    .orderBy("receivedAnswers.checked", (order) => order.asc().nullsFirst())
    .limit(5_000)
    .execute();
  return rows.map(answerOf);
}

const answers = (reader: Reader) =>
  reader
    .selectFrom("receivedAnswers")
    .select(["receivedAnswers.id", "source", "actor", "request", "proposal", "offer", "receivedAnswers.version"])
    .select(["receivedAnswers.state", "reason", "checked"]);
type Row = Awaited<ReturnType<ReturnType<typeof answers>["executeTakeFirstOrThrow"]>>;

function answerOf(row: Row): ReceivedAnswer {
  return { ...row, state: row.state as ReceivedState, reason: row.reason as ReceivedRefusal | null };
}
