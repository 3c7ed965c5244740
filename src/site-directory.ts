import type { Hono } from "hono";
import type { CopyDeps } from "./directory/host-routes.tsx";
import { directoryRoutes } from "./directory/routes.tsx";

/** The directory as people see it; `why` is what the keeper of trust says of a host. */
export function directoryPages(deps: Omit<CopyDeps, "why">): Hono {
  return directoryRoutes({ ...deps, why: async () => null });
}
