import { type RawBuilder, sql } from "kysely";
import type { Reader } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Task, TaskAction, TaskReader, TaskSource } from "../web/desk-tasks.ts";
import { reviewsPath } from "./paths.ts";
import { findOwnActor, listReviewsOf } from "./queries.ts";
import { oldBefore } from "./reviews.ts";
import { words } from "./task-words.ts";

const mostShown = 5;

/** What others say of our commitments until somebody has read it, and what we said ourselves more than a year ago. */
export const reviewTasks: TaskSource = {
  place: "followers",
  async list(reader, asked) {
    return [...(await listHeard(reader, asked)), ...(await listOld(reader, asked))];
  },
};

async function listHeard(reader: Reader, { language, person }: TaskReader): Promise<readonly Task[]> {
  const word = words[language];
  const own = await findOwnActor(reader);
  const unread = own === null ? [] : (await listReviewsOf(reader, own)).filter(({ unread }) => unread);
  const read = (review: string): readonly TaskAction[] =>
    person.role === "administrator" ? [{ label: word.read, post: `${reviewsPath}/read`, fields: { review } }] : [];
  return unread.slice(0, mostShown).map(({ address, name, verdict, claim, said }) => ({
    ...{ urgency: "soon", due: said, icon: "shield-check", things: 1 },
    title: word.heard[verdict](name),
    reason: word.heardWhy(claim, dateWords(said, language)),
    actions: [{ label: word.see, href: reviewsPath }, ...read(address)],
  }));
}

interface OldWord {
  readonly what: "review" | "vouch";
  readonly id: string;
  readonly name: string;
  readonly said: Date;
}

async function listOld(reader: Reader, { language, person, now }: TaskReader): Promise<readonly Task[]> {
  const word = words[language];
  const { rows } = await sql<OldWord>`
    select what, old.id, said, coalesce(host.profile->>'name', split_part(of, '/', 3)) as name
    from (${oldWords(now)}) as old left join catalogue_hosts as host on host.actor = old.of
    order by said, old.id limit ${mostShown}`.execute(reader);
  return rows.map(({ what, id, name, said }) => {
    const still: readonly TaskAction[] =
      person.role === "administrator"
        ? [{ label: word.still, post: `${reviewsPath}/renewal`, fields: { what, id } }]
        : [];
    return {
      ...{ urgency: "quiet", due: said, icon: "arrows-clockwise", things: 1, title: word[what](name) },
      reason: word.oldWhy(dateWords(said, language)),
      actions: [...still, { label: word.look, href: `${reviewsPath}#${what === "review" ? "ours" : "vouches"}` }],
    };
  });
}

const oldWords = (now: Date): RawBuilder<unknown> => sql`
  select 'review' as what, id, reviewed as of, said from reviews where withdrawn is null and said < ${oldBefore(now)}
  union all
  select 'vouch', id, vouched, given from vouches where withdrawn is null and given < ${oldBefore(now)}`;
