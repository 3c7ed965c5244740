import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import { dayOf } from "../foundation/day.ts";
import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { Stamp } from "../web/stamp.tsx";
import { ownLanguage } from "../web/text-language.ts";
import { type Availability, type ShownState, shownState, takesIn, type Wave, wavesToCome } from "./availability.ts";
import { words } from "./words.ts";

interface StateSheetProps {
  readonly availability: Availability | null;
  readonly now: Date;
  readonly language: Language;
  /** Null where something else stands below. */
  readonly ways: AskingWays | null;
  /** Whom to ask instead, which this room does not know. */
  readonly instead?: Child;
  readonly children?: Child;
}

/** Where one asks for a place. */
interface AskingWays {
  /** The form of this site. */
  readonly form: string;
  /** The offer's own page elsewhere; null when it has none. */
  readonly elsewhere: string | null;
  /** How to write to the host; null when it gives no way. */
  readonly write: string | null;
}

/** The state of one offer with all that its host said of it, and what to do now. */
export function StateSheet({ availability, now, language, ways, instead, children }: StateSheetProps) {
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
      {known && <Waves waves={wavesToCome(known, dayOf(now))} language={language} />}
      {ways ? <Asking state={state} ways={ways} language={language} /> : children}
      {instead}
      {availability && <Stamp confirmed={availability.confirmed} now={now} language={language} tilted />}
    </div>
  );
}

interface AskingProps extends Pick<StateSheetProps, "language"> {
  readonly state: ShownState;
  readonly ways: AskingWays;
}

function Asking({ state, ways, language }: AskingProps) {
  const word = words[language];
  if (!canBeAsked(state)) {
    return (
      <p>
        <a class="button button-main button-wide" href="#follow">
          {word.tellMeMain}
        </a>
      </p>
    );
  }
  const main = mainWay(state, ways, language);
  return (
    <>
      <p>
        <a class="button button-main button-wide" href={main.href}>
          {main.label}
        </a>
      </p>
      {ways.elsewhere && main.href !== ways.elsewhere && (
        <p class="small">
          <a class="icon-text" href={ways.elsewhere}>
            <Icon name="arrow-square-out" />
            <span>{word.elsewhere}</span>
          </a>
        </p>
      )}
      <p class="small">
        <a class="icon-text" href="#follow">
          <Icon name="bell-ringing" />
          <span>{takesIn(state) ? word.tellMeChanges : word.tellMe}</span>
        </a>
      </p>
    </>
  );
}

/** Whether writing to the host is of use now; otherwise one waits for the next opening. */
function canBeAsked(state: ShownState): boolean {
  return takesIn(state) || state === "waiting-list" || state === "unknown";
}

function mainWay(state: ShownState, { form, write }: AskingWays, language: Language) {
  const word = words[language];
  if (state === "waiting-list") return { href: form, label: word.askForList };
  if (state === "by-approval") return { href: form, label: word.apply };
  if (state !== "unknown") return { href: form, label: word.ask };
  return write === null ? { href: "/about", label: word.reach } : { href: write, label: word.write };
}

function Waves({ waves, language }: { readonly waves: readonly Wave[]; readonly language: Language }) {
  const word = words[language];
  if (waves.length === 0) return null;
  return (
    <div>
      <h2 class="like-h4">{word.waves}</h2>
      <ul class="list small">
        {waves.map((wave) => (
          <li>
            {[
              wave.opens && dateWords(wave.opens, language),
              wave.until && (isMonth(wave.until) ? word.untilMonth : word.until)(dateWords(wave.until, language)),
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
export function State({ availability, now, language, brief = false }: StateProps): Child {
  const state = shownState(availability, now);
  const known = state === "unknown" ? null : availability;
  const more = brief ? null : detail(state, known, language);
  return (
    <>
      <span class={`state state-${state}`}>
        <Icon name={`state-${state}`} />
        <span>{headline(state, known, language)}</span>
      </span>
      {more && <small> {more}</small>}
    </>
  );
}

/** The state in a word or two, or the number or the day that says more. */
export function headline(state: ShownState, known: Availability | null, language: Language): string {
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
