import { Hono } from "hono";
import { readFrame } from "../hosts/parts.tsx";
import { listKnown } from "./known.ts";
import { findMine } from "./mine.ts";
import { MinePage } from "./mine-page.tsx";
import { type ActingDeps, type ActingEnv, askWho, nameOf, showOwn } from "./who-parts.tsx";

/** `/funding/mine`: what one asked and promised, and what waits for one. */
export function mineRoutes(deps: ActingDeps): Hono<ActingEnv> {
  return new Hono<ActingEnv>().get("/funding/mine", async (c) => {
    const all = await deps.whoDrafts(c);
    if (all.length === 0) return askWho(deps, c, { page: "/funding/mine", sent: null });
    const { frame } = await readFrame(deps, c.req.raw);
    const parties = (await listKnown(deps.db, all)).map(({ party }) => party);
    const mine = await findMine(deps.db, parties, deps.now());
    const sent = await deps.listSent(parties, frame.language);
    const unread = await deps.countUnread(parties);
    const done = c.req.query("done") ?? null;
    return showOwn(deps, c, <MinePage {...{ frame, names: all.map(nameOf), mine, sent, unread, done }} />);
  });
}
