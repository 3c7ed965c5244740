import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { spoken } from "../hosts/parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import { Icon } from "../web/icon.tsx";
import { type Campaign, stageOf } from "./campaigns.ts";
import { iconOfKind, PartyName, StageChip } from "./parts.tsx";
import { words } from "./request-words.ts";
import { TermsInShort } from "./terms-parts.tsx";

export interface HeadProps {
  readonly campaign: Campaign;
  /** The failed request that this one tries again, and those that try this one again. */
  readonly previous: FundingRequest | null;
  readonly next: readonly FundingRequest[];
  /** Whether this browser acts for who asks or signs. */
  readonly acts: boolean;
  readonly now: Date;
  readonly language: Language;
}

/** Who asks for what, and on which terms. */
export function Head({ language, now, campaign: { request }, previous, next, acts }: HeadProps) {
  const word = words[language];
  const { requester, steward, opened, terms, content } = request;
  return (
    <div class="stack">
      <ul class="tags">
        <li class="tag">
          <Icon name={iconOfKind[terms.kind]} /> {label("fundingKinds", terms.kind, language)}
        </li>
        <li>
          <span class="sr">{word.stage} </span>
          <StageChip stage={stageOf(request, now)} language={language} />
        </li>
      </ul>
      <h1 {...spoken(content.language, language)}>{content.title}</h1>
      <p class="soft">
        {word.askedBy} <PartyName party={requester} language={language} />
        {opened !== null && `, ${word.since(dateWords(opened, language))}`}
        {steward !== null && steward.id !== requester.id && (
          <>
            . {word.carriedBy} <PartyName party={steward} language={language} />
          </>
        )}
        .
      </p>
      <Related {...{ previous, next, language }} />
      <TermsInShort {...{ request, now, language }} />
      {acts && <Acts request={request} language={language} />}
    </div>
  );
}

/** What only those see who act for the request. */
function Acts({ request, language }: Pick<Campaign, "request"> & Pick<HeadProps, "language">) {
  const word = words[language];
  const draft = request.state === "draft";
  return (
    <div class="notice">
      <Icon name="identification-card" />
      <div>
        <p>{draft ? word.draftText : word.stewardText}</p>
        <p>
          <a
            class={draft ? "button button-main" : "button"}
            href={`/funding/${request.code}/${draft ? "edit" : "steward"}`}
          >
            {draft ? word.edit : word.steward}
          </a>
        </p>
      </div>
    </div>
  );
}

function Related({ previous, next, language }: Pick<HeadProps, "previous" | "next" | "language">) {
  const word = words[language].again;
  const links: readonly (readonly [string, FundingRequest])[] = [
    ...(previous === null ? [] : [[word.before, previous] as const]),
    ...next.map((one) => [word.smaller, one] as const),
  ];
  return (
    <>
      {links.map(([said, { code, content }]) => (
        <p>
          {said}{" "}
          <a href={`/funding/${code}`} {...spoken(content.language, language)}>
            {content.title}
          </a>
        </p>
      ))}
    </>
  );
}
