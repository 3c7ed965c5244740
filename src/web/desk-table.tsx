import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { words } from "./desk-words.ts";

/** A line of a list at the desk. */
interface DeskLine {
  readonly href: string;
  readonly title: string;
  /** What is said under its title or its state. */
  readonly under?: Child;
  readonly chip: Child;
  /** What it is about, a cell each. */
  readonly about: readonly Child[];
  /** What is waited for, in one sentence. */
  readonly next: string;
  readonly since: Date;
}

export interface DeskTableProps {
  readonly language: Language;
  /** What stands over the titles, and over what each is about. */
  readonly heads: { readonly title: string; readonly about: readonly string[] };
  readonly lines: readonly DeskLine[];
}

/** What is under way with somebody: what it is, how it stands, what is waited for and since when, alike in every room. */
export function DeskTable({ language, heads, lines }: DeskTableProps) {
  const { state, next, since } = words[language].columns;
  return (
    <table class="table table-stack table-lines">
      <thead>
        <tr>
          {[heads.title, state, ...heads.about, next, since].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line line={line} heads={heads} language={language} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, heads, language }: Omit<DeskTableProps, "lines"> & { readonly line: DeskLine }) {
  const { next, sinceDay } = words[language].columns;
  const { colon } = words[language];
  return (
    <tr>
      <th scope="row">
        <a href={line.href}>{line.title}</a>
        {line.under}
      </th>
      <td>{line.chip}</td>
      {line.about.map((about, at) => (
        <td data-word={heads.about[at] + colon}>{about}</td>
      ))}
      <td data-word={next + colon}>{line.next}</td>
      <td class="nowrap" data-word={sinceDay}>
        <time datetime={line.since.toISOString()}>{dateWords(line.since, language, "short")}</time>
      </td>
    </tr>
  );
}
