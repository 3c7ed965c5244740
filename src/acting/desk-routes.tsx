import { Hono } from "hono";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";

/** `/admin/funding…`: what the host asks, promises and answers, and what is asked for near it. */
export function fundingDesk(_deps: DeskDeps): Hono<DeskEnv> {
  return (
    new Hono<DeskEnv>()
      // Where somebody of the team goes on who came in to act for the host.
      .get("/admin/funding/on", (c) => c.redirect(fundingPathOf(c.req.query("to")), 303))
  );
}

/** Only pages of funding requests are gone on to. */
const fundingPathOf = (to: string | undefined): string =>
  to !== undefined && to.length <= 500 && /^\/funding(\/[\w-]+)*(\?[\w=&-]*)?$/.test(to) ? to : "/admin/funding";
