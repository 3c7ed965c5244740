import { Choices, SelectField, TextField } from "../web/form-parts.tsx";
import { words } from "./row-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

type Props = Pick<SamplesProps, "frame">;

/** Things of one kind in a form: tiers with their price, boxes in columns, plain rows. */
export function RowSample({ frame }: Props) {
  const word = words[frame.language];
  return (
    <Sample frame={frame} id="rows" title={word.title} text={word.text} sheets={["offer-editor"]}>
      <fieldset class="row-part">
        <legend>{word.formula}</legend>
        <div class="pair pair-wide">
          <TextField name="s-row-name" label={word.name} value={word.formula} />
          <TextField name="s-row-people" label={word.people} value="12" inputmode="numeric" />
        </div>
        <PriceFields frame={frame} />
        <details class="folded">
          <summary>{word.rare}</summary>
          <div class="folded-in">
            <TextField name="s-row-vat" label={word.vat} value="20" width="short" />
          </div>
        </details>
        <label class="option row-line">
          <input type="checkbox" name="s-row-remove" />
          <span>{word.remove}</span>
        </label>
      </fieldset>
      <div class="boxes">
        <Choices
          {...{ name: "s-row-needs", label: word.needs, type: "checkbox", chosen: ["0"] }}
          options={word.boxes.map((label, at) => ({ value: String(at), label }))}
        />
      </div>
      <p class="cluster offer-moves">
        <button class="button button-small" type="button">
          {word.up}
        </button>
        <button class="button button-small" type="button" disabled>
          {word.down}
        </button>
      </p>
      <div class="form-rows">
        <h4 class="like-h4">{word.rows}</h4>
        <fieldset class="fieldset form-row">
          <legend>{word.row}</legend>
          <TextField name="s-row-fact" label={word.fact} value={word.factValue} />
        </fieldset>
      </div>
    </Sample>
  );
}

/** Only the fields of the way of counting that is chosen are shown. */
function PriceFields({ frame }: Props) {
  const word = words[frame.language];
  const options = Object.entries(word.ways).map(([value, label]) => ({ value, label }));
  const all = "price-flat price-per-unit price-graduated price-free-price price-composite price-free price-priced";
  return (
    <div class="price-part">
      <SelectField name="s-row-counting" label={word.counting} value="flat" options={options} />
      <div class={`price-rule ${all}`}>
        <TextField name="s-row-price" label={word.price} value="50,00" inputmode="decimal" width="short" />
      </div>
    </div>
  );
}
