import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { type FactLine, FactList, MaybeLink, spoken } from "../hosts/parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import { listWords } from "../web/money.ts";
import { ownLanguage } from "../web/text-language.ts";
import type { OfferContent, Software } from "./offer.ts";
import { labels, upper } from "./parts.tsx";
import { closed } from "./tier-parts.tsx";
import { words } from "./words.ts";

interface PartProps {
  readonly content: OfferContent;
  readonly language: Language;
}

/** How an association is helped along: the steps, what is part of it and what is not. */
export function Accompaniment({ content, language }: PartProps) {
  const word = words[language];
  const { steps, included, notIncluded, formats, followUp } = content.accompaniment;
  const after = [followUp?.short, followUp?.long].filter((text) => text != null);
  const lists = included.length + notIncluded.length + formats.length + after.length;
  if (steps.length === 0 && lists === 0) return null;
  const lang = spoken(content.language, language);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{steps.length > 0 ? word.stepsTitle : word.accompanimentTitle}</h2>
      {steps.length > 0 && (
        <ol class="steps gap-above" {...lang}>
          {steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      )}
      {lists > 0 && (
        <div class="gap-above">
          <FactList
            lines={[
              [word.included, labels("accompaniment", included, language)],
              [word.notIncluded, labels("accompaniment", notIncluded, language)],
              [word.formats, labels("accompanimentFormats", formats, language)],
              [word.followUp, own(after.map(closed), content, language)],
            ]}
          />
        </div>
      )}
    </section>
  );
}

/** Help, backups, leaving, what happens if the host stops: what is not written is said to be so. */
export function PeaceOfMind({ content, language }: PartProps) {
  const word = words[language].facts;
  const promised = (sentences: readonly string[]) =>
    own(sentences, content, language) ?? <span class="soft">{word.unwritten}</span>;
  const lines: readonly FactLine[] = [
    [word.support, promised(supportLines(content, language))],
    [word.backups, promised(written(content.backups))],
    [word.exit, promised(exitLines(content, language))],
    [word.continuity, promised(written(content.continuity))],
  ];
  return (
    <section aria-labelledby="peace">
      <h2 id="peace">{words[language].factsTitle}</h2>
      <div class="gap-above">
        <FactList lines={[...lines, ...further(content, language)]} />
      </div>
    </section>
  );
}

function further(content: OfferContent, language: Language): readonly FactLine[] {
  const word = words[language];
  const { maintenance, software, isolation, registration, conditions, sectors, techLevels, audiencePriority } = content;
  const priority = audiencePriority.length > 0 ? word.priority(labels("audiences", audiencePriority, language)) : null;
  return [
    [word.facts.maintenance, own(written(maintenance), content, language)],
    [word.facts.onboarding, own(onboardingLines(content, language), content, language)],
    [word.facts.registration, registration && word.registrations[registration]],
    [word.facts.software, software.length > 0 ? <SoftwareList software={software} /> : null],
    [word.facts.isolation, isolation && label("isolation", isolation, language)],
    [word.facts.sectors, labels("audienceSectors", sectors, language)],
    [word.facts.techLevels, labels("techLevels", techLevels, language)],
    [word.facts.conditions, own(written(conditions), content, language)],
    [word.facts.priority, priority],
  ];
}

// What the host wrote itself stays marked as its own language.
function own(sentences: readonly string[], { language: said }: OfferContent, language: Language): Child {
  if (sentences.length === 0) return null;
  return (
    <span {...spoken(said, language)}>
      {sentences.map((sentence) => (
        <span {...ownLanguage(sentence, said)}>{sentence} </span>
      ))}
    </span>
  );
}

function SoftwareList({ software }: { readonly software: readonly Software[] }) {
  return (
    <ul class="plain">
      {software.map(({ name, version, license, url }) => (
        <li>
          {url === null ? name : <MaybeLink text={url} label={name} />}
          {version && ` ${version}`}
          {license && <small> ({license})</small>}
        </li>
      ))}
    </ul>
  );
}

function supportLines({ support }: OfferContent, language: Language): readonly string[] {
  const word = words[language].facts;
  const where = [support.channels.length > 0 ? listWords(support.channels, language) : null, support.hours].filter(
    (text) => text != null,
  );
  return [
    ...(where.length > 0 ? [closed(upper(where.join(", ")))] : []),
    ...(support.answerWithin ? [word.answerWithin(support.answerWithin)] : []),
    ...written(support.note),
    ...(support.included === null ? [] : [support.included ? word.supportIncluded : word.supportNotIncluded]),
  ];
}

function exitLines({ exit }: OfferContent, language: Language): readonly string[] {
  const word = words[language].facts;
  return [
    ...(exit.notice ? [word.exitNotice(exit.notice)] : []),
    ...(exit.formats.length > 0 ? [word.exitFormats(listWords(exit.formats, language))] : []),
    ...written(exit.help),
  ];
}

function onboardingLines({ onboarding }: OfferContent, language: Language): readonly string[] {
  const word = words[language].facts;
  return [
    ...written(onboarding.text),
    ...(onboarding.delay ? [word.delay(onboarding.delay)] : []),
    ...(onboarding.commitment ? [word.commitment(onboarding.commitment)] : []),
  ];
}

function written(text: string | null): readonly string[] {
  return text ? [closed(upper(text))] : [];
}
