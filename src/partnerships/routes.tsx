import { type Context, Hono } from "hono";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { countGivenTogether } from "../catalogue/queries.ts";
import { NotFound } from "../foundation/errors.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { showPage } from "../web/respond.ts";
import { outsideRoutes } from "./outside-routes.tsx";
import { NetworkPage } from "./partners-page.tsx";
import { listShownPartnerships } from "./shown.ts";

export interface PartnersDeps extends PageDeps {
  /** The page of a host on this site. */
  hostPath(host: Pick<ListedHost, "own" | "origin">): string;
}

/** `/partners`: who works with whom, of all hosts or of one (`?host=`); and where a host without Essaim answers. */
export function partnerRoutes(deps: PartnersDeps): Hono<{ Bindings: { readonly client?: string } }> {
  return new Hono<{ Bindings: { readonly client?: string } }>()
    .get("/partners", (c) => show(deps, c))
    .route("/", outsideRoutes(deps));
}

async function show(deps: PartnersDeps, c: Context): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const everything = await listShownPartnerships(deps.db);
  const all = hostsOf(everything);
  const key = (c.req.query("host") ?? "").toLowerCase();
  const only = key === "" ? null : (all.find(({ origin }) => new URL(origin).host === key) ?? null);
  if (key !== "" && only === null) throw new NotFound();
  const partnerships = only === null ? everything : await listShownPartnerships(deps.db, only.actor);
  const joint = await countGivenTogether(deps.db);
  const page = <NetworkPage {...{ frame, partnerships, joint, all, only }} hrefOf={deps.hostPath} />;
  return showPage(c, deps.origin, page);
}

function hostsOf(partnerships: Awaited<ReturnType<typeof listShownPartnerships>>): readonly ListedHost[] {
  const hosts = new Map(partnerships.flatMap(({ one, other }) => [one, other].map((host) => [host.actor, host])));
  return [...hosts.values()].toSorted((a, b) => a.profile.name.localeCompare(b.profile.name));
}
