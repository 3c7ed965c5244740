import type { Context } from "hono";
import { Hono } from "hono";
import { findPerson, type SignInDeps } from "./accounts/entry-parts.tsx";
import { compareRoutes } from "./directory/compare-routes.tsx";
import { questionRoutes } from "./directory/questions-routes.tsx";
import { type PageDeps, readFrame } from "./hosts/parts.tsx";

/** The ways to an offer for those who do not search: three questions, and a comparison. */
export function wayRoutes(deps: PageDeps & Pick<SignInDeps, "secret" | "mail">): Hono {
  const door = { ...deps, readFrame: async (request: Request) => (await readFrame(deps, request)).frame };
  const ofTeam = async (c: Context) => ((await findPerson(door, c))?.role ?? "reader") !== "reader";
  const questions = questionRoutes({ ...deps, ofTeam });
  return new Hono().route("/", questions).route("/", compareRoutes(deps));
}
