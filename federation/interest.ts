import { sql } from "kysely";
import type { Reader } from "../src/foundation/database.ts";
import type { FundingRequest } from "../src/funding/funding.ts";
import { findHandleById } from "../src/hosts/handles.ts";
import { actorIri, proposalIri } from "./addresses.ts";
import { questionOf } from "./polls.ts";
import type { Question } from "./vocabulary/question.ts";

/** What people elsewhere show of their interest in a request, without promising anything; never counted as money. */
export interface Interest {
  /** How many people like it, its account or what that said. */
  readonly likes: number;
  /** How many people passed it on. */
  readonly boosts: number;
  /** What its poll has brought, option by option; empty where there is none. */
  readonly votes: readonly { readonly label: string; readonly count: number }[];
  /** Where one can vote with an account elsewhere, and until when; null where nothing is asked. */
  readonly poll: { readonly address: string; readonly ends: Date } | null;
}

export async function interestIn(
  reader: Reader,
  origin: string,
  { id }: Pick<FundingRequest, "id">,
): Promise<Interest> {
  const proposal = proposalIri(origin, id);
  const { rows } = await sql<{ kind: string; people: number }>`
    select kind, count(distinct actor) as people from reactions
    where object in (
      select ${actorIri(origin, { id, kind: "campaign" })} union all select ${proposal}
      union all select ${`${origin}/ap/notes/`} || notes.id from notes where notes.actor = ${id} and deleted is null)
    and not (kind = 'boost' and object = ${proposal}) -- so instances tell each other; no person does
    and not is_blocked(actor)
    group by kind`.execute(reader);
  const count = (kind: string) => rows.find((row) => row.kind === kind)?.people ?? 0;
  const question = await pollOf(reader, origin, id);
  const votes = (question?.options ?? []).map(({ name, votes: cast }) => ({ label: name, count: cast }));
  const poll = question && { address: question.id, ends: question.ends };
  return { likes: count("like"), boosts: count("boost"), votes, poll };
}

async function pollOf(reader: Reader, origin: string, id: string): Promise<Question | null> {
  const handle = await findHandleById(reader, id);
  const poll = await reader
    .selectFrom("notes")
    .selectAll()
    .where("actor", "=", id)
    .where("topic", "=", "poll")
    .where("deleted", "is", null)
    .executeTakeFirst();
  return handle && poll ? questionOf(reader, origin, handle, poll) : null;
}
