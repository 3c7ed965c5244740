import type { Language } from "../foundation/language.ts";
import { ErrorSummary, type Option, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { ReadComparison } from "./compare-form.ts";
import { words } from "./compare-words.ts";
import { giversOf } from "./giver-words.ts";
import type { Candidate } from "./matching.ts";
import { keyOf } from "./named-offers.ts";

interface FormProps {
  readonly read: ReadComparison;
  readonly keys: readonly string[];
  readonly language: Language;
}

/** The quantity that prices are worked out for. */
export function QuantityForm({ read, keys, language }: FormProps) {
  const word = words[language];
  const wrong = Object.fromEntries(read.wrong.map((field) => [field, word.numberWrong]));
  const facts = (field: "users" | "gb") => ({
    ...{ name: field, value: read.typed[field], width: "short" as const, inputmode: "numeric" as const },
    ...(wrong[field] === undefined ? {} : { wrong: wrong[field] }),
  });
  return (
    <form class="stack" method="get" action="/directory/compare">
      <ErrorSummary language={language} wrong={wrong} />
      <Kept keys={keys} />
      <div class="compare-form">
        <TextField {...facts("users")} label={word.people} autocomplete="off" />
        <TextField {...facts("gb")} label={`${word.room} (${word.gb})`} autocomplete="off" />
        <button class="button" type="submit">
          <Icon name="calculator" /> {word.compute}
        </button>
      </div>
    </form>
  );
}

function Kept({ keys }: Pick<FormProps, "keys">) {
  return (
    <>
      {keys.map((key) => (
        <input type="hidden" name="offer" value={key} />
      ))}
    </>
  );
}

/** One more offer, of those for the same need or by its address. */
export function AddForm({ read, alike, keys, language }: FormProps & { readonly alike: readonly Candidate[] }) {
  const word = words[language];
  const options = alike.map((candidate) => ({
    value: keyOf(candidate),
    label: `${candidate.offer.content.title} · ${giversOf(candidate, language)}`,
  }));
  return (
    <form class="sheet sheet-soft compare-add" method="get" action="/directory/compare">
      <h2 class="like-h3">{word.add}</h2>
      <Kept keys={keys} />
      {keys.length > 0 && <input type="hidden" name="users" value={read.typed.users} />}
      {keys.length > 0 && <input type="hidden" name="gb" value={read.typed.gb} />}
      <div class="gap-above">
        {options.length > 0 && (
          <Alike label={word.addAlike} options={[{ value: "", label: word.addNone }, ...options]} />
        )}
        <TextField
          {...{ name: "offer", label: word.addByAddress, hint: word.addHint, value: "", autocomplete: "off" }}
        />
      </div>
      <p class="gap-above">
        <button class="button" type="submit">
          <Icon name="plus" /> {word.addButton}
        </button>
      </p>
    </form>
  );
}

function Alike({ label, options }: { readonly label: string; readonly options: readonly Option[] }) {
  return (
    <div class="field">
      <label class="field-label" for="alike">
        {label}
      </label>
      <select class="input" id="alike" name="offer">
        {options.map((option) => (
          <option value={option.value}>{option.label}</option>
        ))}
      </select>
    </div>
  );
}
