import { sql } from "kysely";
import type { Reader } from "../src/foundation/database.ts";
import type { FundingRequest } from "../src/funding/funding.ts";
import { findHandleById } from "../src/hosts/handles.ts";
import { actorIri, proposalIri } from "./addresses.ts";
import { questionOf } from "./polls.ts";

/** What people elsewhere show of their interest in a request, without promising anything; never counted as money. */
export interface Interest {
  /** How many people like it, its account or what that said. */
  readonly likes: number;
  /** How many people passed it on. */
  readonly boosts: number;
  /** What its poll has brought, option by option; empty where there is none. */
  readonly votes: readonly { readonly label: string; readonly count: number }[];
}

export async function interestIn(
  reader: Reader,
  origin: string,
  { id }: Pick<FundingRequest, "id">,
): Promise<Interest> {
  const { rows } = await sql<{ kind: string; people: number }>`
    select kind, count(distinct actor) as people from reactions
    where object in (
      select ${actorIri(origin, { id, kind: "campaign" })} union all select ${proposalIri(origin, id)}
      union all select ${`${origin}/ap/notes/`} || notes.id from notes where notes.actor = ${id} and deleted is null)
    and not is_blocked(actor)
    group by kind`.execute(reader);
  const count = (kind: string) => rows.find((row) => row.kind === kind)?.people ?? 0;
  return { likes: count("like"), boosts: count("boost"), votes: await votesFor(reader, origin, id) };
}

async function votesFor(reader: Reader, origin: string, id: string): Promise<Interest["votes"]> {
  const handle = await findHandleById(reader, id);
  const poll = await reader
    .selectFrom("notes")
    .selectAll()
    .where("actor", "=", id)
    .where("topic", "=", "poll")
    .where("deleted", "is", null)
    .executeTakeFirst();
  const question = handle && poll ? await questionOf(reader, origin, handle, poll) : null;
  return (question?.options ?? []).map(({ name, votes }) => ({ label: name, count: votes }));
}
