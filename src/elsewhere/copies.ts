import { type Filters, fitsPlace, fitsWords, statesFor } from "../campaigns/filters.ts";
import type { Elsewhere } from "../campaigns/listing.ts";
import type { Reader } from "../foundation/database.ts";
import { closingOf } from "../funding/terms.ts";
import { label } from "../hosts/vocabularies.ts";
import type { ListedFunding } from "../listed-funding/listed-funding.ts";
import { listListedFunding } from "../listed-funding/queries.ts";

/** As many as can be looked through for one page. */
const most = 1_000;

/** The requests of other instances that fit what somebody asks for on the list of requests. */
export async function listElsewhere(reader: Reader, filters: Filters): Promise<readonly Elsewhere[]> {
  const { needs, kinds, state, remaining } = filters;
  const [need, kind] = [needs.length === 1 ? needs[0] : undefined, kinds.length === 1 ? kinds[0] : undefined];
  const found = await listListedFunding(reader, {
    ...{ states: statesFor[state], limit: most },
    ...(need !== undefined && { need }),
    ...(kind !== undefined && { kind }),
    ...(remaining !== null && { remaining: { most: remaining, currency: "EUR" } }),
  });
  return found.filter((one) => fits(one, filters)).map(copyOf);
}

function fits({ content, terms, closes, requester }: ListedFunding, filters: Filters): boolean {
  const { q, needs, kinds, territory, before } = filters;
  const named = content.needs.flatMap((need) => [label("needs", need, "fr"), label("needs", need, "en")]);
  const text = [content.title, content.description, content.beneficiaries ?? "", requester.name, ...named].join(" ");
  return (
    (needs.length === 0 || content.needs.some((need) => needs.includes(need))) &&
    (kinds.length === 0 || kinds.includes(terms.kind)) &&
    (territory === null || fitsPlace(content.territories, territory)) &&
    (before === null || (closes !== null && closes <= closingOf(before))) &&
    (q === "" || fitsWords(text, q))
  );
}

function copyOf({
  id,
  origin,
  content,
  requester,
  terms,
  promises,
  closes,
  state,
  confirmed,
}: ListedFunding): Elsewhere {
  const { minimum: amount, participants, currency } = terms.goal;
  return {
    ...{ title: content.title, language: content.language, url: `/funding/elsewhere/${id}`, origin },
    requester: requester.name,
    ...{ goal: { amount, participants, currency }, total: promises.total, participants: promises.participants },
    ...{ closes, state, needs: content.needs, territories: content.territories, asOf: confirmed },
  };
}
