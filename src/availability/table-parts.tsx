import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import type { Standing } from "./card-parts.tsx";
import { dayWords } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { dueOf } from "./due.ts";
import { State } from "./state-parts.tsx";

export interface AvailabilityTableProps {
  readonly standings: readonly Standing[];
  readonly now: Date;
  readonly language: Language;
}

/** Each offer as the public sees it, since when, and until when it is believed. */
export function AvailabilityTable({ standings, now, language }: AvailabilityTableProps) {
  const word = words[language];
  return (
    <table class="table table-stack">
      <thead>
        <tr>
          <th scope="col">{word.offer}</th>
          <th scope="col">{word.shown}</th>
          <th scope="col">{word.confirmed}</th>
          <th scope="col">{word.until}</th>
        </tr>
      </thead>
      <tbody>
        {standings.map((standing) => (
          <tr>
            <StandingCells standing={standing} now={now} language={language} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The first cells of an offer's row. */
export function StandingCells({
  standing: { offer, availability },
  now,
  language,
}: Omit<AvailabilityTableProps, "standings"> & { readonly standing: Standing }) {
  const word = words[language];
  const due = offer.state === "published" ? dueOf(availability, now) : null;
  const until = availability === null ? "" : dayWords(availability.expires, now, language);
  return (
    <>
      <th scope="row">
        <a href={`/admin/availability/offers/${offer.slug}`} {...spoken(offer.content.language, language)}>
          {offer.content.title}
        </a>
        {offer.state === "draft" && (
          <>
            {" "}
            <span class="chip chip-draft">{word.draft}</span>
          </>
        )}
      </th>
      <td>
        <State availability={availability} now={now} language={language} />
      </td>
      {availability === null ? (
        <td class="soft" colspan={2}>
          {word.never}
        </td>
      ) : (
        <>
          <td data-word={word.confirmedOn}>{dateWords(availability.confirmed, language, "short")}</td>
          <td data-word={/\d/.test(until) ? word.untilWord : word.untilNear}>
            {due === null ? until : <b>{until}</b>}
          </td>
        </>
      )}
    </>
  );
}
