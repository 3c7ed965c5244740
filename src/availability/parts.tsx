import type { Child } from "hono/jsx";
import type { Reader } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import type { Showcase } from "../hosts/home-parts.tsx";
import type { Host } from "../hosts/host.ts";
import type { PageDeps } from "../hosts/parts.tsx";
import { organizationNamed, ownOrganization } from "../hosts/structured.ts";
import type { Offer, OfferState } from "../offers/offer.ts";
import { OfferCard } from "../offers/parts.tsx";
import { priceLine } from "../offers/price-words.ts";
import { listOffers } from "../offers/queries.ts";
import { serviceOf } from "../offers/structured.ts";
import { type CardLink, linkCard } from "../web/card.ts";
import { Icon } from "../web/icon.tsx";
import { Stamp } from "../web/stamp.tsx";
import { type KeptAvailability, type ShownState, shownState, takesIn } from "./availability.ts";
import { offerCard, type Standing } from "./card-parts.tsx";
import { monthsBefore } from "./history.ts";
import { History, shownMonths } from "./history-parts.tsx";
import { findAvailability, listAvailabilities } from "./queries.ts";
import { State, StateSheet } from "./state-parts.tsx";
import { listStatements } from "./statements.ts";
import { roomOf } from "./structured.ts";
import { words } from "./words.ts";

export interface AvailabilityDeps extends Pick<PageDeps, "db" | "origin" | "version" | "actorId"> {
  now(): Date;
  /** The page of this site where one asks for a place in an offer. */
  askPath(slug: string): string;
  /** Who gives an offer together with the host; without it, nobody does. */
  partnersOf?(offer: string): Promise<readonly Partner[]>;
  /** Whom to ask instead while an offer takes nobody in. */
  instead?(state: ShownState, language: Language): Promise<Child>;
}

interface Partner {
  readonly actor: string;
  readonly name: string;
  readonly page: string;
}

/** What the pages of other rooms show of availability: the board and cards of all offers, the sheet of one. */
export function availabilityParts(deps: AvailabilityDeps) {
  const { db, now, origin, version, actorId, askPath, instead, partnersOf = async () => [] } = deps;
  return {
    async showcase(language: Language): Promise<Showcase> {
      const standings = await listStandings(db);
      const props = { standings, language, now: now() };
      return {
        count: standings.length,
        board: <Board {...props} follow="#follow" room={boardRoom} />,
        places: <Board {...props} follow="#follow" />,
        cards: <Cards {...props} />,
      };
    },
    async roomIn(language: Language): Promise<(offer: Offer) => Child> {
      const known = await listAvailabilities(db);
      return ({ id }) => <State availability={known.get(id) ?? null} now={now()} language={language} brief />;
    },
    async stateSheet(offer: Offer, language: Language, write: string | null): Promise<Child> {
      const availability = await findAvailability(db, offer.id);
      const ways = { form: askPath(offer.slug), elsewhere: offer.content.url, write };
      const other = await instead?.(shownState(availability, now()), language);
      return <StateSheet {...{ availability, language, ways }} now={now()} instead={other} />;
    },
    async history(offer: Offer, language: Language): Promise<Child> {
      const statements = await listStatements(db, offer.id, monthsBefore(now(), shownMonths));
      return <History statements={statements} published={offer.published} now={now()} language={language} />;
    },
    async structured({ id, slug, content }: Offer, host: Host | null, actor: string): Promise<object | null> {
      if (host === null) return null;
      const state = shownState(await findAvailability(db, id), now());
      const own = ownOrganization(host, actorId({ id: host.id, kind: "host" }), origin);
      const others = (await partnersOf(id)).map((one) => organizationNamed(one.name, { id: one.actor, url: one.page }));
      const provider = others.length > 0 ? [own, ...others] : own;
      const { territory } = host.profile;
      const facts = { id: actor, url: `${origin}/offers/${slug}`, provider, territory, room: roomOf(state) };
      return serviceOf(content, facts);
    },
    async cardOf(offer: Offer, host: Host, language: Language): Promise<CardLink> {
      const availability = await findAvailability(db, offer.id);
      const partners = (await partnersOf(offer.id)).map(({ name }) => name);
      const card = offerCard({ offer, availability, partners }, host, { origin, language, now: now() });
      return linkCard(`offers/${offer.slug}`, card, version);
    },
  };
}

/** The offers of some states, in the host's own order, each with what was last said of it. */
export async function listStandings(
  db: Reader,
  states: readonly OfferState[] = ["published"],
): Promise<readonly KeptStanding[]> {
  const offers = await listOffers(db, { states });
  const availabilities = await listAvailabilities(db);
  return offers.map((offer) => ({ offer, availability: availabilities.get(offer.id) ?? null }));
}

/** The same as the site keeps it. */
export interface KeptStanding extends Standing {
  readonly availability: KeptAvailability | null;
}

export interface BoardProps {
  readonly standings: readonly Standing[];
  readonly now: Date;
  readonly language: Language;
  /** Where one finds how to follow it. */
  readonly follow: string;
  /** How many offers at most; without it, all. */
  readonly room?: number;
}

/** The board by the door: what is open now, who said so and when. */
export function Board({ standings, now, language, follow, room = standings.length }: BoardProps) {
  const word = words[language];
  const confirmed = latest(standings);
  const shown = standings.toSorted((a, b) => rankOf(a, now) - rankOf(b, now)).slice(0, room);
  const left = standings.length - shown.length;
  const open = shown.some(({ availability }) => takesIn(shownState(availability, now)));
  return (
    <section class="board" aria-labelledby="open-now">
      <div class="board-head">
        <h2 id="open-now">{open ? word.board : word.boardAsked}</h2>
        {confirmed && <Stamp confirmed={confirmed} now={now} language={language} />}
      </div>
      <ul class="board-rows">
        {shown.map(({ offer, availability }) => (
          <li class="board-row">
            <p class="board-name">
              <a href={`/offers/${offer.slug}`} lang={offer.content.language}>
                {offer.content.title}
              </a>{" "}
              <small>{priceLine(offer.content, language)}</small>
            </p>
            <p class="board-state">
              <State availability={availability} now={now} language={language} />
            </p>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <p class="board-foot">
          <a href="#offers">{word.boardMore(left)}</a>
        </p>
      )}
      <p class="board-foot">
        <a class="icon-text" href={follow}>
          <Icon name="bell-ringing" />
          <span>{word.boardNotice}</span>
        </a>
      </p>
    </section>
  );
}

/** The offers, one card each, the need first. */
function Cards({ standings, now, language }: Omit<BoardProps, "follow">) {
  return (
    <div class="grid">
      {standings.map(({ offer, availability }) => (
        <OfferCard
          offer={offer}
          language={language}
          state={<State availability={availability} now={now} language={language} brief />}
        />
      ))}
    </div>
  );
}

/** On the home, beside who the host is. */
const boardRoom = 8;

/** What takes people in stands first, what nobody has said anything of last; otherwise the host's own order. */
function rankOf({ availability }: Standing, now: Date): number {
  const state = shownState(availability, now);
  if (takesIn(state)) return 0;
  return state === "unknown" ? 2 : 1;
}

function latest(standings: readonly Standing[]): Date | null {
  const times = standings.flatMap(({ availability }) => (availability ? [availability.confirmed.getTime()] : []));
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}
