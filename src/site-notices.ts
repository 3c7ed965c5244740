import type { TaskList } from "graphile-worker";
import { findAssociation } from "./associations/queries.ts";
import { listenTo, type SiteEvent } from "./events.ts";
import type { Database, Transaction } from "./foundation/database.ts";
import type { Language } from "./foundation/language.ts";
import { sendsMail } from "./foundation/mail.ts";
import type { Listener } from "./foundation/outbox.ts";
import type { FundingRequest } from "./funding/funding.ts";
import { isOfDelivery, listFundingNews } from "./funding/news.ts";
import { listProposals } from "./funding/proposals.ts";
import { findFundingById } from "./funding/queries.ts";
import { findHost } from "./hosts/queries.ts";
import {
  findPromisers,
  giveNotices,
  givePromisesNotice,
  listPromisers,
  ownersOf,
  type Telling,
} from "./notices/giving.ts";
import { type NoticePost, sendNotices } from "./notices/letter-parts.tsx";
import { tellNear } from "./notices/near.ts";
import type { NoticeWhat } from "./notices/notices.ts";
import { forgetNotices, sweepNotices } from "./notices/queries.ts";
import type { PledgeEvent } from "./pledges/events.ts";
import { listUnconfirmed } from "./pledges/lapsing.ts";
import { listToAskAgain } from "./pledges/queries.ts";
import { findAnswerAs } from "./received-answers/queries.ts";

/** Those who ask, promise and answer are told what happens to what concerns them. */
export const noticeListeners: readonly Listener<SiteEvent>[] = [
  listenTo(
    [
      ...(["funding-reached", "funding-fell-short", "funding-extended", "funding-committed"] as const),
      ...(["funding-started", "funding-delivered", "funding-failed", "funding-cancelled"] as const),
    ],
    (tx, event) => tellAll(tx, event, passages[event.name]),
  ),
  listenTo(["funding-news-written"], tellOfNews),
  listenTo(["funding-confirmations-asked"], tellToConfirm),
  listenTo(["funding-opened"], tellOfOpening),
  listenTo(["funding-proposal-changed"], tellOfAnswer),
  listenTo(["party-erased"], (tx, { party }) => forgetNotices(tx, party)),
  { hears: isOfPledges, tellTogether: (tx, events) => tellOfPledges(tx, events.filter(isOfPledges)) },
];

const passages = {
  "funding-reached": "reached",
  "funding-fell-short": "fell-short",
  "funding-extended": "extended",
  "funding-committed": "committed",
  "funding-started": "started",
  "funding-delivered": "delivered",
  "funding-failed": "failed",
  "funding-cancelled": "cancelled",
} as const satisfies Readonly<Partial<Record<SiteEvent["name"], NoticeWhat>>>;

interface Happened {
  readonly id: string;
  readonly request: string;
  readonly happened: string;
}

const tellingOf = ({ id, request, happened }: Happened, what: NoticeWhat): Telling => {
  return { what, request, event: id, happened: new Date(happened) };
};

/** What the clock or the ledger did is told to those who ask too; what they did themselves, only to those who promised. */
const byNobody: readonly NoticeWhat[] = ["reached", "fell-short", "failed", "committed"];

async function tellAll(tx: Transaction, event: Happened, what: NoticeWhat): Promise<void> {
  const request = await findFundingById(tx, event.request);
  if (request === null || (what === "started" && isThereAtOnce(request, event))) return;
  const owners = ownersOf(request);
  const promisers = without(await listPromisers(tx, request.id), request);
  await giveNotices(tx, [...promisers, ...(byNobody.includes(what) ? owners : [])], tellingOf(event, what));
}

/** What starts and is delivered by one deed is told once, as delivered. */
const isThereAtOnce = ({ state, ended }: FundingRequest, { happened }: Happened): boolean =>
  state === "delivered" && ended?.getTime() === Date.parse(happened);

/** What came of it, where that was said with the delivery, is told with it. */
async function tellOfNews(tx: Transaction, event: Happened & { readonly news: string }): Promise<void> {
  const request = await findFundingById(tx, event.request);
  const news = request && (await listFundingNews(tx, request.id)).find(({ id }) => id === event.news);
  if (request && news && !isOfDelivery(news, request)) await tellAll(tx, event, "news");
}

