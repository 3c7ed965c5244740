/** The rules by which instances come to know each other; pure, so that the simulation of a whole swarm runs these very rules. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** What any one instance may cost us, whatever it sends. */
export const budget = {
  /** New origins that one instance may make us look at in a day. */
  candidatesPerDay: 200,
  /** What one that nobody here approved may have named that has not proved what it is. */
  unproved: 20,
  /** How many namings away from an instance that somebody here approved. */
  hops: 3,
  /** Origins below one registrable domain. */
  siblings: 10,
  /** Directories of instances that nobody here approved, read in a day. */
  directories: 20,
  /** What one instance may tell us in a minute. */
  newsPerMinute: 120,
  /** Pages of one collection, and hosts that one directory may name. */
  pages: 50,
  named: 10_000,
  /** Offers of one instance. */
  offers: 5_000,
  /** Requests to one instance at a time, and how long to wait between two, in milliseconds. */
  connections: 5,
  pause: 1_000,
  /** How long one visit may go on before it lets others have their turn, in milliseconds. */
  visit: 5 * minute,
} as const;

/** An origin that somebody names, and what is known of it here. */
export interface Naming {
  /** How far from us the one who names it is: 0 for an instance that somebody here approved. */
  readonly hops: number;
  readonly blocked: boolean;
  /** Said by its own origin that it is gone, or that it does not want to be listed. */
  readonly left: Date | null;
  /** What the one who names it has made us look at within a day. */
  readonly namedToday: number;
  /** What it named first that has not proved what it is, and is still remembered. */
  readonly unproved: number;
  /** Origins of the same registrable domain that have proved what they are, or that the same instance named; were others counted, naming nobodies would keep somebody out. */
  readonly siblings: number;
}

export type NamingRefusal = "blocked" | "departed" | "too-far" | "too-many" | "too-many-unproved" | "too-many-siblings";

/** Why we do not even look at an origin that somebody names; null when we do. */
export function refusalToLook(naming: Naming, now: Date): NamingRefusal | null {
  const { hops, blocked, left, namedToday, unproved, siblings } = naming;
  if (blocked) return "blocked";
  if (left !== null && now.getTime() - left.getTime() < 30 * day) return "departed";
  if (hops + 1 > budget.hops) return "too-far";
  if (namedToday >= budget.candidatesPerDay) return "too-many";
  if (hops > 0 && unproved >= budget.unproved) return "too-many-unproved";
  return siblings >= budget.siblings ? "too-many-siblings" : null;
}

/** Whether the directory of an instance is read at this visit: of those that somebody here approved always; of all `others`, who name much the same, some of them by `lot`, between 0 and 1. */
export function readsDirectory(approved: boolean, others: number, lot: number): boolean {
  return approved || lot * others < budget.directories;
}

/** News of an address, told by another instance. */
export interface Hearing {
  /** Our instance follows the one that tells it. */
  readonly followed: boolean;
  /** How much that one has told within a minute, this included. */
  readonly news: number;
}

export type HearingRefusal = "stranger" | "too-many";

/** Why we do not look at what we are told of; null when we do. What is true of it, the next visit finds. */
export function refusalToHear({ followed, news }: Hearing): HearingRefusal | null {
  if (!followed) return "stranger";
  return news > budget.newsPerMinute ? "too-many" : null;
}

/** What an origin's own documents show of a host that it is said to have. */
export interface Evidence {
  /** Its instance says that it can do what we do. */
  readonly capable: boolean;
  readonly discoverable: boolean;
  /** The host lives at the origin of its instance, and both name each other. */
  readonly claimed: boolean;
}

export type EvidenceRefusal = "no-capability" | "not-discoverable" | "not-claimed";

/** Why a candidate does not become known; null when it does. */
export function refusalToKnow({ capable, discoverable, claimed }: Evidence): EvidenceRefusal | null {
  if (!capable) return "no-capability";
  if (!discoverable) return "not-discoverable";
  return claimed ? null : "not-claimed";
}

/** How a host stands with those who decide here, and with those they trust. */
export interface Standing {
  readonly blocked: boolean;
  readonly own: boolean;
  /** Its own origin has shown what `refusalToKnow` asks for. */
  readonly known: boolean;
  /** Somebody here approved its instance. */
  readonly approved: boolean;
  /** How many hosts of level 4 vouch for it. */
  readonly vouches: number;
}

/** How far we trust a host: hosts that only vouch for each other gain nothing, since a vouch counts only from level 4. */
export function trustOf({ blocked, own, known, approved, vouches }: Standing, needed: number): 0 | 1 | 2 | 3 | 4 {
  if (own) return 4;
  if (blocked) return 0;
  if (!known) return 1;
  if (approved) return 4;
  return vouches >= needed ? 3 : 2;
}

/** What a peer lists: the version of each thing by its address. */
export type Digest = ReadonlyMap<string, string>;

/** What has to be fetched and what is no more, so that ours is as theirs. */
export function differences(
  ours: Digest,
  theirs: Digest,
): { readonly fetch: readonly string[]; readonly drop: readonly string[] } {
  return {
    fetch: [...theirs].filter(([id, version]) => ours.get(id) !== version).map(([id]) => id),
    drop: [...ours.keys()].filter((id) => !theirs.has(id)),
  };
}

/**
 * When an instance is visited again: once a day while it answers; sooner at first, then ever more rarely, while it does
 * not; once a week where it never did. `spread` is between 0 and 1, so that not all go at once.
 */
export function nextVisit(failures: number, spread: number, now: Date, known = true): Date {
  const waits = [5 * minute, 30 * minute, 2 * hour, 6 * hour, 12 * hour];
  const wait = failures === 0 ? day : (waits[failures - 1] ?? (known ? day : 7 * day));
  return new Date(now.getTime() + wait * (0.9 + 0.2 * spread));
}

/** What becomes of an instance that has not answered for so long; a candidate that never proved itself is forgotten sooner. */
export function standingOf(seen: Date, now: Date, known = true): "shown" | "hidden" | "forgotten" {
  const silent = (now.getTime() - seen.getTime()) / day;
  if (silent >= (known ? 90 : 30)) return "forgotten";
  return silent >= 30 ? "hidden" : "shown";
}
