import type { Language } from "../foundation/language.ts";
import { count } from "../web/money.ts";
import { words } from "./list-words.ts";
import type { Figures } from "./listing.ts";

/** How many requests there are and were on this site; nothing where there was none. */
export function FiguresSheet({ figures, language }: { readonly figures: Figures; readonly language: Language }) {
  if (figures.open + figures.delivered + figures.failed === 0) return null;
  const word = words[language].figures;
  const shown = (n: number) => word.openText(count(n, language), n > 1);
  return (
    <section class="sheet sheet-soft stack stack-3" aria-labelledby="figures">
      <h2 class="like-h4" id="figures">
        {word.title}
      </h2>
      <dl class="facts">
        <div>
          <dt>{word.open}</dt>
          <dd>{shown(figures.open)}</dd>
        </div>
        {figures.delivered > 0 && (
          <div>
            <dt>{word.delivered}</dt>
            <dd>{shown(figures.delivered)}</dd>
          </div>
        )}
        {figures.failed > 0 && (
          <div>
            <dt>{word.failed}</dt>
            <dd>
              {shown(figures.failed)}
              <small>{word.failedText}</small>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

/** The whole way in four steps, for who sees this for the first time. */
export function HowItWorks({ language }: { readonly language: Language }) {
  const { title, text, steps } = words[language].how;
  return (
    <section class="section band" aria-labelledby="how">
      <div class="wrap split split-even">
        <div class="stack">
          <h2 id="how">{title}</h2>
          <p>{text}</p>
        </div>
        <ol class="steps steps-small">
          {steps.map(([step, more]) => (
            <li>
              <b>{step}</b> {more}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
