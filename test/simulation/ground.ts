import type { Digest } from "../../src/catalogue/gossip.ts";
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";

/** How an instance means it: a hub approves whoever asks; `shell` lies as it can; `sybil` is one of the many that a shell invents and answers for. */
export type Kind = "host" | "hub" | "shell" | "sybil";

/** What an instance truly is, whatever others believe. */
export interface Truth {
  readonly id: number;
  readonly kind: Kind;
  /** Its registrable domain. */
  readonly domain: string;
  /** Its offers with their versions; another map with each change. */
  digest: Digest;
  up: boolean;
  /** On which side of a partition. */
  side: number;
  /** It said that it is gone. */
  left: boolean;
  /** Whom it vouches for. */
  readonly vouches: Set<number>;
  /** The foreign hosts that its directory names, in the order in which they came; what is no more listed is skipped. */
  readonly directory: number[];
  readonly listed: Set<number>;
}

/** The ground that all stand on: time, chance, and the wires between instances. */
export interface Ground {
  readonly clock: Clock;
  readonly chance: Chance;
  /** What answers at this number; null where nothing ever will. */
  truthOf(id: number): Truth | null;
  reaches(one: Truth, other: Truth): boolean;
  /** One tells another that something of an origin is new; it comes within two seconds or not at all. */
  tell(from: Truth, to: number, origin: number): void;
}

export const isHonest = ({ kind }: Truth): boolean => kind === "host" || kind === "hub";

/** Whether an instance names the host that it is said to have: every second sybil's does not. */
export const isClaimed = ({ kind, id }: Truth): boolean => kind !== "sybil" || id % 4 === 1;

export function digestOf(id: number, offers: number): Digest {
  return new Map(Array.from({ length: offers }, (_, offer) => [`${id}/${offer}`, "1"]));
}

/** One offer of it changes. */
export function changeOffer(truth: Truth, offer: string): void {
  const next = new Map(truth.digest);
  next.set(offer, String(Number(next.get(offer) ?? 0) + 1));
  truth.digest = next;
}

// The numbers of what shells invent lie above all others: a thousand for each.
const firstInvented = 1_000_000;
const inventedEach = 20_000;

/** The number of a host that this shell invents; every second one answers, from a name below its own domain. */
export function inventedBy(shell: number, count: number): number {
  return firstInvented + shell * inventedEach + (count % inventedEach);
}

export const isInvented = (id: number): boolean => id >= firstInvented;
export const answers = (id: number): boolean => id % 2 === 1;
export const inventorOf = (id: number): number => Math.floor((id - firstInvented) / inventedEach);
