import { Hono } from "hono";
import { etag } from "hono/etag";
import type { Database } from "../foundation/database.ts";
import { findHost } from "../hosts/queries.ts";
import { writeLibrehost } from "./librehost.ts";

/** `/librehost.json`: who hosts here, for the directories that gather such files. */
export function librehostRoutes({ db, origin }: { readonly db: Database; readonly origin: string }): Hono {
  return new Hono().get("/librehost.json", etag(), async (c) => {
    const host = await findHost(db);
    if (host === null) return await c.notFound();
    c.header("cache-control", "max-age=0, must-revalidate");
    c.header("access-control-allow-origin", "*");
    return c.body(`${JSON.stringify(writeLibrehost(host, origin), null, 2)}\n`, 200, {
      "content-type": "application/json",
    });
  });
}
