import { Hono } from "hono";
import { compareRoutes } from "./directory/compare-routes.tsx";
import { questionRoutes } from "./directory/questions-routes.tsx";
import type { PageDeps } from "./hosts/parts.tsx";

/** The ways to an offer for those who do not search: three questions, and a comparison. */
export function wayRoutes(deps: PageDeps): Hono {
  return new Hono().route("/", questionRoutes(deps)).route("/", compareRoutes(deps));
}
