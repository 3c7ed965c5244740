import type { Context, Hono } from "hono";
import { fundingBand } from "./campaigns/home-parts.tsx";
import { type CampaignDeps, campaignRoutes } from "./campaigns/routes.tsx";
import type { Language } from "./foundation/language.ts";
import type { Acting } from "./funding/acting.ts";
import type { PageDeps } from "./hosts/parts.tsx";

/** What the public reads of funding requests; what other parts know of them is given where there is such a part. */
export function publicFunding(deps: PageDeps & { whoActs(c: Context): Promise<readonly Acting[]> } & Partial<Told>): {
  readonly routes: Hono;
  readonly band: (language: Language) => ReturnType<typeof fundingBand>;
} {
  const told: Told = {
    listElsewhere: deps.listElsewhere ?? (async () => []),
    interestOf: deps.interestOf ?? (async () => null),
    paymentOf: deps.paymentOf ?? (() => null),
  };
  return { routes: campaignRoutes({ ...deps, ...told }), band: (language) => fundingBand(deps, language) };
}

type Told = Pick<CampaignDeps, "listElsewhere" | "interestOf" | "paymentOf">;
