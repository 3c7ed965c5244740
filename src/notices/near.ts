import type { Reader, Transaction } from "../foundation/database.ts";
import type { FundingContent, FundingRequest } from "../funding/funding.ts";
import { couldAnswer } from "../funding/near.ts";
import { hostParty } from "../funding/parties.ts";
import { findHost } from "../hosts/queries.ts";
import { findListedCampaign } from "../listed-funding/queries.ts";
import { listOffers } from "../offers/queries.ts";
import { giveCampaignNotice, giveNotices, type Telling } from "./giving.ts";

/** Tells the host that a request was opened here which it could answer. */
export async function tellNear(
  tx: Transaction,
  { requester, content }: FundingRequest,
  telling: Omit<Telling, "what">,
): Promise<void> {
  if (requester.kind === "host" || !(await readOffered(tx))(content)) return;
  const { id } = await hostParty(tx, telling.happened);
  await giveNotices(tx, [id], { ...telling, what: "near" });
}

/** Tells the host of the copies, by their actors, of requests that it could answer and whose instance it trusts; of each once, while it is new. */
export async function tellNearElsewhere(tx: Transaction, actors: readonly string[], now: Date): Promise<void> {
  const couldBeOurs = actors.length === 0 ? () => false : await readOffered(tx);
  for (const actor of actors) {
    const copy = await findListedCampaign(tx, actor);
    if (copy === null || copy.trust < 3 || !["open", "reached"].includes(copy.state)) continue;
    if (now.getTime() - copy.opened.getTime() > newFor || !couldBeOurs(copy.content)) continue;
    const { id: party } = await hostParty(tx, now);
    await giveCampaignNotice(tx, party, { campaign: actor, what: "near", event: copy.id, happened: now });
  }
}

// Of an instance that is met today, what it asks for since long is found in the list.
const newFor = 30 * 86_400_000;

/** Says of a request whether an offer of ours could answer it. */
async function readOffered(reader: Reader): Promise<(content: FundingContent) => boolean> {
  const offers = (await listOffers(reader, { states: ["published"] })).map(({ content }) => content);
  const host = await findHost(reader);
  return (content) => couldAnswer(content, offers, host?.profile.territory ?? null);
}
