/** An amount in the smallest unit of its currency: 2,50 € is 250. Always a whole number. */
export type Cents = number;

export type Period = "once" | "day" | "month" | "quarter" | "year";

export const periods: readonly Period[] = ["once", "day", "month", "quarter", "year"];

/** What every price says besides its rule. */
export interface PriceTerms {
  /** ISO 4217. */
  readonly currency: string;
  readonly period: Period;
  readonly vat: Vat;
  readonly membership: Membership;
  readonly solidarity: Solidarity | null;
  /** The day the price was true. */
  readonly asOf: string | null;
  /** Shown as an example, not as a promise. */
  readonly indicative: boolean;
  readonly note: string | null;
}

export type Vat =
  | { readonly regime: "unknown" }
  | { readonly regime: "exempt"; readonly note: string | null }
  | { readonly regime: "included"; readonly percent: number }
  | { readonly regime: "excluded"; readonly percent: number };

export interface Membership {
  readonly required: boolean;
  /** The price includes the membership fee. */
  readonly included: boolean;
  readonly fee: { readonly amount: Cents; readonly period: Period } | null;
  /** What others pay on top. */
  readonly nonMemberSurcharge: { readonly amount: Cents; readonly period: Period; readonly who: string | null } | null;
}

/** A lower price for those who cannot pay: who, how it is agreed, and who pays the gap. */
export interface Solidarity {
  readonly who: string;
  readonly how: string;
  readonly paidBy: string;
}

export type PriceRule =
  | { readonly model: "free"; readonly duration: string | null }
  | { readonly model: "flat"; readonly amount: Cents }
  | { readonly model: "per-unit"; readonly unit: string; readonly unitAmount: Cents; readonly minimumUnits: number | null }
  | Graduated
  | { readonly model: "free-price"; readonly suggested: Cents | null }
  | { readonly model: "composite"; readonly parts: readonly PricePart[] }
  | { readonly model: "on-quote" };

/** A base amount for the first units, then an amount for each unit of each band. */
export interface Graduated {
  readonly model: "graduated";
  readonly unit: string;
  readonly minimumUnits: number;
  readonly base: { readonly upTo: number; readonly amount: Cents };
  /** In order, without gaps; the last may be open (`upTo` null). */
  readonly bands: readonly Band[];
}

export interface Band {
  readonly from: number;
  readonly upTo: number | null;
  readonly unitAmount: Cents;
}

/** A part of a composite price: an amount, or an amount for each unit (and for each started slice of a second unit). */
export type PricePart =
  | { readonly label: string; readonly amount: Cents }
  | { readonly label: string; readonly unitAmount: Cents; readonly unit: string; readonly slice: Slice | null };

/** "per 10 GB slice": each started `size` of `unit` counts once. */
export interface Slice {
  readonly size: number;
  readonly unit: string;
}

export type Price = PriceTerms & PriceRule;

export type PriceModel = PriceRule["model"];
