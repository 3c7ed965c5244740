import { Chip } from "../web/chip.tsx";
import { Emblem } from "../web/icon.tsx";
import { words } from "./exchange-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** A conversation with somebody who asks: theirs, ours, a note of our own, one that has not left. */
export function ThreadSample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].thread;
  return (
    <Sample frame={frame} id="thread" title={word.title} text={word.text} sheets={["thread"]}>
      <ol class="thread">
        <li class="thread-day">{word.day}</li>
        <li class="thread-message">
          <p class="thread-by">
            <Emblem address="asso.example" size={28} /> <b>{word.from}</b> <small>{word.fromHandle}</small>{" "}
            <time>{word.askTime}</time>
          </p>
          <p class="thread-text">{word.ask}</p>
        </li>
        <li class="thread-message thread-note">
          <p class="thread-by">
            <b>{word.note}</b> <small>{word.noteBy}</small> <time>{word.noteTime}</time>
          </p>
          <p class="thread-text">{word.noteText}</p>
        </li>
        <li class="thread-message thread-ours">
          <p class="thread-by">
            <b>{word.ours}</b> <time>{word.oursTime}</time>
          </p>
          <p class="thread-text">{word.oursText}</p>
          <p class="thread-foot">
            <Chip kind="good" icon="check" word={word.sent} />
          </p>
        </li>
        <li class="thread-message thread-ours">
          <p class="thread-by">
            <b>{word.ours}</b> <time>{word.oursTime}</time>
          </p>
          <p class="thread-text">{word.long}</p>
          <p class="thread-foot">
            <Chip kind="bad" icon="warning-circle" word={word.failed} />{" "}
            <button class="button button-small" type="button">
              {word.again}
            </button>
          </p>
        </li>
      </ol>
    </Sample>
  );
}
