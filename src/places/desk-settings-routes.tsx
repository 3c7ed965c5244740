import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import type { Typed, Wrong } from "../web/form-parts.tsx";
import { showDeskPage } from "../web/respond.ts";
import { changePlaceSettings } from "./changes.ts";
import { SettingsPage } from "./desk-settings-page.tsx";
import { words } from "./desk-words.ts";
import { SettingsInput } from "./form.ts";
import { findPlaceSettings } from "./queries.ts";

/** `/admin/requests/settings` */
export function settingsDesk(deps: DeskDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/requests/settings", async (c) => {
      const { answerDays, keptMonths } = await findPlaceSettings(deps.db);
      return show(deps, c, { answerDays: String(answerDays ?? ""), keptMonths: String(keptMonths) }, []);
    })
    .post("/admin/requests/settings", (c) => save(deps, c));
}

type Field = "answerDays" | "keptMonths";

async function save(deps: DeskDeps, c: Context<DeskEnv>): Promise<Response> {
  const form = await c.req.parseBody();
  const text = (name: Field) => String(form[name] ?? "").slice(0, 50);
  const typed = { answerDays: text("answerDays"), keptMonths: text("keptMonths") };
  const read = SettingsInput.safeParse(typed);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path }) => path[0] as Field);
    return show(deps, c, typed, wrong);
  }
  await deps.db.transaction().execute(async (tx) => {
    await changePlaceSettings(tx, read.data);
    await enter(tx, c.get("person"), { deed: "place-settings-changed", now: deps.now() });
  });
  return c.redirect("/admin/requests?done=saved", 303);
}

async function show(deps: DeskDeps, c: Context<DeskEnv>, typed: Typed, fields: readonly Field[]): Promise<Response> {
  const frame = await deps.frameOf(c);
  const { refusals } = words[frame.language].settingsPage;
  const wrong: Wrong = Object.fromEntries(fields.map((field) => [field, refusals[field]]));
  return showDeskPage(c, <SettingsPage {...{ frame, typed, wrong }} />, fields.length > 0 ? 422 : 200);
}
