import type { FundingSheet } from "../funding/funding.ts";

/** A funding request of another instance, as that one last showed it: it alone counts, and what stands here is of a date. */
export interface ListedFunding extends FundingSheet {
  /** What our own pages call it: /funding/elsewhere/ID. */
  readonly id: string;
  /** The actor and the name of the host at whose instance it is. */
  readonly host: string;
  readonly hostName: string;
  readonly origin: string;
  /** How far that host is trusted, 2 to 4. */
  readonly trust: number;
  /** When its instance last said that all of this holds: the date of its total. */
  readonly confirmed: Date;
}

/** So many of one instance are kept. */
export const mostListed = 500;
