import type { Hono } from "hono";
import { type SwarmDeps, swarmBand } from "./directory/home-parts.tsx";
import type { CopyDeps } from "./directory/host-routes.tsx";
import { directoryRoutes } from "./directory/routes.tsx";
import type { PageDeps } from "./hosts/parts.tsx";
import type { HostDeps } from "./hosts/routes.tsx";
import { curatedFor } from "./portal/routes.tsx";

/** The directory as people see it; `why` is what the keeper of trust says of a host. */
export function directoryPages(deps: Omit<CopyDeps, "why">): Hono {
  return directoryRoutes({ ...deps, why: async () => null });
}

/** What the home shows of the swarm, and what a portal has put first. */
export function swarmOnHome(deps: SwarmDeps & PageDeps): Pick<HostDeps, "swarm" | "sections"> {
  return {
    swarm: (language, hub) => swarmBand(deps, language, hub),
    sections: (language) => curatedFor(deps, language),
  };
}
