import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { Icon } from "../web/icon.tsx";
import { adviceOn } from "./advice.ts";
import { adviceWords } from "./advice-words.ts";
import { isSection, type Section, sectionNames, sectionOf } from "./desk-sections.ts";
import { words } from "./desk-words.ts";
import type { WorkingOffer } from "./drafts.ts";
import type { OfferContent } from "./offer.ts";
import { upper } from "./parts.tsx";

/** Where an offer is at the desk. */
export const deskOffer = (slug: string, part = ""): string => `/admin/offers/${slug}${part === "" ? "" : `/${part}`}`;

/** Whether somebody may change anything. */
export const writes = ({ person }: DeskFrame): boolean => person.role !== "reader";

export interface OfferDeskPageProps {
  readonly frame: DeskFrame;
  readonly working: WorkingOffer;
  /** What the page is about, beside the title of the offer. */
  readonly title: string;
  /** What was done just now: a key of the words. */
  readonly done?: string | null;
  readonly scripts?: readonly string[];
  readonly children?: Child;
}

/** A page about one offer: where it is, how it stands, what was done just now. */
export function OfferDeskPage({ frame, working, title, done = null, scripts = [], children }: OfferDeskPageProps) {
  const word = words[frame.language];
  const { slug, content } = { slug: working.offer.slug, content: working.content };
  return (
    <DeskLayout frame={frame} title={`${title} · ${content.title}`} here="offers" scripts={scripts}>
      <Breadcrumb
        language={frame.language}
        ways={[
          { href: "/admin/offers", label: word.offers },
          { href: deskOffer(slug), label: content.title },
        ]}
        here={title}
      />
      <Done done={done} language={frame.language} />
      {children}
    </DeskLayout>
  );
}

/** That something was done, said once. */
export function Done({ done, language }: { readonly done: string | null; readonly language: Language }) {
  const sentences: Readonly<Record<string, string>> = words[language].done;
  const said = done === null || !Object.hasOwn(sentences, done) ? null : sentences[done];
  return said ? (
    <p class={`notice notice-${done === "late" ? "care" : "good"}`} role="status">
      <Icon name={done === "late" ? "warning" : "check-circle"} /> <span>{said}</span>
    </p>
  ) : null;
}

/** How an offer stands, in one sentence. */
export function statusWords({ offer, draft }: WorkingOffer, language: Language): string {
  const word = words[language].status;
  const day = (instant: Date) => dateWords(instant, language);
  if (offer.state === "withdrawn") return word.withdrawn(day(offer.withdrawn ?? offer.changed));
  if (offer.state === "draft") return word.draft(day(offer.changed), "");
  if (draft === null) return word.published(day(offer.published ?? offer.changed));
  return word.pending(day(draft.changed), draft.who === null ? "" : word.by(draft.who));
}

/** The sections of an offer, each with how much is advised there. */
export function SectionNav({
  working,
  here,
  language,
}: {
  readonly working: WorkingOffer;
  readonly here: Section | null;
  readonly language: Language;
}) {
  const word = words[language];
  const advised = adviceOn(working.content).map(({ path }) => sectionOf(path));
  return (
    <nav class="segments" aria-label={word.sectionsTitle}>
      <ul>
        {sectionNames.map((name) => {
          const count = advised.filter((section) => section === name).length;
          return (
            <li>
              <a
                href={deskOffer(working.offer.slug, name)}
                {...(name === here ? { "aria-current": "page" as const } : {})}
              >
                {word.sections[name][0]}
                {count > 0 && (
                  <span class="count">
                    {count}
                    <span class="sr"> {word.adviceLeft(count).replace(/^\d+ /, "")}</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

interface AdviceListProps {
  readonly content: OfferContent;
  readonly slug: string;
  readonly language: Language;
  /** The section that is open, whose advice comes first. */
  readonly here: Section | null;
}

/** What would make an offer clearer, with why, and where to write it. Never in the way. */
export function AdviceList({ content, slug, language, here }: AdviceListProps) {
  const word = words[language];
  const all = adviceOn(content).map((advice) => ({ ...advice, section: sectionOf(advice.path) }));
  const ordered = [...all.filter(({ section }) => section === here), ...all.filter(({ section }) => section !== here)];
  return (
    <aside class="stack stack-3 sticky" aria-labelledby="advice">
      <h2 class="like-h3" id="advice">
        {word.advice}
      </h2>
      <p class="small soft">{word.adviceText}</p>
      <div class="sheet sheet-soft advice">
        {ordered.length === 0 && (
          <div class="advice-item advice-done">
            <Icon name="check-circle" />
            <h3>{word.adviceNone}</h3>
          </div>
        )}
        {ordered.map(({ code, section }) => {
          const said = adviceWords[language][code];
          const [, head = said, reason = ""] = /^(.+?)(?:\.|\s?:)\s+(.+)$/s.exec(said) ?? [];
          return (
            <div class="advice-item">
              <Icon name="signpost" />
              <h3>{head}</h3>
              <p>
                {upper(reason)}{" "}
                {section === here ? (
                  word.adviceHere
                ) : (
                  <a href={deskOffer(slug, section)}>{word.adviceGo(word.sections[section][0])}</a>
                )}
              </p>
            </div>
          );
        })}
      </div>
    </aside>
  );
}

/** The section after this one; null after the last. */
export function sectionAfter(section: Section): Section | null {
  const next = sectionNames[sectionNames.indexOf(section) + 1] ?? "";
  return isSection(next) ? next : null;
}
