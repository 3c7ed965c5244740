import { Emblem } from "../web/icon.tsx";
import { CompareSample } from "./compare-parts.tsx";
import { words } from "./directory-words.ts";
import { EntrySample, FilterSample } from "./filter-parts.tsx";
import { MapSample } from "./map-parts.tsx";
import { Sample, type SamplesProps } from "./sample-parts.tsx";
import { WaysSample } from "./ways-parts.tsx";

/** How an association looks for a host, compares, and answers a small ad. */
export function DirectorySamples({ frame }: SamplesProps) {
  return (
    <>
      <EntrySample frame={frame} />
      <FilterSample frame={frame} />
      <MapSample frame={frame} />
      <CompareSample frame={frame} />
      <WaysSample frame={frame} />
      <StripSample frame={frame} />
      <AnswerSample frame={frame} />
    </>
  );
}

type Props = Pick<SamplesProps, "frame">;

function StripSample({ frame }: Props) {
  const word = words[frame.language].tear;
  return (
    <Sample frame={frame} id="strips" title={word.title} text={word.text} sheets={["tear-off"]}>
      <fieldset class="fieldset">
        <legend class="sr">{word.legend}</legend>
        <div class="tear-off">
          <div class="tear-off-body">
            <p>{word.body}</p>
          </div>
          <div class="tear-off-strips">
            {word.amounts.map((amount, i) => (
              <label>
                <input type="radio" name="s-amount" value={amount} checked={i === 1} /> {amount}
              </label>
            ))}
            <label>
              <input type="radio" name="s-amount" value="other" /> {word.other}
              <small>{word.otherMore}</small>
            </label>
          </div>
        </div>
      </fieldset>
    </Sample>
  );
}

function AnswerSample({ frame }: Props) {
  const word = words[frame.language].answer;
  return (
    <Sample frame={frame} id="answers" title={word.title} text={word.text} sheets={["answers"]}>
      <div>
        <Answer address="tilleul.example" by={word.first} day={word.day} said={word.words} terms={word.terms} />
        <Answer
          address="four-banal.example"
          by={word.second}
          day={word.secondDay}
          said={word.secondWords}
          terms={word.secondTerms}
        />
      </div>
    </Sample>
  );
}

interface AnswerProps {
  readonly address: string;
  readonly by: string;
  readonly day: string;
  readonly said: string;
  readonly terms: readonly string[];
}

function Answer({ address, by, day, said, terms }: AnswerProps) {
  return (
    <article class="answer">
      <Emblem address={address} size={48} />
      <div>
        <div class="answer-head">
          <h3>
            <a href="#answers">{by}</a>
          </h3>
          <span class="small soft">{day}</span>
        </div>
        <blockquote>{said}</blockquote>
        <p class="answer-terms">
          {terms.map((term) => (
            <span>{term}</span>
          ))}
        </p>
      </div>
    </article>
  );
}
