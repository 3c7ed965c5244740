import { dateWords } from "../foundation/date-words.ts";
import { FactList } from "../hosts/parts.tsx";
import { Needs, Tags } from "../offers/promise-parts.tsx";
import { Gloss } from "../web/gloss.tsx";
import { Icon } from "../web/icon.tsx";
import { words } from "./reading-words.ts";
import { dayFrom, sampleOffers } from "./sample-offers.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** Facts in a row, in lines, and narrow. */
export function FactsSample({ frame, now }: SamplesProps) {
  const word = words[frame.language];
  const due = dateWords(dayFrom(now, 54), frame.language);
  const lines = [
    [word.facts.due, due],
    [word.hostName, word.offers.long.summary],
  ] as const;
  return (
    <Sample {...word.facts} frame={frame} id="facts-sample" sheets={["facts"]}>
      <dl class="facts facts-row">
        <div>
          <dt>{word.facts.due}</dt>
          <dd>
            {due}
            <small>{word.facts.left}</small>
          </dd>
        </div>
        <div>
          <dt>{word.hostName}</dt>
          <dd>AGPL-3.0</dd>
        </div>
      </dl>
      <FactList lines={lines} />
    </Sample>
  );
}

/** What an offer is for and for whom; a tag that leads somewhere; a filter that can be taken off. */
export function TagSample({ frame, now }: SamplesProps) {
  const word = words[frame.language].tag;
  const [{ content }] = sampleOffers(frame.language, words[frame.language], now);
  return (
    <Sample frame={frame} id="tags" title={word.title} text={word.text} sheets={["tag", "need-list"]}>
      <Tags content={content} language={frame.language} />
      <ul class="tags">
        <li>
          <a class="tag" href="#tags">
            {word.linked}
          </a>
        </li>
        <li>
          <a class="tag tag-remove" href="#tags">
            {word.filter} <Icon name="x" /> <span class="sr">{word.remove}</span>
          </a>
        </li>
      </ul>
      <Needs content={content} language={frame.language} />
      <p class="masthead-place icon-text">
        <Icon name="map-pin" /> <span>{word.filter}</span>
      </p>
    </Sample>
  );
}

export function StepsSample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].steps;
  return (
    <Sample frame={frame} id="steps" title={word.title} text={word.text} sheets={["steps"]}>
      <ol class="steps-here" aria-label={word.label}>
        <li class="done">{word.done}</li>
        <li aria-current="step">{word.here}</li>
        <li>{word.next}</li>
      </ol>
      <ol class="steps steps-small">
        <li>
          <b>{word.first}</b>
          {word.firstText}
        </li>
        <li>
          <b>{word.second}</b>
          {word.secondText}
        </li>
      </ol>
    </Sample>
  );
}

export function GlossSample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].gloss;
  return (
    <Sample frame={frame} id="glossary" title={word.title} text={word.text} sheets={["gloss"]}>
      <p>
        {word.before}{" "}
        <Gloss id="gloss-imap" term={word.term}>
          {word.meaning}
        </Gloss>
        {word.after}
      </p>
    </Sample>
  );
}
