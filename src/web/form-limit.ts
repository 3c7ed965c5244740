import type { MiddlewareHandler } from "hono";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import { TooMany } from "../foundation/errors.ts";
import { openLimit, quotas } from "./limits.ts";

/** Takes so many forms from one address, and no more for a while: what stands behind them asks other servers, or hashes passwords. */
export function limitForms(): MiddlewareHandler<{ Bindings: { readonly client?: string } }> {
  const limit = openLimit(quotas.forms);
  return async (c, next) => {
    const { exceeded, reset } = await limit.count(neighbourhoodOf(c.env?.client ?? "unknown"));
    if (exceeded) {
      c.header("retry-after", String(reset));
      throw new TooMany("too many forms");
    }
    await next();
  };
}
