import { dateWords } from "../foundation/date-words.ts";
import { dayOf } from "../foundation/day.ts";
import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { availabilityStates } from "./availability.ts";
import { words as formWords } from "./desk-form-words.ts";
import { words as deskWords } from "./desk-words.ts";
import { words } from "./words.ts";

/** "aujourd’hui", "demain", or the day. */
export function dayWords(instant: Date, now: Date, language: Language): string {
  const word = deskWords[language];
  const day = dayOf(instant);
  if (day === dayOf(now)) return word.today;
  if (day === dayOf(new Date(now.getTime() + 86_400_000))) return word.tomorrow;
  return dateWords(day, language, "short");
}

/** One of all states, each with its shape, its word, and what it means for those who ask. */
export function StateChoices({
  language,
  chosen,
  wrong,
}: {
  readonly language: Language;
  readonly chosen: string;
  readonly wrong: string | undefined;
}) {
  const word = formWords[language];
  return (
    <fieldset
      class={wrong === undefined ? "fieldset" : "fieldset field-wrong"}
      id="state"
      tabindex={-1}
      {...(wrong === undefined ? {} : { "aria-describedby": "state-error" })}
    >
      <legend>{word.state}</legend>
      {wrong !== undefined && (
        <p class="field-error" id="state-error">
          <Icon name="warning-circle" /> <span>{wrong}</span>
        </p>
      )}
      <div class="choices choices-2">
        {availabilityStates.map((state) => (
          <label class="choice">
            <input type="radio" name="state" value={state} checked={state === chosen} />
            <Icon name={`state-${state}`} />
            <span>
              <b>{words[language].states[state]}</b>
              <small>{word.hints[state]}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
