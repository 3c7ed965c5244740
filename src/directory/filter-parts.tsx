import type { Language } from "../foundation/language.ts";
import { count } from "../web/money.ts";
import type { Facet, Facets, Filters } from "./directory.ts";
import { AlternativeGroup, Group, PriceGroup, TrustGroup } from "./filter-field-parts.tsx";
import { words } from "./filter-words.ts";
import { codeWords } from "./value-words.ts";

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
      {hasJoint(props) && <FacetGroup {...props} facet="joint" name="joint" />}
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

// Where every offer is of one host alone, there is nothing to choose.
const hasJoint = ({ filters, facets }: FiltersProps): boolean =>
  filters.joint.length > 0 || facets.joint.some(({ code }) => code === "yes");

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
    <div>
      <label class="option">
        <input type="checkbox" name={name} value={code} checked={checked} />
        <span>{codeWords(facet, code, language)}</span>{" "}
        {n !== null && <span class="option-count">{count(n, language)}</span>}
      </label>
    </div>
  );
}
