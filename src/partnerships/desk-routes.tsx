import { type Context, Hono } from "hono";
import { z } from "zod";
import type { ListedHost } from "../catalogue/catalogue.ts";
import type { Reader } from "../foundation/database.ts";
import { findHost } from "../hosts/queries.ts";
import type { DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { type AskDeps, askDesk } from "./desk-ask-routes.tsx";
import { GapsPage } from "./desk-gaps-page.tsx";
import { PartnersPage } from "./desk-list-page.tsx";
import { type OutsideDeskDeps, outsideDesk } from "./desk-outside-routes.tsx";
import { partnerDesk } from "./desk-partner-routes.tsx";
import { type PartnerView, partnerViews } from "./desk-parts.tsx";
import { listGaps, listPlays } from "./gap-queries.ts";
import type { OutsideState } from "./outside.ts";
import { listOutside } from "./outside-queries.ts";
import type { Partnership, PartnershipState } from "./partnership.ts";
import { listPartnerships } from "./queries.ts";

export interface PartnersDeskDeps extends AskDeps, OutsideDeskDeps {
  /** The page of a host on this site. */
  hostPath(host: Pick<ListedHost, "own" | "origin">): string;
}

/** `/admin/partners…`: with whom our host works, whom it asks, who asks it, and what its offers lack. */
export function partnersDesk(deps: PartnersDeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/partners", (c) => list(deps, c))
    .get("/admin/partners/gaps", (c) => showGaps(deps, c))
    .route("/", askDesk(deps))
    .route("/", outsideDesk(deps))
    .route("/", partnerDesk(deps));
}

const statesOf: Readonly<Record<PartnerView, readonly PartnershipState[]>> = {
  waiting: ["received"],
  sent: ["sent"],
  accepted: ["accepted"],
  past: ["countered", "declined", "withdrawn", "expired", "ended"],
};

const outsideStatesOf: Readonly<Record<PartnerView, readonly OutsideState[]>> = {
  waiting: [],
  sent: ["sent"],
  accepted: ["accepted"],
  past: ["declined", "withdrawn", "expired"],
};

const pageSize = 50;
const Query = z.object({
  state: z.enum(partnerViews).catch("waiting"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

async function list({ db, frameOf }: PartnersDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const frame = await frameOf(c);
  const { state: view, page } = Query.parse(c.req.query());
  const counts = await countViews(db);
  const part = { limit: pageSize + 1, offset: (page - 1) * pageSize };
  const partnerships = await listPartnerships(db, { states: statesOf[view], ...part });
  const states = outsideStatesOf[view];
  const outside = states.length === 0 ? [] : await listOutside(db, { states, ...part });
  const shown = (
    <PartnersPage
      {...{ frame, view, counts, page, done: c.req.query("done") ?? null }}
      partnerships={partnerships.slice(0, pageSize)}
      outside={outside.slice(0, pageSize)}
      more={Math.max(partnerships.length, outside.length) > pageSize}
      any={Object.values(counts).some((count) => count > 0)}
    />
  );
  return showDeskPage(c, shown);
}

async function countViews(db: Reader): Promise<Readonly<Record<PartnerView, number>>> {
  const rows = await db
    .selectFrom("partnerships")
    .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
    .groupBy("state")
    .unionAll(
      db
        .selectFrom("outsidePartnerships")
        .select(["state", ({ fn }) => fn.countAll<number>().as("count")])
        .groupBy("state"),
    )
    .execute();
  const of = (view: PartnerView) =>
    rows
      .filter(({ state }) => statesOf[view].some((one) => one === state))
      .reduce((sum, { count }) => sum + Number(count), 0);
  return { waiting: of("waiting"), sent: of("sent"), accepted: of("accepted"), past: of("past") };
}

async function showGaps({ db, now, frameOf, hostPath }: PartnersDeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const [frame, host] = [await frameOf(c), await findHost(db)];
  const live = await listPartnerships(db, { states: ["sent", "accepted"] });
  const page = (
    <GapsPage
      frame={frame}
      counts={await countViews(db)}
      gaps={host === null ? [] : await listGaps(db, host, await listPlays(db), now())}
      covered={coveredBy(live.filter(({ state }) => state === "accepted"))}
      asked={new Set(live.filter(({ state }) => state === "sent").map(({ other }) => other))}
      hrefOf={hostPath}
    />
  );
  return showDeskPage(c, page);
}

/** Which part somebody takes already, by what was agreed. */
function coveredBy(accepted: readonly Partnership[]): ReadonlyMap<string, readonly string[]> {
  const parts = accepted.flatMap(({ side, rolesOffered, rolesWanted, otherName }) =>
    (side === "asker" ? rolesWanted : rolesOffered).map((role) => ({ role, otherName })),
  );
  return new Map(
    [...Map.groupBy(parts, ({ role }) => role)].map(([role, all]) => [
      role,
      [...new Set(all.map(({ otherName }) => otherName))],
    ]),
  );
}
