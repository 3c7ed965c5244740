import { type Context, Hono } from "hono";
import type { Database } from "./foundation/database.ts";
import { openEcho, type Seen } from "./foundation/echo.ts";
import { checkReadiness } from "./foundation/health.ts";
import type { Secret } from "./foundation/secret.ts";

/** What the front tells of the connection: the address at its other end. */
interface Env {
  Bindings: { readonly socket?: string };
}

/** Whether this process lives, and whether it can work; and, for the operator, how a request looked when it arrived. */
export function healthRoutes(db: Database, secret: Secret): Hono<Env> {
  const echo = openEcho(secret);
  return new Hono<Env>()
    .get("/healthz", (c) => {
      const token = c.req.query("echo");
      const heard = token === undefined ? null : echo(token, seenOf(c), new Date());
      return c.json({ alive: true, ...heard }, 200, { "cache-control": "no-store" });
    })
    .get("/readyz", async (c) => {
      const ready = await checkReadiness(db);
      return c.json(ready, Object.values(ready).every((fine) => fine) ? 200 : 503);
    });
}

function seenOf(c: Context<Env>): Seen {
  return {
    host: c.req.header("host") ?? null,
    from: c.env?.socket ?? null,
    forwardedFor: c.req.header("x-forwarded-for") ?? null,
    forwardedProto: c.req.header("x-forwarded-proto") ?? null,
  };
}
