import type { IncomingMessage } from "node:http";

/** The path and query that a request asks for, or the status that refuses it: what no address of ours can be, and methods that no handler may see. */
export function readTarget({ method, url = "/" }: IncomingMessage): string | 400 | 405 {
  if (method === "TRACE" || method === "CONNECT") return 405;
  if (url.includes("%00")) return 400; // PostgreSQL stores no NUL, and nobody honest asks for one
  if (url.startsWith("/")) return url;
  // The whole address, as proxies may be asked for it.
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return 400;
  const { pathname, search } = new URL(url);
  return pathname + search;
}
