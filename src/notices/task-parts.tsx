import { sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import { findParty } from "../funding/parties.ts";
import { findFundingById } from "../funding/queries.ts";
import type { Task, TaskAction, TaskReader, TaskSource } from "../web/desk-tasks.ts";
import { listNotices } from "./queries.ts";
import { words } from "./task-words.ts";

const mostShown = 5;

/** Open requests that the host's offers fit, here or elsewhere, until somebody has answered, or has read that they are there. */
export const nearTasks: TaskSource = {
  place: "funding",
  async list(reader, asked) {
    const here = await Promise.all((await listUnreadNear(reader)).map((one) => nearHere(reader, one, asked)));
    return [...here.flat(), ...(await listNearElsewhere(reader, asked))].slice(0, mostShown);
  },
};

async function nearHere(reader: Reader, { request: id, happened }: UnreadNear, { language, person }: TaskReader) {
  const word = words[language];
  const request = await findFundingById(reader, id);
  if (request === null) return [];
  const page = `/funding/${request.code}`;
  const answer: readonly TaskAction[] =
    person.role === "reader" ? [] : [{ label: word.answer, href: `${page}/answer` }];
  return [
    {
      ...{ ...quiet, due: request.closes, title: word.near(request.content.title) },
      reason: word.nearWhy(request.requester.name, dateWords(happened, language)),
      actions: [...answer, { label: word.read, href: page }],
    },
  ];
}

/** Those of other instances are answered where they live. */
async function listNearElsewhere(reader: Reader, { language, person }: TaskReader): Promise<readonly Task[]> {
  const word = words[language];
  const party = await findParty(reader, { kind: "host", name: "", by: person });
  const told = party === null ? [] : await listNotices(reader, [party]);
  const near = told.filter(({ what, seen, request: { path } }) => {
    return what === "near" && seen === null && path.startsWith("/funding/elsewhere/");
  });
  return near.map(({ happened, request: { path, title } }) => ({
    ...{ ...quiet, due: null, title: word.near(title) },
    reason: word.nearElsewhere(dateWords(happened, language)),
    actions: [{ label: word.read, href: path }],
  }));
}

const quiet = { urgency: "quiet", icon: "tray", things: 1 } as const;

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
