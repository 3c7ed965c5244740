import { type RawBuilder, sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import type { MessageKind, Visibility } from "./messages.ts";

/** Which conversations are meant. */
export const shows = ["open", "mine", "done", "all"] as const;
export type Show = (typeof shows)[number];

/** A conversation as one line of a list tells of it: by its newest message. */
export interface ConversationLine {
  /** Of the message that its page opens with: the oldest that waits for an answer, else the newest. */
  readonly number: number;
  /** Of its newest message. */
  readonly newest: number;
  readonly author: Author;
  readonly visibility: Visibility;
  readonly content: string;
  readonly language: string | null;
  readonly received: Date;
  readonly deleted: boolean;
  /** How many of its messages wait for an answer. */
  readonly waiting: number;
  readonly messages: number;
  /** The name or address of the colleague who looks after it. */
  readonly assignee: string | null;
}

/** Somebody elsewhere who wrote to us. */
export interface Author {
  /** Their permanent address. */
  readonly id: string;
  readonly name: string | null;
  /** Their name on their server; null where we do not know it. */
  readonly handle: string | null;
  readonly url: string | null;
  /** They are no more, or their server says so. */
  readonly gone: boolean;
}

/** A message as its conversation shows it. */
export interface Heard {
  readonly id: string;
  readonly number: number;
  readonly author: Author;
  readonly kind: MessageKind;
  readonly recipients: readonly string[];
  readonly others: readonly string[];
  readonly visibility: Visibility;
  readonly content: string;
  readonly language: string | null;
  readonly url: string | null;
  readonly inReplyTo: string | null;
  readonly received: Date;
  readonly updated: Date | null;
  readonly answered: Date | null;
  readonly deleted: Date | null;
}

/** The conversations, those with the newest message first; `before` is the newest message of the one after which to go on. */
export async function listConversations(
  reader: Reader,
  { show, account, before, limit }: { show: Show; account: string; before?: number | undefined; limit: number },
): Promise<readonly ConversationLine[]> {
  const { rows } = await sql<Row>`
    select last.number as newest, coalesce(oldest, last.number) as number, waiting, messages,
      last.visibility, last.content, last.language, last.received, last.deleted is not null as deleted,
      last.author, remote.name, remote.handle, remote.url, remote.gone is not null as gone,
      coalesce(nullif(accounts.name, ''), accounts.email) as assignee
    from (
      select max(number) as newest, min(number) filter (where ${waits}) as oldest,
        count(*) filter (where ${waits}) as waiting, count(*) as messages, bool_or(assignee = ${account}) as mine
      from messages where kind <> 'news' and ${unblocked(sql`kind <> 'news'`)} and ${among[show](account)}
      group by coalesce(conversation, id)
      having ${wanted[show](account)} and max(number) < ${before ?? Number.MAX_SAFE_INTEGER}
      order by max(number) desc limit ${limit}) as conversations
    join messages as last on last.number = newest
    left join remote_actors as remote on remote.id = last.author
    left join accounts on accounts.id = last.assignee
    order by newest desc`.execute(reader);
  return rows.map(({ author: id, name, handle, url, gone, ...line }) => {
    return { ...line, author: { id, name, handle, url, gone } };
  });
}

/** A message, by what the desk calls it; null for one that nobody here may see. */
export async function findHeard(reader: Reader, number: number): Promise<Heard | null> {
  const [found] = await heardWhere(reader, sql`messages.number = ${number} and messages.kind <> 'news'`, 1);
  return found ?? null;
}

const mostShown = 200;

/** The messages of a conversation, the oldest first; of very many the newest. */
export async function listConversation(reader: Reader, number: number): Promise<readonly Heard[]> {
  const same = sql`coalesce(messages.conversation, messages.id) = ${placeOf(number)}`;
  return (await heardWhere(reader, same, mostShown)).toReversed();
}

/** The address at which the conversation of a message begins. */
export const placeOf = (number: number): RawBuilder<string> =>
  sql<string>`(select coalesce(one.conversation, one.id) from messages as one where one.number = ${number})`;

async function heardWhere(reader: Reader, which: RawBuilder<unknown>, limit: number): Promise<readonly Heard[]> {
  const { rows } = await sql<Omit<Heard, "author"> & AuthorRow>`
    select messages.id, number, kind, recipients, others, visibility, content, language, messages.url, in_reply_to,
      received, updated, answered, deleted,
      author, remote.name, remote.handle, remote.url as page, remote.id is null or remote.gone is not null as gone
    from messages left join remote_actors as remote on remote.id = author
    where ${which} and ${unblocked(which)}
    order by number desc limit ${limit}`.execute(reader);
  return rows.map(({ author: id, name, handle, page: url, gone, ...message }) => {
    return { ...message, author: { id, name, handle, url, gone } };
  });
}

interface AuthorRow {
  readonly author: string;
  readonly name: string | null;
  readonly handle: string | null;
  readonly page: string | null;
  readonly gone: boolean;
}

type Row = Omit<ConversationLine, "author"> & Omit<AuthorRow, "page"> & { readonly url: string | null };

const waits = sql`answered is null and deleted is null`;
/** What waits for an answer. */
export const toAnswer = sql`kind <> 'news' and ${waits}`;

/** Leaves out what comes from blocked domains: asked once for each author, and for all of them together. */
export function unblocked(which: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`author <> all (array(
    select author from (select distinct author from messages where ${which} and exists (select from blocks)) as authors,
      lateral domains_around(author) as around join blocks on blocks.domain = around.domain))`;
}

/** Where else than everywhere the wanted conversations are. */
const among: Readonly<Record<Show, (account: string) => RawBuilder<unknown>>> = {
  open: () => conversationsWith(toAnswer),
  mine: (account) => conversationsWith(sql`assignee = ${account}`),
  done: () => sql`true`,
  all: () => sql`true`,
};

const conversationsWith = (which: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce(conversation, id) in (select coalesce(conversation, id) from messages where ${which})`;

const wanted: Readonly<Record<Show, (account: string) => RawBuilder<unknown>>> = {
  open: () => sql`bool_or(${waits})`,
  mine: (account) => sql`bool_or(assignee = ${account})`,
  done: () => sql`not bool_or(${waits})`,
  all: () => sql`true`,
};

/** The colleague who looks after the conversation of a message; null when nobody does. */
export async function findAssignee(reader: Reader, number: number): Promise<string | null> {
  const { rows } = await sql<{ assignee: string }>`
    select assignee from messages where coalesce(conversation, id) = ${placeOf(number)} and assignee is not null
    order by number desc limit 1`.execute(reader);
  return rows[0]?.assignee ?? null;
}
