import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { count, listWords } from "../web/money.ts";
import { StructuredData } from "../web/structured-data.tsx";
import { Facts } from "./facts-parts.tsx";
import type { Host, HostProfile } from "./host.ts";
import { schemeName } from "./identifiers.ts";
import { languageName } from "./language-names.ts";
import { Where } from "./map-parts.tsx";
import { addressOf, ClosingNotice, type FactLine, FactList, MaybeLink, spoken } from "./parts.tsx";
import { Commitments, type KnownNames, Limits, type ReviewsShown, SolidarityPart } from "./promise-parts.tsx";
import { ownOrganization } from "./structured.ts";
import { territoryName } from "./territories.ts";
import { territoryWords } from "./territory-parts.tsx";
import { label } from "./vocabularies.ts";
import { words } from "./words.ts";

export interface AboutPageProps {
  readonly frame: Frame;
  readonly host: Host;
  readonly actor: string;
  readonly followers: number;
  readonly now: Date;
  /** The requests of the host, which this room does not know. */
  readonly funding?: Child;
  /** What it gives together with other hosts. */
  readonly together?: Child;
  /** With whom the host works, which this room does not know either. */
  readonly partners?: Child;
  /** What hosts say of each other's commitments. */
  readonly reviews?: ReviewsShown | null;
  /** Those of the hosts that it names which are known here. */
  readonly known?: KnownNames;
  /** What becomes of its users should it stop, which this room does not know either. */
  readonly continuity?: Child;
}

/** Who hosts here, in full: what it says of itself, what shows it, what it does not do. */
export function AboutPage({ actor, ...shown }: AboutPageProps) {
  const { frame, host } = shown;
  const word = words[frame.language];
  const { profile } = host;
  const lang = spoken(profile.language, frame.language);
  return (
    <Layout
      frame={frame}
      title={word.aboutTitle}
      description={word.aboutDescription(profile.name)}
      canonical="/about"
      actor={actor}
      here="about"
      sheets={shown.together ? ["drawings", "directory"] : ["drawings"]}
    >
      <StructuredData data={ownOrganization(host, actor, frame.origin)} />
      <div class="masthead masthead-plain">
        <div class="wrap stack">
          <h1>{word.aboutTitle}</h1>
          {profile.tagline !== null && (
            <p class="lead" {...lang}>
              {profile.tagline}
            </p>
          )}
        </div>
      </div>
      <div class="wrap section">
        <AboutBody {...shown} />
      </div>
    </Layout>
  );
}

/** All that a host says of itself, as its page shows it. */
export function AboutBody(props: Omit<AboutPageProps, "actor">) {
  const { frame, host, followers, now, funding, together, partners, reviews = null, known, continuity } = props;
  const word = words[frame.language];
  const { profile } = host;
  return (
    <div class="split">
      <div class="stack stack-7">
        {profile.closing && <ClosingNotice closing={profile.closing} language={frame.language} />}
        <InShort profile={profile} frame={frame} />
        {together}
        <Commitments {...{ profile, frame, now, reviews }} />
        {partners}
        <Limits {...{ profile, frame, ...(known && { known }) }} />
        {continuity}
        <SolidarityPart profile={profile} frame={frame} />
        <Facts profile={profile} frame={frame} />
        <p>
          <a href={`/together/ask?host=${encodeURIComponent(new URL(frame.origin).host)}`}>{word.askTogether}</a>
        </p>
        {reviews?.given}
        <section aria-labelledby="software" class="stack">
          <h2 id="software">{word.software}</h2>
          <p>{word.softwareText(frame.version)}</p>
          <p>
            <a href="/about/design">{word.look}</a>
          </p>
        </section>
      </div>
      <aside class="stack stack-6" aria-label={word.contact}>
        <ContactPart profile={profile} frame={frame} />
        <Where territory={profile.territory} language={frame.language} />
        {funding}
        <div class="stack stack-3">
          <h2 class="like-h4">{word.followHere}</h2>
          <p class="small">
            <code>{addressOf(frame.origin, host.handle)}</code>
          </p>
          <p class="small">{word.followers(count(followers, frame.language), followers > 1)}</p>
          <p>
            <a class="icon-text" href={`/@${host.handle}`}>
              <Icon name="fediverse-logo" />
              <span>{word.followTitle(profile.name)}</span>
            </a>
          </p>
          <p class="small">
            <a href="/about/words">{word.glossary.title}</a>
          </p>
          <p class="small soft">{word.changed(dateWords(host.changed, frame.language))}</p>
        </div>
      </aside>
    </div>
  );
}

interface PartProps {
  readonly profile: HostProfile;
  readonly frame: Frame;
}

export function InShort({ profile, frame }: PartProps) {
  const { language } = frame;
  const word = words[language];
  const list = (items: readonly string[]) => (items.length > 0 ? listWords(items, language) : null);
  const lines: readonly FactLine[] = [
    [word.legalForm, profile.legalForm && label("legalForms", profile.legalForm, language)],
    [word.address, seatOf(profile, language)],
    [word.place, profile.territory && territoryWords(profile.territory, language)],
    [word.capabilitiesTitle, list(profile.capabilities.map((can) => word.capabilities[can]))],
    [word.languages, list(profile.languages.map((code) => languageName(code, language)))],
    [word.dataLocation, profile.dataLocation],
    [word.memberOf, list(profile.memberOf)],
    [word.identifiers, profile.identifiers.map(({ scheme, value }) => `${schemeName(scheme)} ${value}`).join(", ")],
    [word.website, profile.website && <MaybeLink text={profile.website} />],
    [word.terms, profile.termsUrl && <MaybeLink text={profile.termsUrl} />],
  ];
  return (
    <section aria-labelledby="in-short" class="stack">
      <h2 id="in-short">{profile.name}</h2>
      {profile.summary !== "" && <p {...spoken(profile.language, language)}>{profile.summary}</p>}
      <FactList lines={lines} />
    </section>
  );
}

function seatOf({ commune, country }: HostProfile, language: Frame["language"]): string {
  const places = [commune, country && `country:${country}`].filter((code) => code !== null);
  return places.map((code) => territoryName(code, language)).join(", ");
}

export function ContactPart({ profile, frame }: PartProps) {
  const word = words[frame.language];
  const { email, phone, url, address } = profile.contact;
  const empty = [email, phone, url, address].every((way) => way === null);
  const lines: readonly FactLine[] = [
    [word.email, email && <a href={`mailto:${email}`}>{email}</a>],
    [word.phone, phone && <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phone}</a>],
    [word.form, url && <MaybeLink text={url} />],
    [word.address, address],
  ];
  return (
    <div class="sheet stack">
      <h2 class="like-h4">{word.contact}</h2>
      {empty ? (
        <p>{profile.website ? <MaybeLink text={profile.website} /> : word.noContact}</p>
      ) : (
        <FactList lines={lines} narrow />
      )}
    </div>
  );
}
