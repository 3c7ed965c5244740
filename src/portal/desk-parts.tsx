import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { words } from "./desk-words.ts";
import { actorOf, type Entry, nameOf } from "./entries.ts";
import type { Absence, Ref } from "./portal.ts";

export const portalPath = "/admin/portal";

/** What was done, after the redirect. */
export function Did({ done, language }: { readonly done: string | undefined; readonly language: Language }) {
  const said = Object.entries(words[language].did).find(([did]) => did === done)?.[1];
  return said === undefined ? null : <DoneNotice>{said}</DoneNotice>;
}

export interface MoveButtonsProps {
  /** Where the forms go. */
  readonly action: string;
  readonly name: string;
  readonly language: Language;
  readonly first: boolean;
  readonly last: boolean;
  /** What else the forms say. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** One place up, one place down; without the one that leads nowhere. */
export function MoveButtons({ action, name, language, first, last, fields = {} }: MoveButtonsProps) {
  const word = words[language];
  const ways = [...(first ? [] : (["up"] as const)), ...(last ? [] : (["down"] as const))];
  return (
    <div class="cluster">
      {ways.map((way) => (
        <form method="post" action={action}>
          {Object.entries({ ...fields, way }).map(([field, value]) => (
            <input type="hidden" name={field} value={value} />
          ))}
          <button class="button button-small" type="submit" aria-label={word[way](name)}>
            {way === "up" ? "↑" : "↓"}
          </button>
        </form>
      ))}
    </div>
  );
}

/** Those of a list that the public does not see, each with its reason. */
export function Absent({
  absent,
  language,
}: {
  readonly absent: readonly (Ref & { readonly name: string; readonly absence: Absence })[];
  readonly language: Language;
}) {
  if (absent.length === 0) return null;
  const word = words[language];
  return (
    <div class="notice notice-care" role="status">
      <Icon name="warning" />
      <div>
        <h2>{word.absentTitle(absent.length)}</h2>
        <ul class="list">
          {absent.map(({ name, absence }) => (
            <li>
              {name}, {word.absences[absence]}
            </li>
          ))}
        </ul>
        <p>{word.absentMore}</p>
      </div>
    </div>
  );
}

export interface FinderProps {
  readonly frame: DeskFrame;
  /** The page that shows what was found. */
  readonly action: string;
  readonly typed: string;
  readonly found: readonly Entry[];
  /** What is done with one that was found. */
  choice(entry: Entry): unknown;
}

/** Looks for a host or an offer by its name, and shows what was found with a button each. */
export function Finder({ frame: { language }, action, typed, found, choice }: FinderProps) {
  const word = words[language];
  return (
    <div class="stack">
      <form method="get" action={action}>
        <TextField name="find" label={word.find} hint={word.findHint} value={typed} maxlength={100} />
        <div class="form-end">
          <button class="button" type="submit">
            <Icon name="magnifying-glass" /> {word.search}
          </button>
        </div>
      </form>
      {typed !== "" && found.length === 0 && <p role="status">{word.nothingFound(typed)}</p>}
      {found.length > 0 && (
        <table class="table table-stack">
          <thead class="sr">
            <tr>
              <th scope="col">{word.item}</th>
              <th scope="col">{word.choose}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((entry) => (
              <tr key={actorOf(entry)}>
                <th scope="row">
                  {nameOf(entry)}
                  <br />
                  <span class="small soft">{whatIs(entry, language)}</span>
                </th>
                <td class="table-do">{choice(entry)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** Whose it is, and where. */
export function whatIs({ kind, host }: Entry, language: Language): string {
  const word = words[language];
  const what = kind === "host" ? word.aHost : word.of(host.profile.name);
  return `${what}, ${new URL(host.origin).host}`;
}

export const dayWords = (instant: Date, language: Language): string => dateWords(instant, language, "short");
