import { type Context, Hono } from "hono";
import { listStandings } from "../availability/parts.tsx";
import type { Reader } from "../foundation/database.ts";
import { countOffers, findOffer } from "../offers/queries.ts";
import type { DeskDeps, DeskEnv } from "../web/desk.tsx";
import { listTasks, type TaskSource } from "../web/desk-tasks.ts";
import { showDeskPage } from "../web/respond.ts";
import { firstMonday, growthOf, type WeekCount } from "./growth.ts";
import { type Followed, followed } from "./growth-parts.tsx";
import { findNews, findWeek } from "./news.ts";
import { judge, type ServerState, worstOf } from "./server.ts";
import { TodayPage } from "./today-page.tsx";
import { noteVisit } from "./visits.ts";
import { words } from "./words.ts";

export interface TodayDeps extends DeskDeps {
  /** What waits, room by room. */
  readonly tasks: readonly TaskSource[];
  serverState(): Promise<ServerState>;
  /** How many followed week by week, by what they follow. */
  listFollowerWeeks(reader: Reader, since: Date): Promise<readonly (WeekCount & { readonly kind: string })[]>;
  countNewFollowers(reader: Reader, since: Date): Promise<Readonly<Partial<Record<Followed, number>>>>;
}

/** `/admin`: what waits for somebody today, and what has happened since they were here. */
export function todayRoutes(deps: TodayDeps): Hono<DeskEnv> {
  return new Hono<DeskEnv>().get("/admin", async (c) => {
    const { db } = deps;
    const frame = await deps.frameOf(c);
    const { language } = frame;
    const [now, person] = [deps.now(), c.get("person")];
    const since = await db.transaction().execute((tx) => noteVisit(tx, person.id, now));
    const offers = await countOffers(db);
    const props = {
      ...{ frame, now, done: await doneWords(deps, c, language) },
      tasks: await listTasks(db, deps.tasks, { now, language, person }),
      news: await findNews(db, person.id, since),
      newFollowers: await deps.countNewFollowers(db, since),
      weekFollowers: await deps.countNewFollowers(db, new Date(now.getTime() - 7 * 86_400_000)),
      standings: await listStandings(db),
      empty: offers.draft + offers.published === 0,
      week: await findWeek(db, now),
      growth: await findGrowth(deps, now),
      server: worstOf(judge(await deps.serverState())),
    };
    return showDeskPage(c, <TodayPage {...props} />);
  });
}

async function findGrowth({ db, listFollowerWeeks }: TodayDeps, now: Date) {
  const rows = await listFollowerWeeks(db, firstMonday(now));
  const of = (kind: Followed) =>
    growthOf(
      rows.filter((row) => row.kind === kind),
      now,
    );
  const [first, second] = followed;
  return { [first]: of(first), [second]: of(second) } as Record<Followed, ReturnType<typeof growthOf>>;
}

async function doneWords({ db }: TodayDeps, c: Context, language: keyof typeof words): Promise<string | null> {
  if (c.req.query("done") !== "confirmed") return null;
  const offer = await findOffer(db, c.req.query("offer") ?? "");
  return offer && words[language].confirmed(offer.content.title);
}
