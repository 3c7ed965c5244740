import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { Filled, Recommended } from "./entries.ts";
import { EntryCard, EntryCards } from "./entry-parts.tsx";
import { words } from "./words.ts";

export interface CuratedProps {
  readonly recommended: readonly Recommended[];
  readonly sections: readonly Filled[];
  readonly now: Date;
  readonly language: Language;
}

/** What whoever runs this instance puts first, on its home: its recommendations, and the beginning of each section. */
export function Curated({ recommended, sections, now, language }: CuratedProps) {
  return (
    <>
      {recommended.length > 0 && <Recommendations {...{ recommended, now, language }} />}
      {sections.map((filled) => (
        <HomeSection {...{ filled, now, language }} />
      ))}
    </>
  );
}

/** Hosts and offers with the reason why somebody recommends them. */
function Recommendations({ recommended, now, language }: Omit<CuratedProps, "sections">) {
  const word = words[language];
  return (
    <section class="section" aria-labelledby="highlights">
      <div class="wrap">
        <div class="section-head">
          <h2 id="highlights">{word.highlights}</h2>
        </div>
        <div class="grid">
          {recommended.map(({ highlight: { reason, language: own, who, said }, entry }) => (
            <EntryCard {...{ entry, now, language, level: 3 }}>
              <blockquote>
                <p {...spoken(own, language)}>{reason}</p>
                <p class="small soft">{word.saidBy(who, dateWords(said, language))}</p>
              </blockquote>
            </EntryCard>
          ))}
        </div>
      </div>
    </section>
  );
}

function HomeSection({
  filled: { section, entries, total },
  now,
  language,
}: { readonly filled: Filled } & Pick<CuratedProps, "now" | "language">) {
  const { slug, content } = section;
  if (total === 0) return null;
  const lang = spoken(content.language, language);
  return (
    <section class="section" aria-labelledby={`section-${slug}`}>
      <div class="wrap">
        <div class="section-head">
          <div class="stack stack-2">
            <h2 id={`section-${slug}`} {...lang}>
              {content.title}
            </h2>
            {content.introduction !== "" && <p {...lang}>{content.introduction}</p>}
          </div>
          <p>
            <a class="icon-text" href={`/sections/${slug}`}>
              <span>{words[language].all(total, content.title)}</span>
              <Icon name="arrow-right" />
            </a>
          </p>
        </div>
        <EntryCards {...{ entries, now, language, level: 3 }} />
      </div>
    </section>
  );
}
