import { type Context, Hono } from "hono";
import type { Database } from "../../foundation/database.ts";
import { showIfChanged } from "../../web/conditional.ts";
import { gatherChatons } from "./gather.ts";
import { chatonsFolder, writeChatonsFiles } from "./write.ts";

export interface ChatonsDeps {
  readonly db: Database;
  readonly origin: string;
  now(): Date;
}

/** `GET /.well-known/chatonsinfos/NAME.properties`: the host and its services, for those who gather them. */
export function chatonsRoutes(deps: ChatonsDeps): Hono {
  return new Hono().get(`${chatonsFolder}/:name{[a-z0-9-]+\\.properties}`, (c) => show(deps, c));
}

async function show({ db, origin, now }: ChatonsDeps, c: Context): Promise<Response> {
  const source = await gatherChatons(db, origin, now());
  const file = source && writeChatonsFiles(source).find(({ name }) => name === c.req.param("name"));
  if (!file) return c.notFound();
  c.header("access-control-allow-origin", "*");
  return showIfChanged(c, file.text, "text/plain; charset=utf-8");
}
