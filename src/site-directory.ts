import { type SwarmDeps, swarmBand } from "./directory/home-parts.tsx";
import type { PageDeps } from "./hosts/parts.tsx";
import type { HostDeps } from "./hosts/routes.tsx";
import { curatedFor } from "./portal/routes.tsx";

/** What the home shows of the swarm, and what a portal has put first. */
export function swarmOnHome(deps: SwarmDeps & PageDeps): Pick<HostDeps, "swarm" | "sections"> {
  return {
    swarm: (language, hub) => swarmBand(deps, language, hub),
    sections: (language) => curatedFor(deps, language),
  };
}
