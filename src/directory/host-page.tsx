import type { Child } from "hono/jsx";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { ClosedNotice } from "../catalogue/closing-parts.tsx";
import type { Why } from "../catalogue/why.ts";
import { WhyFacts } from "../catalogue/why-parts.tsx";
import { ContactPart, InShort } from "../hosts/about-page.tsx";
import { Facts } from "../hosts/facts-parts.tsx";
import { Where } from "../hosts/map-parts.tsx";
import { spoken } from "../hosts/parts.tsx";
import { Commitments, type KnownNames, Limits, SolidarityPart } from "../hosts/promise-parts.tsx";
import { ClaimReviews, OtherReviews } from "../reviews/parts.tsx";
import type { ShownReview } from "../reviews/queries.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { StructuredData } from "../web/structured-data.tsx";
import { hostKey } from "./addresses.ts";
import { CopyNotice, FollowElsewhere, HostEmblem, WhyHere } from "./copy-parts.tsx";
import type { Found } from "./directory.ts";
import { FoundCards } from "./found-parts.tsx";
import { GivenTogether } from "./given-together-parts.tsx";
import { words } from "./host-words.ts";
import { words as pageWords } from "./page-words.ts";
import { hostPath } from "./paths.ts";
import { listedOrganization } from "./structured.ts";

export interface HostPageProps {
  readonly frame: Frame;
  readonly host: ListedHost;
  readonly offers: readonly Found[];
  /** What it gives together with others, led by them. */
  readonly together: readonly Found[];
  readonly why: Why | null;
  /** What hosts that are shown here say of its commitments. */
  readonly reviews: readonly ShownReview[];
  /** Who takes over, where it closes and that one is known here. */
  readonly successor: ListedHost | null;
  /** Those of the hosts that it names which are known here. */
  readonly known: KnownNames;
  /** What becomes of its users should it stop, which this room does not know. */
  readonly continuity: Child;
  /** With whom it works, which this room does not know. */
  readonly partners: Child;
  readonly now: Date;
}

/** A host of another instance: what it says of itself, where that comes from, and the way to it. */
export function HostPage(props: HostPageProps) {
  const { frame, host, offers, together, why, reviews, successor, known, continuity, partners, now } = props;
  const { language } = frame;
  const word = words[language];
  const { profile } = host;
  const lang = spoken(profile.language, language);
  const parts = { profile, frame };
  return (
    <Layout
      frame={frame}
      title={profile.name}
      description={profile.tagline ?? (profile.summary.slice(0, 200) || word.hostLead(hostKey(host.origin)))}
      original={host.url}
      actor={host.actor}
      here="directory"
      sheets={["drawings", "directory"]}
      unlisted
    >
      <StructuredData data={listedOrganization(host)} />
      <div class="masthead masthead-plain">
        <div class="wrap stack">
          <Breadcrumb language={language} ways={waysTo(language)} here={profile.name} />
          <div class="card-name">
            <HostEmblem host={host} />
            <h1 {...lang}>{profile.name}</h1>
          </div>
          <p class="lead" {...(profile.tagline === null ? {} : lang)}>
            {profile.tagline ?? word.hostLead(hostKey(host.origin))}
          </p>
          <p>
            <a class="button button-main" href={host.url} rel="noopener">
              {word.originalHost(profile.name)} <Icon name="arrow-square-out" />
            </a>
          </p>
          <p>
            <a href={`/together/ask?host=${encodeURIComponent(hostKey(host.origin))}`}>{word.askTogether}</a>
          </p>
        </div>
      </div>
      <div class="wrap section split">
        <div class="stack stack-7">
          <ClosedNotice {...{ host, successor, now, language }} hrefOf={hostPath} />
          <CopyNotice host={host} language={language} original={host.url} />
          <Offers offers={offers} language={language} now={now} />
          <GivenTogether offers={together} language={language} now={now} />
          <InShort {...parts} />
          {partners}
          <Commitments
            {...parts}
            now={now}
            reviews={{
              of: (commitment) => <ClaimReviews {...{ language, now, profile, reviews, commitment }} />,
              others: <OtherReviews {...{ language, now, profile, reviews }} />,
            }}
          />
          <Limits {...parts} known={known} />
          {continuity}
          <SolidarityPart {...parts} />
          <Facts {...parts} />
        </div>
        <div class="stack stack-6">
          <WhyHere host={host} language={language}>
            {why && <WhyFacts {...{ host, why, language }} />}
          </WhyHere>
          <ContactPart {...parts} />
          <FollowElsewhere frame={frame} title={word.follow(profile.name)} {...host} />
          <Where territory={profile.territory} language={language} />
        </div>
      </div>
    </Layout>
  );
}

/** From the home through the directory. */
export function waysTo(language: Frame["language"]) {
  const word = pageWords[language];
  return [
    { href: "/", label: word.home },
    { href: "/directory", label: word.directory },
  ];
}

function Offers({ offers, language, now }: Pick<HostPageProps, "offers" | "now"> & { language: Frame["language"] }) {
  const word = words[language];
  return (
    <section aria-labelledby="offers-title">
      <h2 id="offers-title">{word.offers(offers.length)}</h2>
      {offers.length === 0 ? (
        <p class="gap-above">{word.noOffers}</p>
      ) : (
        <div class="gap-above">
          <FoundCards items={offers} language={language} now={now} quantity={null} among="host" />
        </div>
      )}
    </section>
  );
}
