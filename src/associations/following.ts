import type { Reader, Transaction } from "../foundation/database.ts";
import type { Outcome } from "../foundation/outcome.ts";

/** An actor that can be followed, of this site or another. */
export interface Followable {
  /** Its permanent id. */
  readonly actor: string;
  readonly name: string;
  /** Where it takes what is said to it; null for one of this site. */
  readonly inbox: string | null;
}

/** Whom an association follows. */
export interface Followed {
  readonly actor: string;
  readonly name: string;
  /** `@name@domain`, where it is known. */
  readonly address: string | null;
  /** Its page. */
  readonly url: string;
  /** Some are asked first. */
  readonly state: "requested" | "accepted" | "rejected";
  readonly since: Date;
}

/** Something that somebody said, for those who follow. */
export interface Reading {
  readonly id: string;
  readonly author: string;
  /** Of a server elsewhere, cleaned at the door; of this one, made here. HTML. */
  readonly content: string;
  readonly language: string | null;
  /** Where the original is. */
  readonly url: string;
  readonly published: Date;
  /** When it came here. */
  readonly received: Date;
}

export type FindRefusal =
  | "address-missing"
  | "address-malformed"
  | "nobody-there"
  | "unreachable"
  | "domain-blocked"
  | "own-account";

/** How an association follows: other servers are asked, those of this site are not. */
export interface FollowingMeans {
  /** Whom an address leads to, as somebody typed it or as a page of ours named it. Never to be asked inside a transaction. */
  find(typed: string, association: string): Promise<Outcome<Followable, FindRefusal>>;
  follow(tx: Transaction, association: string, followed: Followable): Promise<void>;
  unfollow(tx: Transaction, association: string, actor: string): Promise<void>;
  listFollowed(reader: Reader, association: string): Promise<readonly Followed[]>;
  /** What those whom an association follows said, the newest first; `before` goes on from an instant. */
  listReadings(
    reader: Reader,
    association: string,
    part: { readonly before?: Date | null; readonly after?: Date | null; readonly limit: number },
  ): Promise<readonly Reading[]>;
}

/** So many may be followed. */
export const mostFollowed = 500;
