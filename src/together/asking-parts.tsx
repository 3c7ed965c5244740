import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { FactList } from "../hosts/parts.tsx";
import { placeName } from "../hosts/place-names.ts";
import { label } from "../hosts/vocabularies.ts";
import { words as priceWords } from "../offers/words.ts";
import { Icon } from "../web/icon.tsx";
import { listWords, money } from "../web/money.ts";
import { words as answerWords } from "./answer-words.ts";
import { words as askingWords } from "./asking-words.ts";
import type { Need, Result } from "./together.ts";

/** "600 € par an". */
function amountWords(amount: number, currency: string, period: string, language: Language): string {
  const spans: Readonly<Record<string, string>> = priceWords[language].periods;
  const sum = money(amount, currency, language);
  return period === "once" ? sum : `${sum} ${spans[period] ?? ""}`.trim();
}

interface AskedProps {
  readonly need: Need;
  /** How to reach the association, or who may read that. */
  readonly contact: Child;
  /** For a host rather than for the association itself. */
  readonly forHost?: boolean;
  readonly language: Language;
}

/** What was asked, as it was sent. */
export function AskedFacts({ need, contact, forHost = false, language }: AskedProps) {
  const { facts } = askingWords[language];
  const { budget, currency, period, territory, people, wished, about } = need;
  return (
    <FactList
      lines={[
        [facts.name, need.name],
        [facts.need, <span class="news-text">{need.need}</span>],
        [facts.needs, need.needs.map((code) => label("needs", code, language)).join(" · ")],
        [facts.place, territory && placeName(territory, language)],
        [facts.people, people && String(people)],
        [facts.budget, budget && amountWords(budget, currency, period, language)],
        [facts.wished, wished && dateWords(wished, language)],
        [facts.about, about && <a href={about}>{about.replace(/^https?:\/\//, "")}</a>],
        [forHost ? answerWords[language].contact : facts.contact, contact],
      ]}
    />
  );
}

/** Roles as people read them: "Hébergement et Formation". */
export function rolesWords(codes: readonly string[], language: Language): string {
  return listWords(
    codes.map((code) => label("partnershipRoles", code, language)),
    language,
  );
}

/** What the one in the lead proposes: an offer to read, or a quote in full. */
export function ResultSheet({
  result,
  language,
}: {
  readonly result: Omit<Result, "version">;
  readonly language: Language;
}) {
  const word = askingWords[language];
  const { kind, url, text, amount, currency, period } = result;
  return (
    <div class="sheet stack stack-3">
      <p>
        <strong>{word[kind]}</strong>
        {amount !== null && ` · ${amountWords(amount, currency, period, language)}`}
      </p>
      {text !== null && <p class="news-text">{text}</p>}
      {url !== null && (
        <p>
          <a href={url} rel="noopener noreferrer">
            {word.readOffer} <Icon name="arrow-square-out" />
          </a>
        </p>
      )}
    </div>
  );
}
