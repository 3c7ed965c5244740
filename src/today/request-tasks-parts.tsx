import { sql } from "kysely";
import { dateWords } from "../foundation/date-words.ts";
import { listWaitingRequests, type WaitingRequest } from "../places/queries.ts";
import type { Task, TaskReader, TaskSource } from "../web/desk-tasks.ts";
import { words } from "./task-words.ts";

const namedEach = 5;

/** Associations that ask for a place and wait for the host: the first each by its name, the others together. */
export const requestTasks: TaskSource = {
  place: "requests",
  count: () => sql<number>`(select count(*) from place_requests where waiting is not null)`,
  async list(reader, asked) {
    const waiting = await listWaitingRequests(reader, asked.now);
    const [first] = waiting.slice(namedEach);
    const each = waiting.slice(0, namedEach).map((one) => taskOf(one, asked));
    return first === undefined ? each : [...each, rest(waiting.length - namedEach, first, asked)];
  },
};

function taskOf({ request, waiting, late }: WaitingRequest, { language }: TaskReader): Task {
  const word = words[language];
  const day = dateWords(waiting, language);
  return {
    ...{ urgency: late ? "now" : "soon", due: waiting, icon: "envelope-simple", things: 1 },
    title: word.request(request.name),
    reason: (late ? word.requestLate : word.requestWhy)(request.title, request.people, day),
    actions: [{ label: word.reply, href: `/admin/requests/${request.id}` }],
  };
}

function rest(things: number, { waiting, late }: WaitingRequest, { language }: TaskReader): Task {
  const word = words[language];
  return {
    ...{ urgency: late ? "now" : "soon", due: waiting, icon: "tray", things },
    title: word.requests(things),
    reason: word.requestsWhy,
    actions: [{ label: word.look, href: "/admin/requests" }],
  };
}
