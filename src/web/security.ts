import type { MiddlewareHandler } from "hono";

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The headers of every answer that a browser may show. On a plain http origin nothing promises https. */
export function securityHeaders(origin: string): MiddlewareHandler {
  const secure = origin.startsWith("https:");
  return async (c, next) => {
    await next();
    if (!c.res.headers.has("content-security-policy"))
      c.header("content-security-policy", `${policy}; form-action 'self'`);
    if (secure) c.header("strict-transport-security", "max-age=63072000");
    c.header("x-content-type-options", "nosniff");
    if (!c.res.headers.has("referrer-policy")) c.header("referrer-policy", "strict-origin-when-cross-origin");
    c.header("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()");
    c.header("cross-origin-opener-policy", "same-origin");
    if (!c.res.headers.has("cross-origin-resource-policy")) c.header("cross-origin-resource-policy", "same-origin");
  };
}

/** The policy of a page whose form ends on the reader's own server: browsers hold a form's redirect to `form-action` too. */
export function policyOfLeavingForms(origin: string): string {
  return `${policy}; form-action 'self' https:${origin.startsWith("http:") ? " http:" : ""}`;
}

/** The policy of the desk: scripts are an improvement there, and only our own files. */
export const policyOfDesk = `${policy}; script-src 'self'; connect-src 'self'; form-action 'self'`;

/** Refuses what another site's page makes a browser send. A bearer token is never sent by itself, so it needs no such care. */
export function refuseForeignForms(origin: string): MiddlewareHandler {
  return async (c, next) => {
    const safe =
      ["GET", "HEAD", "OPTIONS"].includes(c.req.method) || c.req.header("authorization")?.startsWith("Bearer ");
    if (safe || comesFromHere(origin, c.req.header("sec-fetch-site"), c.req.header("origin"))) return next();
    return c.text("Forbidden: this form was sent from another site.\n", 403);
  };
}

// Neither header: no browser of the last years, so nobody's cookies are borrowed.
function comesFromHere(origin: string, site: string | undefined, sender: string | undefined): boolean {
  if (site !== undefined) return site === "same-origin" || site === "none";
  return sender === undefined || sender === origin;
}
