import { type ShownState, shownState, takesIn } from "../availability/availability.ts";
import type { ListedHost, ListedOffer } from "../catalogue/catalogue.ts";
import { confirmedOf, territoryOf } from "../catalogue/entries.ts";
import { covers } from "../hosts/territories.ts";
import type { Cents } from "../offers/price.ts";
import { combine } from "./combinations.ts";
import { costOf } from "./costs.ts";
import { type Asked, type Facts, type Reasons, reasonsFor } from "./reasons.ts";
import { grantedBy, type Wish } from "./wishes.ts";

/** An offer that may be of use, with its host. */
export interface Candidate {
  readonly host: ListedHost;
  /** Of those who give it together with its host, the ones that are known here. */
  readonly partners: readonly ListedHost[];
  readonly offer: ListedOffer;
}

/** An offer held against what was asked. */
export interface Match extends Candidate {
  readonly facts: Facts;
  /** Of the wishes, those that it grants. */
  readonly wishes: readonly Wish[];
  readonly reasons: Reasons;
}

/** Several offers that together grant what no single one does. */
export interface Together {
  readonly members: readonly Match[];
  readonly total: Total;
}

/** What several offers cost a month, as far as that can be said. */
export interface Total {
  /** By currency. */
  readonly amounts: readonly { readonly cents: Cents; readonly currency: string }[];
  /** How many of the offers have no price that can be worked out. */
  readonly unknown: number;
}

export interface Matches {
  /** Offers that grant every wish. */
  readonly whole: readonly Match[];
  /** Where there are none, the smallest combinations that do. */
  readonly together: readonly Together[];
  /** Offers that grant a part. */
  readonly partly: readonly Match[];
  /** What nobody grants who takes people in. */
  readonly missing: readonly Wish[];
  /** Of these, what somebody offers, but not to anyone new. */
  readonly shut: readonly Wish[];
}

const most = { whole: 6, together: 3, partly: 4 };

/** Who offers what was asked: alone, together, in part. */
export function matchesFor(asked: Asked, candidates: readonly Candidate[], now: Date): Matches {
  const all = candidates.map((candidate) => matchOf(asked, candidate, now)).filter(({ wishes }) => wishes.length > 0);
  const usable = all.filter(isUsable).toSorted(before);
  const offered = (matches: readonly Match[]) => asked.wishes.filter((wish) => grants(matches, wish));
  const granted = offered(usable);
  const missing = asked.wishes.filter((wish) => !granted.includes(wish));
  const whole = usable.filter(({ wishes }) => wishes.length === asked.wishes.length);
  const together = whole.length > 0 ? [] : combinationsOf(granted, usable);
  const partly = usable
    .filter(({ wishes }) => wishes.length < asked.wishes.length)
    .toSorted((one, other) => other.wishes.length - one.wishes.length);
  return {
    whole: whole.slice(0, most.whole),
    together,
    partly: whole.length > 2 ? [] : partly.slice(0, most.partly),
    missing,
    shut: offered(all).filter((wish) => missing.includes(wish)),
  };
}

const grants = (matches: readonly Match[], wish: Wish): boolean => matches.some(({ wishes }) => wishes.includes(wish));

/** An offer with its reasons. */
export function matchOf(asked: Asked, candidate: Candidate, now: Date): Match {
  const { host, offer } = candidate;
  const { content, availability } = offer;
  const territory = territoryOf(offer, candidate);
  const facts: Facts = {
    ...{ content, availability, territory, now },
    profile: host.profile,
    state: shownState(availability, now),
    inside: territory === null || asked.territory === null ? null : covers(territory.codes, asked.territory),
    cost: costOf(content, { users: asked.people, gb: null }),
    confirmed: confirmedOf(offer, now),
  };
  const wishes = grantedBy(content.needs, asked.wishes);
  return { ...candidate, facts, wishes, reasons: reasonsFor(asked, facts) };
}

/** Whether somebody who asks today may come in, now or when there is room. */
function isUsable({ host, partners, offer, facts: { state, territory, inside } }: Match): boolean {
  const elsewhere = territory?.policy === "only" && inside === false;
  const closing = [host, ...partners].some(({ profile }) => profile.closing !== null);
  const ends = state === "closed" || state === "ending" || closing;
  return !elsewhere && !ends && offer.content.addonTo === null;
}

/** Where there is room first, then who is near, then who gives the help that is wanted, then what was said last. */
function before(one: Match, other: Match): number {
  const order = (match: Match) => [room(match.facts.state), distance(match.facts), match.reasons.lacks.length];
  const [a, b] = [order(one), order(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at >= 0) return (a[at] ?? 0) - (b[at] ?? 0);
  const age = other.facts.confirmed.getTime() - one.facts.confirmed.getTime();
  return age || (one.offer.actor < other.offer.actor ? -1 : 1);
}

function room(state: ShownState): number {
  if (takesIn(state)) return 0;
  return state === "waiting-list" || state === "between-waves" ? 1 : state === "unknown" ? 2 : 3;
}

function distance({ territory, inside }: Facts): number {
  if (inside) return 0;
  if (territory === null) return 2;
  return territory.policy === "anywhere" ? 1 : territory.policy === "fallback" ? 4 : 3;
}

function combinationsOf(wishes: readonly Wish[], usable: readonly Match[]): readonly Together[] {
  const parts = usable.map((match) => ({
    match,
    host: match.host.actor,
    grants: match.wishes.map(keyOf),
  }));
  return combine(wishes.map(keyOf), parts, most.together)
    .filter((members) => members.length > 1)
    .map((members) => togetherOf(members.map(({ match }) => match)));
}

const keyOf = ({ kind, name }: Wish): string => `${kind} ${name}`;

/** Some offers as one answer, with what they cost all in all. */
export function togetherOf(members: readonly Match[]): Together {
  const costs = members.map(({ facts: { cost } }) => (cost.known && cost.monthly !== null ? cost : null));
  const known = costs.flatMap((cost) => (cost === null ? [] : [cost]));
  const amounts = [...Map.groupBy(known, ({ quote }) => quote.currency)].map(([currency, ofIt]) => ({
    currency,
    cents: ofIt.reduce((sum, { monthly }) => sum + (monthly ?? 0), 0),
  }));
  return { members, total: { amounts, unknown: costs.length - known.length } };
}
