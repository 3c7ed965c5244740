import type { Child } from "hono/jsx";
import { asset } from "../web/assets.ts";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { type Host, isHub } from "./host.ts";
import { FeedLink, FollowForm, Notes, type Said } from "./parts.tsx";
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

export interface BandsProps {
  readonly frame: Frame;
  readonly host: Host;
  readonly showcase: Showcase;
  /** What the host gives together with others, led by them; null where there is none. */
  readonly together: Child;
  readonly news: readonly NewsItem[];
  /** What others offer, which this room does not know; null while there are none. */
  readonly swarm: Child;
  /** What a portal puts first. */
  readonly sections: Child;
  /** What associations finance together here; null while there is nothing. */
  readonly funding: Child;
}

export interface NewsItem extends Said {
  readonly author: string;
}

/** What stands below the head of a home: at a host its own offers first, at a portal those of the swarm. */
export function Bands({ frame, host, showcase, together, news, swarm, sections, funding }: BandsProps) {
  const { language } = frame;
  const offers = <Offers host={host} showcase={showcase} language={language} />;
  const shared = together && (
    <div class="section">
      <div class="wrap">{together}</div>
    </div>
  );
  const said = <News news={news} language={language} />;
  const follow = <FollowBand frame={frame} host={host} />;
  const order: readonly Child[] = isHub(host.profile)
    ? [swarm, funding, sections, offers, said, follow]
    : [sections, offers, shared, funding, swarm, follow, said];
  return <>{order}</>;
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
