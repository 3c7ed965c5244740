import { spread } from "../../src/catalogue/tidings.ts";
import type {
  FundingEndsSoon,
  FundingEvent,
  FundingNewsWritten,
  FundingProposalChanged,
  FundingSettled,
} from "../../src/funding/events.ts";
import { isOfDelivery, listFundingNews, type News } from "../../src/funding/news.ts";
import { findHandleById, type Handle } from "../../src/hosts/handles.ts";
import { findCampaign, isAskedHere, type LocalCampaign } from "../actors/campaigns.ts";
import { hostHandle } from "../actors/local.ts";
import { proposalIri } from "../addresses.ts";
import {
  campaignState,
  committedNews,
  confirmationsNews,
  deliveredNews,
  endNews,
  extensionNews,
  halfNews,
  lastDayNews,
  openingNews,
  reachedNews,
  stewardNews,
} from "./funding-texts.ts";
import { sayPoll } from "./polls.ts";
import { sayNews, sayState, type Words } from "./saying.ts";
import { boost, showActor, type Telling } from "./telling.ts";

/** What happens to a request, and what its account tells of. */
export type CampaignEvent =
  | FundingEvent
  | FundingSettled
  | FundingEndsSoon
  | FundingNewsWritten
  | FundingProposalChanged;

/** Says what happened to a request: aloud where it is a passage of its life, else by an edit of what is pinned. Nobody who promised is named. */
export async function tellCampaign(telling: Telling, event: CampaignEvent): Promise<void> {
  if (event.name === "funding-proposal-changed") return; // read on its page
  const { tx, local } = telling;
  const [campaign, handle] = [await findCampaign(tx, local, event.request), await findHandleById(tx, event.request)];
  if (campaign === null || handle === null) return;
  const spoken = { telling, campaign, handle };
  await sayState(telling, handle, campaignState(local, campaign)); // held from here on: two passages are told one after the other
  if (event.name === "funding-opened") await tellOpened(spoken);
  else await tellPassage(spoken, event);
  await spreadCampaign(telling, campaign);
}

interface Spoken {
  readonly telling: Telling;
  readonly campaign: LocalCampaign;
  readonly handle: Handle;
}

/** There is a new request: its account says so to whoever asked, too, and passes on how they first asked it themselves. */
async function tellOpened({ telling, campaign, handle }: Spoken): Promise<void> {
  const { local } = telling;
  const { request, asker } = campaign;
  const note = await sayNews(telling, handle, "announcement", openingNews(local, campaign));
  if (request.original !== null) await boost(telling, handle, request.original, asker.named ? [asker.named] : []);
  if (isAskedHere(campaign)) await boost(telling, hostHandle(local), note);
  if (request.content.poll) await sayPoll(telling, handle, campaign);
}

async function tellPassage(spoken: Spoken, event: Exclude<CampaignEvent, FundingProposalChanged>): Promise<void> {
  const { telling, handle } = spoken;
  const passage = await passageOf(spoken, event);
  if (passage !== null && !(await isSaid(spoken, passage)))
    await sayNews(telling, handle, "announcement", { ...passage.words, topic: passage.topic });
  await showActor(telling, handle);
}

/** Something that is said aloud, and after which time it may be said again; never, where it is said once in the life of a request. */
interface Passage {
  readonly topic: string;
  readonly words: Words;
  readonly again: number | "never" | "always";
}

const day = 86_400_000;

/** What is said aloud of an event; null where what is pinned is enough. */
async function passageOf(
  { telling, campaign }: Spoken,
  event: Exclude<CampaignEvent, FundingProposalChanged>,
): Promise<Passage | null> {
  const { local } = telling;
  const said = (topic: string, words: Words | null, again: Passage["again"] = "always"): Passage | null =>
    words && { topic, words, again };
  switch (event.name) {
    case "funding-settled":
      return isHalf(campaign) ? said("half", halfNews(local, campaign), "never") : null;
    case "funding-reached":
      return campaign.request.state === "reached" ? said("reached", reachedNews(local, campaign), day) : null;
    case "funding-ends-soon":
      return said("last-day", lastDayNews(local, campaign));
    case "funding-extended":
      return said("extended", extensionNews(local, campaign), "never");
    case "funding-confirmations-asked":
      return said("confirmations", confirmationsNews(local, campaign));
    case "funding-committed":
      return said("committed", committedNews(local, campaign), "never");
    case "funding-delivered":
      return said("delivered", deliveredNews(local, campaign, await outcomeOf(telling, campaign)), "never");
    case "funding-failed":
      return said("failed", endNews(local, campaign, "failed"), "never");
    case "funding-cancelled":
      return said("cancelled", endNews(local, campaign, "cancelled"), "never");
    case "funding-news-written":
      return said("news", await newsOf(telling, campaign, event.news));
    case "funding-opened":
    case "funding-fell-short":
    case "funding-started":
      return null;
  }
}

/** Half of what has to come together has, while it has not come together. */
function isHalf({ request: { state, terms }, promises: { total, participants } }: LocalCampaign): boolean {
  const { minimum, participants: wanted } = terms.goal;
  const half = (here: number, all: number | null) => all === null || here * 2 >= all;
  return state === "open" && half(total, minimum) && half(participants, wanted);
}

/** Whether it was said, or what makes it idle: half is nothing new once all was there. */
async function isSaid({ telling, handle }: Spoken, { topic, again }: Passage): Promise<boolean> {
  if (again === "always") return false;
  const topics = topic === "half" ? ["half", "reached"] : [topic];
  let query = telling.tx.selectFrom("notes").select("id").where("actor", "=", handle.id).where("topic", "in", topics);
  if (again !== "never") query = query.where("published", ">", new Date(telling.happened.getTime() - again));
  return (await query.executeTakeFirst()) !== undefined;
}

/** The outcome that was given with the delivery itself. */
async function outcomeOf({ tx }: Telling, { request }: LocalCampaign): Promise<News | null> {
  return (await listFundingNews(tx, request.id)).find((news) => isOfDelivery(news, request)) ?? null;
}

async function newsOf({ tx, local }: Telling, campaign: LocalCampaign, id: string): Promise<Words | null> {
  const news = (await listFundingNews(tx, campaign.request.id)).find((one) => one.id === id);
  return news && !isOfDelivery(news, campaign.request) ? stewardNews(local, campaign, news) : null;
}

/** Other instances are told an address only: what stands there, they fetch from us. */
export async function spreadCampaign({ tx, reach }: Telling, { request, asOf }: LocalCampaign): Promise<void> {
  await spread(tx, { kind: "changed", address: proposalIri(reach.origin, request.id), changed: asOf }, new Date());
}
