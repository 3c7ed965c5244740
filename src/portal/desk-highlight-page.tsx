import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import {
  ConflictNotice,
  type Difference,
  ErrorSummary,
  OnceField,
  SelectField,
  TextArea,
  TextField,
  type Typed,
  type Wrong,
} from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { Did, Finder, portalPath, whatIs } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { actorOf, type Entry, nameOf } from "./entries.ts";

export interface HighlightPageProps {
  readonly frame: DeskFrame;
  /** What is recommended. */
  readonly name: string;
  /** What it is, when the catalogue has it. */
  readonly entry: Entry | null;
  /** Where the form goes, and what it sends besides. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly typed: Typed;
  readonly wrong: Wrong;
  readonly differences: readonly Difference[];
  readonly done?: string | undefined;
}

/** Why a host or an offer is recommended, in one sentence. */
export function HighlightPage(props: HighlightPageProps) {
  const { frame, name, entry, action, fields, typed, wrong, differences, done } = props;
  const { language } = frame;
  const word = words[language];
  const of = (field: string) => ({ name: field, value: typed[field] ?? "", wrong: wrong[field] });
  const title = word.recommends(name);
  return (
    <DeskLayout frame={frame} title={title} here="portal" scripts={["unsaved"]}>
      {differences.length > 0 ? (
        <ConflictNotice language={language} differences={differences} />
      ) : (
        <ErrorSummary language={language} wrong={wrong} />
      )}
      <Did done={done} language={language} />
      <Breadcrumb language={language} ways={[{ href: portalPath, label: word.title }]} here={title} />
      <div class="stack stack-3">
        <h1 class="like-h2">{title}</h1>
        {entry && <p class="soft">{whatIs(entry, language)}</p>}
      </div>
      <form class="narrow" method="post" action={action} novalidate>
        <OnceField />
        {Object.entries(fields).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <TextArea {...of("reason")} label={word.reason} hint={word.reasonHint} rows={3} required />
        <SelectField
          {...of("language")}
          label={word.language}
          options={(["fr", "en"] as const).map((value) => ({ value, label: word.languages[value] }))}
        />
        <TextField {...of("who")} label={word.who} hint={word.whoHint} required maxlength={100} />
        <p class="form-end gap-above">
          <button class="button button-main" type="submit">
            {word.recommend} <Icon name="check" />
          </button>
        </p>
      </form>
    </DeskLayout>
  );
}

export interface ChoosePageProps {
  readonly frame: DeskFrame;
  readonly typed: string;
  readonly found: readonly Entry[];
  /** The last choice is no longer there. */
  readonly gone: boolean;
}

/** First, which host or offer. */
export function ChoosePage({ frame, typed, found, gone }: ChoosePageProps) {
  const { language } = frame;
  const word = words[language];
  const path = `${portalPath}/highlights/new`;
  return (
    <DeskLayout frame={frame} title={word.newHighlight} here="portal">
      <ErrorSummary language={language} wrong={gone ? { find: word.noSuchEntry } : {}} />
      <Breadcrumb language={language} ways={[{ href: portalPath, label: word.title }]} here={word.newHighlight} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.newHighlight}</h1>
        <p class="lead">{word.highlightsLead}</p>
      </div>
      <Finder
        {...{ frame, typed, found, action: path }}
        choice={(entry) => (
          <a
            class="button button-small"
            href={`${path}?${new URLSearchParams({ kind: entry.kind, actor: actorOf(entry) })}`}
            aria-label={word.chooseWhat(nameOf(entry))}
          >
            {word.choose}
          </a>
        )}
      />
    </DeskLayout>
  );
}
