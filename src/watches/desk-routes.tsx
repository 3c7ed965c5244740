import { type Context, Hono } from "hono";
import { enter } from "../accounts/journal.ts";
import { needsRole } from "../accounts/sign-in-routes.tsx";
import { NotFound } from "../foundation/errors.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { showDeskPage } from "../web/respond.ts";
import { retireWatch } from "./changes.ts";
import { deskPath, EndWatchPage, inWords, WatchesPage } from "./desk-watches-page.tsx";
import { findCountedWatch, listCountedWatches } from "./queries.ts";

const limit = 200;

/** `/admin/followers/watches`: the searches that people watch from here; an administrator may end one. */
export function watchesDesk(deps: DeskDeps): Hono<DeskEnv> {
  const one = `${deskPath}/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}/end`;
  return new Hono<DeskEnv>()
    .get(deskPath, async (c) => {
      const [frame, watches] = [await deps.frameOf(c), await listCountedWatches(deps.db, limit)];
      return showDeskPage(c, <WatchesPage {...{ frame, watches, limit, done: c.req.query("done") }} />);
    })
    .get(one, needsRole("administrator"), async (c) => {
      return showDeskPage(c, <EndWatchPage frame={await deps.frameOf(c)} watch={await needWatch(deps, c)} />);
    })
    .post(one, needsRole("administrator"), async (c) => {
      const { id, search } = await needWatch(deps, c);
      await deps.db.transaction().execute(async (tx) => {
        if (!(await retireWatch(tx, id, deps.now()))) return;
        const subject = inWords(search, deps.language);
        await enter(tx, c.get("person"), { deed: "watch-retired", subject, now: deps.now() });
      });
      return c.redirect(`${deskPath}?done=retired`, 303);
    });
}

async function needWatch(deps: DeskDeps, c: Context) {
  const watch = await findCountedWatch(deps.db, c.req.param("id") ?? "");
  if (watch === null) throw new NotFound("there is no such watch");
  return watch;
}
