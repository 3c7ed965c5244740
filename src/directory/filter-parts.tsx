import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { needs } from "../hosts/vocabularies.ts";
import { count } from "../web/money.ts";
import { codeWords } from "./choices-words.ts";
import type { Facet, Facets, Filters } from "./directory.ts";
import { words } from "./page-words.ts";

export interface FiltersProps {
  readonly filters: Filters;
  readonly facets: Facets;
  readonly language: Language;
}

/** All that narrows a search, with how many would be found; a part of the one form of the page. On a phone it stays away until it is asked for. */
export function FilterGroups({ filters, facets, language }: FiltersProps) {
  const word = words[language];
  const props = { filters, facets, language };
  return (
    <section class="filters" id="refine" aria-label={word.refineLabel}>
      <FacetGroup {...props} facet="availability" name="availability" open />
      <FacetGroup {...props} facet="needs" name="need" open />
      <FacetGroup {...props} facet="audiences" name="audience" />
      <PriceGroup {...props} />
      <FacetGroup {...props} facet="accompaniment" name="accompaniment" />
      <FacetGroup {...props} facet="software" name="software" />
      <AlternativeGroup {...props} />
      <FacetGroup {...props} facet="isolation" name="isolation" />
      <FacetGroup {...props} facet="capabilities" name="capability" />
      <FacetGroup {...props} facet="languages" name="language" />
      <TrustGroup {...props} />
      {filters.sort !== "relevance" && <input type="hidden" name="sort" value={filters.sort} />}
      <p class="form-end">
        <button class="button button-small" type="submit">
          {word.apply}
        </button>{" "}
        <a class="filters-close" href="#results">
          {word.close}
        </a>
      </p>
    </section>
  );
}

function Group({
  title,
  open,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly children?: Child;
}) {
  return (
    <details open={open}>
      <summary>{title}</summary>
      <div class="options">{children}</div>
    </details>
  );
}

interface FacetGroupProps extends FiltersProps {
  readonly facet: Facet;
  readonly name: string;
  readonly open?: boolean;
}

/** More choices than a reader takes in at once are folded away. */
const fewChoices = 8;

function FacetGroup({ facet, name, open = false, ...props }: FacetGroupProps) {
  const { filters, language } = props;
  const chosen = chosenOf(filters, facet);
  const options = optionsOf(props, facet, chosen);
  if (options.length === 0) return null;
  const [shown, rest] = [options.slice(0, fewChoices), options.slice(fewChoices)];
  const boxes = (some: readonly Choosable[]) =>
    some.map((option) => (
      <Box {...option} name={name} checked={chosen.includes(option.code)} {...{ facet, language }} />
    ));
  return (
    <Group title={words[language].groups[facet]} open={open || chosen.length > 0}>
      {boxes(shown)}
      {rest.length > 0 && (
        <details class="filters-rest">
          <summary>{words[language].others(rest.length)}</summary>
          {boxes(rest)}
        </details>
      )}
    </Group>
  );
}

interface Choosable {
  readonly code: string;
  readonly count: number | null;
}

/** What was chosen stays, whatever it finds; then what finds something. */
function optionsOf({ facets }: FiltersProps, facet: Facet, chosen: readonly string[]): readonly Choosable[] {
  const known = new Map(facets[facet].map(({ code, count: n }) => [code, n]));
  const kept = chosen.map((code) => ({ code, count: known.get(code) ?? null }));
  const others = facets[facet].filter(({ code, count: n }) => n > 0 && !chosen.includes(code));
  return [...kept, ...others];
}

function chosenOf(filters: Filters, facet: Facet): readonly string[] {
  if (facet === "isolation") return filters.isolation === null ? [] : [filters.isolation];
  return filters[facet];
}

interface BoxProps extends Choosable {
  readonly name: string;
  readonly facet: Facet;
  readonly checked: boolean;
  readonly language: Language;
}

function Box({ code, count: n, name, facet, checked, language }: BoxProps) {
  return (
    <label class="option">
      <input type="checkbox" name={name} value={code} checked={checked} />
      <span>{codeWords(facet, code, language)}</span>
      {n !== null && <span class="option-count">{count(n, language)}</span>}
    </label>
  );
}

function PriceGroup({ filters: { price }, language }: FiltersProps) {
  const word = words[language];
  const quantity = price?.quantity ?? null;
  const typed = (unit: "GB" | "users") => (quantity?.unit === unit ? String(quantity.count) : "");
  const field = (name: string, label: string, unit: string, value: string) => (
    <div class="field">
      <label class="field-label" for={name}>
        {label}
      </label>
      <div class="with-unit">
        <input class="input" {...{ id: name, name, value }} inputmode="decimal" autocomplete="off" />
        <span>{unit}</span>
      </div>
    </div>
  );
  return (
    <Group title={word.groups.price} open={price !== null}>
      {field("price_max", word.priceMax, word.euros, price === null ? "" : amountOf(price.cents, language))}
      {field("gb", word.priceFor, word.gb, typed("GB"))}
      {field("users", word.orFor, word.users, typed("users"))}
      <p class="field-hint">{word.priceHint}</p>
    </Group>
  );
}

const amountOf = (cents: number, language: Language) => {
  const amount = String(cents / 100);
  return language === "fr" ? amount.replace(".", ",") : amount;
};

/** The tools of the large companies, by the names that people know. */
const known = [...new Set(needs.flatMap(({ alternativeTo }) => alternativeTo))].sort((a, b) => a.localeCompare(b));

function AlternativeGroup({ filters: { alternativeTo }, language }: FiltersProps) {
  const word = words[language];
  return (
    <Group title={word.groups.alternativeTo} open={alternativeTo.length > 0}>
      {alternativeTo.map((name) => (
        <label class="option">
          <input type="checkbox" name="alternative_to" value={name} checked />
          <span>{name}</span>
        </label>
      ))}
      <div class="field">
        <label class="field-label" for="alternative_to">
          {word.alternative}
        </label>
        <p class="field-hint" id="alternative_to-hint">
          {word.alternativeHint}
        </p>
        <input
          class="input"
          id="alternative_to"
          name="alternative_to"
          list="alternative_to-known"
          autocomplete="off"
          aria-describedby="alternative_to-hint"
        />
        <datalist id="alternative_to-known">
          {known.map((name) => (
            <option value={name} />
          ))}
        </datalist>
      </div>
    </Group>
  );
}

const usualDays = [30, 90, 180];

function TrustGroup({ filters: { fresh, all }, language }: FiltersProps) {
  const word = words[language];
  const days = [...new Set([...usualDays, ...(fresh === null ? [] : [fresh])])].sort((a, b) => a - b);
  return (
    <Group title={word.groups.trust} open={fresh !== null || all}>
      <div class="field">
        <label class="field-label" for="fresh">
          {word.fresh}
        </label>
        <select class="input" id="fresh" name="fresh">
          <option value="">{word.freshAny}</option>
          {days.map((n) => (
            <option value={String(n)} selected={n === fresh}>
              {word.freshDays(n)}
            </option>
          ))}
        </select>
      </div>
      <label class="option">
        <input type="checkbox" name="trust" value="all" checked={all} />
        <span>{word.all}</span>
      </label>
    </Group>
  );
}
