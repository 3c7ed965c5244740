import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import { findFundingById } from "../funding/queries.ts";
import type { TaskAction, TaskSource } from "../web/desk-tasks.ts";
import { words } from "./task-words.ts";

const mostShown = 5;

/** Open requests that the host's offers fit, until somebody has answered, or has read that they are there. */
export const nearTasks: TaskSource = {
  place: "funding",
  async list(reader, { language, person }) {
    const word = words[language];
    const tasks = (await listUnreadNear(reader)).map(async ({ request: id, happened }) => {
      const request = await findFundingById(reader, id);
      if (request === null) return [];
      const page = `/funding/${request.code}`;
      const answer: readonly TaskAction[] =
        person.role === "reader" ? [] : [{ label: word.answer, href: `${page}/answer` }];
      return [
        {
          ...{ urgency: "quiet" as const, due: request.closes, icon: "tray" as const, things: 1 },
          title: word.near(request.content.title),
          reason: word.nearWhy(request.requester.name, dateWords(happened, language)),
          actions: [...answer, { label: word.read, href: page }],
        },
      ];
    });
    return (await Promise.all(tasks)).flat();
  },
};

interface UnreadNear {
  readonly request: string;
  readonly happened: Date;
}

async function listUnreadNear(reader: Reader): Promise<readonly UnreadNear[]> {
  const { rows } = await sql<UnreadNear>`
    select notices.request, notices.happened from notices
    join parties on parties.id = notices.party and parties.kind = 'host'
    join funding_requests as asked on asked.id = notices.request and asked.state in ('open', 'reached')
    where what = 'near' and seen is null and not exists (select from funding_proposals as answer
      where answer.request = notices.request and answer.party = notices.party)
    order by notices.happened desc limit ${mostShown}`.execute(reader);
  return rows;
}
