import type { TaskList } from "graphile-worker";
import { comeBack, leadIn, type WayInDeps } from "../federation/visitors/way-in.ts";
import type { Database } from "./foundation/database.ts";
import type { SignInDeps } from "./visitors/sign-in-parts.tsx";
import { sweepVisitors } from "./visitors/sweep.ts";

/** What visitors need of the rest of the site: how their own servers are asked. */
export function wayIn(deps: WayInDeps): Pick<SignInDeps, "leadIn" | "comeBack" | "refuses"> {
  return {
    leadIn: (place, asked) => leadIn(deps, place, asked),
    comeBack: (entry, grant) => comeBack(deps, entry, grant),
    refuses: deps.outbound.refuses,
  };
}

/** The job that forgets those who have left. */
export const visitorTasks = (db: Database): TaskList => ({ "sweep-visitors": () => sweepVisitors(db, new Date()) });
export const visitorCrontab = ["13 * * * * sweep-visitors"];
