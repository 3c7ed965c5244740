import { Hono } from "hono";
import type { DeedWords } from "../web/deeds.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { listJournal } from "./journal.ts";
import { JournalPage } from "./journal-page.tsx";
import { needsRole } from "./sign-in-routes.tsx";

const pageSize = 50;

/** `/admin/server/journal`: who did what, for those who administer the site. */
export function journalRoutes(deps: DeskDeps, deeds: DeedWords): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get("/admin/server/journal", needsRole("administrator"), async (c) => {
    const asked = c.req.query("before") ?? "";
    const before = /^\d{1,15}$/.test(asked) ? Number(asked) : null;
    const [frame, found] = [await deps.frameOf(c), await listJournal(deps.db, pageSize + 1, before)];
    const entries = found.slice(0, pageSize);
    const earlier = found.length > pageSize ? (entries.at(-1)?.id ?? null) : null;
    const page = <JournalPage {...{ frame, entries, earlier, deeds: deeds[frame.language], first: before === null }} />;
    return showDeskPage(c, page);
  });
}