/** Whoever has not confirmed has to do so, whether or not they ask themselves. */
async function tellToConfirm(tx: Transaction, event: Happened): Promise<void> {
  const request = await findFundingById(tx, event.request);
  if (request === null || request.asked === null) return;
  const parties = (await listUnconfirmed(tx, request)).map(({ party }) => party);
  await giveNotices(tx, parties, tellingOf(event, "confirm"));
}

/** Where it tries a failed one anew, those who promised then are asked again, and owe nothing; and the host may be able to answer. */
async function tellOfOpening(tx: Transaction, event: Happened): Promise<void> {
  const request = await findFundingById(tx, event.request);
  if (request === null) return;
  const before = (await listToAskAgain(tx, request)).map(({ id }) => id);
  await giveNotices(tx, without(before, request), tellingOf(event, "reopened"));
  await tellNear(tx, request, tellingOf(event, "near"));
}

async function tellOfAnswer(tx: Transaction, event: Happened & { readonly proposal: string }): Promise<void> {
  const request = await findFundingById(tx, event.request);
  const all = request === null ? [] : await listProposals(tx, request, request.requester.id);
  const proposal = all.find(({ id }) => id === event.proposal);
  if (request === null || proposal === undefined) return;
  const owners = ownersOf(request).filter((party) => party !== proposal.party.id);
  if (proposal.state === "withdrawn") return giveNotices(tx, owners, tellingOf(event, "answer-withdrawn"));
  if (proposal.broken !== null) return giveNotices(tx, owners, tellingOf(event, "answer-broken"));
  if (proposal.state === "made") return giveNotices(tx, owners, tellingOf(event, "answer"));
  // A host of another instance hears it from the request itself.
  const isFromElsewhere = (await findAnswerAs(tx, proposal.id)) !== null;
  if (!isFromElsewhere) await giveNotices(tx, [proposal.party.id], tellingOf(event, "chosen"));
}

/** Who loses a promise without having said so is told; and who asks, that others promise: under a crowd, once. */
async function tellOfPledges(tx: Transaction, events: readonly PledgeEvent[]): Promise<void> {
  const promisers = await findPromisers(
    tx,
    events.map(({ pledge }) => pledge),
  );
  for (const event of events.filter(({ name }) => name === "pledge-lapsed"))
    await giveNotices(tx, [promisers.get(event.pledge) ?? []].flat(), tellingOf(event, "lapsed"));
  for (const [id, ofOne] of Map.groupBy(events, ({ request }) => request)) {
    const [request, last] = [await findFundingById(tx, id), ofOne.at(-1)];
    if (request === null || last === undefined) continue;
    const others = (owner: string) => ofOne.some(({ pledge }) => promisers.get(pledge) !== owner);
    for (const owner of ownersOf(request).filter(others))
      await givePromisesNotice(tx, owner, tellingOf(last, "promises"));
  }
}

function isOfPledges(event: SiteEvent): event is PledgeEvent {
  return event.name.startsWith("pledge-");
}

const without = (parties: readonly string[], request: FundingRequest) =>
  parties.filter((party) => !ownersOf(request).includes(party));

/** The jobs that write letters, and forget what is old. */
export function noticeTasks(db: Database, post: NoticePost): TaskList {
  return {
    "send-notices": async () => {
      if (sendsMail(post.mail)) await db.transaction().execute((tx) => sendNotices(tx, post, new Date()));
    },
    "sweep-notices": () => db.transaction().execute((tx) => sweepNotices(tx, new Date())),
  };
}

export const noticeCrontab = ["*/5 * * * * send-notices", "23 5 * * * sweep-notices"];

/** In which language letters to a party are written: the association's own, else the one that the host's accounts speak. */
export const noticeLanguage = (fallback: Language) => async (tx: Transaction, party: string) => {
  const association = await findAssociation(tx, party);
  if (association !== null) return association.language;
  const host = await findHost(tx);
  return host?.profile.language.startsWith("en") ? "en" : host?.profile.language.startsWith("fr") ? "fr" : fallback;
};
