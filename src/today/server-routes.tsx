import { Hono } from "hono";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import type { ServerState } from "./server.ts";
import { ServerPage } from "./server-page.tsx";
import { type Settings, SettingsPage } from "./settings-page.tsx";

export interface ServerDeps extends DeskDeps {
  serverState(): Promise<ServerState>;
  readonly settings: Settings;
}

/** `/admin/server`: how this instance stands, and what to do about it. */
export function serverRoutes(deps: ServerDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .get("/admin/server", needsRole("editor"), async (c) =>
      showDeskPage(c, <ServerPage frame={await deps.frameOf(c)} state={await deps.serverState()} />),
    )
    .get("/admin/server/settings", needsRole("editor"), async (c) =>
      showDeskPage(c, <SettingsPage frame={await deps.frameOf(c)} settings={deps.settings} />),
    );
}
