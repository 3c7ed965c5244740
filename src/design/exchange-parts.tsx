import { asset } from "../web/assets.ts";
import { words } from "./exchange-words.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";
import { ThreadSample } from "./thread-parts.tsx";

/** What is said between people, what is said in public, what is remembered. */
export function ExchangeSamples({ frame }: SamplesProps) {
  return (
    <>
      <ThreadSample frame={frame} />
      <PostSample frame={frame} />
      <JournalSample frame={frame} />
    </>
  );
}

type Props = Pick<SamplesProps, "frame">;

function PostSample({ frame }: Props) {
  const word = words[frame.language].post;
  return (
    <Sample frame={frame} id="post" title={word.title} text={word.text} sheets={["post"]}>
      <div class="post">
        <p class="post-head">{word.head}</p>
        <div class="post-in">
          <div class="post-by">
            <img src={asset("img/actor-availability.png")} alt="" width="44" height="44" />
            <p>
              <b>{word.name}</b>
              <small>{word.handle}</small>
            </p>
            <small>{word.time}</small>
          </div>
          <p class="post-text">
            {word.body}
            {"\n"}
            <a href="#post">{word.tag}</a>
          </p>
          <p class="post-card">
            <small>{word.site}</small>
            <b>{word.card}</b>
          </p>
          <p class="post-foot">
            <span>{word.length}</span> <span>{word.reach}</span>
          </p>
          <p class="post-foot">
            <span class="post-long">{word.long}</span>
          </p>
        </div>
      </div>
    </Sample>
  );
}

const kinds = ["journal-entry", "journal-entry", "journal-entry journal-machine", "journal-entry journal-refused"];

function JournalSample({ frame }: Props) {
  const word = words[frame.language].journal;
  return (
    <Sample frame={frame} id="journal" title={word.title} text={word.text} sheets={["journal"]}>
      <div>
        <h4 class="journal-day">{word.day}</h4>
        <ol class="journal">
          {word.entries.map(({ time, who, what, more }, i) => (
            <li class={kinds[i] ?? "journal-entry"}>
              <time>{time}</time>
              <p>
                <b>{who}</b> {what}
                <small>{more}</small>
              </p>
            </li>
          ))}
        </ol>
      </div>
    </Sample>
  );
}
