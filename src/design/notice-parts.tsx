import { ClosingNotice, Notes } from "../hosts/parts.tsx";
import { asset } from "../web/assets.ts";
import { Icon, type IconName } from "../web/icon.tsx";
import { words } from "./reading-words.ts";
import { dayFrom } from "./sample-offers.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";

/** What other hosts said. */
export function NewsSample({ frame, now }: SamplesProps) {
  const word = words[frame.language];
  const said = { author: "Mille Sabots", content: word.news.said, published: now, url: "#news-sample" };
  const long = { ...said, author: word.hostName, content: `${word.offers.long.summary}\n${word.news.said}` };
  return (
    <Sample {...word.news} frame={frame} id="news-sample" sheets={["news"]}>
      <Notes notes={[said, long]} language={frame.language} />
      <code class="command">essaim setup --name "…" --handle …</code>
    </Sample>
  );
}

/** What happened, by how much it matters; and a host that stops. */
export function NoticeSample({ frame, now }: SamplesProps) {
  const word = words[frame.language].notice;
  const closing = {
    ...{ announced: dayFrom(now, -30), ends: dayFrom(now, 200), successor: "Sémaphore" },
    ...{ exitGuide: null, notice: null },
  };
  return (
    <Sample frame={frame} id="notices" title={word.title} text={word.text} sheets={["notice"]}>
      <div class="notice">
        <Icon name="info" />
        <p>{word.note}</p>
      </div>
      <Notice kind="good" icon="check-circle" title={word.good} text={word.goodText} />
      <Notice kind="care" icon="clock" title={word.care} text={word.careText} />
      <Notice kind="bad" icon="warning-circle" title={word.bad} text={word.badText} />
      <ClosingNotice closing={closing} language={frame.language} />
    </Sample>
  );
}

interface NoticeProps {
  readonly kind: "good" | "care" | "bad";
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}

function Notice({ kind, icon, title, text }: NoticeProps) {
  return (
    <div class={`notice notice-${kind}`}>
      <Icon name={icon} />
      <div>
        <h4>{title}</h4>
        <p>{text}</p>
      </div>
    </div>
  );
}

/** A list with nothing in it yet, and a page that is not there. */
export function EmptySample({ frame }: Pick<SamplesProps, "frame">) {
  const word = words[frame.language].empty;
  return (
    <Sample frame={frame} id="nothing" title={word.title} text={word.text} sheets={["empty"]}>
      <div class="empty">
        <img src={asset("img/empty.svg")} alt="" width="160" height="120" />
        <div class="stack">
          <h4>{word.head}</h4>
          <p>{word.body}</p>
          <p>
            <a class="button" href="#nothing">
              <Icon name="plus" /> {word.action}
            </a>
          </p>
        </div>
      </div>
      <img class="error-picture" src={asset("img/lost.svg")} alt="" width="300" height="200" />
    </Sample>
  );
}
