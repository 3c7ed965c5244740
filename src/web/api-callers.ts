import type { Context, MiddlewareHandler } from "hono";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import type { ApiEnv, Caller } from "./api.ts";
import { type Limit, limitHeaders, openLimit, quotas, type Standing } from "./limits.ts";
import { Problem } from "./problem.ts";

/** Whose token this is; null when it is none of ours. */
export type Authorize = (token: string) => Promise<Caller | null>;

/** Knows who calls, and lets nobody call too often: a token counts by itself, whoever has none counts by address. */
export function limitCallers(authorize: Authorize): MiddlewareHandler<ApiEnv> {
  const count = countCalls();
  const know = recognise(authorize);
  return async (c, next) => {
    const address = addressOf(c);
    const caller = await know(c.req.header("authorization"), address);
    c.set("caller", caller);
    c.set("scope", caller?.scope ?? null);
    const headers = await count(caller, address);
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    c.header("vary", "Authorization", { append: true });
    if (!c.res.headers.has("cache-control")) c.header("cache-control", caller === null ? "no-cache" : "no-store");
  };
}

// Without a server before the application, as in tests, there is no address.
function addressOf(c: Context<ApiEnv>): string {
  return neighbourhoodOf(c.env?.client ?? "unknown");
}

function countCalls(): (caller: Caller | null, address: string) => Promise<Readonly<Record<string, string>>> {
  const tokens = openLimit(quotas.token);
  const addresses = openLimit(quotas.address);
  return async (caller, address) => {
    const limit = caller === null ? addresses : tokens;
    const standing = await limit.count(caller?.id ?? address);
    if (standing.exceeded) throw tooMany(limit, standing);
    return limitHeaders(limit.quota, standing);
  };
}

/** An address that keeps sending tokens which nobody has is not listened to for a while. */
function recognise(authorize: Authorize): (header: string | undefined, address: string) => Promise<Caller | null> {
  const failures = openLimit(quotas.failures);
  return async (header, address) => {
    if (header === undefined) return null;
    const standing = await failures.look(address);
    if (standing.remaining === 0) throw tooMany(failures, standing);
    const [, token] = /^Bearer +([A-Za-z0-9._~+/=-]{1,500}) *$/i.exec(header) ?? [];
    const caller = token === undefined ? null : await authorize(token);
    if (caller !== null) return caller;
    await failures.count(address);
    throw new Problem(401, "token-unknown", "This token is not known here.");
  };
}

function tooMany({ quota }: Limit, standing: Standing): Problem {
  const sentence = `At most ${quota.requests} in ${quota.seconds / 60} minutes. Try again in ${standing.reset} seconds.`;
  const headers = { ...limitHeaders(quota, standing), "retry-after": String(standing.reset) };
  return new Problem(429, "too-many-requests", sentence, { headers });
}
