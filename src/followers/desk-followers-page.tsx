import { dateWords } from "../foundation/date-words.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Empty } from "../web/empty.tsx";
import { SelectField, TextField } from "../web/form-parts.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { PageLinks } from "../web/pages.tsx";
import { SwarmTabs } from "../web/swarm-tabs.tsx";
import { PeopleTable } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { Followed, Follower, FollowingServer } from "./queries.ts";

export interface FollowersPageProps {
  readonly frame: DeskFrame;
  readonly followed: readonly Followed[];
  /** One more than a page holds, where there are more. */
  readonly servers: readonly FollowingServer[];
  readonly people: readonly Follower[];
  readonly search: string | undefined;
  readonly account: string | undefined;
  readonly page: number;
  readonly pageSize: number;
  readonly done: string | undefined;
}

/** Who follows our accounts: how many, on which servers; and whoever is looked for. */
export function FollowersPage(props: FollowersPageProps) {
  const { frame, followed, servers, people, search, account, page, pageSize, done } = props;
  const word = words[frame.language];
  const href = (n: number) =>
    `/admin/followers?${new URLSearchParams({ ...(search && { q: search }), ...(account && { account }), page: String(n) })}`;
  return (
    <DeskLayout frame={frame} title={word.title} here="followers">
      {done === "removed" && <DoneNotice>{word.did.removed}</DoneNotice>}
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      <SwarmTabs frame={frame} here="followers" />
      <Counts frame={frame} followed={followed} />
      <SearchForm {...props} />
      {servers.length + people.length === 0 && <Nobody {...props} />}
      {servers.length > 0 && (
        <section aria-labelledby="servers">
          <h2 class="like-h3" id="servers">
            {word.servers}
          </h2>
          <ServersTable frame={frame} servers={servers.slice(0, pageSize)} account={account} />
        </section>
      )}
      {people.length > 0 && (
        <section aria-labelledby="found">
          <h2 class="like-h3" id="found">
            {word.found}
          </h2>
          <PeopleTable frame={frame} people={people.slice(0, pageSize)} />
        </section>
      )}
      <PageLinks language={frame.language} page={page} more={servers.length + people.length > pageSize} href={href} />
    </DeskLayout>
  );
}

function Counts({ frame, followed }: Pick<FollowersPageProps, "frame" | "followed">) {
  const word = words[frame.language];
  return (
    <section aria-labelledby="counts">
      <h2 class="sr" id="counts">
        {word.counts}
      </h2>
      <div class="desk-figures">
        {followed.slice(0, 8).map(({ name, followers }) => (
          <div>
            <b>{followers.toLocaleString(frame.language)}</b>
            <span>@{name}</span>
          </div>
        ))}
      </div>
    </section>
  );
}

function SearchForm({ frame, followed, search = "", account = "" }: FollowersPageProps) {
  const word = words[frame.language];
  const options = followed.map(({ id, name }) => ({ value: id, label: `@${name}` }));
  return (
    <search>
      <form class="cluster cluster-end" method="get" action="/admin/followers">
        <TextField name="q" label={word.search} value={search} maxlength={200} />
        <SelectField
          name="account"
          label={word.account}
          value={account}
          options={[{ value: "", label: word.all }, ...options]}
        />
        <button class="button" type="submit">
          {word.find}
        </button>
      </form>
    </search>
  );
}

function ServersTable({
  frame: { language },
  servers,
  account,
}: Pick<FollowersPageProps, "frame" | "servers" | "account">) {
  const word = words[language];
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{word.server}</th>
          <th scope="col">{word.number}</th>
          <th scope="col">{word.latest}</th>
        </tr>
      </thead>
      <tbody>
        {servers.map(({ server, people, latest }) => (
          <tr>
            <th scope="row">
              <a href={`/admin/followers/people?${new URLSearchParams({ server, ...(account && { account }) })}`}>
                {server}
              </a>
            </th>
            <td>{word.people(people)}</td>
            <td data-word={word.latest.toLowerCase()}>
              <time datetime={latest.toISOString()}>{dateWords(latest, language, "short")}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Nobody({ frame, search, account }: FollowersPageProps) {
  const word = words[frame.language];
  const narrowed = search !== undefined || account !== undefined;
  const handle = frame.host?.handle ?? "";
  if (narrowed) return <Empty title={word.nothing} ways={[{ href: "/admin/followers", label: word.seeAll }]} />;
  return <Empty title={word.none} text={word.noneMore(`@${handle}@${new URL(frame.origin).host}`)} />;
}
