import { type Filters, noFilters } from "../directory/directory.ts";

/** What a section that is filled by a search looks for; what is only known is never in it. */
export function filtersOf(query: string): Filters {
  const asked = new URLSearchParams(query);
  return {
    ...noFilters,
    q: asked.get("q") ?? "",
    needs: asked.getAll("need"),
    territory: asked.get("territory"),
    software: asked.getAll("software"),
  };
}
