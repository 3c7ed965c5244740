import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { label as termOf } from "../hosts/vocabularies.ts";
import type { Option } from "../web/form-parts.tsx";
import { Area, Folded, type FormState, Line, Select, shownRows, Tick } from "./desk-fields-parts.tsx";
import { priceModels } from "./desk-price.ts";
import { currencies, vatRegimes } from "./desk-price-terms.ts";
import { words } from "./desk-words.ts";
import { type PriceModel, periods } from "./price.ts";
import { words as offerWords } from "./words.ts";

export interface PartProps {
  readonly form: FormState;
}

export interface TierProps extends PartProps {
  /** The name before its fields: "tiers.0". */
  readonly at: string;
}

/** Every model has its fields here; the style sheet shows those of the one that is chosen, so that changing it loses nothing and needs no script. */
export function Price({ form, at }: TierProps) {
  const { language } = form;
  const models = priceModels.map((value) => ({ value, label: termOf("pricingModels", value, language) }));
  return (
    <div class="price-part">
      <div class="pair">
        <Select
          form={form}
          name={`${at}.model`}
          options={[{ value: "", label: words[language].options.noModel }, ...models]}
        />
        <div class="field price-priced">
          <Select form={form} name={`${at}.period`} options={periodOptions(language, "month")} />
        </div>
      </div>
      {priceModels.map((model) => (
        <div class={`price-rule price-${model}`}>{rules[model]({ form, at: `${at}.${model}` })}</div>
      ))}
      <div class="price-priced">
        <Terms form={form} at={at} />
      </div>
    </div>
  );
}

const rules: Readonly<Record<PriceModel, (props: TierProps) => Child>> = {
  free: ({ form, at }) => <Line form={form} name={`${at}.duration`} width="middle" />,
  flat: ({ form, at }) => <Amount form={form} name={`${at}.amount`} />,
  "per-unit": ({ form, at }) => (
    <div class="pair">
      <Line form={form} name={`${at}.unit`} />
      <Amount form={form} name={`${at}.unitAmount`} />
      <Line form={form} name={`${at}.minimumUnits`} width="short" inputmode="numeric" />
    </div>
  ),
  graduated: Graduated,
  "free-price": ({ form, at }) => <Amount form={form} name={`${at}.suggested`} />,
  composite: Composite,
  "on-quote": () => null,
};

function Amount({ form, name }: PartProps & { readonly name: string }) {
  return <Line form={form} name={name} width="short" inputmode="decimal" />;
}

function Graduated({ form, at }: TierProps) {
  const word = words[form.language];
  return (
    <>
      <div class="pair">
        <Line form={form} name={`${at}.unit`} />
        <Line form={form} name={`${at}.minimumUnits`} width="short" inputmode="numeric" />
        <Line form={form} name={`${at}.base.upTo`} width="short" inputmode="numeric" />
        <Amount form={form} name={`${at}.base.amount`} />
      </div>
      {shownRows(form, `${at}.bands`).map((row) => (
        <div class="pair row-line" id={`${at}.bands.${row}`}>
          <Line form={form} name={`${at}.bands.${row}.upTo`} width="short" inputmode="numeric" />
          <Amount form={form} name={`${at}.bands.${row}.unitAmount`} />
        </div>
      ))}
      <AddRow list={`${at}.bands`} label={word.addBand} />
    </>
  );
}

function Composite({ form, at }: TierProps) {
  const word = words[form.language];
  return (
    <>
      {shownRows(form, `${at}.parts`).map((row) => {
        const part = `${at}.parts.${row}`;
        return (
          <div class="pair row-line" id={part}>
            <Line form={form} name={`${part}.label`} />
            <Amount form={form} name={`${part}.amount`} />
            <Line form={form} name={`${part}.unit`} />
            <Line form={form} name={`${part}.slice.size`} width="short" inputmode="numeric" />
            <Line form={form} name={`${part}.slice.unit`} width="short" />
          </div>
        );
      })}
      <AddRow list={`${at}.parts`} label={word.addPart} />
    </>
  );
}

function AddRow({ list, label }: { readonly list: string; readonly label: string }) {
  return (
    <p class="row-line" id={list}>
      <button class="button button-small" type="submit" name="add" value={list}>
        {label}
      </button>
    </p>
  );
}

/** What qualifies a price, folded away until somebody needs it or something in it is wrong. */
function Terms({ form, at }: TierProps) {
  const word = words[form.language];
  const { unknown, exempt, included, excluded } = word.options;
  const regimes = { unknown, exempt, included, excluded };
  const { language } = form;
  const surcharge = `${at}.membership.nonMemberSurcharge`;
  return (
    <Folded
      form={form}
      at={at}
      title={word.terms}
      fields={["vat", "membership", "solidarity", "asOf", "note", "currency"]}
    >
      <fieldset class="row-part">
        <legend>{word.vatGroup}</legend>
        <div class="pair">
          <Select
            form={form}
            name={`${at}.vat.regime`}
            options={vatRegimes.map((value) => ({ value, label: regimes[value] }))}
          />
          <Line form={form} name={`${at}.vat.percent`} width="short" inputmode="decimal" />
          <Line form={form} name={`${at}.vat.note`} />
        </div>
      </fieldset>
      <fieldset class="row-part">
        <legend>{word.membershipGroup}</legend>
        <Tick form={form} name={`${at}.membership.required`} />
        <Tick form={form} name={`${at}.membership.included`} />
        <div class="pair">
          <Amount form={form} name={`${at}.membership.fee.amount`} />
          <Select form={form} name={`${at}.membership.fee.period`} options={periodOptions(language, "year")} />
        </div>
        <div class="pair">
          <Amount form={form} name={`${surcharge}.amount`} />
          <Select form={form} name={`${surcharge}.period`} options={periodOptions(language, "month")} />
          <Line form={form} name={`${surcharge}.who`} />
        </div>
      </fieldset>
      <fieldset class="row-part">
        <legend>{word.solidarityGroup}</legend>
        <p class="field-hint">{word.solidarityHint}</p>
        <Line form={form} name={`${at}.solidarity.who`} />
        <Line form={form} name={`${at}.solidarity.how`} />
        <Line form={form} name={`${at}.solidarity.paidBy`} />
      </fieldset>
      <fieldset class="row-part">
        <legend>{word.otherGroup}</legend>
        <Tick form={form} name={`${at}.indicative`} />
        <div class="pair">
          <Line form={form} name={`${at}.asOf`} type="date" width="middle" />
          <Select form={form} name={`${at}.currency`} options={currencies.map((value) => ({ value, label: value }))} />
        </div>
        <Area form={form} name={`${at}.note`} />
      </fieldset>
    </Folded>
  );
}

/** The usual one first: it is what a new row begins with. */
function periodOptions(language: Language, usual: (typeof periods)[number]): readonly Option[] {
  const ordered = [usual, ...periods.filter((period) => period !== usual)];
  return ordered.map((value) => ({ value, label: offerWords[language].periods[value] }));
}
