import type { Reader } from "../foundation/database.ts";
import { type FundingRequest, type FundingState, remainingOf } from "../funding/funding.ts";
import { listFunding } from "../funding/queries.ts";
import { closingOf } from "../funding/terms.ts";
import { label } from "../hosts/vocabularies.ts";
import { talliesOf } from "../pledges/tallies.ts";
import type { Campaign } from "./campaigns.ts";
import { type Filters, fitsPlace, fitsWords, statesFor } from "./filters.ts";
import { withPromises } from "./queries.ts";

/** A request of another instance, as it last showed it; that instance alone counts. */
export interface Elsewhere {
  readonly title: string;
  /** Which language its words are in. */
  readonly language: string;
  /** Our own page about it. */
  readonly url: string;
  /** Where it lives. */
  readonly origin: string;
  readonly requester: string;
  /** What has to come together, in the smallest unit of its currency; null where only heads count. */
  readonly goal: { readonly amount: number | null; readonly participants: number | null; readonly currency: string };
  readonly total: number;
  readonly participants: number;
  readonly closes: Date | null;
  readonly state: FundingState;
  readonly needs: readonly string[];
  readonly territories: readonly string[];
  /** When this total was true. */
  readonly asOf: Date;
}

/** What is listed: a request of our own, or the copy of another's. */
export type Listed =
  | { readonly at: "here"; readonly campaign: Campaign }
  | { readonly at: "elsewhere"; readonly copy: Elsewhere };

/** A part of all that was found. */
export interface FoundPage {
  readonly items: readonly Listed[];
  readonly total: number;
}

/** More than any host has open at once, and as many as can be looked through for one page. */
const most = 1_000;

/** What fits, those that close soonest first; what is over comes the newest first. */
export async function listCampaigns(
  reader: Reader,
  filters: Filters,
  elsewhere: readonly Elsewhere[],
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Promise<FoundPage> {
  const own = await listOwn(reader, filters);
  const newestFirst = filters.state === "done";
  const all = [
    ...own.map((request) => ({ closes: request.ended ?? request.closes, item: request })),
    ...elsewhere.map((copy) => ({ closes: copy.closes, item: copy })),
  ].toSorted((a, b) => (newestFirst ? instantOf(b) - instantOf(a) : instantOf(a) - instantOf(b)));
  const shown = all.slice(skip, skip + limit).map(({ item }) => item);
  const campaigns = await withPromises(
    reader,
    shown.filter((item) => "code" in item),
  );
  const items = shown.map((item): Listed => {
    if (!("code" in item)) return { at: "elsewhere", copy: item };
    const campaign = campaigns.find(({ request }) => request.id === item.id);
    if (campaign === undefined) throw new Error(`nothing was summed for the request ${item.id}`);
    return { at: "here", campaign };
  });
  return { items, total: all.length };
}

const never = Number.MAX_SAFE_INTEGER;
const instantOf = ({ closes }: { readonly closes: Date | null }): number => closes?.getTime() ?? never;

/** Our own requests that fit, the newest first. */
export async function listOwn(reader: Reader, filters: Filters): Promise<readonly FundingRequest[]> {
  const { needs, kinds, state } = filters;
  const [need, kind] = [needs.length === 1 ? needs[0] : undefined, kinds.length === 1 ? kinds[0] : undefined];
  const found = await listFunding(reader, {
    ...{ states: statesFor[state], limit: most },
    ...(need !== undefined && { need }),
    ...(kind !== undefined && { kind }),
  });
  return withinReach(
    reader,
    found.filter((request) => fits(request, filters)),
    filters,
  );
}

function fits(request: FundingRequest, { q, needs, kinds, territory, before }: Filters): boolean {
  const { terms, content, closes } = request;
  return (
    (needs.length === 0 || content.needs.some((need) => needs.includes(need))) &&
    (kinds.length === 0 || kinds.includes(terms.kind)) &&
    (territory === null || fitsPlace(content.territories, territory)) &&
    (before === null || (closes !== null && closes <= closingOf(before))) &&
    (q === "" || fitsWords(textOf(request), q))
  );
}

/** All words by which a request is found, with what its needs are called in both languages. */
function textOf({ content: { title, description, beneficiaries, needs }, requester }: FundingRequest): string {
  const named = needs.flatMap((need) => [label("needs", need, "fr"), label("needs", need, "en")]);
  return [title, description, beneficiaries ?? "", requester.name, ...named].join(" ");
}

/** Those towards which no more than so much is still to be found; the ledger says how much that is. */
async function withinReach(
  reader: Reader,
  requests: readonly FundingRequest[],
  { remaining }: Filters,
): Promise<readonly FundingRequest[]> {
  if (remaining === null) return requests;
  const inEuros = requests.filter(({ terms }) => terms.goal.currency === "EUR");
  const tallies = await talliesOf(
    reader,
    inEuros.map(({ id }) => id),
  );
  return inEuros.filter(({ id, terms }) => {
    const tally = tallies.get(id);
    const left = tally === undefined ? null : remainingOf(terms.goal, tally);
    return left !== null && left <= remaining;
  });
}

/** The newest open requests, for a home that shows few of them. */
export async function listNewest(reader: Reader, limit: number): Promise<readonly Campaign[]> {
  return withPromises(reader, await listFunding(reader, { states: statesFor.open, limit }));
}

/** The open requests that the host itself asks for, or carries. */
export async function listOfHost(reader: Reader): Promise<readonly FundingRequest[]> {
  const open = await listFunding(reader, { states: statesFor.open, limit: most });
  return open.filter(({ requester, steward }) => [requester, steward].some((party) => party?.kind === "host"));
}

/** Some requests in figures, for the head of the list. */
export interface Figures {
  readonly open: number;
  readonly delivered: number;
  readonly failed: number;
}

/** How many requests of our own there are, and were. */
export async function countCampaigns(reader: Reader): Promise<Figures> {
  const rows = await reader
    .selectFrom("fundingRequests")
    .select(["state"])
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("opened", "is not", null)
    .groupBy("state")
    .execute();
  const sum = (states: readonly string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((all, { count }) => all + Number(count), 0);
  return { open: sum(statesFor.open), delivered: sum(["delivered"]), failed: sum(["failed"]) };
}
