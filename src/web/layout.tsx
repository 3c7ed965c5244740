import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Language } from "../foundation/language.ts";
import { asset } from "./assets.ts";
import type { CardLink } from "./card.ts";
import { feedNames, feeds } from "./feeds.ts";
import { Footer } from "./footer.tsx";
import { Header, type LogoFiles } from "./header.tsx";
import type { SheetName } from "./sheets.ts";
import { words } from "./words.ts";

/** What every page of one answer has in common. */
export interface Frame {
  readonly language: Language;
  readonly origin: string;
  /** The path that was asked for, with its query. */
  readonly path: string;
  /** Who speaks here; null until the set-up. */
  readonly host: Speaker | null;
  /** Says on every page that names and prices are invented. */
  readonly demonstration: boolean;
  /** Of the software. */
  readonly version: string;
  /** What a shared link shows where a page has no card of its own; null before the set-up. */
  readonly card: CardLink | null;
}

interface Speaker {
  readonly name: string;
  /** The names under which it and its availability are followed: `@name`. A portal has no availability. */
  readonly handle: string;
  readonly availabilityHandle: string | null;
  /** A portal: it has no offers of its own. */
  readonly hub: boolean;
  /** Null where the emblem drawn from its address stands for it. */
  readonly logo: LogoFiles | null;
}

export interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  readonly description?: string | null;
  /** The permanent address of the page, without its query. */
  readonly canonical?: string;
  /** The id of the actor that the page shows. */
  readonly actor?: string;
  readonly here?: "home" | "offers" | "directory" | "funding" | "about";
  /** What a shared link to this page shows; without it, what stands for the host. */
  readonly card?: CardLink | null;
  /** Style sheets that this kind of page needs beside the one of all pages. */
  readonly sheets?: readonly SheetName[];
  /** Where the original is of which the page shows a copy: search engines and shared links lead there. */
  readonly original?: string;
  /** What a feed reader finds here besides the news of the host. */
  readonly feed?: { readonly href: string; readonly title: string };
  /** Kept out of search engines. */
  readonly unlisted?: boolean;
  /** Names of files in `scripts/`, for a page that is answered with the policy of the desk. */
  readonly scripts?: readonly string[];
  readonly children?: Child;
}

/** The frame around every page. */
export function Layout(props: LayoutProps) {
  const { frame, here, children } = props;
  const word = words[frame.language];
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={frame.language}>
        <Head {...props} />
        <body>
          <a class="skip-link" href="#content">
            {word.skip}
          </a>
          {frame.demonstration && (
            <aside class="demo-banner" aria-label={word.notice}>
              <div class="wrap">
                <p>
                  <strong>{word.demonstration}</strong> {word.demonstrationText}
                </p>
              </div>
            </aside>
          )}
          <Header {...frame} here={here ?? null} />
          <main id="content" tabindex={-1}>
            {children}
          </main>
          <Footer language={frame.language} host={frame.host} version={frame.version} />
        </body>
      </html>
    </>
  );
}

export type HeadProps = Omit<LayoutProps, "children">;

/** What a browser reads before it shows a page. */
export function Head(props: HeadProps) {
  const { frame, title, description, here, unlisted, sheets = [], scripts = [] } = props;
  const name = frame.host?.name ?? "Essaim";
  const full = here === "home" ? title : `${title} · ${name}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{full}</title>
      {description && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#1b1118" />
      <link rel="icon" href={asset("img/favicon.svg")} type="image/svg+xml" />
      <link
        rel="preload"
        href={asset("fonts/atkinson-next-fr.woff2")}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link
        rel="preload"
        href={asset("fonts/bricolage-fr.woff2")}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      {(["essaim", ...sheets] as const).map((sheet) => (
        <link rel="stylesheet" href={asset(`css/${sheet}.css`)} />
      ))}
      {scripts.map((name) => (
        <script type="module" src={asset(`scripts/${name}.js`)} />
      ))}
      {unlisted && <meta name="robots" content="noindex" />}
      <Elsewhere {...props} />
    </head>
  );
}

/** What other software finds out about the page: where it lasts, what a link to it shows, what can be followed. */
function Elsewhere({ frame, title, description, canonical, original, card, feed, actor }: HeadProps) {
  const url = original ?? (canonical === undefined ? null : `${frame.origin}${canonical}`);
  const author = original === undefined ? frame.host : null;
  return (
    <>
      {url !== null && <Shared {...{ frame, title, description, url }} card={card ?? frame.card} />}
      {frame.host && <FeedLinks language={frame.language} name={frame.host.name} />}
      {feed && <link rel="alternate" type="application/atom+xml" title={feed.title} href={feed.href} />}
      {actor !== undefined && <link rel="alternate" type="application/activity+json" href={actor} />}
      {author && <meta name="fediverse:creator" content={`@${author.handle}@${new URL(frame.origin).host}`} />}
    </>
  );
}

/** Where a feed reader finds the news of the host. */
function FeedLinks({ language, name }: { readonly language: Language; readonly name: string }) {
  return (
    <>
      {feedNames.map((feed) => (
        <link
          rel="alternate"
          type="application/atom+xml"
          title={words[language].feeds[feed](name)}
          href={feeds[feed]}
        />
      ))}
    </>
  );
}

interface SharedProps {
  readonly frame: Frame;
  readonly title: string;
  readonly description: string | null | undefined;
  readonly url: string;
  readonly card: CardLink | null;
}

/** What a link to the page shows elsewhere. */
function Shared({ frame, title, description, url, card }: SharedProps) {
  return (
    <>
      <link rel="canonical" href={url} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={frame.host?.name ?? "Essaim"} />
      <meta property="og:locale" content={frame.language === "fr" ? "fr_FR" : "en_GB"} />
      <meta property="og:image" content={`${frame.origin}${card?.path ?? asset("img/og.png")}`} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={card?.alt ?? "Essaim"} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
