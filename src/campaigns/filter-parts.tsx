import type { Language } from "../foundation/language.ts";
import { fundingKinds } from "../funding/funding.ts";
import { placeName } from "../hosts/place-names.ts";
import { label, needs } from "../hosts/vocabularies.ts";
import { SelectField, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { Asked } from "./asked.ts";
import { type Filters, noFilters, pathOf, statesAsked } from "./filters.ts";
import { words } from "./list-words.ts";

interface FinderProps {
  readonly asked: Asked;
  readonly language: Language;
}

/** What one looks for, where one is, and what narrows it further: one form, which works without a script. */
export function Finder({ asked, language }: FinderProps) {
  const word = words[language].filter;
  const { filters, place } = asked;
  const unknown = place !== null && place.meant.length === 0;
  const where = place?.typed ?? (filters.territory === null ? "" : placeName(filters.territory, language));
  return (
    <search aria-label={word.title}>
      <form class="entry entry-search" method="get" action="/funding">
        <TextField name="q" label={word.q} hint={word.qHint} value={filters.q} maxlength={200} />
        <TextField
          {...{ name: "territory", label: word.where, hint: word.whereHint, value: where, maxlength: 100 }}
          {...(unknown && { wrong: word.placeUnknown(place.typed) })}
          autocomplete="address-level2"
        />
        <button class="button" type="submit">
          <Icon name="magnifying-glass" /> {word.find}
        </button>
        <details class="more entry-more" open={isNarrow(filters)}>
          <summary>{word.more}</summary>
          <Narrower filters={filters} language={language} />
        </details>
      </form>
    </search>
  );
}

/** Whether something is chosen that stands behind the line that opens. */
function isNarrow({ needs: chosen, kinds, remaining, before, state }: Filters): boolean {
  return chosen.length + kinds.length > 0 || remaining !== null || before !== null || state !== "open";
}

function Narrower({ filters, language }: { readonly filters: Filters; readonly language: Language }) {
  const word = words[language].filter;
  return (
    <div class="entry-fields">
      <SelectField
        {...{ name: "state", label: word.state, value: filters.state }}
        options={statesAsked.map((value) => ({ value, label: word.states[value] }))}
      />
      <SelectField
        {...{ name: "need", label: word.need, value: filters.needs[0] ?? "" }}
        options={[
          { value: "", label: word.needAny },
          ...needs.map(({ code }) => ({ value: code, label: label("needs", code, language) })),
        ]}
      />
      <SelectField
        {...{ name: "kind", label: word.kind, value: filters.kinds[0] ?? "" }}
        options={[
          { value: "", label: word.kindAny },
          ...fundingKinds.map((code) => ({ value: code, label: label("fundingKinds", code, language) })),
        ]}
      />
      <TextField
        {...{ name: "remaining_max", label: word.remaining, hint: word.remainingHint, inputmode: "decimal" }}
        value={filters.remaining === null ? "" : String(filters.remaining / 100)}
        width="short"
      />
      <TextField
        {...{ name: "before", label: word.before, type: "date", width: "middle" }}
        value={filters.before ?? ""}
      />
    </div>
  );
}

/** Several places of one name, each one step away. */
export function WhichPlace({ asked: { filters, place }, language }: FinderProps) {
  if (place === null || place.meant.length < 2) return null;
  return (
    <section class="notice" aria-labelledby="which-place">
      <Icon name="map-pin" />
      <div>
        <h2 id="which-place">{words[language].filter.placeWhich(place.typed)}</h2>
        <ul class="tags gap-above">
          {place.meant.slice(0, 40).map((code) => (
            <li>
              <a class="tag" href={pathOf({ ...filters, territory: code })}>
                {placeName(code, language)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Parts of the address that mean nothing here. */
export function Ignored({ asked: { faults }, language }: FinderProps) {
  const word = words[language].filter;
  if (faults.length === 0) return null;
  const named = faults.map(({ name, value }) => `${name}=${value.slice(0, 40)}`).slice(0, 5);
  return (
    <div class="notice notice-care" role="status">
      <Icon name="info" />
      <div>
        <h2>{word.ignored}</h2>
        <p>{word.ignoredText(named.join(", "))}</p>
      </div>
    </div>
  );
}

/** What is chosen, each with the way to let go of it. */
export function Chosen({ filters, language }: { readonly filters: Filters; readonly language: Language }) {
  if (pathOf(filters) === pathOf(noFilters)) return null;
  return (
    <p class="small">
      <a href={pathOf(noFilters)}>{words[language].filter.all}</a>
    </p>
  );
}
