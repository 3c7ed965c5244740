import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import {
  Choices,
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
import { Did, portalPath } from "./desk-parts.tsx";
import { Picks, type PicksProps } from "./desk-picks-parts.tsx";
import { words } from "./desk-section-words.ts";
import { fills, type Section } from "./portal.ts";

export interface SectionFormProps {
  readonly frame: DeskFrame;
  /** Null for one that is new. */
  readonly section: Section | null;
  readonly typed: Typed;
  readonly wrong: Wrong;
  /** What a colleague saved meanwhile; empty when nobody did. */
  readonly differences: readonly Difference[];
  /** Of what the form was filled from. */
  readonly version: number;
  readonly done?: string | undefined;
  /** What was picked; null for a section that a search fills. */
  readonly picks: Omit<PicksProps, "frame" | "section"> | null;
}

/** The text of a section, how it is filled, and below it what was picked. */
export function DeskSectionPage({ frame, section, picks, done, ...form }: SectionFormProps) {
  const { language } = frame;
  const word = words[language];
  const title = section?.content.title ?? word.newSection;
  return (
    <DeskLayout frame={frame} title={title} here="portal" scripts={["unsaved"]}>
      {form.differences.length > 0 ? (
        <ConflictNotice language={language} differences={form.differences} />
      ) : (
        <ErrorSummary language={language} wrong={form.wrong} />
      )}
      <Did done={done} language={language} />
      <Breadcrumb language={language} ways={[{ href: portalPath, label: word.title }]} here={title} />
      <div class="stack stack-3">
        <h1 class="like-h2">{title}</h1>
        {section?.shown && (
          <p>
            <a href={`/sections/${section.slug}`}>{word.see}</a>
          </p>
        )}
      </div>
      <SectionFields {...{ frame, section, ...form }} />
      {section && picks && <Picks {...{ frame, section, ...picks }} />}
      {section && (
        <p>
          <a class="icon-text" href={`${portalPath}/sections/${section.id}/removal`}>
            <Icon name="trash" />
            <span>{word.removeSection}</span>
          </a>
        </p>
      )}
    </DeskLayout>
  );
}

function SectionFields({
  frame: { language },
  section,
  typed,
  wrong,
  version,
}: Omit<SectionFormProps, "picks" | "done">) {
  const word = words[language];
  const of = (name: string) => ({ name, value: typed[name] ?? "", wrong: wrong[name] });
  const { optional } = deskWords[language];
  const action = section === null ? `${portalPath}/sections` : `${portalPath}/sections/${section.id}`;
  return (
    <form class="narrow" method="post" action={action} novalidate>
      <OnceField />
      <input type="hidden" name="version" value={String(version)} />
      <TextField {...of("title")} label={word.name} hint={word.nameHint} required maxlength={120} />
      <TextArea {...of("introduction")} label={word.introduction} optional={optional} rows={3} />
      <SelectField
        {...of("language")}
        label={word.language}
        options={(["fr", "en"] as const).map((value) => ({ value, label: word.languages[value] }))}
      />
      <Choices
        {...{ name: "fill", label: word.fill, wrong: wrong["fill"], type: "radio", chosen: [typed["fill"] ?? ""] }}
        options={fills.map((value) => ({ value, ...word.fills[value] }))}
      />
      <TextField
        {...of("query")}
        label={word.query}
        hint={
          <>
            {word.queryHint} <a href={`/directory${directoryQuery(typed["query"])}`}>{word.openDirectory}</a>
          </>
        }
        optional={optional}
        maxlength={2_000}
      />
      <Choices
        {...{
          name: "shown",
          label: word.shown,
          hint: word.shownHint,
          type: "checkbox",
          chosen: [typed["shown"] ?? ""],
        }}
        options={[{ value: "yes", label: word.yes }]}
      />
      <p class="form-end gap-above">
        <button class="button button-main" type="submit">
          {section === null ? word.saveNew : word.save} <Icon name="check" />
        </button>
      </p>
    </form>
  );
}

const directoryQuery = (typed = ""): string => (typed === "" ? "" : `?${typed.replace(/^[^?]*\?/, "")}`);

/** Asks once more before a section is removed, and says what follows. */
export function RemovalPage({ frame, section }: { readonly frame: DeskFrame; readonly section: Section }) {
  const { language } = frame;
  const word = words[language];
  const { title } = section.content;
  const path = `${portalPath}/sections/${section.id}`;
  return (
    <DeskLayout frame={frame} title={word.removeAsk(title)} here="portal">
      <Breadcrumb
        language={language}
        ways={[
          { href: portalPath, label: word.title },
          { href: path, label: title },
        ]}
        here={word.removeSection}
      />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.removeAsk(title)}</h1>
        <p>{word.removeText}</p>
      </div>
      <form class="form-end" method="post" action={`${path}/removal`}>
        <button class="button button-danger" type="submit">
          {word.removeSection}
        </button>
        <a class="button button-quiet" href={path}>
          {word.cancel}
        </a>
      </form>
    </DeskLayout>
  );
}
