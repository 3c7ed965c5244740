import type { Child } from "hono/jsx";
import { FollowForm, MaybeLink, spoken, territoryWords } from "../hosts/parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import { ErrorPage } from "../web/error-page.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { dateWords } from "../web/money.ts";
import { Calculator, type CalculatorProps } from "./calculator-parts.tsx";
import { Curve, type CurveProps } from "./curve-parts.tsx";
import { Accompaniment, PeaceOfMind } from "./facts-parts.tsx";
import type { Offer, OfferContent } from "./offer.ts";
import { iconOfNeed } from "./parts.tsx";
import { Tiers } from "./tier-parts.tsx";
import { words } from "./words.ts";

export interface OfferPageProps {
  readonly frame: Frame;
  readonly offer: Offer;
  readonly actor: string;
  /** The sheet that says whether there is room, which this room does not know. */
  readonly state: Child;
  /** Null where nothing has to be worked out. */
  readonly calculator: Pick<CalculatorProps, "fields" | "result"> | null;
  /** The offer that this one supplements. */
  readonly supplemented: Pick<Offer, "slug" | "content"> | null;
}

/** One offer in full: the need, what is done and what is not, what it costs, how it goes, how one leaves. */
export function OfferPage({ frame, offer, actor, state, calculator, supplemented }: OfferPageProps) {
  const { language } = frame;
  const { content, slug } = offer;
  const lang = spoken(content.language, language);
  const description = content.summary || content.needs.map((need) => label("needs", need, language)).join(", ");
  return (
    <Layout
      frame={frame}
      title={content.title}
      description={description}
      canonical={`/offers/${slug}`}
      actor={actor}
      here="offers"
    >
      <div class="masthead masthead-plain">
        <div class="wrap">
          <Breadcrumb frame={frame} title={content.title} />
          <div class="split gap-above">
            <div class="stack">
              <h1 {...lang}>{content.title}</h1>
              {content.summary !== "" && (
                <p class="lead" {...lang}>
                  {content.summary}
                </p>
              )}
              {frame.host && (
                <p class="soft">
                  {words[language].offerOf} <a href="/about">{frame.host.name}</a>
                </p>
              )}
              <Tags content={content} language={language} />
            </div>
            {state}
          </div>
        </div>
      </div>
      <div class="wrap section split">
        <div class="stack stack-7">
          <Needs content={content} language={language} />
          <DoesAndDoesNot content={content} language={language} />
          <Tiers content={content} language={language} />
          {calculator && (
            <Calculator {...calculator} content={content} language={language} action={`/offers/${slug}`}>
              <Curve content={content} language={language} {...curveOf(calculator)} />
            </Calculator>
          )}
          <Accompaniment content={content} language={language} />
          <PeaceOfMind content={content} language={language} />
          <Remarks content={content} language={language} supplemented={supplemented} />
        </div>
        <Beside frame={frame} offer={offer} />
      </div>
    </Layout>
  );
}

export interface GonePageProps {
  readonly frame: Frame;
  readonly offer: Offer;
}

/** An offer that was withdrawn: since when, and where to go instead. */
export function GonePage({ frame, offer }: GonePageProps) {
  const word = words[frame.language];
  const host = frame.host?.name ?? "Essaim";
  const day = dateWords(offer.withdrawn ?? offer.changed, frame.language);
  const ways = [
    { href: "/#offers", label: word.goneOthers },
    { href: "/about", label: word.goneAbout(host) },
    ...(frame.host ? [{ href: `/@${frame.host.handle}`, label: word.goneFollow(host) }] : []),
  ];
  return (
    <ErrorPage
      frame={frame}
      status={410}
      title={word.gone}
      text={word.goneText(offer.content.title, host, day)}
      ways={ways}
    />
  );
}

function curveOf({
  fields,
  result,
}: NonNullable<OfferPageProps["calculator"]>): Omit<CurveProps, "content" | "language"> {
  const quantity = Number(fields.quantities[0]?.typed ?? Number.NaN);
  return {
    tier: fields.tier ?? "",
    member: fields.member,
    asked: result.done ? { quantity, quote: result.value } : null,
  };
}

interface PartProps {
  readonly content: OfferContent;
  readonly language: Frame["language"];
}

