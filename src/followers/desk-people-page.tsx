import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { PageLinks } from "../web/pages.tsx";
import { PeopleTable } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { Follower } from "./queries.ts";

export interface PeoplePageProps {
  readonly frame: DeskFrame;
  readonly server: string;
  readonly account: string | undefined;
  readonly page: number;
  readonly pageSize: number;
  /** One more than a page holds, where there are more. */
  readonly people: readonly Follower[];
}

/** Those of one server who follow us. */
export function PeoplePage({ frame, server, account, page, pageSize, people }: PeoplePageProps) {
  const { language } = frame;
  const word = words[language];
  const href = (n: number) =>
    `/admin/followers/people?${new URLSearchParams({ server, ...(account && { account }), page: String(n) })}`;
  return (
    <DeskLayout frame={frame} title={word.peopleOf(server)} here="followers">
      <Breadcrumb language={language} ways={[{ href: "/admin/followers", label: word.title }]} here={server} />
      <div class="desk-head">
        <h1 class="like-h2">{word.peopleOf(server)}</h1>
        {frame.person.role === "administrator" && (
          <a
            class="button button-danger"
            href={`/admin/followers/blocks/new?${new URLSearchParams({ domain: server })}`}
          >
            {word.block}
          </a>
        )}
      </div>
      {people.length === 0 ? <p>{word.nothing}</p> : <PeopleTable frame={frame} people={people.slice(0, pageSize)} />}
      <PageLinks language={language} page={page} more={people.length > pageSize} href={href} />
      <p>
        <a href="/admin/followers">{word.seeAll}</a>
      </p>
    </DeskLayout>
  );
}
