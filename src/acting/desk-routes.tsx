import { Hono } from "hono";
import { listRequestsNear } from "../funding/near.ts";
import { findParty } from "../funding/parties.ts";
import { findHost } from "../hosts/queries.ts";
import { listOffers } from "../offers/queries.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { FundingDeskPage } from "./desk-page.tsx";
import { findMine } from "./mine.ts";

/** `/admin/funding…`: what the host asks, promises and answers, and what is asked for near it. */
export function fundingDesk({ db, now, frameOf }: DeskDeps): Hono<DeskEnv> {
  return (
    new Hono<DeskEnv>()
      .get("/admin/funding", async (c) => {
        const host = await findHost(db);
        const offers = (await listOffers(db, { states: ["published"] })).map(({ content }) => content);
        const near = await listRequestsNear(db, offers, host?.profile.territory ?? null);
        const party = await findParty(db, { kind: "host", name: "", by: c.get("person") });
        const mine = await findMine(db, party === null ? [] : [party], now());
        return showDeskPage(c, <FundingDeskPage {...{ frame: await frameOf(c), near, mine }} />);
      })
      // Where somebody of the team goes on who came in to act for the host.
      .get("/admin/funding/on", (c) => c.redirect(fundingPathOf(c.req.query("to")), 303))
  );
}

/** Only pages of funding requests are gone on to. */
const fundingPathOf = (to: string | undefined): string =>
  to !== undefined && to.length <= 500 && /^\/funding(\/[\w-]+)*(\?[\w=&-]*)?$/.test(to) ? to : "/admin/funding";
