import { Emblem, Icon } from "../web/icon.tsx";
import { words } from "./directory-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** What answers the three questions: why an offer fits and what it lacks; hosts that answer together; what was asked. */
export function WaysSample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].ways;
  return (
    <Sample frame={frame} id="reasons" title={word.title} text={word.text} sheets={["reasons"]}>
      <dl class="answers-given" aria-label={word.given}>
        <div>
          <dt>{word.need}</dt>
          <dd>
            {word.needSaid} · <a href="#reasons">{word.change}</a>
          </dd>
        </div>
      </dl>
      <article class="sheet stack answer-offer">
        <Emblem address="four-banal.example" size={44} />
        <h3>
          <a href="#reasons">{word.offer}</a>
        </h3>
        <div class="reasons">
          <p class="reasons-fit">
            <Icon name="check" />
            <span>{word.fits}</span>
          </p>
          <ul class="reasons-lacks" aria-label={word.lacksTitle}>
            {word.lacks.map((lack) => (
              <li>
                <Icon name="x" />
                <span>{lack}</span>
              </li>
            ))}
          </ul>
        </div>
      </article>
      <article class="sheet stack">
        <ul class="together">
          {word.together.map((covers, at) => (
            <li>
              <Emblem address={at === 0 ? "four-banal.example" : "tilleul.example"} size={44} />
              <p>{covers}</p>
            </li>
          ))}
        </ul>
        <p class="together-total">{word.total}</p>
      </article>
    </Sample>
  );
}
