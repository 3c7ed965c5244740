import { State } from "../availability/state-parts.tsx";
import { territoryOf } from "../catalogue/entries.ts";
import type { Language } from "../foundation/language.ts";
import type { Territory } from "../hosts/host.ts";
import { spoken } from "../hosts/parts.tsx";
import { territoryName } from "../hosts/territories.ts";
import { territoryWords } from "../hosts/territory-parts.tsx";
import { purposeOf, upper } from "../offers/parts.tsx";
import { startingPrice } from "../offers/price-words.ts";
import { Emblem, IconShape, SharedIcon } from "../web/icon.tsx";
import { money } from "../web/money.ts";
import { Stamp } from "../web/stamp.tsx";
import { offerKey } from "./addresses.ts";
import type { Found, PriceCeiling } from "./directory.ts";
import { words as filterWords } from "./filter-words.ts";
import { words } from "./found-words.ts";
import { WithWhom } from "./joint-parts.tsx";
import { Origin } from "./origin-parts.tsx";
import { hostPath, listedOfferPath } from "./paths.ts";
import { quantityWords } from "./value-words.ts";

export interface FoundCardsProps {
  readonly items: readonly Found[];
  readonly language: Language;
  readonly now: Date;
  /** What prices were computed for; null where nothing was asked. */
  readonly quantity: PriceCeiling["quantity"];
  /** With boxes to tick, in a form that leads to the comparison. */
  readonly comparable?: boolean;
  /** Of their headings. */
  readonly level?: 3 | 4;
  /** Where they stand: on the page of their host, that one need not be named again. */
  readonly among?: "swarm" | "host";
}

/** Offers of the swarm beside each other. */
export function FoundCards({ items, ...shared }: FoundCardsProps) {
  return (
    <div class="grid">
      <IconShape name="map-pin" />
      {items.map((found) => (
        <FoundCard found={found} {...shared} />
      ))}
    </div>
  );
}

type FoundCardProps = Omit<FoundCardsProps, "items"> & { readonly found: Found };

/** An offer of the swarm among others: who, what first, where, when confirmed, whether there is room, at what price. */
function FoundCard({ found, language, now, quantity, comparable = false, level = 3, among = "swarm" }: FoundCardProps) {
  const { host, offer } = found;
  const { content, availability } = offer;
  const word = words[language];
  const lang = spoken(content.language, language);
  const Heading: "h3" | "h4" = `h${level}`;
  return (
    <article class="card">
      {among === "swarm" && <Giver found={found} language={language} />}
      <Heading class="card-title" {...lang}>
        <a href={listedOfferPath(host, offer.slug)}>{content.title}</a>
      </Heading>
      <WithWhom joint={offer.joint} language={language} />
      <Purpose found={found} language={language} />
      <p class="card-where icon-text">
        <SharedIcon name="map-pin" />
        <span>{placeOf(found, language)}</span>
      </p>
      {found.monthly && (
        <p class="small">
          {word.monthly(
            money(found.monthly.cents, found.monthly.currency, language),
            quantity && quantityWords(quantity, language),
          )}
        </p>
      )}
      <div class="card-origin">
        <Stamp confirmed={availability?.confirmed ?? offer.changed} now={now} language={language} />
        {among === "swarm" && <Origin found={found} language={language} />}
      </div>
      <div class="card-foot">
        <State availability={availability} now={now} language={language} brief />
        <Price found={found} language={language} />
      </div>
      {comparable && (
        <label class="card-compare">
          <input type="checkbox" name="offer" value={offerKey(host.origin, offer.slug)} />
          <span>
            {word.compare} <span class="sr">{filterWords[language].quoted(content.title)}</span>
          </span>
        </label>
      )}
    </article>
  );
}

interface PartProps {
  readonly found: Found;
  readonly language: Language;
}

function Giver({ found, language }: PartProps) {
  const { host } = found;
  return (
    <>
      <HostSign found={found} />
      <p class="card-by">
        <a class="card-host" href={hostPath(host)} {...spoken(host.profile.language, language)}>
          {host.profile.name}
        </a>
      </p>
    </>
  );
}

// Pictures of others are not loaded: what stands for a host elsewhere is the emblem that every site draws alike.
function HostSign({ found: { host } }: Pick<PartProps, "found">) {
  if (!host.own || host.logo === null) return <Emblem address={new URL(host.origin).host} size={44} />;
  return <img class="emblem" src={new URL(host.logo).pathname} alt="" width="44" height="44" loading="lazy" />;
}

function Purpose({ found: { offer }, language }: PartProps) {
  const { content } = offer;
  const [first] = content.does;
  const own = content.summary === "" ? first : content.summary;
  if (own === undefined) {
    const purpose = purposeOf(content, language);
    return purpose === "" ? null : <p>{purpose}</p>;
  }
  return <p {...spoken(content.language, language)}>{shorten(own)}</p>;
}

function shorten(text: string): string {
  return text.length <= 180 ? text : `${text.slice(0, 179).replace(/\s+\S*$/, "")}…`;
}

/** How it stands to where the reader is, or else where it is there for people. */
function placeOf({ nearness, ...found }: Found, language: Language): string {
  const { host, offer } = found;
  const territory = territoryOf(offer, found);
  if (nearness !== null) return words[language].nearness[nearness];
  if (territory !== null) return fewPlaces(territory, language);
  const { commune, country } = host.profile;
  const seat = commune ?? (country && `country:${country}`);
  return seat === null ? words[language].anywhere : words[language].seat(territoryName(seat, language));
}

const few = 3;

function fewPlaces(territory: Territory, language: Language): string {
  const { codes } = territory;
  if (codes.length === 0) return words[language].nowhere;
  if (codes.length <= few) return territoryWords(territory, language);
  const first = codes.slice(0, few).map((code) => territoryName(code, language));
  return words[language].and(first.join(", "), codes.length - few);
}

function Price({ found: { offer }, language }: PartProps) {
  const { lead, rest } = startingPrice(offer.content, language);
  return (
    <p class="price">
      {upper(lead)} {rest && <small>{rest}</small>}
    </p>
  );
}
