import { Hono } from "hono";
import { z } from "zod";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { ErasuresPage } from "./desk-erasures-page.tsx";
import { standingsOf } from "./erasures.ts";
import { listErasures } from "./queries.ts";
import type { ErasureSendings } from "./routes.tsx";

const pageSize = 50;
const Query = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** `/admin/erasures`: what was erased here, and which servers have confirmed it. */
export function erasuresDesk(deps: DeskDeps & ErasureSendings): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get("/admin/erasures", needsRole("administrator"), async (c) => {
    const { db } = deps;
    const { page } = Query.parse(c.req.query());
    const found = await listErasures(db, { limit: pageSize + 1, offset: (page - 1) * pageSize });
    const sendings = await deps.sendingsOf(
      db,
      found.map(({ id }) => id),
    );
    const of = Map.groupBy(sendings, ({ erasure }) => erasure);
    const erasures = found.map((erasure) => ({ erasure, servers: standingsOf(of.get(erasure.id) ?? []) }));
    return showDeskPage(c, <ErasuresPage {...{ frame: await deps.frameOf(c), erasures, page, pageSize }} />);
  });
}
