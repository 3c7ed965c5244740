import { spoken } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import type { Campaign } from "./campaigns.ts";
import { Poster } from "./poster-parts.tsx";
import { words } from "./request-words.ts";

export interface PosterPageProps {
  readonly frame: Frame;
  readonly now: Date;
  readonly campaign: Campaign;
  /** The code to photograph, as SVG of our own making. */
  readonly drawing: string;
}

/** The poster as it will hang, and how to print it; on paper there is nothing else. */
export function PosterPage({ frame, now, campaign, drawing }: PosterPageProps) {
  const { language } = frame;
  const word = words[language];
  const { request } = campaign;
  const { title } = request.content;
  const path = `/funding/${request.code}`;
  return (
    <Layout frame={frame} title={word.poster.title(title)} here="funding" sheets={["funding"]} unlisted>
      <div class="wrap section stack stack-5">
        <div class="stack not-on-paper">
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
        <Poster
          {...{ campaign, drawing, now, language, label: word.poster.title(title), address: frame.origin + path }}
          title={
            <h1 class="poster-title" {...spoken(request.content.language, language)}>
              {title}
            </h1>
          }
        />
      </div>
    </Layout>
  );
}
