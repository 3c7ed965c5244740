import type { Context, Hono } from "hono";
import { fundingAside, fundingBand } from "./campaigns/home-parts.tsx";
import { type CampaignDeps, campaignRoutes } from "./campaigns/routes.tsx";
import type { Acting } from "./funding/acting.ts";
import type { PageDeps } from "./hosts/parts.tsx";
import type { HostDeps } from "./hosts/routes.tsx";

type Told = Pick<CampaignDeps, "listElsewhere" | "interestOf" | "paymentOf">;

export interface PublicFunding extends Pick<HostDeps, "funding" | "fundingAside"> {
  readonly routes: Hono;
}

/** What the public reads of funding requests; what other parts know of them is given where there is such a part. */
export function publicFunding(
  deps: PageDeps & { whoActs(c: Context): Promise<readonly Acting[]> } & Partial<Told>,
): PublicFunding {
  const told: Told = {
    listElsewhere: deps.listElsewhere ?? (async () => []),
    interestOf: deps.interestOf ?? (async () => null),
    paymentOf: deps.paymentOf ?? (() => null),
  };
  return {
    routes: campaignRoutes({ ...deps, ...told }),
    funding: (language) => fundingBand(deps, language),
    fundingAside: (language) => fundingAside(deps, language),
  };
}
