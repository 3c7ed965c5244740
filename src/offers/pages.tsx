import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import { Where } from "../hosts/map-parts.tsx";
import { FeedLink, FollowForm, spoken } from "../hosts/parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import type { CardLink } from "../web/card.ts";
import { ErrorPage } from "../web/error-page.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { StructuredData } from "../web/structured-data.tsx";
import { Calculator, type CalculatorProps } from "./calculator-parts.tsx";
import { Curve, type CurveProps } from "./curve-parts.tsx";
import { Accompaniment, PeaceOfMind } from "./facts-parts.tsx";
import type { Offer } from "./offer.ts";
import { DoesAndDoesNot, Needs, Remarks, Tags } from "./promise-parts.tsx";
import { Tiers } from "./tier-parts.tsx";
import { words } from "./words.ts";

export interface OfferPageProps {
  readonly frame: Frame;
  readonly offer: Offer;
  readonly actor: string;
  /** The same for programs (JSON-LD). */
  readonly structured: object | null;
  /** The sheet that says whether there is room, which this room does not know. */
  readonly state: Child;
  readonly history: Child;
  readonly card: CardLink | null;
  /** Null where nothing has to be worked out. */
  readonly calculator: Pick<CalculatorProps, "fields" | "result"> | null;
  /** The offer that this one supplements. */
  readonly supplemented: Pick<Offer, "slug" | "content"> | null;
  /** Where several hosts give it together, what is said of that. */
  readonly joint?: JointShown | null;
  /** Shown to its host only, at an address of its own, under a banner that says so. */
  readonly preview?: { readonly banner: Child; readonly path: string };
}

/** What a page says of an offer that several hosts give together, which this room does not know. */
export interface JointShown {
  /** Who gives it, below its title. */
  readonly givers: Child;
  /** Above all else, where not everybody agrees any more: then nobody new can ask for it. */
  readonly notice: Child;
  /** Who does what. */
  readonly part: Child;
}

/** One offer in full: the need, what is done and what is not, what it costs, how it goes, how one leaves. */
export function OfferPage({
  frame,
  offer,
  actor,
  structured,
  state,
  history,
  card,
  calculator,
  supplemented,
  joint = null,
  preview,
}: OfferPageProps) {
  const { language } = frame;
  const { content, slug } = offer;
  const lang = spoken(content.language, language);
  const description = content.summary || content.needs.map((need) => label("needs", need, language)).join(", ");
  return (
    <Layout
      frame={frame}
      title={content.title}
      description={description}
      card={card}
      sheets={["drawings"]}
      here="offers"
      {...(preview ? { unlisted: true } : { canonical: `/offers/${slug}`, actor })}
    >
      {preview?.banner}
      {structured && <StructuredData data={structured} />}
      <div class="masthead masthead-plain">
        <div class="wrap">
          <Breadcrumb
            language={language}
            ways={[
              { href: "/", label: words[language].home },
              { href: "/#offers", label: words[language].offers },
            ]}
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
              {joint?.givers ?? <OfferOf frame={frame} />}
              <Tags content={content} language={language} />
            </div>
            {joint?.notice ? null : state}
          </div>
        </div>
      </div>
      <div class="wrap section split">
        <div class="stack stack-7">
          {joint?.notice}
          <Needs content={content} language={language} />
          <DoesAndDoesNot content={content} language={language} />
          {joint?.part}
          <Tiers content={content} language={language} />
          {calculator && (
            <Calculator
              {...calculator}
              content={content}
              language={language}
              action={preview?.path ?? `/offers/${slug}`}
            >
              <AskedCurve content={content} language={language} calculator={calculator} />
            </Calculator>
          )}
          <Accompaniment content={content} language={language} />
          <PeaceOfMind content={content} language={language} />
          {history}
          <Remarks content={content} language={language} supplemented={supplemented} />
        </div>
        <Beside frame={frame} offer={offer} />
      </div>
    </Layout>
  );
}

function OfferOf({ frame: { host, language } }: Pick<OfferPageProps, "frame">) {
  return host ? (
    <p class="soft">
      {words[language].offerOf} <a href="/about">{host.name}</a>
    </p>
  ) : null;
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
      text={[word.goneText(offer.content.title, host, day), offer.farewell].filter(Boolean).join(" ")}
      ways={ways}
    />
  );
}

interface AskedCurveProps extends Pick<CurveProps, "content" | "language"> {
  readonly calculator: NonNullable<OfferPageProps["calculator"]>;
}

/** The curve below a calculator, with what was asked of it. */
export function AskedCurve({ calculator: { fields, result }, content, language }: AskedCurveProps) {
  const quantity = Number(fields.quantities[0]?.typed ?? Number.NaN);
  const asked = result.done ? { quantity, quote: result.value } : null;
  return <Curve {...{ content, language, asked }} tier={fields.tier ?? ""} member={fields.member} />;
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
        <FeedLink language={frame.language} only="places" />
      </section>
      <Where territory={offer.content.territory} language={frame.language} />
      <QuestionsToAsk language={frame.language} />
      <p class="small soft">{word.changed(dateWords(offer.changed, frame.language))}</p>
    </div>
  );
}

/** What to ask of any host before one begins. */
export function QuestionsToAsk({ language }: { readonly language: Frame["language"] }) {
  const word = words[language];
  return (
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
  );
}
