import { raw } from "hono/html";
import { dateWords } from "../foundation/date-words.ts";
import { spoken } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { Campaign } from "./campaigns.ts";
import { StandingLine } from "./progress-parts.tsx";
import { goalWords, lastDayOf, missingWords, sumsOf } from "./progress-words.ts";
import { words } from "./request-words.ts";

export interface PosterPageProps {
  readonly frame: Frame;
  readonly now: Date;
  readonly campaign: Campaign;
  /** The code to photograph, as SVG of our own making. */
  readonly drawing: string;
}

/** One sheet of A4 for the door: what is looked for, until when, and the way there for a telephone and for hands. */
export function PosterPage({ frame, now, campaign, drawing }: PosterPageProps) {
  const { language } = frame;
  const word = words[language];
  const { request } = campaign;
  const { title } = request.content;
  const path = `/funding/${request.code}`;
  return (
    <Layout frame={frame} title={word.poster.title(title)} here="funding" sheets={["funding"]} unlisted>
      <div class="wrap section stack stack-5">
        <div class="stack poster-about">
          <Breadcrumb
            language={language}
            ways={[
              { href: "/funding", label: word.title },
              { href: path, label: title },
            ]}
            here={word.share.poster}
          />
          <p class="icon-text">
            <Icon name="printer" />
            <span>{word.poster.print}</span>
          </p>
          <p class="small">
            <a href={`${path}/qr.svg`}>{word.poster.code}</a>
          </p>
        </div>
        <article class="poster" aria-label={word.poster.title(title)}>
          <p class="poster-above">{word.poster.above}</p>
          <h1 {...spoken(request.content.language, language)}>{title}</h1>
          <Sought {...{ frame, now, campaign }} />
          <Where address={`${frame.origin}${path}`} drawing={drawing} language={language} />
        </article>
      </div>
    </Layout>
  );
}

/** How much is looked for, until when, and how far it was on the day of printing. */
function Sought({ frame: { language }, now, campaign }: Omit<PosterPageProps, "drawing">) {
  const word = words[language].poster;
  const { request } = campaign;
  const day = lastDayOf(request);
  const heads = request.terms.goal.mode === "headcount";
  return (
    <div class="stack stack-3">
      <p class="poster-sum">
        {heads ? word.heads : word.together} <b>{goalWords(request.terms.goal, language)}</b>
        {day !== null && <> {word.day(dateWords(day, language))}</>}
      </p>
      <StandingLine {...{ campaign, now, language }} />
      <p>
        {word.state(dateWords(now, language))}
        {language === "fr" ? "\u00a0: " : ": "}
        {sumsOf(campaign, language).join(", ")}. {missingWords(campaign, language)}
      </p>
    </div>
  );
}

function Where({ address, drawing, language }: { address: string; drawing: string; language: Frame["language"] }) {
  const word = words[language].poster;
  return (
    <div class="poster-way">
      <div class="qr" role="img" aria-label={word.qr(address)}>
        {raw(drawing)}
      </div>
      <div class="stack stack-3">
        <p>{word.how}</p>
        <p class="poster-address">{address.replace(/^https?:\/\//, "")}</p>
        <p>
          <b>{word.promise}</b>
        </p>
      </div>
    </div>
  );
}
