import type { Language } from "../foundation/language.ts";
import { placeName } from "../hosts/place-names.ts";
import { count, listWords, money } from "../web/money.ts";
import { type Answers, askedBy } from "./answers.ts";
import { type Question, questionAddress, questions } from "./questions.ts";
import { words as questionWords } from "./questions-words.ts";
import { wishWords } from "./reason-parts.tsx";
import { words as reasonWords } from "./reason-words.ts";
import { words } from "./results-words.ts";

interface GivenProps {
  readonly answers: Answers;
  readonly language: Language;
}

/** What was answered, each with the way back to its question. */
export function GivenAnswers({ answers, language }: GivenProps) {
  const word = words[language];
  return (
    <dl class="answers-given" aria-label={word.given}>
      {questions.map((question) => (
        <div>
          <dt>{word[question]}</dt>
          <dd>
            {said(question, answers, language) || word.unknown} ·{" "}
            <a href={questionAddress(question, answers)}>
              {word.change}
              <span class="sr"> ({word[question]})</span>
            </a>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function said(question: Question, answers: Answers, language: Language): string {
  const { territory, people, budget, help, keeper } = answers;
  const word = words[language];
  switch (question) {
    case "needs":
      return wishWords(askedBy(answers).wishes, language);
    case "place":
      return [
        territory !== null && placeName(territory, language),
        people !== null && reasonWords[language].people(count(people, language), people > 1),
        budget !== null && word.budget(money(budget, "EUR", language)),
      ]
        .filter(Boolean)
        .join(", ");
    case "help": {
      const names = help.map((one) => questionWords[language].help.names[one].toLowerCase());
      return [...(names.length > 0 ? [listWords(names, language)] : []), ...(keeper ? [word.keeper[keeper]] : [])].join(
        ", ",
      );
    }
  }
}
