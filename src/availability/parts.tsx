import type { Child } from "hono/jsx";
import type { Database } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import type { Showcase } from "../hosts/pages.tsx";
import type { Offer } from "../offers/offer.ts";
import { OfferCard } from "../offers/parts.tsx";
import { priceLine } from "../offers/price-words.ts";
import { listOffers } from "../offers/queries.ts";
import { Icon } from "../web/icon.tsx";
import { dateWords } from "../web/money.ts";
import { Stamp } from "../web/stamp.tsx";
import { ownLanguage } from "../web/text-language.ts";
import { type Availability, type ShownState, shownState, takesIn } from "./availability.ts";
import { findAvailability, listAvailabilities } from "./queries.ts";
import { words } from "./words.ts";

export interface AvailabilityDeps {
  readonly db: Database;
  now(): Date;
}

/** What the pages of other rooms show of availability: the board and cards of all offers, the sheet of one. */
export function availabilityParts({ db, now }: AvailabilityDeps) {
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
    async stateSheet(offer: Offer, language: Language, ask: string | null): Promise<Child> {
      const availability = await findAvailability(db, offer.id);
      return <StateSheet availability={availability} now={now()} language={language} ask={ask} />;
    },
  };
}

async function listStandings(db: Database): Promise<readonly Standing[]> {
  const [offers, availabilities] = await Promise.all([
    listOffers(db, { states: ["published"] }),
    listAvailabilities(db),
  ]);
  return offers.map((offer) => ({ offer, availability: availabilities.get(offer.id) ?? null }));
}

/** An offer with what its host last said of it. */
export interface Standing {
  readonly offer: Offer;
  readonly availability: Availability | null;
}

interface BoardProps {
  readonly standings: readonly Standing[];
  readonly now: Date;
  readonly language: Language;
  /** Where one finds how to follow it. */
  readonly follow: string;
  /** How many offers at most; without it, all. */
  readonly room?: number;
}

/** The board by the door: what is open now, who said so and when. */
function Board({ standings, now, language, follow, room = standings.length }: BoardProps) {
  const word = words[language];
  const confirmed = latest(standings);
  const shown = standings.toSorted((a, b) => rankOf(a, now) - rankOf(b, now)).slice(0, room);
  const left = standings.length - shown.length;
  return (
    <section class="board" aria-labelledby="open-now">
      <div class="board-head">
        <h2 id="open-now">{word.board}</h2>
        {confirmed && <Stamp confirmed={confirmed} now={now} language={language} />}
      </div>
      <ul class="board-rows">
        {shown.map(({ offer, availability }) => (
          <li class="board-row">
            <p class="board-name">
              <a href={`/offers/${offer.slug}`} lang={offer.content.language}>
                {offer.content.title}
              </a>
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

interface StateSheetProps {
  readonly availability: Availability | null;
  readonly now: Date;
  readonly language: Language;
  /** Where one asks for a place; null when the host gives no way. */
  readonly ask: string | null;
}

/** The state of one offer with all that its host said of it, and what to do now. */
function StateSheet({ availability, now, language, ask }: StateSheetProps) {
  const word = words[language];
  const state = shownState(availability, now);
  const known = state === "unknown" ? null : availability;
  return (
    <div class={`state-sheet state-${state}`}>
      <p class="state">
        <Icon name={`state-${state}`} />
        <span>{headline(state, known, language)}</span>
      </p>
      <p>
        {word.meanings[state]} {known?.nextOpening && <strong>{openingWords(known.nextOpening, language)}</strong>}
      </p>
      {known?.approval && <p {...ownLanguage(known.approval, language)}>{known.approval}</p>}
      {known?.message && <p {...ownLanguage(known.message, language)}>{known.message}</p>}
      {known && <Waves availability={known} language={language} />}
      <Asking state={state} ask={ask} language={language} />
      {availability && <Stamp confirmed={availability.confirmed} now={now} language={language} tilted />}
    </div>
  );
}

function Asking({
  state,
  ask,
  language,
}: {
  readonly state: ShownState;
  readonly ask: string | null;
  readonly language: Language;
}) {
  const word = words[language];
  const open = takesIn(state) || state === "waiting-list";
  const asking = ask !== null && (open || state === "unknown");
  return (
    <>
      <p>
        <a class="button button-main button-wide" href={asking ? ask : "#follow"}>
          {asking ? (open ? word.ask : word.write) : word.tellMeMain}
        </a>
      </p>
      {asking && (
        <p class="small">
          <a class="icon-text" href="#follow">
            <Icon name="bell-ringing" />
            <span>{word.tellMe}</span>
          </a>
        </p>
      )}
    </>
  );
}

function Waves({ availability, language }: { readonly availability: Availability; readonly language: Language }) {
  const word = words[language];
  if (availability.waves.length === 0) return null;
  return (
    <div>
      <h2 class="like-h4">{word.waves}</h2>
      <ul class="list small">
        {availability.waves.map((wave) => (
          <li>
            {[
              wave.opens && dateWords(wave.opens, language),
              wave.until && word.until(dateWords(wave.until, language)),
              wave.places !== null && word.places(wave.places),
            ]
              .filter(Boolean)
              .join(", ")}
            {wave.note && <span {...ownLanguage(wave.note, language)}>, {wave.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface StateProps {
  readonly availability: Availability | null;
  readonly now: Date;
  readonly language: Language;
  /** Without the small line beneath. */
  readonly brief?: boolean;
}

/** A state, told three times: a shape, a word, a tint. */
function State({ availability, now, language, brief = false }: StateProps): Child {
  const state = shownState(availability, now);
  const known = state === "unknown" ? null : availability;
  const more = brief ? null : detail(state, known, language);
  return (
    <>
      <span class={`state state-${state}`}>
        <Icon name={`state-${state}`} />
        <span>{headline(state, known, language)}</span>
      </span>
      {more && <small>{more}</small>}
    </>
  );
}

function headline(state: ShownState, known: Availability | null, language: Language): string {
  const word = words[language];
  if (state === "limited" && known?.slots) return word.places(known.slots);
  if (state !== "between-waves" || !known?.nextOpening) return word.states[state];
  const date = dateWords(known.nextOpening, language, "short");
  return isMonth(known.nextOpening) ? word.opensIn(date) : word.opensOn(date);
}

function detail(state: ShownState, known: Availability | null, language: Language): string | null {
  const word = words[language];
  if (known === null) return null;
  if (state === "open" && known.slots) return word.places(known.slots);
  if (state === "between-waves") return known.waves[0]?.places ? word.places(known.waves[0].places) : null;
  return known.nextOpening ? word.after(dateWords(known.nextOpening, language, "short")) : null;
}

/** "Prochaine ouverture le 1er mars 2027." */
export function openingWords(day: string, language: Language): string {
  const word = words[language];
  const date = dateWords(day, language);
  return isMonth(day) ? word.nextOpeningIn(date) : word.nextOpeningOn(date);
}

const isMonth = (day: string) => /^\d{4}-\d{2}$/.test(day);

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
