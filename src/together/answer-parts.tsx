import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { label } from "../hosts/vocabularies.ts";
import { Choices, ErrorSummary, OnceField, SelectField, TextArea, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { AnswerFaults } from "./answer-form.ts";
import { words as answerWords } from "./answer-words.ts";
import type { AnswerRefusal } from "./answering.ts";
import { words as askWords } from "./ask-words.ts";
import { hostAnswers, roles } from "./together.ts";
import { words } from "./words.ts";

/** What a host sent and could not be taken: which form it was, with what was typed. */
export interface TriedAnswer {
  readonly form: "answer" | "result" | "offer" | "proposal" | "agreement";
  readonly sent: Sent;
  readonly wrong: Wrong;
}

/** Faults as sentences, by field. */
export function answerFaultWords(faults: AnswerFaults, language: Language): Wrong {
  const word = answerWords[language].faults;
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, word[fault]]));
}

export const answerRefusalWords = (reason: AnswerRefusal, language: Language): Wrong => ({
  next: answerWords[language].faults[reason],
});

export interface AnswerFormProps {
  readonly action: string;
  readonly language: Language;
  /** What was answered before, or what the association sees the host do. */
  readonly known: { readonly answer: string | null; readonly roles: readonly string[]; readonly words: string | null };
  readonly tried: TriedAnswer | null;
}

/** Yes and leading, yes beside another, or no; with what the host takes on, and a word. */
export function AnswerForm({ action, language, known, tried }: AnswerFormProps) {
  const word = answerWords[language];
  const mine = tried?.form === "answer" ? tried : null;
  const typed = (name: string) => mine?.sent[name]?.[0];
  const options = hostAnswers.map((value) => ({
    value,
    label: word.answers[value][0] ?? "",
    hint: word.answers[value][1] ?? "",
  }));
  return (
    <form class="stack" method="post" action={action} novalidate>
      {mine && <ErrorSummary language={language} wrong={mine.wrong} />}
      <OnceField />
      <Choices
        {...{ name: "answer", label: word.yours, type: "radio", options, wrong: mine?.wrong["answer"] }}
        chosen={[typed("answer") ?? known.answer ?? ""]}
      />
      <Choices
        {...{ name: "role", label: word.roles, type: "checkbox", wrong: mine?.wrong["role"] }}
        chosen={mine?.sent["role"] ?? known.roles}
        options={roles
          .filter((role) => role !== "lead")
          .map((value) => ({ value, label: label("partnershipRoles", value, language) }))}
      />
      <TextArea
        {...{ name: "words", label: word.words, hint: word.wordsHint, wrong: mine?.wrong["words"] }}
        value={typed("words") ?? known.words ?? ""}
      />
      <p>
        <button class="button button-main" type="submit">
          {known.answer === null ? word.send : word.resend} <Icon name="arrow-right" />
        </button>
      </p>
    </form>
  );
}

interface ActFormProps {
  readonly action: string;
  readonly language: Language;
  readonly tried: TriedAnswer | null;
}

/** What comes out of it, for the one in the lead to say. */
export function ResultForm({ action, language, tried }: ActFormProps) {
  const word = answerWords[language];
  const mine = tried?.form === "result" ? tried : null;
  const of = (name: "url" | "text" | "amount", text: string) => ({
    ...{ name, label: text, value: mine?.sent[name]?.[0] ?? "", wrong: mine?.wrong[name] },
    optional: words[language].optional,
  });
  const options = ["once", "month", "year"].map((value) => ({ value, label: words[language].periods[value] ?? value }));
  return (
    <form class="stack" method="post" action={action} novalidate>
      {mine && <ErrorSummary language={language} wrong={mine.wrong} />}
      <OnceField />
      <h3 class="like-h4">{word.result}</h3>
      <p class="soft">{word.resultHint}</p>
      <TextField {...of("url", word.resultUrl)} type="url" />
      <TextArea {...of("text", word.resultText)} rows={6} />
      <TextField {...of("amount", word.resultAmount)} inputmode="decimal" width="short" />
      <SelectField
        {...{ name: "period", label: askWords[language].labels.period, options }}
        value={mine?.sent["period"]?.[0] ?? "once"}
      />
      <p>
        <button class="button button-main" type="submit">
          {word.resultSend} <Icon name="arrow-right" />
        </button>
      </p>
    </form>
  );
}

/** Another host that should join: the association is asked first. */
export function ProposalForm({ action, language, tried }: ActFormProps) {
  const word = answerWords[language];
  const mine = tried?.form === "proposal" ? tried : null;
  const of = (name: string, text: string) => ({
    ...{ name, label: text, value: mine?.sent[name]?.[0] ?? "", wrong: mine?.wrong[name] },
  });
  return (
    <details class="more" open={mine !== null}>
      <summary>{word.propose}</summary>
      <form class="stack" method="post" action={action} novalidate>
        {mine && <ErrorSummary language={language} wrong={mine.wrong} />}
        <OnceField />
        <p>{word.proposeText}</p>
        <TextField {...of("otherName", word.proposeName)} />
        <TextField {...of("others", word.proposeAddress)} />
        <TextField {...of("why", word.proposeWhy)} optional={words[language].optional} />
        <p>
          <button class="button" type="submit">
            {word.proposeSend}
          </button>
        </p>
      </form>
    </details>
  );
}

interface AgreeProps {
  readonly action: string;
  readonly version: number;
  readonly language: Language;
}

/** Says yes to the lead's proposal, as it was read. */
export function AgreeForm({ action, version, language }: AgreeProps) {
  return (
    <form method="post" action={action}>
      <OnceField />
      <input type="hidden" name="version" value={String(version)} />
      <button class="button button-main" type="submit">
        {answerWords[language].agree} <Icon name="check" />
      </button>
    </form>
  );
}
