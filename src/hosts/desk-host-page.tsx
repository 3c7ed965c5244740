import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Icon, type IconName } from "../web/icon.tsx";
import { words } from "./desk-words.ts";
import { type Host, type HostProfile, isHub } from "./host.ts";
import { missingSections } from "./profile-advice.ts";
import { type SectionName, sectionNames } from "./profile-sections.ts";
import { summaries } from "./profile-summary-parts.tsx";
import { words as profileWords } from "./profile-words.ts";

type Done = SectionName | "logo" | "nothing";

export interface HostDeskPageProps {
  readonly frame: DeskFrame;
  readonly host: Host;
  /** What was just saved; "nothing" when there was nothing to save. */
  readonly done: Done | null;
}

/** All that the host says of itself, section by section, and what is missing. */
export function HostDeskPage({ frame, host, done }: HostDeskPageProps) {
  const word = words[frame.language];
  const { profile } = host;
  const missing = missingSections(profile);
  return (
    <DeskLayout frame={frame} title={word.title} here="host">
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead(profile.name)}</p>
      </div>
      {done !== null && <Saved done={done} language={frame.language} />}
      <Missing missing={missing} language={frame.language} />
      <ul class="tasks">
        {sectionNames
          .filter((section) => !(isHub(profile) && hostsOnly.has(section)))
          .map((section) => (
            <SectionLine section={section} profile={profile} language={frame.language} />
          ))}
        <LogoLine logo={host.logo.length > 0} language={frame.language} />
        <ClosingLine profile={profile} language={frame.language} />
      </ul>
      <p class="small soft">{word.changed(dateWords(host.changed, frame.language))}</p>
    </DeskLayout>
  );
}

/** A portal gives nothing that these could speak of. */
const hostsOnly: ReadonlySet<SectionName> = new Set<SectionName>(["solidarity", "limits"]);

function Saved({ done, language }: { readonly done: Done; readonly language: Language }) {
  const word = words[language];
  const title =
    done === "nothing" ? null : done === "logo" ? word.logo.title : profileWords[language].sections[done].title;
  return (
    <div class="notice notice-good" role="status">
      <Icon name="check-circle" />
      <div>
        <h2>{title === null ? word.untouched : word.saved(title)}</h2>
        {title !== null && <p>{word.savedText}</p>}
      </div>
    </div>
  );
}

function Missing({ missing, language }: { readonly missing: readonly SectionName[]; readonly language: Language }) {
  const word = words[language];
  const [first] = missing;
  const look = (
    <a class={first === undefined ? "button button-main" : "button"} href="/admin/host/preview">
      {word.see}
    </a>
  );
  if (first === undefined)
    return (
      <div class="cluster">
        {look} <p class="soft">{word.complete}</p>
      </div>
    );
  return (
    <section class="notice notice-care" aria-labelledby="missing">
      <Icon name="info" />
      <div class="stack stack-3">
        <h2 id="missing">{word.missing(missing.length)}</h2>
        <p>{word.missingText}</p>
        <p class="cluster">
          <a class="button button-main" href={`/admin/host/${first}`}>
            {word.fill(profileWords[language].sections[first].title)} <Icon name="arrow-right" />
          </a>
          {look}
        </p>
      </div>
    </section>
  );
}

interface LineProps {
  readonly section: SectionName;
  readonly profile: HostProfile;
  readonly language: Language;
}

function SectionLine({ section, profile, language }: LineProps) {
  const word = words[language];
  const said = summaries[section](profile, language);
  const { title } = profileWords[language].sections[section];
  return (
    <Task
      icon={icons[section]}
      title={title}
      href={`/admin/host/${section}`}
      action={said === null ? word.write : word.edit}
    >
      {said ?? word.nothingSaid}
    </Task>
  );
}

function LogoLine({ logo, language }: { readonly logo: boolean; readonly language: Language }) {
  const word = words[language];
  return (
    <Task icon="globe-simple" title={word.logo.title} href="/admin/host/logo" action={logo ? word.edit : word.write}>
      {logo ? word.logo.said : word.emblem.text}
    </Task>
  );
}

function ClosingLine({ profile, language }: Omit<LineProps, "section">) {
  const word = words[language].closing;
  const { closing } = profile;
  return (
    <Task icon="signpost" title={word.title} href="/admin/host/closing" action={closing ? word.change : word.see}>
      {closing ? word.ending(dateWords(closing.ends, language)) : word.open}
    </Task>
  );
}

interface TaskProps {
  readonly icon: IconName;
  readonly title: string;
  readonly href: string;
  readonly action: string;
  readonly children: Child;
}

function Task({ icon, title, href, action, children }: TaskProps) {
  return (
    <li class="task">
      <Icon name={icon} />
      <div>
        <h3>{title}</h3>
        <p>{children}</p>
      </div>
      <p class="task-do">
        <a class="button button-small" href={href}>
          {action}
          <span class="sr"> : {title}</span>
        </a>
      </p>
    </li>
  );
}

const icons: Readonly<Record<SectionName, IconName>> = {
  identity: "identification-card",
  structure: "users-three",
  territory: "map-pin",
  contact: "envelope-simple",
  commitments: "shield-check",
  limits: "x",
  solidarity: "hand-heart",
  terms: "key",
  facts: "info",
};
