import type { TaskList } from "graphile-worker";
import { Hono } from "hono";
import { sweepNews } from "./catalogue/news.ts";
import { directoryFeedRoutes } from "./directory/feed-routes.tsx";
import { openDataRoutes } from "./directory/open-data-routes.tsx";
import type { Database } from "./foundation/database.ts";
import { sendsMail } from "./foundation/mail.ts";
import { sendLetters, type WatchPost } from "./watches/letter-parts.tsx";
import { watchMailRoutes } from "./watches/mail-routes.tsx";
import { type WatchDeps, watchRoutes } from "./watches/routes.tsx";
import { sweepWatches } from "./watches/sweep.ts";
import { tellFollowed } from "./watches/telling.ts";

/** Everything with which somebody is told of a search, and the whole directory as data. */
export function watchingRoutes(deps: WatchDeps): Hono {
  return new Hono()
    .route("/", directoryFeedRoutes(deps))
    .route("/", openDataRoutes(deps))
    .route("/", watchRoutes(deps))
    .route("/", watchMailRoutes(deps));
}

/** The jobs that tell those who watch, and let go of what nobody wants any more. */
export function watchTasks(db: Database, post: WatchPost): TaskList {
  return {
    "tell-watches": async () => {
      await db.transaction().execute((tx) => tellFollowed(tx, new Date()));
      if (sendsMail(post.mail)) await db.transaction().execute((tx) => sendLetters(tx, post, new Date()));
    },
    "sweep-watches": async () => {
      await db.transaction().execute((tx) => sweepWatches(tx, new Date()));
      await sweepNews(db, new Date());
    },
  };
}

/** Each hour those are looked after who were written to within a day when something opened. */
export const watchCrontab = ["17 * * * * tell-watches", "47 4 * * * sweep-watches"];
