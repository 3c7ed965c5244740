import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { type Cents, centsOf, highestAmount } from "../offers/price.ts";

/** Which amounts are taken: of one currency, up to a cap. */
export interface Accepted {
  /** ISO 4217. */
  readonly currency: string;
  readonly highest: Cents;
}

export type AmountRefusal =
  | "other-currency"
  /** Not digits with perhaps a point and more digits: "1e3", "1,5", " 20", "٣". */
  | "malformed"
  | "negative"
  /** More digits after the point than the currency has. */
  | "decimals"
  | "zero"
  | "too-large";

/** An amount that somebody promises, as forms, the API and other servers write it: "20", "12.50". */
export function readAmount(
  written: string,
  currency: string,
  { currency: wanted, highest }: Accepted,
): Outcome<Cents, AmountRefusal> {
  if (currency !== wanted) return refused("other-currency");
  const cents = centsOf(written, currency);
  if (cents === null) return refused(faultOf(written));
  if (cents === 0) return refused("zero");
  return cents > Math.min(highest, highestAmount) ? refused("too-large") : done(cents);
}

/** Why something is no amount, in the order in which one would mend it. */
function faultOf(written: string): AmountRefusal {
  const [, minus = "", whole, fraction = ""] = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/.exec(written) ?? [];
  if (whole === undefined) return "malformed";
  if (minus !== "") return "negative";
  return whole.length > 9 ? "too-large" : fraction === "" ? "malformed" : "decimals";
}
