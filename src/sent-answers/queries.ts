import type { Reader } from "../foundation/database.ts";
import { StoredProposal } from "../funding/proposal.ts";
import type { AnswerStanding, SentAnswer, SentAnswerState } from "./sent-answer.ts";

export async function findSentAnswer(reader: Reader, id: string): Promise<SentAnswer | null> {
  const row = await answers(reader).where("id", "=", id).executeTakeFirst();
  return row ? answerOf(row) : null;
}

/** The answer that one of our activities carries or takes back; null where none does. */
export async function findAnswerBy(reader: Reader, activity: string): Promise<SentAnswer | null> {
  const row = await answers(reader)
    .where((one) => one.or([one("offer", "=", activity), one("undo", "=", activity)]))
    .executeTakeFirst();
  return row ? answerOf(row) : null;
}

/** What our host answers to a request of another instance, the last first; what it took back is left out. */
export async function listSentAnswers(reader: Reader, campaign: string): Promise<readonly SentAnswer[]> {
  const rows = await answers(reader)
    .where("campaign", "=", campaign)
    .where("state", "<>", "withdrawn")
    .orderBy("made", "desc")
    .orderBy("id")
    .execute();
  return rows.map(answerOf);
}

/** Those that may still become something: said again each day, since what was lost on the way heals by that. */
export async function listUnsettledAnswers(
  reader: Reader,
  since: Date,
): Promise<readonly Pick<SentAnswer, "id" | "state">[]> {
  const rows = await reader
    .selectFrom("sentAnswers")
    .select(["id", "state"])
    .where((one) => one.or([one("state", "<>", "withdrawn"), one("changed", ">", since)]))
    .where((one) => one.or([one("standing", "is", null), one("standing", "=", "shown"), one("changed", ">", since)]))
    .orderBy("id")
    .execute();
  return rows.map(({ id, state }) => ({ id, state: state as SentAnswerState }));
}

const answers = (reader: Reader) => reader.selectFrom("sentAnswers").selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof answers>["executeTakeFirstOrThrow"]>>;

function answerOf(row: Row): SentAnswer {
  return {
    ...row,
    state: row.state as SentAnswerState,
    standing: row.standing as AnswerStanding | null,
    content: StoredProposal.parse(row.content),
  };
}
