import { Hono } from "hono";
import type { Reader } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { showPage } from "../web/respond.ts";
import { ErasurePage } from "./erasure-page.tsx";
import { type ErasureSending, standingsOf } from "./erasures.ts";
import { findErasureByLink } from "./queries.ts";

/** How far the servers that were asked are, as those know it who send. */
export interface ErasureSendings {
  sendingsOf(reader: Reader, erasures: readonly string[]): Promise<readonly ErasureSending[]>;
}

/** The private page of whoever has erased something, by the last part of its link. */
export const erasurePath = (token: string): string => `/erasures/${token}`;

/** `/erasures/…`: what was erased, and who has confirmed it, for whoever has the link. */
export function erasureRoutes(deps: PageDeps & ErasureSendings): Hono {
  return new Hono().get("/erasures/:token", async (c) => {
    const token = c.req.param("token");
    const erasure = await findErasureByLink(deps.db, token);
    if (erasure === null) throw new NotFound();
    const { frame } = await readFrame(deps, c.req.raw);
    const link = erasurePath(token);
    const servers = standingsOf(await deps.sendingsOf(deps.db, [erasure.id]));
    const props = { frame: { ...frame, path: link }, erasure, servers, link };
    const answer = await showPage(c, deps.origin, <ErasurePage {...props} />);
    answer.headers.set("cache-control", "no-store"); // a shared computer forgets it
    return answer;
  });
}
