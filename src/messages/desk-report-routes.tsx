import { Hono } from "hono";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { handleReport } from "./conversation-changes.ts";
import { ReportsPage } from "./desk-reports-page.tsx";
import { ReportForm } from "./form.ts";
import { listHandledReports, listOpenReports } from "./queries.ts";

/** `/admin/messages/reports`: what people elsewhere complain about. */
export function reportRoutes(deps: DeskDeps): Hono<DeskEnv> {
  const { db } = deps;
  const path = "/admin/messages/reports";
  return new Hono<DeskEnv>()
    .get(path, async (c) => {
      const [open, handled] = [await listOpenReports(db), await listHandledReports(db)];
      const done = c.req.query("done") === "handled";
      return showDeskPage(c, <ReportsPage frame={await deps.frameOf(c)} {...{ open, handled, done }} />);
    })
    .post(path, async (c) => {
      const { report } = ReportForm.parse(await c.req.parseBody());
      const doing = { by: c.get("person"), now: deps.now() };
      await db.transaction().execute((tx) => handleReport(tx, report, doing));
      return c.redirect(`${path}?done=handled`, 303);
    });
}
