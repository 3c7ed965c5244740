import { Hono } from "hono";
import type { Database } from "../foundation/database.ts";
import { findHost } from "../hosts/queries.ts";
import { showIfChanged } from "../web/conditional.ts";
import { writeLibrehost } from "./librehost.ts";

/** `/librehost.json`: who hosts here, for the directories that gather such files. */
export function librehostRoutes({ db, origin }: { readonly db: Database; readonly origin: string }): Hono {
  return new Hono().get("/librehost.json", async (c) => {
    const host = await findHost(db);
    if (host === null) return await c.notFound();
    c.header("access-control-allow-origin", "*");
    return showIfChanged(c, `${JSON.stringify(writeLibrehost(host, origin), null, 2)}\n`, "application/json");
  });
}
