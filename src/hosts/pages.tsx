import type { Child } from "hono/jsx";
import { asset } from "../web/assets.ts";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { type Host, isHub } from "./host.ts";
import { ClosingNotice, FeedLink, FollowForm, Notes, type Said, spoken } from "./parts.tsx";
import { territoryWords } from "./territory-parts.tsx";
import { words } from "./words.ts";

/** The offers of a host as its home shows them; this room does not look inside. */
export interface Showcase {
  readonly count: number;
  /** What is open comes first; the rest only as far as there is room. */
  readonly board: Child;
  /** The whole board. */
  readonly places: Child;
  readonly cards: Child;
}

export interface HomePageProps {
  readonly frame: Frame;
  readonly host: Host;
  readonly actor: string;
  readonly showcase: Showcase;
  readonly news: readonly NewsItem[];
  /** What this instance puts first of what all hosts offer; null where that is nothing. */
  readonly curated: Child;
}

export interface NewsItem extends Said {
  readonly author: string;
}

/** The first page: who hosts here, what is open now, and how to hear of it. */
export function HomePage({ frame, host, actor, showcase, news, curated }: HomePageProps) {
  const { language } = frame;
  const word = words[language];
  const { profile } = host;
  const places = profile.territory && territoryWords(profile.territory, language);
  const description = profile.tagline ?? (profile.summary || word.homeDescription(profile.name, places));
  return (
    <Layout
      frame={frame}
      title={profile.name}
      description={shorten(description)}
      canonical="/"
      actor={actor}
      here="home"
    >
      <section class="masthead">
        <img class="masthead-flight" src={asset("img/flight.svg")} alt="" width="740" height="260" />
        <div class={`wrap masthead-in${showcase.count === 0 ? " masthead-alone" : ""}`}>
          <div class="masthead-words">
            <Introduction host={host} frame={frame} places={places} />
            <WaysIn offers={showcase.count} hub={isHub(profile)} news={news.length > 0} language={language} />
          </div>
          {showcase.count > 0 && showcase.board}
        </div>
      </section>
      {profile.closing && (
        <div class="wrap section">
          <ClosingNotice closing={profile.closing} language={language} />
        </div>
      )}
      <Offers host={host} showcase={showcase} language={language} />
      {curated}
      {isHub(profile) && <News news={news} language={language} />}
      <FollowBand frame={frame} host={host} />
      {!isHub(profile) && <News news={news} language={language} />}
    </Layout>
  );
}

interface WaysInProps {
  readonly offers: number;
  readonly hub: boolean;
  readonly news: boolean;
  readonly language: Frame["language"];
}

/** The main action of a home: its offers; at a portal what hosts announce; and where there is neither, to follow. */
function WaysIn({ offers, hub, news, language }: WaysInProps) {
  const word = words[language];
  const follow = hub ? word.followHub : word.followHere;
  const [href, label] =
    offers > 0 ? ["#offers", word.seeOffers(offers)] : hub && news ? ["#news", word.seeNews] : ["#follow", follow];
  return (
    <p class="masthead-actions">
      <a class="button button-main" href={href}>
        {label} <Icon name="arrow-right" />
      </a>
      {href !== "#follow" && <a href="#follow">{hub ? word.orFollowHub : word.orFollow}</a>}
    </p>
  );
}

function Introduction({
  host,
  frame,
  places,
}: {
  readonly host: Host;
  readonly frame: Frame;
  readonly places: string | null;
}) {
  const { name, tagline, summary, language } = host.profile;
  const lang = spoken(language, frame.language);
  return (
    <>
      {tagline === null ? <h1>{name}</h1> : <h1 {...lang}>{tagline}</h1>}
      {summary !== "" && (
        <p class="lead" {...lang}>
          {summary}
        </p>
      )}
      {places !== null && (
        <p class="masthead-place icon-text">
          <Icon name="map-pin" />
          <span>{places}</span>
        </p>
      )}
    </>
  );
}

interface OffersProps {
  readonly host: Host;
  readonly showcase: Showcase;
  readonly language: Frame["language"];
}

/** What the host proposes, or that there is nothing yet; a portal need not say so. */
function Offers({ host: { profile }, showcase, language }: OffersProps) {
  const word = words[language];
  if (showcase.count === 0 && isHub(profile)) return null;
  return (
    <section class="section" id="offers" aria-labelledby="offers-title">
      <div class="wrap">
        <div class="section-head">
          <h2 id="offers-title">{showcase.count > 0 ? word.offersTitle : word.noOffers}</h2>
        </div>
        {showcase.count > 0 ? showcase.cards : <NoOffers name={profile.name} language={language} />}
      </div>
    </section>
  );
}

function NoOffers({ name, language }: { readonly name: string; readonly language: Frame["language"] }) {
  return (
    <div class="empty">
      <img src={asset("img/empty.svg")} alt="" width="160" height="120" />
      <p>{words[language].noOffersText(name)}</p>
    </div>
  );
}

/** What other hosts said last: at a portal it is what one comes for. */
function News({ news, language }: { readonly news: readonly NewsItem[]; readonly language: Frame["language"] }) {
  if (news.length === 0) return null;
  return (
    <section class="section" id="news" aria-labelledby="news-title">
      <div class="wrap">
        <div class="section-head">
          <h2 id="news-title">{words[language].news}</h2>
        </div>
        <Notes notes={news} language={language} />
      </div>
    </section>
  );
}

function FollowBand({ frame, host }: { readonly frame: Frame; readonly host: Host }) {
  const word = words[frame.language];
  return (
    <section class="section band" id="follow" aria-labelledby="follow-title">
      <div class="wrap split split-even">
        <div class="stack">
          <h2 id="follow-title">{word.followHere}</h2>
          <p>{isHub(host.profile) ? word.hubKind : word.kinds.host}</p>
          <p>{word.followText}</p>
        </div>
        <div class="stack">
          <FollowForm frame={frame} target={host.handle} />
          {frame.host !== null && frame.host.availabilityHandle !== null && (
            <p>
              <a class="icon-text" href={`/@${frame.host.availabilityHandle}`}>
                <Icon name="bell-ringing" />
                <span>{word.onlyPlaces}</span>
              </a>
            </p>
          )}
          <FeedLink language={frame.language} />
        </div>
      </div>
    </section>
  );
}

/** What a search result or a shared link has room for. */
function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199).replace(/\s+\S*$/, "")}…`;
}
