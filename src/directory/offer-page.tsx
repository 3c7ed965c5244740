import { shownState } from "../availability/availability.ts";
import { StateSheet } from "../availability/state-parts.tsx";
import type { ListedHost, ListedOffer } from "../catalogue/catalogue.ts";
import { ClosedNotice } from "../catalogue/closing-parts.tsx";
import { territoryOf } from "../catalogue/entries.ts";
import type { Recommended } from "../catalogue/named-hosts.ts";
import { Instead } from "../catalogue/recommended-parts.tsx";
import { dateWords } from "../foundation/date-words.ts";
import { Where } from "../hosts/map-parts.tsx";
import { spoken } from "../hosts/parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import { Calculator } from "../offers/calculator-parts.tsx";
import { Accompaniment, PeaceOfMind } from "../offers/facts-parts.tsx";
import { JointGivers, type JointProps, WhoDoesWhat } from "../offers/joint-parts.tsx";
import { AskedCurve, type OfferPageProps, QuestionsToAsk } from "../offers/pages.tsx";
import { DoesAndDoesNot, Needs, Remarks, Tags } from "../offers/promise-parts.tsx";
import { Tiers } from "../offers/tier-parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { StructuredData } from "../web/structured-data.tsx";
import { CopyNotice, FollowElsewhere } from "./copy-parts.tsx";
import { waysTo } from "./host-page.tsx";
import { words } from "./host-words.ts";
import { giversListed } from "./joint-parts.tsx";
import { hostPath, listedOfferPath } from "./paths.ts";
import { listedService } from "./structured.ts";

export interface CopiedOfferPageProps {
  readonly frame: Frame;
  readonly host: ListedHost;
  readonly offer: ListedOffer;
  readonly calculator: OfferPageProps["calculator"];
  /** Who takes over, where its host closes and that one is known here. */
  readonly successor: ListedHost | null;
  /** Of those who give it together, the hosts that have a page here; and when all their agreements were last found. */
  readonly partners: readonly ListedHost[];
  readonly signed: Date | null;
  /** Whom its host recommends where it cannot take somebody itself. */
  readonly recommended: readonly Recommended[];
  readonly now: Date;
}

/** An offer of another instance, in full: a copy that says so, and the way to the original. */
export function CopiedOfferPage(props: CopiedOfferPageProps) {
  const { frame, host, offer, calculator, successor, now } = props;
  const { language } = frame;
  const { content } = offer;
  const parts = { content, language };
  const joint = jointOf(props);
  const needs = content.needs.map((need) => label("needs", need, language)).join(", ");
  return (
    <Layout
      frame={frame}
      title={`${content.title} · ${host.profile.name}`}
      description={content.summary || needs}
      original={offer.url}
      actor={offer.actor}
      here="directory"
      sheets={["drawings"]}
      unlisted
    >
      <StructuredData data={listedService({ host, offer, state: shownState(offer.availability, now) })} />
      <Masthead {...props} />
      <div class="wrap section split">
        <div class="stack stack-7">
          <ClosedNotice {...{ host, successor, now, language }} hrefOf={hostPath} />
          <CopyNotice host={host} language={language} original={offer.url} />
          <Needs {...parts} />
          <DoesAndDoesNot {...parts} />
          {joint && <WhoDoesWhat {...joint} />}
          <Tiers {...parts} />
          {calculator && (
            <Calculator {...calculator} {...parts} action={listedOfferPath(host, offer.slug)}>
              <AskedCurve {...parts} calculator={calculator} />
            </Calculator>
          )}
          <Accompaniment {...parts} />
          <PeaceOfMind {...parts} />
          <Remarks {...parts} supplemented={null} />
        </div>
        <Beside {...props} />
      </div>
    </Layout>
  );
}

/** Who gives it together, as the page of such an offer says it; null of one host's own. */
function jointOf({ frame: { language }, host, offer, partners, signed }: CopiedOfferPageProps): JointProps | null {
  const { joint, content } = offer;
  if (joint === null) return null;
  const givers = giversListed(joint, host, partners);
  return { givers, terms: joint.terms, said: content.language, language, checked: signed, agreed: true };
}

function Masthead(props: CopiedOfferPageProps) {
  const { host, offer, recommended, now } = props;
  const { language } = props.frame;
  const joint = jointOf(props);
  const word = words[language];
  const { content, availability } = offer;
  const lang = spoken(content.language, language);
  const { name } = host.profile;
  const by = host.profile;
  return (
    <div class="masthead masthead-plain">
      <div class="wrap">
        <Breadcrumb
          language={language}
          ways={[...waysTo(language), { href: hostPath(host), label: name }]}
          here={content.title}
        />
        <div class="split gap-above">
          <div class="stack">
            <h1 {...lang}>{content.title}</h1>
            {content.summary !== "" && (
              <p class="lead" {...lang}>
                {content.summary}
              </p>
            )}
            {joint ? (
              <JointGivers givers={joint.givers} language={language} />
            ) : (
              <p class="soft">
                {word.offerOf} <a href={hostPath(host)}>{name}</a>
              </p>
            )}
            <Tags content={content} language={language} />
          </div>
          <StateSheet
            {...{ availability, now, language }}
            ways={null}
            instead={
              <Instead {...{ by, recommended, language }} state={shownState(availability, now)} hrefOf={hostPath} />
            }
          >
            <p>
              <a class="button button-main button-wide" href={offer.url} rel="noopener">
                {word.originalOffer(name)} <Icon name="arrow-square-out" />
              </a>
            </p>
            <p class="small">{word.asking}</p>
          </StateSheet>
        </div>
      </div>
    </div>
  );
}

function Beside({ frame, host, partners, offer }: CopiedOfferPageProps) {
  const { language } = frame;
  const word = words[language];
  const { actor, handle } = offer;
  return (
    <div class="stack stack-6">
      <FollowElsewhere {...{ frame, actor, handle }} title={word.followOffer} origin={host.origin} />
      <Where territory={territoryOf(offer, { host, partners })} language={language} />
      <QuestionsToAsk language={language} />
      <p class="small">
        <a href={hostPath(host)}>{offer.joint === null ? word.allOffers : word.allOffersOf(host.profile.name)}</a>
      </p>
      <p class="small soft">{word.changed(dateWords(offer.changed, language))}</p>
    </div>
  );
}
