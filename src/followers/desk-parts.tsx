import { dateWords } from "../foundation/date-words.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { words } from "./desk-words.ts";
import type { Follower } from "./queries.ts";

/** Under which name somebody is known to others: "@alice@example.org". */
export function followerName({ follower, handle }: Pick<Follower, "follower" | "handle">): string {
  const { host } = new URL(follower);
  return handle === null ? host : `@${handle}@${host}`;
}

/** Those who follow, each with what they follow and since when. */
export function PeopleTable({ frame, people }: { readonly frame: DeskFrame; readonly people: readonly Follower[] }) {
  const word = words[frame.language];
  const may = frame.person.role === "administrator";
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{word.who}</th>
          <th scope="col">{word.follows}</th>
          <th scope="col">{word.since}</th>
          {may && (
            <th scope="col">
              <span class="sr">{word.remove}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow frame={frame} person={person} may={may} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ frame, person, may }: { frame: DeskFrame; person: Follower; may: boolean }) {
  const word = words[frame.language];
  const { account, accountName, follower, name, since } = person;
  const address = followerName(person);
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{name?.trim() || address}</span> {name?.trim() && <small class="soft break">{address}</small>}
      </th>
      <td data-word={word.follows.toLowerCase()}>@{accountName}</td>
      <td data-word={word.since.toLowerCase()}>
        <time datetime={since.toISOString()}>{dateWords(since, frame.language, "short")}</time>
      </td>
      {may && (
        <td class="table-do">
          <a
            class="button button-small"
            href={`/admin/followers/removal?${new URLSearchParams({ account, follower })}`}
            aria-label={word.removeWho(address)}
          >
            {word.remove}
          </a>
        </td>
      )}
    </tr>
  );
}
