import { words } from "./directory-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

type Props = Pick<SamplesProps, "frame">;

/** The three questions at the door of the directory. */
export function EntrySample({ frame }: Props) {
  const word = words[frame.language].entry;
  return (
    <Sample frame={frame} id="entry" title={word.title} text={word.text} sheets={["filters"]}>
      <form class="entry" method="get" action="/about/design#entry" aria-label={word.label}>
        <div class="field">
          <label class="field-label" for="e-need">
            <span class="entry-number">1</span>
            {word.need}
          </label>
          <select class="input" id="e-need">
            {word.needs.map((need) => (
              <option>{need}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label class="field-label" for="e-place">
            <span class="entry-number">2</span>
            {word.place}
          </label>
          <input class="input" id="e-place" value="Fougères (35)" autocomplete="off" />
        </div>
        <div class="field">
          <label class="field-label" for="e-who">
            <span class="entry-number">3</span>
            {word.who}
          </label>
          <select class="input" id="e-who">
            {word.whos.map((who) => (
              <option>{who}</option>
            ))}
          </select>
        </div>
        <button class="button button-main" type="submit">
          {word.find}
        </button>
      </form>
    </Sample>
  );
}

export function FilterSample({ frame }: Props) {
  const word = words[frame.language].filters;
  return (
    <Sample frame={frame} id="filtering" title={word.title} text={word.text} sheets={["filters"]}>
      <form class="filters" id="refine" method="get" action="/about/design#filtering" aria-label={word.label}>
        <details open>
          <summary>{word.group}</summary>
          <div class="options">
            {word.options.map(({ label, count }) => (
              <label class="option">
                <input type="checkbox" /> {label} <span class="option-count">{count}</span>
              </label>
            ))}
          </div>
        </details>
        <details>
          <summary>{word.other}</summary>
          <div class="options">
            <label class="option">
              <input type="checkbox" /> {word.cheap}
            </label>
          </div>
        </details>
        <p class="form-end">
          <button class="button button-small" type="submit">
            {word.apply}
          </button>{" "}
          <a class="filters-close" href="#filtering">
            {word.close}
          </a>
        </p>
      </form>
      <div class="results-head">
        <p>{word.found}</p>
        <p class="filters-call">
          <a class="button button-small" href="#refine">
            {word.open}
          </a>
        </p>
        <div class="with-unit">
          <label class="small" for="f-order">
            {word.order}
          </label>
          <select class="input input-middle" id="f-order">
            {word.orders.map((order) => (
              <option>{order}</option>
            ))}
          </select>
        </div>
      </div>
    </Sample>
  );
}
