import { Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { Reader, Transaction } from "../foundation/database.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { onceSent } from "../web/sent-forms.ts";
import type { ServerState } from "./server.ts";
import { type GivenUp, ServerPage } from "./server-page.tsx";
import { type Settings, SettingsPage } from "./settings-page.tsx";

export interface ServerDeps extends DeskDeps {
  serverState(): Promise<ServerState>;
  readonly settings: Settings;
  /** The oldest deliveries that were given up. */
  listGivenUp(reader: Reader, limit: number): Promise<readonly GivenUp[]>;
  /** Starts all that was given up anew, or forgets it; returns how many that were. */
  settleGivenUp(tx: Transaction, what: "again" | "drop"): Promise<number>;
}

const shown = 20;

/** `/admin/server`: how this instance stands, and what to do about it. */
export function serverRoutes(deps: ServerDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/server", needsRole("editor"), async (c) => {
      const frame = await deps.frameOf(c);
      const done = (["again", "dropped"] as const).find((what) => what === c.req.query("done")) ?? null;
      const failed = await deps.listGivenUp(deps.db, shown);
      return showDeskPage(c, <ServerPage {...{ frame, failed, done, state: await deps.serverState() }} />);
    })
    .get("/admin/server/settings", needsRole("editor"), async (c) =>
      showDeskPage(c, <SettingsPage frame={await deps.frameOf(c)} settings={deps.settings} />),
    )
    .post("/admin/server/deliveries", needsRole("administrator"), async (c) => {
      const { form = "", what } = await c.req.parseBody();
      const [now, person] = [deps.now(), c.get("person")];
      const deed = what === "drop" ? "drop" : "again";
      const path = await deps.db.transaction().execute((tx) =>
        onceSent(tx, { form: String(form), account: person.id, now }, async () => {
          const count = await deps.settleGivenUp(tx, deed);
          if (count > 0) await enter(tx, person, { deed: `deliveries-${deed}`, subject: String(count), now });
          return `/admin/server?done=${deed === "drop" ? "dropped" : "again"}`;
        }),
      );
      return c.redirect(path ?? "/admin/server", 303);
    });
}
