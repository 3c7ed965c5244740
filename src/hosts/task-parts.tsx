import { sql } from "kysely";
import type { TaskSource } from "../web/desk-tasks.ts";
import { nextStep, stepsOf } from "./first-run.ts";
import { words } from "./first-run-words.ts";
import { isHub } from "./host.ts";
import { findFirstRun, needHost } from "./queries.ts";

/** The guided set-up, as long as nobody has ended it. */
export const firstRunTasks: TaskSource = {
  place: "host",
  count: () => sql<number>`(select count(*) from hosts where first_run is not null)`,
  async list(reader, { language }) {
    const run = await findFirstRun(reader);
    if (run === null) return [];
    const word = words[language].task;
    const hub = isHub((await needHost(reader)).profile);
    const left = stepsOf(hub).filter((step) => run[step] === undefined).length;
    return [
      {
        ...{ urgency: "soon", due: null, icon: "signpost", things: 1, title: word.title },
        reason: nextStep(run, hub) === null ? word.ready : word.text(left),
        actions: [{ label: word.action, href: "/admin/first-run" }],
      },
    ];
  },
};
