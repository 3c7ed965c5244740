import type { Digest } from "../../src/catalogue/gossip.ts";
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";

/** A hub approves whoever asks; a shell lies as it can; a sybil is one of the many that a shell invents and answers for. */
type Kind = "host" | "hub" | "shell" | "sybil";

/** What an instance truly is, whatever others believe. */
export interface Truth {
  readonly id: number;
  readonly kind: Kind;
  /** Its registrable domain. */
  readonly domain: string;
  /** Its offers with their versions; another map with each change. */
  digest: Digest;
  changed: number;
  up: boolean;
  /** On which side of a partition. */
  side: number;
  /** It said that it is gone. */
  left: boolean;
  /** Whom it vouches for. */
  readonly vouches: Set<number>;
  /** The hosts that its directory names, in the order in which they came; what is no more in `listed` is skipped. */
  readonly directory: number[];
  readonly listed: Set<number>;
  /** Of the directory, as the one that travels with it. */
  hash: number;
}

/** Tiding of an address: whose it is, what became of it, and when. */
export interface Tiding {
  readonly id: number;
  readonly changed: number;
}

/** The ground that all stand on: time, chance, and the wires between instances. */
export interface Ground {
  readonly clock: Clock;
  readonly chance: Chance;
  /** What answers at this number; null where nothing ever will. */
  truthOf(id: number): Truth | null;
  reaches(one: Truth, other: Truth): boolean;
  /** One tells another; it comes within two seconds, or not at all where the other cannot be reached. */
  tell(from: Truth, to: number, tiding: Tiding): void;
}

export const isHonest = ({ kind }: Truth): boolean => kind === "host" || kind === "hub";

/** Whether an instance names the host that it is said to have: every second sybil's does not. */
export const isClaimed = ({ kind, id }: Truth): boolean => kind !== "sybil" || id % 4 === 1;

/** A truth at its beginning. */
export function truthAt(given: Pick<Truth, "id" | "kind" | "domain" | "side"> & { readonly offers: number }): Truth {
  const { offers, ...said } = given;
  const digest = new Map(Array.from({ length: offers }, (_, offer) => [`${said.id}/${offer}`, "1"]));
  return {
    ...{ ...said, digest, changed: 0, up: true, left: false, vouches: new Set(), directory: [] },
    ...{ listed: new Set(), hash: hashOf(said.id) },
  };
}

/** One offer of it changes. */
export function changeOffer(truth: Truth, offer: string, now: number): void {
  const next = new Map(truth.digest);
  next.set(offer, String(Number(next.get(offer) ?? 0) + 1));
  truth.digest = next;
  truth.changed = now;
}

/** Its own directory names what it has found to be so. */
export function list(truth: Truth, id: number): void {
  if (truth.listed.has(id)) return;
  truth.listed.add(id);
  truth.directory.push(id);
  truth.hash ^= hashOf(id);
}

export function unlist(truth: Truth, id: number): void {
  if (truth.listed.delete(id)) truth.hash ^= hashOf(id);
}

const hashOf = (id: number): number => Math.imul(id + 1, 0x9e3779b1) ^ Math.imul(id ^ 0x5bd1e995, 0x85ebca6b);

// The numbers of what shells invent lie above all others, so many for each shell.
const firstInvented = 1_000_000;
const inventedEach = 20_000;

/** The number of a host that this shell invents; every second one answers, from a name below its own domain. */
export function inventedBy(shell: number, count: number): number {
  return firstInvented + shell * inventedEach + (count % inventedEach);
}

export const isInvented = (id: number): boolean => id >= firstInvented;
export const answers = (id: number): boolean => id % 2 === 1;
export const inventorOf = (id: number): number => Math.floor((id - firstInvented) / inventedEach);
