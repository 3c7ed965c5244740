import type { Availability } from "../availability/availability.ts";
import type { HostProfile } from "../hosts/host.ts";
import type { JointTerms } from "../offers/joint-terms.ts";
import type { OfferContent } from "../offers/offer.ts";

/** How far this site trusts a host: 0 blocked, 1 a candidate that nobody sees, 2 known, 3 vouched for, 4 followed or our own. Never taken from others. */
export type Trust = 0 | 1 | 2 | 3 | 4;

/** What a reader is shown unless more is asked for. */
export const trusted: Trust = 3;

/** A host that is known here, ours or another's: nothing but `own` tells them apart. */
export interface ListedHost {
  /** Its permanent address. */
  readonly actor: string;
  /** Of the instance that it lives on. */
  readonly origin: string;
  readonly own: boolean;
  /** @handle, at that instance. */
  readonly handle: string;
  /** Its page at its own site. */
  readonly url: string;
  /** The address of its logo; null where the emblem drawn from its address stands for it. */
  readonly logo: string | null;
  readonly profile: HostProfile;
  readonly trust: Trust;
  /** When its own instance last said that this holds. */
  readonly confirmed: Date;
}

/** An offer that is known here, ours or another's. */
export interface ListedOffer {
  readonly actor: string;
  /** The actor of its host. */
  readonly host: string;
  readonly proposal: string;
  readonly handle: string;
  readonly slug: string;
  /** Its page at its own site. */
  readonly url: string;
  readonly content: OfferContent;
  /** Null where its host never said. */
  readonly availability: Availability | null;
  readonly published: Date;
  /** When its host last changed it or its availability. */
  readonly changed: Date;
  /** Null where its host makes it alone. */
  readonly joint: ListedJoint | null;
}

/** Who makes an offer together. What is listed was signed by each of them at its own address. */
export interface ListedJoint {
  /** What each has signed. */
  readonly version: string;
  readonly state: "published" | "suspended";
  /** The actor of the host whose offer it is. */
  readonly lead: string;
  readonly partners: readonly {
    readonly actor: string;
    readonly name: string;
    readonly page: string;
    /** Where its signature stands. */
    readonly stamp: string;
  }[];
  readonly terms: JointTerms;
}

/** What an instance has to say of an offer of its own, read and checked. */
export interface OfferSheet extends ListedOffer {
  /** As its digest has it. */
  readonly version: string;
}

/** What an instance has to say of its own host, read and checked. */
export type HostSheet = Omit<ListedHost, "own" | "trust" | "confirmed">;

/** How much of what somebody asks the price of. */
export interface Quantity {
  readonly unit: "GB" | "users";
  readonly count: number;
}
