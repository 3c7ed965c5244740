import { type Context, Hono } from "hono";
import { readFrame } from "../hosts/parts.tsx";
import { showPage } from "../web/respond.ts";
import { pathOf, readAsked } from "./asked.ts";
import { DirectoryPage } from "./directory-page.tsx";
import { type CopyDeps, copyRoutes } from "./host-routes.tsx";
import { search } from "./search.ts";
import { TerritoriesPage } from "./territories-page.tsx";
import { listServed } from "./territories-served.ts";

export interface DirectoryDeps extends CopyDeps {
  /** How many hosts lists name that have confirmed nothing: they stand apart. */
  countUnclaimed(): Promise<number>;
}

/** `/directory` and what it leads to: the search, the pages of hosts elsewhere, the map. */
export function directoryRoutes(deps: DirectoryDeps): Hono {
  return new Hono()
    .get("/directory", (c) => find(deps, c))
    .get("/directory/map", async (c) => {
      const { frame } = await readFrame(deps, c.req.raw);
      const served = await listServed(deps.db);
      return showPage(c, deps.origin, <TerritoriesPage frame={frame} served={served} />);
    })
    .route("/", copyRoutes(deps));
}

/** How many offers a page shows. */
const pageSize = 12;

async function find(deps: DirectoryDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const query = new URL(c.req.url).searchParams;
  const asked = readAsked(query, frame.language);
  const plain = pathOf(asked.filters, { after: asked.after });
  if (isForm(query, asked.filters.territory) && asked.place === null && asked.faults.length === 0)
    return c.redirect(plain, 302);
  const now = deps.now();
  const findings = await search(deps.db, asked.filters, { after: asked.after, limit: pageSize }, now);
  const unclaimed = await deps.countUnclaimed();
  const wrong = asked.place !== null && asked.place.meant.length === 0;
  return showPage(c, deps.origin, <DirectoryPage {...{ frame, asked, findings, unclaimed, now }} />, wrong ? 422 : 200);
}

// A form sends every field, also empty ones, and a place as it was typed: people are led to the address that they may pass on.
function isForm(query: URLSearchParams, territory: string | null): boolean {
  const typed = query.get("territory");
  return [...query.values()].includes("") || (typed !== null && territory !== null && typed !== territory);
}
