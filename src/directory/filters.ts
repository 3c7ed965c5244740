import { availabilityStates } from "../availability/availability.ts";
import { type Filters, noFilters } from "./directory.ts";

/** A stand-in: what an address asks for. */
export function readFilters(query: URLSearchParams): Filters {
  const list = (name: string) =>
    query
      .getAll(name)
      .flatMap((value) => value.split(","))
      .filter((value) => value !== "");
  return {
    ...noFilters,
    ...{ q: query.get("q") ?? "", needs: list("need"), audiences: list("audience"), territory: query.get("territory") },
    availability: availabilityStates.filter((state) => list("availability").includes(state)),
  };
}

/** A stand-in: the address that asks for this. */
export function writeFilters({ q, needs, audiences, territory, availability }: Filters): URLSearchParams {
  const query = new URLSearchParams();
  if (q !== "") query.set("q", q);
  for (const need of needs) query.append("need", need);
  for (const audience of audiences) query.append("audience", audience);
  if (territory !== null) query.set("territory", territory);
  for (const state of availability) query.append("availability", state);
  return query;
}
