import type { Language } from "../foundation/language.ts";
import { Choices, Field, OnceField, SelectField, type Wrong } from "../web/form-parts.tsx";
import { lengthOf, longestAnswer, visibilityOfAnswer } from "./answer.ts";
import type { Voice } from "./answers.ts";
import { addressOf } from "./authors.ts";
import type { Heard } from "./conversations.ts";
import { nameOf, OurText } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import type { ConversationView } from "./view.ts";

/** What was typed into the form of an answer. */
export interface TypedAnswer {
  readonly actor: string;
  readonly text: string;
  readonly language: string;
  /** So that it is sent once. */
  readonly form?: string;
}

export interface AnswerFormProps {
  readonly view: ConversationView;
  readonly answered: Heard;
  readonly language: Language;
  /** The domain of this site. */
  readonly domain: string;
  readonly typed: TypedAnswer;
  readonly wrong: Wrong;
  /** Shows how it would read, and sends nothing. */
  readonly preview: boolean;
}

/** Where one answers a message: in whose name, for whom to read, in which words. */
export function AnswerForm({ view, answered, language, domain, typed, wrong, preview }: AnswerFormProps) {
  const word = words[language];
  return (
    <section class="sheet stack stack-5" id="answer" aria-labelledby="answer-title">
      <div class="stack stack-2">
        <h2 class="like-h3" id="answer-title">
          {word.answerTo(nameOf(answered.author))}
        </h2>
        <Audience answered={answered} language={language} />
      </div>
      <form method="post" action={`/admin/messages/${answered.number}#answer`} data-keep>
        <OnceField form={typed.form} />
        <input type="hidden" name="seen" value={view.size} />
        <VoiceField voices={view.voices} {...{ typed, wrong, domain, language }} />
        <TextField text={typed.text} wrong={wrong["text"]} language={language} lang={typed.language} />
        <SelectField
          name="language"
          label={word.language}
          value={typed.language}
          wrong={wrong["language"]}
          options={languageOptions(view, answered, language)}
        />
        {preview && <Preview typed={typed} address={addressOf(answered.author)} language={language} />}
        <div class="form-end">
          <button class="button button-main" type="submit" name="do" value="send">
            {word.send}
          </button>
          <button class="button" type="submit" name="do" value="preview">
            {word.preview}
          </button>
        </div>
      </form>
    </section>
  );
}

function Audience({ answered, language }: { readonly answered: Heard; readonly language: Language }) {
  const word = words[language];
  const address = addressOf(answered.author);
  const { visibility, others } = answered;
  const direct = visibilityOfAnswer(visibility) === "direct";
  return (
    <p class="soft">
      {direct ? word.directAudience(address) : word.openAudience(address)}
      {visibility === "followers" && ` ${word.followersAudience}`}
      {visibility === "direct" && others.length > 0 && ` ${word.directOthers}`}
    </p>
  );
}

function VoiceField({
  voices,
  typed,
  wrong,
  domain,
  language,
}: Pick<AnswerFormProps, "typed" | "wrong" | "domain" | "language"> & { readonly voices: readonly Voice[] }) {
  const word = words[language];
  const [only] = voices;
  if (voices.length === 1 && only !== undefined) {
    return (
      <p class="field">
        <input type="hidden" name="actor" value={only.id} />
        {word.voiceIs(`@${only.name}@${domain}`)}
      </p>
    );
  }
  return (
    <Choices
      type="radio"
      name="actor"
      label={word.voice}
      wrong={wrong["actor"]}
      chosen={[typed.actor]}
      options={voices.map(({ id, name }) => ({ value: id, label: `@${name}@${domain}` }))}
    />
  );
}

/** What one writes, with how long it is: as it came without scripts, while one types with them. */
export function TextField({
  text,
  wrong,
  language,
  lang,
}: {
  readonly text: string;
  readonly wrong: string | undefined;
  readonly language: Language;
  readonly lang: string;
}) {
  const word = words[language];
  const most = longestAnswer.toLocaleString(language);
  const described = wrong === undefined ? "text-hint text-count" : "text-hint text-count text-error";
  return (
    <Field name="text" label={word.text} hint={word.textHint} wrong={wrong}>
      <textarea
        class="input"
        id="text"
        name="text"
        rows={8}
        lang={lang}
        data-count="text-count"
        aria-describedby={described}
        {...(wrong === undefined ? {} : { "aria-invalid": "true" as const })}
      >
        {text}
      </textarea>
      <p class="field-hint" id="text-count" data-words={word.counted("#", most)}>
        {word.counted(lengthOf(text).toLocaleString(language), most)}
      </p>
    </Field>
  );
}

function Preview({
  typed,
  address,
  language,
}: {
  readonly typed: TypedAnswer;
  readonly address: string;
  readonly language: Language;
}) {
  return (
    <div class="post gap-above" id="preview" role="status">
      <p class="post-head">{words[language].previewTitle}</p>
      <div class="post-in">
        <p>
          <b>{address}</b>
        </p>
        <OurText text={typed.text} language={typed.language} />
      </div>
    </div>
  );
}

function languageOptions({ language: own }: ConversationView, { language: theirs }: Heard, language: Language) {
  const tags = [...new Set([theirs, own, "fr", "en"].flatMap((tag) => baseOf(tag)))];
  const names = new Intl.DisplayNames([language], { type: "language" });
  return tags.map((value) => ({ value, label: names.of(value) ?? value }));
}

/** The language of a message in which it is answered, as far as it says one: "fr" of "fr-CA". */
export function baseOf(tag: string | null): readonly string[] {
  const [, base] = /^([a-z]{2,3})(?:-[a-z0-9]{2,8})*$/i.exec(tag ?? "") ?? [];
  return base === undefined || base.toLowerCase() === "und" ? [] : [base.toLowerCase()];
}
