import type { Option } from "../web/form-parts.tsx";
import { Area, Folded, type FormState, Line, Select, shownRows, Term, Tick } from "./desk-fields-parts.tsx";
import { type PartProps, Price } from "./desk-price-parts.tsx";
import { words } from "./desk-words.ts";

/** The formulas of an offer, each with its price; a new one where there is none, or one was asked for. */
export function PriceSection({ form }: PartProps) {
  const word = words[form.language];
  return (
    <div class="stack stack-5">
      {shownRows(form, "tiers").map((row) => (
        <TierFields form={form} row={row} />
      ))}
      <p id="tiers">
        <button class="button button-small" type="submit" name="add" value="tiers">
          {word.addTier}
        </button>
      </p>
    </div>
  );
}

function TierFields({ form, row }: PartProps & { readonly row: number }) {
  const word = words[form.language];
  const at = `tiers.${row}`;
  const [id = "", title = ""] = [form.entries[`${at}.id`]?.[0], form.entries[`${at}.title`]?.[0]];
  return (
    <fieldset class="row-part" id={at}>
      <legend>{id === "" && title === "" ? word.newTier : title || word.tier(row + 1)}</legend>
      {id !== "" && <input type="hidden" name={`${at}.id`} value={id} />}
      <div class="pair">
        <Line form={form} name={`${at}.title`} />
        <Line form={form} name={`${at}.summary`} />
      </div>
      <Area form={form} name={`${at}.features`} />
      <Price form={form} at={`${at}.price`} />
      <Folded
        form={form}
        at={at}
        title={word.moreOfTier}
        fields={["audienceSize", "storageGb", "accountsMax", "tailored", "includesAllOf"]}
      >
        <div class="pair">
          <Line form={form} name={`${at}.storageGb`} width="short" inputmode="decimal" />
          <Line form={form} name={`${at}.accountsMax`} width="short" inputmode="numeric" />
          <Term form={form} name={`${at}.audienceSize`} list="audienceSizes" />
        </div>
        <Tick form={form} name={`${at}.tailored`} />
        <Select form={form} name={`${at}.includesAllOf`} options={otherTiers(form, row)} />
      </Folded>
      {id !== "" && <Tick form={form} name={`${at}.remove`} />}
    </fieldset>
  );
}

function otherTiers({ entries, language }: FormState, row: number): readonly Option[] {
  const word = words[language];
  const ids = Object.keys(entries).flatMap((name) => /^tiers\.(\d+)\.id$/.exec(name)?.[1] ?? []);
  const others = ids.filter((other) => Number(other) !== row);
  return [
    { value: "", label: word.options.noOther },
    ...others.map((other) => ({
      value: entries[`tiers.${other}.id`]?.[0] ?? "",
      label: entries[`tiers.${other}.title`]?.[0] || word.tier(Number(other) + 1),
    })),
  ];
}
