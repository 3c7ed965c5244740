import { listMembers } from "../accounts/members.ts";
import type { Reader } from "../foundation/database.ts";
import type { FollowingMeans } from "./following.ts";
import { findAssociationHandle } from "./handle-changes.ts";
import { listInvitations } from "./inviting.ts";
import { findAssociation } from "./queries.ts";

/** All that is known here of an association and its members, as plain JSON. */
export async function exportAssociation(
  reader: Reader,
  id: string,
  following: Pick<FollowingMeans, "listFollowed">,
): Promise<Readonly<Record<string, unknown>>> {
  const members = await listMembers(reader, id);
  return {
    association: await findAssociation(reader, id),
    handle: await findAssociationHandle(reader, id),
    members: members.map(({ name, email, created }) => ({ name, email, created })),
    invitations: (await listInvitations(reader, id)).map(({ email, invited, expires }) => ({
      email,
      invited,
      expires,
    })),
    following: await following.listFollowed(reader, id),
    requests: await requestsOf(reader, id),
    pledges: await pledgesOf(reader, id),
  };
}

async function requestsOf(reader: Reader, party: string) {
  return await reader
    .selectFrom("fundingRequests")
    .select(["code", "state", "kind", "mode", "currency", "minimum", "optimum", "participants", "closes", "content"])
    .select(["created", "opened", "ended"])
    .where(({ or, eb }) => or([eb("requester", "=", party), eb("steward", "=", party)]))
    .orderBy("created")
    .execute();
}

async function pledgesOf(reader: Reader, party: string) {
  return await reader
    .selectFrom("pledges")
    .innerJoin("fundingRequests", "fundingRequests.id", "pledges.request")
    .leftJoin("pledgePapers", (join) =>
      join.onRef("pledgePapers.pledge", "=", "pledges.pledge").onRef("pledgePapers.number", "=", "pledges.number"),
    )
    .select(["fundingRequests.code as request", "pledges.pledge", "pledges.number", "pledges.act", "pledges.amount"])
    .select(["pledges.currency", "pledges.help", "pledges.helpUnit", "pledges.totalAtLeast"])
    .select(["pledges.participantsAtLeast", "pledges.visibility", "pledges.validUntil", "pledges.said"])
    .select("pledgePapers.words")
    .where("pledges.party", "=", party)
    .orderBy("pledges.said")
    .orderBy("pledges.number")
    .execute();
}
