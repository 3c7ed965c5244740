import type { Child } from "hono/jsx";
import { State } from "../availability/state-parts.tsx";
import type { ListedHost, ListedOffer } from "../catalogue/catalogue.ts";
import { WithWhom } from "../directory/joint-parts.tsx";
import { hostPath, listedOfferPath } from "../directory/paths.ts";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { territoryWords } from "../hosts/territory-parts.tsx";
import { iconOfNeed, labels, upper } from "../offers/parts.tsx";
import { startingPrice } from "../offers/price-words.ts";
import { Emblem, Icon } from "../web/icon.tsx";
import { Stamp } from "../web/stamp.tsx";
import { actorOf, type Entry, nameOf } from "./entries.ts";

export interface EntryCardProps {
  readonly entry: Entry;
  readonly now: Date;
  readonly language: Language;
  /** Of its title: the one below the title that it stands under. */
  readonly level: 2 | 3;
  /** What whoever runs this instance says of it. */
  readonly children?: Child;
}

/** A host or an offer in a section: what it is for, who answers for it, whether there is room, and the price. */
export function EntryCard(props: EntryCardProps) {
  return props.entry.kind === "offer" ? (
    <OfferCard {...props} offer={props.entry.offer} host={props.entry.host} />
  ) : (
    <HostCard {...props} host={props.entry.host} />
  );
}

/** Some of them, side by side. */
export function EntryCards({
  entries,
  ...props
}: Omit<EntryCardProps, "entry" | "children"> & { readonly entries: readonly Entry[] }) {
  return (
    <div class="grid">
      {entries.map((entry) => (
        <EntryCard key={actorOf(entry)} entry={entry} {...props} />
      ))}
    </div>
  );
}

/** Where the page of an entry is: at its own host's site. */
export const addressOf = (entry: Entry): string => (entry.kind === "offer" ? entry.offer.url : entry.host.url);

/** Its page at this site. */
const pathOf = (entry: Entry): string =>
  entry.kind === "offer" ? listedOfferPath(entry.host, entry.offer.slug) : hostPath(entry.host);

/** What an entry is for, in its host's words, or where it wrote none in ours. */
export function purposeOf(entry: Entry, language: Language): { readonly text: string; readonly lang: string } {
  const { profile } = entry.host;
  if (entry.kind === "host")
    return profile.tagline || profile.summary
      ? { text: profile.tagline ?? shorten(profile.summary), lang: profile.language }
      : { text: sentence(labels("capabilities", profile.capabilities, language)), lang: language };
  const { summary, needs, language: own } = entry.offer.content;
  if (summary !== "") return { text: summary, lang: own };
  return { text: needs.length > 0 ? sentence(labels("needs", needs.slice(0, 4), language)) : "", lang: language };
}

interface OfferProps extends EntryCardProps {
  readonly offer: ListedOffer;
  readonly host: ListedHost;
}

function OfferCard({ entry, offer, host, now, language, level, children }: OfferProps) {
  const { lead, rest } = startingPrice(offer.content, language);
  const need = offer.content.needs[0];
  return (
    <article class="card">
      <span class="card-need">
        <Icon name={need === undefined ? "house-line" : iconOfNeed(need)} />
      </span>
      <Title {...{ entry, language, level }} />
      <By host={host} language={language} />
      <WithWhom joint={offer.joint} language={language} />
      {children}
      <Purpose entry={entry} language={language} />
      <div class="card-foot">
        <State availability={offer.availability} now={now} language={language} brief />
        <p class="price">
          {upper(lead)} {rest && <small>{rest}</small>}
        </p>
        {offer.availability && <Stamp confirmed={offer.availability.confirmed} now={now} language={language} />}
      </div>
    </article>
  );
}

function HostCard({ entry, host, now, language, level, children }: EntryCardProps & { readonly host: ListedHost }) {
  const { territory } = host.profile;
  return (
    <article class="card">
      <Emblem address={new URL(host.origin).host} size={44} />
      <Title {...{ entry, language, level }} />
      <p class="card-by">{new URL(host.origin).host}</p>
      {children}
      <Purpose entry={entry} language={language} />
      <div class="card-foot">
        {territory && (
          <p class="icon-text">
            <Icon name="map-pin" />
            <span>{territoryWords(territory, language)}</span>
          </p>
        )}
        <Stamp confirmed={host.confirmed} now={now} language={language} />
      </div>
    </article>
  );
}

function Title({ entry, language, level }: Pick<EntryCardProps, "entry" | "language" | "level">) {
  const Heading = level === 2 ? "h2" : "h3";
  const own = entry.kind === "offer" ? entry.offer.content.language : entry.host.profile.language;
  return (
    <Heading class="card-title" {...spoken(own, language)}>
      <a href={pathOf(entry)}>{nameOf(entry)}</a>
    </Heading>
  );
}

function By({ host, language }: { readonly host: ListedHost; readonly language: Language }) {
  return (
    <p class="card-by">
      <span {...spoken(host.profile.language, language)}>{host.profile.name}</span> · {new URL(host.origin).host}
    </p>
  );
}

function Purpose({ entry, language }: Pick<EntryCardProps, "entry" | "language">) {
  const { text, lang } = purposeOf(entry, language);
  return text === "" ? null : <p {...spoken(lang, language)}>{text}</p>;
}

const sentence = (text: string): string => (text === "" ? "" : `${text}.`);

/** What a card has room for. */
function shorten(text: string): string {
  return text.length <= 200 ? text : `${text.slice(0, 199).replace(/\s+\S*$/, "")}…`;
}
