import { type Context, Hono } from "hono";
import { NotFound } from "../foundation/errors.ts";
import { readFrame } from "../hosts/parts.tsx";
import { showPage } from "../web/respond.ts";
import { isLinkOf } from "./links.ts";
import { MailPage, type MailStep } from "./mail-page.tsx";
import { watchPath } from "./paths.ts";
import { findWatchById } from "./queries.ts";
import { confirmReader, eraseReader, findReader } from "./readers.ts";
import type { WatchDeps } from "./routes.tsx";

/** `/directory/watch/letters/…`: what the links in letters open. Nothing happens before a button is pressed: programs open links too. */
export function watchMailRoutes(deps: WatchDeps): Hono {
  const one = `${watchPath}/letters/:reader{[0-9a-f-]{36}}/:token`;
  return (
    new Hono()
      .get(`${one}/confirmation`, async (c) => {
        const reader = await needReader(deps, c);
        return show(deps, c, reader === null ? "gone" : reader.confirmed === null ? "confirm" : "confirmed");
      })
      .post(`${one}/confirmation`, async (c) => {
        const reader = await needReader(deps, c);
        if (reader === null) return show(deps, c, "gone");
        await deps.db.transaction().execute((tx) => confirmReader(tx, reader.id, deps.now()));
        return c.redirect(c.req.path, 303);
      })
      .get(`${one}/end`, async (c) => show(deps, c, (await needReader(deps, c)) === null ? "ended" : "end"))
      // Also what mail programs send by themselves, on a click of theirs (RFC 8058).
      .post(`${one}/end`, async (c) => {
        const reader = await needReader(deps, c);
        if (reader !== null) await deps.db.transaction().execute((tx) => eraseReader(tx, reader.id));
        return show(deps, c, "ended");
      })
  );
}

/** Whose link it is; null where their address was erased. */
async function needReader(deps: WatchDeps, c: Context) {
  const { reader = "", token = "" } = c.req.param();
  if (!isLinkOf(deps.secret, reader, token)) throw new NotFound();
  return await findReader(deps.db, reader);
}

async function show(deps: WatchDeps, c: Context, step: MailStep): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const { reader: id = "" } = c.req.param();
  const reader = await findReader(deps.db, id);
  const watch = reader && (await findWatchById(deps.db, reader.watch));
  const base = c.req.path.replace(/\/[a-z]+$/, "");
  const shown = { ...frame, path: c.req.path };
  const page = <MailPage {...{ frame: shown, step, base, search: watch?.search ?? null }} />;
  const answer = await showPage(c, deps.origin, page);
  answer.headers.set("cache-control", "no-store"); // a shared computer forgets it
  answer.headers.set("referrer-policy", "no-referrer");
  return answer;
}
