import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { Emblem, Icon } from "../web/icon.tsx";
import { hostKey } from "./addresses.ts";
import { differs, type Row, type RowGroup, rowsOf } from "./compare-rows-parts.tsx";
import { words } from "./compare-words.ts";
import { giversOf } from "./giver-words.ts";
import type { Match } from "./matching.ts";
import { listedOfferPath } from "./paths.ts";

interface TableProps {
  readonly matches: readonly Match[];
  /** Where each is left out. */
  readonly removals: readonly string[];
  readonly language: Language;
}

/**
 * The offers side by side. On a phone each point stands alone with what each offer says to it; the names are words of the
 * page, so that they are read out even where a browser no longer takes for a table what does not look like one.
 */
export function CompareTable({ matches, removals, language }: TableProps) {
  const word = words[language];
  return (
    <table class="compare">
      <caption class="sr">{word.caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="sr">{word.criterion}</span>
          </th>
          {matches.map((match, at) => (
            <Head match={match} removal={removals[at] ?? ""} language={language} />
          ))}
        </tr>
      </thead>
      {rowsOf(matches, language).map((group) => (
        <Body group={group} matches={matches} language={language} />
      ))}
    </table>
  );
}

interface HeadProps {
  readonly match: Match;
  readonly removal: string;
  readonly language: Language;
}

function Head({ match, removal, language }: HeadProps) {
  const { host, offer } = match;
  const word = words[language];
  const { title, language: said } = offer.content;
  return (
    <th scope="col">
      <Emblem address={hostKey(host.origin)} size={40} />
      <a class="compare-name" href={listedOfferPath(host, offer.slug)} {...spoken(said, language)}>
        {title}
      </a>{" "}
      <span class="small soft">
        {giversOf(match, language)} ({hostKey(host.origin)})
      </span>{" "}
      <a class="compare-remove icon-text" href={removal}>
        <Icon name="x" />
        <span>
          {word.remove}
          <span class="sr"> {word.removeOf(title)}</span>
        </span>
      </a>
    </th>
  );
}

interface BodyProps {
  readonly group: RowGroup;
  readonly matches: readonly Match[];
  readonly language: Language;
}

function Body({ group, matches, language }: BodyProps) {
  return (
    <tbody>
      <tr class="compare-group">
        <th colspan={matches.length + 1} scope="colgroup">
          {group.title}
        </th>
      </tr>
      {group.rows.map((row) => (
        <Line row={row} matches={matches} language={language} />
      ))}
    </tbody>
  );
}

function Line({ row, matches, language }: Omit<BodyProps, "group"> & { readonly row: Row }) {
  const unlike = differs(row);
  return (
    <tr class={unlike ? "differs" : undefined}>
      <th scope="row">
        {row.title}
        {unlike && <span class="sr"> {words[language].differ}</span>}
      </th>
      {row.cells.map(({ shown }, at) => (
        <td>
          <div class="compare-offer">{matches[at]?.offer.content.title}</div>
          <div>{shown}</div>
        </td>
      ))}
    </tr>
  );
}
