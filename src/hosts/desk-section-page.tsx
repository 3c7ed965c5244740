import type { Child } from "hono/jsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ConflictNotice, type Difference, ErrorSummary, OnceField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { SheetName } from "../web/sheets.ts";
import { words } from "./desk-words.ts";
import type { ProfileForm } from "./profile-fields-parts.tsx";
import { SectionFields } from "./profile-section-parts.tsx";
import type { SectionName } from "./profile-sections.ts";
import { words as profileWords } from "./profile-words.ts";

export interface SectionPageProps {
  readonly frame: DeskFrame;
  readonly section: SectionName;
  readonly form: ProfileForm;
  readonly hub: boolean;
  /** Whether something in the form is not saved yet. */
  readonly typed: boolean;
  /** Of what the form was filled from. */
  readonly version: string;
  /** What a colleague saved meanwhile; empty when nobody did. */
  readonly differences: readonly Difference[];
}

/** The lists that grow by a button. */
const growing: ReadonlySet<SectionName> = new Set<SectionName>(["structure", "commitments", "limits", "facts"]);

/** One section of the profile to be edited. */
export function SectionPage({ frame, section, form, hub, typed, version, differences }: SectionPageProps) {
  const { language } = frame;
  const word = words[language];
  const { title, lead } = profileWords[language].sections[section];
  return (
    <HostDesk frame={frame} title={title} lead={lead}>
      {differences.length > 0 ? (
        <ConflictNotice language={language} differences={differences} />
      ) : (
        <ErrorSummary language={language} wrong={form.wrong} />
      )}
      <form class="narrow" method="post" action={`/admin/host/${section}`} data-keep={typed ? "typed" : ""} novalidate>
        <OnceField />
        <input type="hidden" name="version" value={version} />
        <SectionFields section={section} form={form} hub={hub} />
        <p class="form-end gap-above">
          <button class="button button-main" type="submit" name="do" value="save">
            {word.save}
          </button>
          <button class="button" type="submit" name="do" value="preview">
            {word.preview}
          </button>
          {growing.has(section) && (
            <button class="button" type="submit" name="do" value="more">
              <Icon name="plus" /> {profileWords[language].more}
            </button>
          )}
        </p>
      </form>
    </HostDesk>
  );
}

export interface HostDeskProps {
  readonly frame: DeskFrame;
  readonly title: string;
  readonly lead: string;
  readonly sheets?: readonly SheetName[];
  readonly children: Child;
}

/** A page of the desk under the host's own: what it is about, and the way back. */
export function HostDesk({ frame, title, lead, sheets = [], children }: HostDeskProps) {
  const word = words[frame.language];
  return (
    <DeskLayout frame={frame} title={title} here="host" scripts={["unsaved"]} sheets={sheets}>
      <div class="stack stack-3">
        <p class="small">
          <a class="icon-text" href="/admin/host">
            <Icon name="arrow-left" />
            <span>{word.back}</span>
          </a>
        </p>
        <h1 class="like-h2">{title}</h1>
        <p class="lead">{lead}</p>
      </div>
      {children}
    </DeskLayout>
  );
}
