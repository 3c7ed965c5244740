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

/** The one form of the directory: what and where on top, the rest beside what is found. */
export function FilterSample({ frame }: Props) {
  const word = words[frame.language].filters;
  return (
    <Sample frame={frame} id="filtering" title={word.title} text={word.text} sheets={["finder", "filters"]}>
      <div class="directory">
        <search class="finder" aria-label={word.label}>
          <form method="get" action="/about/design#filtering">
            <div class="finder-head">
              <div class="wrap">
                <div class="entry entry-search">
                  <div class="field">
                    <label class="field-label" for="f-q">
                      {word.looking}
                    </label>
                    <input class="input" id="f-q" autocomplete="off" />
                  </div>
                  <button class="button button-main" type="submit">
                    {word.find}
                  </button>
                </div>
              </div>
            </div>
            <Groups frame={frame} />
          </form>
        </search>
        <div class="results stack" id="filtered">
          <Found frame={frame} />
        </div>
      </div>
    </Sample>
  );
}

function Groups({ frame }: Props) {
  const word = words[frame.language].filters;
  return (
    <section class="filters" id="refine" aria-label={word.refine}>
      <details open>
        <summary>{word.group}</summary>
        <div class="options">
          {word.options.map(({ label, count }) => (
            <label class="option">
              <input type="checkbox" /> {label} <span class="option-count">{count}</span>
            </label>
          ))}
          <details class="filters-rest">
            <summary>{word.others}</summary>
            <label class="option">
              <input type="checkbox" /> {word.closed}
            </label>
          </details>
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
        <a class="filters-close" href="#filtered">
          {word.close}
        </a>
      </p>
    </section>
  );
}

function Found({ frame }: Props) {
  const word = words[frame.language].filters;
  return (
    <>
      <div class="results-head">
        <p>{word.found}</p>
        <p class="filters-call">
          <a class="button button-small" href="#refine">
            {word.open}
          </a>
        </p>
      </div>
      <nav class="sorts small" aria-label={word.order}>
        <ul>
          <li aria-hidden="true">{word.order}</li>
          {word.orders.map((order, at) => (
            <li>
              <a href="#filtered" aria-current={at === 0 ? "true" : undefined}>
                {order}
              </a>
            </li>
          ))}
        </ul>
        <p class="soft">{word.never}</p>
      </nav>
    </>
  );
}
