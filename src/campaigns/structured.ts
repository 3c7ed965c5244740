import type { FundingRequest } from "../funding/funding.ts";
import { areasOf, withoutNothing } from "../hosts/structured.ts";
import { label } from "../hosts/vocabularies.ts";
import { decimalOf } from "../offers/price.ts";

/** A request as schema.org has it: somebody who seeks a Demand, the public announcement that something is sought. */
export function demandOf(request: FundingRequest, { id, url }: { readonly id: string; readonly url: string }) {
  const { content, terms, requester, opened, closes } = request;
  const { minimum, currency } = terms.goal;
  const areas =
    content.territories.length > 0 ? areasOf({ codes: content.territories, policy: "anywhere" as const }) : null;
  const demand = withoutNothing({
    ...{ "@type": "Demand", "@id": id, url, name: content.title, description: content.description },
    ...{ identifier: request.code, eligibleRegion: areas },
    availabilityStarts: opened?.toISOString(),
    availabilityEnds: closes?.toISOString(),
    itemOffered: withoutNothing({
      ...{ "@type": "Service", name: content.title },
      serviceType: content.needs.length > 0 ? content.needs.map((need) => label("needs", need, "fr")) : null,
    }),
    priceSpecification:
      minimum === null
        ? null
        : { "@type": "PriceSpecification", price: decimalOf(minimum, currency), priceCurrency: currency },
  });
  return requester.name === "" ? demand : { "@type": "Organization", name: requester.name, seeks: demand };
}
