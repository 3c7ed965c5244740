import { asset } from "../web/assets.ts";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { Bands, type BandsProps } from "./home-parts.tsx";
import { type Host, isHub } from "./host.ts";
import { ClosingNotice, spoken } from "./parts.tsx";
import { territoryWords } from "./territory-parts.tsx";
import { words } from "./words.ts";

export interface HomePageProps extends BandsProps {
  readonly actor: string;
}

/** The first page: who hosts here, what is open now, and how to hear of it. */
export function HomePage({ frame, host, actor, showcase, together, news, swarm, sections, funding }: HomePageProps) {
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
      sheets={[
        ...(swarm === null && sections === null && together === null ? [] : ["directory" as const]),
        ...(funding ? ["funding" as const] : []),
      ]}
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
      <Bands {...{ frame, host, showcase, together, news, swarm, sections, funding }} />
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

/** What a search result or a shared link has room for. */
function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199).replace(/\s+\S*$/, "")}…`;
}
