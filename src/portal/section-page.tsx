import { spoken } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { Filled, Recommended } from "./entries.ts";
import { EntryCards } from "./entry-parts.tsx";
import { Curated } from "./home-parts.tsx";
import { words } from "./words.ts";

export interface SectionPageProps {
  readonly frame: Frame;
  readonly filled: Filled;
  readonly now: Date;
}

/** One section with all that is in it. */
export function SectionPage({ frame, filled: { section, entries, total }, now }: SectionPageProps) {
  const { language } = frame;
  const word = words[language];
  const { slug, content } = section;
  const lang = spoken(content.language, language);
  return (
    <Layout
      frame={frame}
      title={content.title}
      description={content.introduction || null}
      canonical={`/sections/${slug}`}
    >
      <div class="wrap section">
        <div class="stack stack-6">
          <Breadcrumb language={language} ways={[{ href: "/sections", label: word.sections }]} here={content.title} />
          <div class="stack stack-3">
            <h1 {...lang}>{content.title}</h1>
            {content.introduction !== "" && (
              <p class="lead" {...lang}>
                {content.introduction}
              </p>
            )}
            <p class="soft">
              {total > 0 && `${word.found(total)}. `}
              {word.elsewhere}
            </p>
          </div>
          {entries.length > 0 ? (
            <EntryCards {...{ entries, now, language, level: 2 }} />
          ) : (
            <NothingHere frame={frame} />
          )}
          <div class="cluster">
            {content.fill === "search" && (
              <a class="icon-text" href={`/directory?${content.query}`}>
                <Icon name="magnifying-glass" />
                <span>{word.refine}</span>
              </a>
            )}
            <a class="icon-text" href={`/embed/${slug}.atom`}>
              <Icon name="rss" />
              <span>{word.feed}</span>
            </a>
          </div>
        </div>
      </div>
    </Layout>
  );
}

function NothingHere({ frame: { language } }: { readonly frame: Frame }) {
  const word = words[language];
  return (
    <div class="empty">
      <div class="stack stack-3">
        <p class="lead">{word.empty}</p>
        <p>{word.emptyMore}</p>
        <p>
          <a href="/directory">{word.seeDirectory}</a>
        </p>
      </div>
    </div>
  );
}

export interface SectionsPageProps {
  readonly frame: Frame;
  readonly name: string;
  readonly recommended: readonly Recommended[];
  readonly sections: readonly Filled[];
  readonly now: Date;
}

/** All sections, each with its beginning. */
export function SectionsPage({ frame, name, recommended, sections, now }: SectionsPageProps) {
  const { language } = frame;
  const word = words[language];
  const some = recommended.length > 0 || sections.some(({ total }) => total > 0);
  return (
    <Layout frame={frame} title={word.sections} description={word.sectionsLead(name)} canonical="/sections">
      <div class="wrap section">
        <div class="stack stack-3">
          <h1>{word.sections}</h1>
          <p class="lead">{word.sectionsLead(name)}</p>
        </div>
      </div>
      {some ? (
        <Curated {...{ recommended, sections, now, language }} />
      ) : (
        <div class="wrap section">
          <div class="empty">
            <div class="stack stack-3">
              <h2 class="like-h3">{word.noSections}</h2>
              <p>{word.noSectionsMore}</p>
              <p>
                <a href="/directory">{word.seeDirectory}</a>
              </p>
            </div>
          </div>
        </div>
      )}
    </Layout>
  );
}
