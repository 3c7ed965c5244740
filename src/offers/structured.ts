import type { Territory } from "../hosts/host.ts";
import { areasOf, withoutNothing } from "../hosts/structured.ts";
import { label } from "../hosts/vocabularies.ts";
import type { OfferContent, Tier } from "./offer.ts";
import { decimalOf, type Period, type Price } from "./price.ts";

/** Who gives the service, where it is described, and whether people are taken in; null where that is not known. */
export interface ServiceFacts {
  readonly id: string;
  readonly url: string;
  /** All of them, where several hosts give it together. */
  readonly provider: object | readonly object[];
  /** Of the host, where the offer says none of its own. */
  readonly territory: Territory | null;
  readonly room: "open" | "few" | "none" | "ending" | null;
}

/** An offer as schema.org has it: a Service, with an Offer for each formula that has one fixed price. */
export function serviceOf(content: OfferContent, { id, url, provider, territory, room }: ServiceFacts) {
  const prices = content.tiers.flatMap((tier) => offersOf(tier, { url, room }));
  const area = content.territory ?? territory;
  return withoutNothing({
    ...{ "@type": "Service", "@id": id, url, name: content.title },
    description: content.summary || null,
    serviceType: content.needs.length > 0 ? content.needs.map((need) => label("needs", need, "fr")) : null,
    provider,
    areaServed: area && areasOf(area),
    offers: prices.length > 0 ? prices : null,
  });
}

function offersOf(
  { title, price, tailored }: Tier,
  { url, room }: Pick<ServiceFacts, "url" | "room">,
): readonly Readonly<Record<string, unknown>>[] {
  const cents = price === null || tailored ? null : fixedPrice(price);
  if (price === null || cents === null) return [];
  const amount = { price: decimalOf(cents, price.currency), priceCurrency: price.currency };
  return [
    withoutNothing({
      "@type": "Offer",
      name: title,
      url,
      ...amount,
      availability: room && `https://schema.org/${availability[room]}`,
      priceSpecification: withoutNothing({
        "@type": "UnitPriceSpecification",
        ...amount,
        valueAddedTaxIncluded: taxed[price.vat.regime],
        referenceQuantity: periodOf(price.period),
      }),
    }),
  ];
}

/** What everybody pays who takes it; null where that depends on something. */
function fixedPrice(price: Price): number | null {
  if (price.indicative) return null;
  if (price.model === "free") return 0;
  const { required, nonMemberSurcharge } = price.membership;
  return price.model === "flat" && !required && nonMemberSurcharge === null ? price.amount : null;
}

/** Where there is no tax, or nobody said, nothing is said of it. */
const taxed = { included: true, excluded: false, exempt: null, unknown: null } as const;

const availability = { open: "InStock", few: "LimitedAvailability", none: "SoldOut", ending: "Discontinued" } as const;

// UN/CEFACT has codes for the lengths of time.
const codes: Readonly<Record<Exclude<Period, "once">, { readonly value: number; readonly unitCode: string }>> = {
  day: { value: 1, unitCode: "DAY" },
  month: { value: 1, unitCode: "MON" },
  quarter: { value: 3, unitCode: "MON" },
  year: { value: 1, unitCode: "ANN" },
};

const periodOf = (period: Period) => (period === "once" ? null : { "@type": "QuantitativeValue", ...codes[period] });
