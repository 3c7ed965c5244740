import type { Language } from "../foundation/language.ts";
import { placeName } from "../hosts/place-names.ts";
import { Field } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Asked, pathOf } from "./asked.ts";
import { words as filterWords } from "./filter-words.ts";
import { words } from "./page-words.ts";
import { isPostcode } from "./place-asked.ts";

export interface EntryProps {
  readonly asked: Pick<Asked, "filters" | "place">;
  readonly language: Language;
}

/** What one looks for and where one is: the two fields that begin every search. */
export function Entry({ asked: { filters, place }, language }: EntryProps) {
  const word = words[language];
  const wrong = place !== null && place.meant.length === 0 ? word.placeUnknown(place.typed) : undefined;
  const where = place?.typed ?? (filters.territory === null ? "" : placeName(filters.territory, language));
  return (
    <div class="entry entry-search">
      <Field name="q" label={word.q} hint={word.qHint}>
        <input
          class="input"
          id="q"
          name="q"
          type="search"
          value={filters.q}
          maxlength={200}
          autocomplete="off"
          aria-describedby="q-hint"
        />
      </Field>
      <Field name="territory" label={word.where} hint={word.whereHint} wrong={wrong}>
        <input
          class="input"
          id="territory"
          name="territory"
          value={where}
          maxlength={100}
          autocomplete="address-level2"
          aria-describedby={wrong === undefined ? "territory-hint" : "territory-hint territory-error"}
          aria-invalid={wrong === undefined ? undefined : "true"}
        />
      </Field>
      <button class="button button-main" type="submit">
        <Icon name="magnifying-glass" /> {word.find}
      </button>
    </div>
  );
}

/** Several places of one name: the reader's own is one step away, and nothing else of the search is lost. */
export function WhichPlace({ asked: { filters, place }, language }: EntryProps) {
  if (place === null || place.meant.length === 0) return null;
  const word = words[language];
  return (
    <section class="notice" aria-labelledby="which-place">
      <Icon name="map-pin" />
      <div>
        <h2 id="which-place">{word.placeWhich(place.typed)}</h2>
        <p>{isPostcode(place.typed) ? word.postcodeWhichText : word.placeWhichText}</p>
        <ul class="tags gap-above">
          {place.meant.slice(0, 40).map((code) => (
            <li>
              <a class="tag" href={`${pathOf({ ...filters, territory: code })}#results`}>
                {placeName(code, language)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Parts of an address that mean nothing here are told, never in the way. */
export function Ignored({ asked, language }: { readonly asked: Asked; readonly language: Language }) {
  if (asked.faults.length === 0) return null;
  const word = words[language];
  const values = [
    ...new Set(asked.faults.map(({ name, value }) => filterWords[language].quoted(`${name}=${value.slice(0, 40)}`))),
  ];
  return (
    <div class="notice notice-care" role="status">
      <Icon name="info" />
      <div>
        <h2>{word.ignored}</h2>
        <p>{word.ignoredText(values.slice(0, 5).join(", "))}</p>
      </div>
    </div>
  );
}
