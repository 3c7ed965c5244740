import { sql } from "kysely";
import { dateWords } from "../foundation/date-words.ts";
import type { TaskSource } from "../web/desk-tasks.ts";
import { listWaitingRequests } from "./queries.ts";
import { words } from "./task-words.ts";

/** Who asked for a place and waits for the host, each on its own: the late ones first. */
export const placeTasks: TaskSource = {
  place: "requests",
  count: () => sql<number>`(select count(*) from place_requests where waiting is not null)`,
  async list(reader, { now, language }) {
    const word = words[language];
    const waiting = await listWaitingRequests(reader, now);
    return waiting.map(({ request: { id, name, title, people }, waiting: since, days, late }) => ({
      ...{ urgency: late ? "now" : "soon", due: since, icon: "tray", things: 1 },
      title: word.asks(name, title),
      reason: `${word.why(people, dateWords(since, language))}${late ? ` ${word.late(days)}` : ""}`,
      actions: [{ label: word.answer, href: `/admin/requests/${id}` }],
    }));
  },
};
