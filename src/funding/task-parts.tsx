import { sql } from "kysely";
import { dateWords } from "../foundation/date-words.ts";
import type { TaskSource } from "../web/desk-tasks.ts";
import { heldPath } from "./desk-held-page.tsx";
import { words } from "./desk-held-words.ts";
import { listWaiting } from "./holding.ts";

/** Requests that somebody has to read before they open. */
export const heldTasks: TaskSource = {
  place: "funding",
  count: () => sql<number>`(select count(*) from held_openings join funding_requests on id = request
    where decided is null and state = 'draft')`,
  async list(reader, { language }) {
    const word = words[language];
    const waiting = await listWaiting(reader, 100);
    return waiting.map(({ request: { code, content, requester }, held }) => ({
      ...{ urgency: "soon", due: held, icon: "tray", things: 1 },
      title: word.task(content.title),
      reason: word.taskWhy(requester.name, dateWords(held, language)),
      actions: [{ label: word.taskAction, href: `${heldPath}#request-${code}` }],
    }));
  },
};
