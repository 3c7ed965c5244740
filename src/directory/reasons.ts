import type { Availability, OpenState, ShownState } from "../availability/availability.ts";
import { takesIn } from "../availability/availability.ts";
import type { HostProfile, Territory } from "../hosts/host.ts";
import type { OfferContent } from "../offers/offer.ts";
import type { Cents } from "../offers/price.ts";
import type { QuoteRefusal } from "../offers/quote-quantities.ts";
import type { Cost } from "./costs.ts";
import { type Help, helpIn, helpNotIn } from "./help.ts";
import { type Limit, limitsTouching } from "./limits.ts";
import { grantedBy, type Wish } from "./wishes.ts";

/** Who an association wants to have the tool kept running by. */
export type Keeper = "host" | "us";

/** What an association has answered; null and empty where it does not know. */
export interface Asked {
  readonly wishes: readonly Wish[];
  readonly territory: string | null;
  readonly people: number | null;
  /** At most so much a month. */
  readonly budget: { readonly cents: Cents; readonly currency: string } | null;
  readonly help: readonly Help[];
  readonly keeper: Keeper | null;
}

/** What is known of an offer for somebody who asks. */
export interface Facts {
  readonly content: OfferContent;
  readonly profile: HostProfile;
  readonly availability: Availability | null;
  readonly state: ShownState;
  /** Where its host is there for people; null where that is not written. */
  readonly territory: Territory | null;
  /** Whether who asks is within it; null where no place was said. */
  readonly inside: boolean | null;
  readonly cost: Cost;
  /** When its host last said that this holds. */
  readonly confirmed: Date;
  readonly now: Date;
}

interface Amount {
  readonly cents: Cents;
  readonly currency: string;
}

/** Why an offer fits. */
export type Fit =
  | { readonly code: "covers"; readonly wishes: readonly Wish[] }
  | { readonly code: "open"; readonly state: OpenState; readonly slots: number | null }
  | { readonly code: "near"; readonly territory: Territory }
  | { readonly code: "everywhere" }
  | { readonly code: "within-budget"; readonly monthly: Amount }
  | { readonly code: "costs"; readonly monthly: Amount }
  | { readonly code: "helps"; readonly help: readonly Help[] }
  | { readonly code: "kept-by-host" }
  | { readonly code: "yours-alone" }
  | { readonly code: "fresh"; readonly confirmed: Date };

/** What an offer does not cover, or what is not known of it. */
export type Lack =
  | { readonly code: "does-not-cover"; readonly wishes: readonly Wish[] }
  | { readonly code: "not-open"; readonly state: Exclude<ShownState, OpenState>; readonly nextOpening: string | null }
  | { readonly code: "outside"; readonly territory: Territory }
  | { readonly code: "place-unwritten" }
  | { readonly code: "over-budget"; readonly monthly: Amount }
  | { readonly code: "price-unknown"; readonly refusal: QuoteRefusal }
  | { readonly code: "paid-once"; readonly once: Amount }
  | { readonly code: "other-currency"; readonly monthly: Amount }
  | { readonly code: "help-excluded"; readonly help: readonly Help[] }
  | { readonly code: "help-unwritten"; readonly help: readonly Help[] }
  | { readonly code: "keeper-unwritten" }
  | { readonly code: "shared-with-others" }
  | { readonly code: "limit"; readonly limit: Limit }
  | { readonly code: "members-only" }
  | { readonly code: "needs-partner"; readonly role: string }
  | { readonly code: "supplement" }
  | { readonly code: "ageing"; readonly confirmed: Date; readonly old: boolean };

export interface Reasons {
  readonly fits: readonly Fit[];
  readonly lacks: readonly Lack[];
}

/** Why an offer fits what was asked, and what it does not cover. Each reason is given where its fact holds, and nowhere else. */
export function reasonsFor(asked: Asked, facts: Facts): Reasons {
  const all = [aboutNeeds, aboutRoom, aboutPlace, aboutPrice, aboutHelp, aboutKeeping, aboutLimits, aboutAge];
  const found = all.map((rule) => rule(asked, facts));
  return { fits: found.flatMap(({ fits }) => fits), lacks: found.flatMap(({ lacks }) => lacks) };
}

