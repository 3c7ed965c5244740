import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { FundingRequest, Party } from "../funding/funding.ts";
import { partyOf } from "../funding/parties.ts";
import { entryOf } from "./ledger.ts";
import { type Pledge, stateOf } from "./pledge-state.ts";
import { counts, nothingPromised, tallyFor } from "./tallies.ts";

/** Which promises towards a request, from where on, and how many at most. */
export interface PledgeSelection {
  readonly pledge?: string;
  /** Those that were taken back or lapsed, too. */
  readonly ended?: boolean;
  /** Those that come after this one. */
  readonly after?: { readonly made: Date; readonly id: string };
  readonly limit?: number;
}

/** The promises towards a request as they stand, the first made first; those that were taken back before they came are not among them. */
export async function listPledges(
  reader: Reader,
  request: FundingRequest,
  { pledge, ended = true, after, limit }: PledgeSelection = {},
): Promise<readonly Pledge[]> {
  let query = pledges(reader).where("pledges.request", "=", request.id).orderBy("first.said").orderBy("pledges.pledge");
  if (!ended) query = query.where("pledges.act", "not in", ["withdraw", "lapse"]);
  if (pledge !== undefined) query = query.where("pledges.pledge", "=", pledge);
  if (after)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple("first.said", "pledges.pledge"), ">", tuple(after.made, after.id)),
    );
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.execute();
  const asked = rows.some(({ totalAtLeast, participantsAtLeast }) => (totalAtLeast ?? participantsAtLeast) !== null);
  const tally = asked ? await tallyFor(reader, request.id) : nothingPromised;
  const known = { state: request.state, asked: request.asked?.since ?? null };
  return rows.map(({ made, words, partyId, partyKind, actor, name, address, erased, ...row }) => {
    const entry = entryOf(row);
    return {
      ...{ id: row.pledge, made, words, entry },
      party: partyOf({ id: partyId, kind: partyKind, actor, name, address, erased }),
      state: stateOf(entry, known, counts(entry, tally)),
    };
  });
}

function pledges(reader: Reader) {
  return reader
    .selectFrom("pledges")
    .innerJoin("pledges as first", (join) =>
      join.onRef("first.pledge", "=", "pledges.pledge").on("first.number", "=", 1).on("first.act", "=", "make"),
    )
    .innerJoin("parties", "parties.id", "pledges.party")
    .selectAll("pledges")
    .select(["first.said as made", "parties.id as partyId", "parties.kind as partyKind", "parties.actor"])
    .select(["parties.name", "parties.address", "parties.erased"])
    .select(
      sql<string | null>`(select words from pledge_papers as papers
        where papers.pledge = pledges.pledge and words is not null order by papers.number desc limit 1)`.as("words"),
    )
    .where(isLast);
}

/** Whom to ask again for a request that tries a failed one anew: those whose promises held when it failed. */
export async function listToAskAgain(reader: Reader, { previous }: FundingRequest): Promise<readonly Party[]> {
  if (previous === null) return [];
  const rows = await reader
    .selectFrom("parties")
    .selectAll()
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("pledges")
          .select("pledges.pledge")
          .whereRef("pledges.party", "=", "parties.id")
          .where("pledges.request", "=", previous)
          .where("pledges.act", "not in", ["withdraw", "lapse"])
          .where(isLast),
      ),
    )
    .where("erased", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(partyOf);
}

const isLast = sql<boolean>`not exists (select from pledges as later
  where later.pledge = pledges.pledge and later.number = pledges.number + 1)`;