function Breadcrumb({ frame, title }: { readonly frame: Frame; readonly title: string }) {
  const word = words[frame.language];
  return (
    <nav class="breadcrumb" aria-label={word.breadcrumb}>
      <ol>
        <li>
          <a href="/">{word.home}</a>
        </li>
        <li>
          <a href="/#offers">{word.offers}</a>
        </li>
        <li>
          <span aria-current="page">{title}</span>
        </li>
      </ol>
    </nav>
  );
}

function Tags({ content, language }: PartProps) {
  const { audiences, territory, isolation } = content;
  if (audiences.length === 0 && territory === null && isolation === null) return null;
  return (
    <ul class="tags">
      {audiences.map((audience) => (
        <li class="tag">{label("audiences", audience, language)}</li>
      ))}
      {isolation && <li class="tag">{label("isolation", isolation, language)}</li>}
      {territory && (
        <li class="tag">
          <Icon name="map-pin" /> {territoryWords(territory, language)}
        </li>
      )}
    </ul>
  );
}

function Needs({ content, language }: PartProps) {
  if (content.needs.length === 0) return null;
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{words[language].needs}</h2>
      <ul class="need-list gap-above">
        {content.needs.map((need) => (
          <li class="icon-text">
            <Icon name={iconOfNeed(need)} />
            <span>{label("needs", need, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DoesAndDoesNot({ content, language }: PartProps) {
  const word = words[language];
  const { does, doesNot, features, limits } = content;
  const written = does.length > 0 ? does : features;
  const detail = does.length > 0 ? features : [];
  if (written.length === 0 && doesNot.length === 0 && limits.length === 0) return null;
  const lang = spoken(content.language, language);
  return (
    <section aria-labelledby="does">
      <h2 id="does">{word.doesTitle}</h2>
      <div class="does gap-above">
        <div>
          <h3>{word.does}</h3>
          <Ticks items={written} icon="check" empty={word.nothingWritten} lang={lang} />
        </div>
        <div class="does-not">
          <h3>{word.doesNot}</h3>
          <Ticks items={[...doesNot, ...limits]} icon="x" empty={word.nothingWritten} lang={lang} />
        </div>
      </div>
      {detail.length > 0 && (
        <>
          <h3 class="gap-above">{word.features}</h3>
          <ul class="list gap-above" {...lang}>
            {detail.map((feature) => (
              <li>{feature}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Ticks({
  items,
  icon,
  empty,
  lang,
}: {
  readonly items: readonly string[];
  readonly icon: "check" | "x";
  readonly empty: string;
  readonly lang: { lang?: string };
}) {
  if (items.length === 0) return <p class="soft">{empty}</p>;
  return (
    <ul class="plain" {...lang}>
      {items.map((item) => (
        <li>
          <Icon name={icon} />
          <span>{item}</span>
        </li>
      ))}
    </ul>
  );
}

function Remarks({ content, language, supplemented }: PartProps & Pick<OfferPageProps, "supplemented">) {
  const word = words[language];
  const { notes, requiresPartnerRole, url } = content;
  if (notes.length === 0 && requiresPartnerRole === null && url === null && supplemented === null) return null;
  return (
    <section aria-labelledby="remarks" class="stack">
      <h2 id="remarks">{word.notes}</h2>
      {supplemented && (
        <p>
          {word.addon} <a href={`/offers/${supplemented.slug}`}>{supplemented.content.title}</a>
        </p>
      )}
      {requiresPartnerRole && <p>{word.partner(label("partnershipRoles", requiresPartnerRole, language))}</p>}
      {notes.map((note) => (
        <p {...spoken(content.language, language)}>{note}</p>
      ))}
      {url && (
        <p>
          <MaybeLink text={url} label={word.more} />
        </p>
      )}
    </section>
  );
}

function Beside({ frame, offer }: { readonly frame: Frame; readonly offer: Offer }) {
  const word = words[frame.language];
  return (
    <div class="stack stack-6">
      <section class="stack" id="follow" aria-labelledby="follow-title">
        <h2 class="like-h4" id="follow-title">
          {word.followTitle}
        </h2>
        <p class="small">{word.followText}</p>
        <FollowForm frame={frame} target={offer.handle} />
      </section>
      <section class="sheet stack" aria-labelledby="questions">
        <h2 class="like-h4" id="questions">
          {word.toAsk}
        </h2>
        <ul class="stack stack-2 list-rings">
          {word.questions.map((question) => (
            <li>{question}</li>
          ))}
        </ul>
      </section>
      <p class="small soft">{word.changed(dateWords(offer.changed, frame.language))}</p>
    </div>
  );
}
