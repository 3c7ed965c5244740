import { type Api, apiRoutes } from "../web/api.ts";
import { quoteRoute } from "./api-quote.ts";
import { readRoutes } from "./api-read.ts";
import { type OffersWriteDeps, writeRoutes } from "./api-write.ts";

/** The host's own offers: read by everyone once published, written with a token. */
export function offersApi(deps: OffersWriteDeps): Api {
  const api = apiRoutes();
  readRoutes(api, deps);
  quoteRoute(api, deps);
  writeRoutes(api, deps);
  return api;
}
