import { dateWords } from "../foundation/date-words.ts";
import type { TaskSource } from "../web/desk-tasks.ts";
import { listWaiting, waitingAssociations } from "./queries.ts";
import { words } from "./task-words.ts";

/** Associations that wait for the host's answer, each on its own. */
export const associationTasks: TaskSource = {
  place: "associations",
  count: () => waitingAssociations,
  async list(reader, { language }) {
    const word = words[language];
    return (await listWaiting(reader)).map(({ id, name, created }) => ({
      ...{ urgency: "soon", due: created, icon: "users-three", things: 1 },
      title: word.waits(name),
      reason: word.why(dateWords(created, language)),
      actions: [{ label: word.read, href: `/admin/associations/${id}` }],
    }));
  },
};
