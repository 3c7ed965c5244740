import type { Reader } from "../foundation/database.ts";
import { covers } from "../hosts/territories.ts";
import type { Filters, Found } from "./directory.ts";
import { search } from "./search.ts";

/** Which of these offers fit, as they stand now, in no order. */
export async function listFitting(
  reader: Reader,
  filters: Filters,
  offers: readonly string[],
  now: Date,
): Promise<readonly Found[]> {
  const { items } = await search(reader, filters, { after: null, limit: 1_000 }, now);
  return items.filter((found) => offers.includes(found.offer.actor) && fits(filters, found));
}

function fits(filters: Filters, { offer, state }: Found): boolean {
  const { content } = offer;
  const some = (wanted: readonly string[], has: readonly string[]) =>
    wanted.length === 0 || wanted.some((one) => has.includes(one));
  const near =
    filters.territory === null || content.territory === null || covers(content.territory.codes, filters.territory);
  return (
    some(filters.needs, content.needs) &&
    some(filters.audiences, content.audiences) &&
    some(filters.availability, [state]) &&
    near &&
    content.title.toLowerCase().includes(filters.q.toLowerCase())
  );
}