type Rule = (asked: Asked, facts: Facts) => Reasons;

const fits = (...reasons: readonly Fit[]): Reasons => ({ fits: reasons, lacks: [] });
const lacks = (...reasons: readonly Lack[]): Reasons => ({ fits: [], lacks: reasons });
const nothing: Reasons = { fits: [], lacks: [] };

const aboutNeeds: Rule = ({ wishes }, { content }) => {
  const granted = grantedBy(content.needs, wishes);
  const missing = wishes.filter((wish) => !granted.includes(wish));
  return {
    fits: granted.length > 0 ? [{ code: "covers", wishes: granted }] : [],
    lacks: missing.length > 0 ? [{ code: "does-not-cover", wishes: missing }] : [],
  };
};

const aboutRoom: Rule = (_, { state, availability }) => {
  if (takesIn(state)) return fits({ code: "open", state, slots: availability?.slots ?? null });
  return lacks({
    code: "not-open",
    state,
    nextOpening: state === "unknown" ? null : (availability?.nextOpening ?? null),
  });
};

const aboutPlace: Rule = (asked, { territory, inside }) => {
  if (asked.territory === null) return nothing;
  if (territory === null) return lacks({ code: "place-unwritten" });
  if (inside) return fits({ code: "near", territory });
  return territory.policy === "anywhere" ? fits({ code: "everywhere" }) : lacks({ code: "outside", territory });
};

const aboutPrice: Rule = ({ budget }, { cost }) => {
  if (!cost.known) return lacks({ code: "price-unknown", refusal: cost.refusal });
  const { quote, monthly } = cost;
  const { currency } = quote;
  if (monthly === null)
    return lacks({ code: "paid-once", once: { cents: quote.vat.included ?? quote.amount, currency } });
  const amount = { cents: monthly, currency };
  if (budget === null) return fits({ code: "costs", monthly: amount });
  if (budget.currency !== currency) return lacks({ code: "other-currency", monthly: amount });
  return monthly <= budget.cents
    ? fits({ code: "within-budget", monthly: amount })
    : lacks({ code: "over-budget", monthly: amount });
};

const aboutHelp: Rule = ({ help }, { content }) => {
  const given = help.filter((one) => helpIn(content, one));
  const excluded = help.filter((one) => !given.includes(one) && helpNotIn(content, one));
  const unwritten = help.filter((one) => !given.includes(one) && !excluded.includes(one));
  return {
    fits: given.length > 0 ? [{ code: "helps", help: given }] : [],
    lacks: [
      ...(excluded.length > 0 ? [{ code: "help-excluded" as const, help: excluded }] : []),
      ...(unwritten.length > 0 ? [{ code: "help-unwritten" as const, help: unwritten }] : []),
    ],
  };
};

const aboutKeeping: Rule = ({ keeper }, { content: { maintenance, isolation } }) => {
  if (keeper === "host")
    return maintenance === null ? lacks({ code: "keeper-unwritten" }) : fits({ code: "kept-by-host" });
  if (keeper === null || isolation === null) return nothing;
  return isolation === "dedicated" ? fits({ code: "yours-alone" }) : lacks({ code: "shared-with-others" });
};

const aboutLimits: Rule = ({ wishes }, { content, profile }) => {
  const { registration, requiresPartnerRole, addonTo } = content;
  return lacks(
    ...limitsTouching(wishes, content, profile).map((limit) => ({ code: "limit" as const, limit })),
    ...(registration === "member" ? [{ code: "members-only" as const }] : []),
    ...(requiresPartnerRole === null ? [] : [{ code: "needs-partner" as const, role: requiresPartnerRole }]),
    ...(addonTo === null ? [] : [{ code: "supplement" as const }]),
  );
};

// After as many days the stamp on a fact breaks, and after as many it says so.
const ageingDays = 61;
const oldDays = 183;

const aboutAge: Rule = (_, { confirmed, now }) => {
  const days = (now.getTime() - confirmed.getTime()) / 86_400_000;
  return days > ageingDays
    ? lacks({ code: "ageing", confirmed, old: days > oldDays })
    : fits({ code: "fresh", confirmed });
};
