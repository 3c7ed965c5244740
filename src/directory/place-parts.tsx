import { placeName } from "../hosts/place-names.ts";
import { decimalOf } from "../offers/price.ts";
import { Choices, Field, TextField } from "../web/form-parts.tsx";
import type { FieldsProps } from "./need-parts.tsx";
import { words } from "./questions-words.ts";

/** The second question: where, for how many, for how much. Each may stay empty. */
export function PlaceFields({ language, read, wrong }: FieldsProps) {
  const word = words[language].place;
  const { answers, typed, places } = read;
  const because = (field: string) => (wrong[field] === undefined ? {} : { wrong: wrong[field] });
  const place = answers.territory === null ? typed.place : placeName(answers.territory, language);
  const budget = answers.budget === null ? typed.price_max : decimalOf(answers.budget, "EUR").replace(/\.00$/, "");
  const facts = { optional: word.optional, autocomplete: "off" };
  return (
    <div>
      <TextField
        {...{ name: "place", label: word.place, hint: word.placeHint, value: place, width: "middle" }}
        {...facts}
        {...because("place")}
      />
      {places.length > 1 && (
        <Choices
          {...{ name: "territory", label: word.which(typed.place), type: "radio", chosen: [] }}
          options={places.map((code) => ({ value: code, label: placeName(code, language) }))}
        />
      )}
      <TextField
        {...{ name: "users", label: word.people, hint: word.peopleHint, value: typed.users, width: "short" }}
        {...{ ...facts, inputmode: "numeric" as const }}
        {...because("users")}
      />
      <Field {...{ name: "price_max", label: word.budget, hint: word.budgetHint, ...facts }} {...because("price_max")}>
        <div class="with-unit">
          <input
            class="input"
            {...{ id: "price_max", name: "price_max", inputmode: "decimal", autocomplete: "off", value: budget }}
            aria-describedby={wrong["price_max"] ? "price_max-hint price_max-error" : "price_max-hint"}
            {...(wrong["price_max"] ? { "aria-invalid": "true" as const } : {})}
          />{" "}
          <span>{word.euros}</span>
        </div>
      </Field>
    </div>
  );
}
