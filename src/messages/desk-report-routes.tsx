import { type Context, Hono } from "hono";
import type { Reader } from "../foundation/database.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { handleReport, passOnReport } from "./conversation-changes.ts";
import { ReportsPage } from "./desk-reports-page.tsx";
import { ReportForm } from "./form.ts";
import { findReport, listHandledReports, listOpenReports } from "./queries.ts";
import type { Elsewhere } from "./view.ts";

type ReportDeps = DeskDeps & Pick<Elsewhere, "subjectsOf">;

const path = "/admin/messages/reports";
const dones = ["handled", "passed-on"] as const;

/** `/admin/messages/reports`: what people complain about, here or elsewhere. */
export function reportRoutes(deps: ReportDeps): Hono<DeskEnv> {
  const { db } = deps;
  return new Hono<DeskEnv>()
    .get(path, async (c) => {
      const [open, handled] = [await listOpenReports(db), await listHandledReports(db)];
      const done = dones.find((one) => one === c.req.query("done")) ?? null;
      const subjects = await deps.subjectsOf(
        db,
        open.flatMap(({ objects }) => objects),
      );
      return showDeskPage(c, <ReportsPage frame={await deps.frameOf(c)} {...{ open, handled, done, subjects }} />);
    })
    .post(path, (c) => settle(deps, c));
}

async function settle(deps: ReportDeps, c: Context<DeskEnv>): Promise<Response> {
  const { report, do: what } = ReportForm.parse(await c.req.parseBody());
  const doing = { by: c.get("person"), now: deps.now() };
  if (what === "handle") {
    await deps.db.transaction().execute((tx) => handleReport(tx, report, doing));
    return c.redirect(`${path}?done=handled`, 303);
  }
  const told = await deps.db.transaction().execute(async (tx) => {
    const about = await aboutOf(deps, tx, report);
    return passOnReport(tx, report, about, doing);
  });
  return c.redirect(told ? `${path}?done=passed-on` : path, 303);
}

async function aboutOf({ subjectsOf }: ReportDeps, reader: Reader, id: string) {
  const report = await findReport(reader, id);
  return report === null ? [] : [...(await subjectsOf(reader, report.objects)).values()];
}
