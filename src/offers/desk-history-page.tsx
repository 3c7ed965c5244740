import { dateWords, hourOf, localDayOf, momentWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { DeskFrame } from "../web/desk.tsx";
import { Differences } from "./desk-difference-parts.tsx";
import { differencesOf } from "./desk-differences.ts";
import { deskOffer, OfferDeskPage, writes } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { WorkingOffer } from "./drafts.ts";
import { keptVersions, type OfferVersion } from "./versions.ts";

export interface HistoryPageProps {
  readonly frame: DeskFrame;
  readonly working: WorkingOffer;
  /** The newest first. */
  readonly versions: readonly OfferVersion[];
}

/** What an offer said before, who wrote it, and the way back to it. */
export function HistoryPage({ frame, working, versions }: HistoryPageProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <OfferDeskPage frame={frame} working={working} title={word.history}>
      <div class="stack stack-3">
        <h1 class="like-h2">{word.history}</h1>
        <p class="lead">{word.historyLead(keptVersions)}</p>
      </div>
      <form class="narrow" method="get" action={deskOffer(working.offer.slug, "history/comparison")}>
        <div class="journal">
          {versions.map((version, index) => (
            <Version version={version} index={index} older={versions[index + 1] ?? null} language={language} />
          ))}
        </div>
        {versions.length > 1 && (
          <p class="form-end">
            <button class="button" type="submit">
              {word.versions.compare}
            </button>
          </p>
        )}
      </form>
    </OfferDeskPage>
  );
}

interface VersionProps {
  readonly version: OfferVersion;
  readonly index: number;
  readonly older: OfferVersion | null;
  readonly language: Language;
}

/** One version, with a choice of two to compare: before and after. */
function Version({ version, index, older, language }: VersionProps) {
  const word = words[language].versions;
  const { id, published, who } = version;
  const count = older === null ? 0 : differencesOf(older.content, version.content, language).length;
  const when = momentWords(version.saved, language);
  return (
    <div class="journal-entry">
      <time datetime={version.saved.toISOString()}>{hourOf(version.saved)}</time>
      <div>
        <p>
          {dateWords(localDayOf(version.saved), language)}, {word.by(who)}{" "}
          <span class="tag">{published ? word.published : word.draft}</span>{" "}
          {index === 0 && <span class="tag">{word.now}</span>}
        </p>
        <p class="small soft">{older === null ? word.first : word.changes(count)}</p>
        <p class="cluster">
          <label class="option">
            <input
              type="radio"
              name="before"
              value={String(id)}
              checked={index === 1}
              aria-label={`${word.older} · ${when}`}
            />
            <span>{word.older}</span>
          </label>
          <label class="option">
            <input
              type="radio"
              name="after"
              value={String(id)}
              checked={index === 0}
              aria-label={`${word.newer} · ${when}`}
            />
            <span>{word.newer}</span>
          </label>
        </p>
      </div>
    </div>
  );
}

export interface ComparisonPageProps {
  readonly frame: DeskFrame;
  readonly working: WorkingOffer;
  readonly before: OfferVersion;
  readonly after: OfferVersion;
}

/** Two versions of an offer, field by field in words, and the way back to the older one. */
export function ComparisonPage({ frame, working, before, after }: ComparisonPageProps) {
  const { language } = frame;
  const word = words[language].versions;
  const { offer } = working;
  return (
    <OfferDeskPage frame={frame} working={working} title={word.title}>
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.of(momentWords(before.saved, language), momentWords(after.saved, language))}</p>
      </div>
      <div class="narrow stack">
        <Differences differences={differencesOf(before.content, after.content, language)} language={language} />
      </div>
      <div class="form-end">
        {writes(frame) && offer.state !== "withdrawn" && (
          <form method="post" action={deskOffer(offer.slug, "restore")}>
            <input type="hidden" name="to" value={String(before.id)} />
            <button class="button" type="submit">
              {word.restore} ({word.older.toLowerCase()}, {momentWords(before.saved, language)})
            </button>
          </form>
        )}
        <a class="button button-quiet" href={deskOffer(offer.slug, "history")}>
          {words[language].history}
        </a>
      </div>
    </OfferDeskPage>
  );
}
