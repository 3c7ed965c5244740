import type { NewsKind } from "../catalogue/news.ts";
import type { Found } from "../directory/directory.ts";

/** A search of the directory that somebody keeps, to be told when an offer that fits is listed or opens. */
export interface Watch {
  readonly id: string;
  /** Its filters in their normal form, as the query of an address. */
  readonly search: string;
  /** The account that tells of it; null where only letters are wanted. */
  readonly actor: string | null;
  readonly created: Date;
}

/** A search that has an account, which others know by its name. */
export interface FollowedWatch extends Watch {
  readonly actor: string;
  readonly handle: string;
}

/** An offer that fits a search, and why it is told of now. */
export interface Find {
  readonly found: Found;
  readonly what: Extract<NewsKind, "listed" | "opened">;
}

/** How many searches have an account of their own here, how many people are written to, and how many letters that ask to confirm go to one address in a day. */
export const most = { watches: 1_000, readers: 10_000, askedInADay: 5 };

/** For how many days an account that nobody follows stays, and what was never confirmed. */
export const days = { alone: 30, unconfirmed: 7 };
