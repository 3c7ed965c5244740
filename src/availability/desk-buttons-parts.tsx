import type { Language } from "../foundation/language.ts";
import { OnceField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type AvailabilityState, shownState } from "./availability.ts";
import { words } from "./desk-words.ts";
import { isRenewable } from "./due.ts";
import type { KeptStanding } from "./parts.tsx";

export interface StateButtonsProps {
  readonly standing: KeptStanding;
  readonly now: Date;
  readonly language: Language;
}

/** The states that one press says of an offer, the way to all others, and "still true". */
export function StateButtons({ standing: { offer, availability }, now, language }: StateButtonsProps) {
  const word = words[language];
  const { title } = offer.content;
  const form = `/admin/availability/offers/${offer.slug}`;
  return (
    <form method="post" action={`${form}/state`} class="cluster segments">
      <OnceField />
      <input type="hidden" name="version" value={String(availability?.version ?? 0)} />
      <fieldset class="segments-in" aria-label={word.buttonsOf(title)}>
        {quickStates.map((state) => (
          <Quick state={state} now={shownState(availability, now) === state} word={word} title={title} />
        ))}
        <a href={form} aria-label={word.moreOf(title)}>
          {word.more}
        </a>
      </fieldset>
      {availability && isRenewable(availability, now) && (
        <button class="button button-small" type="submit" formaction={`${form}/confirmation`}>
          <Icon name="check" /> {word.still[availability.state]} <span class="sr">: {title}</span>
        </button>
      )}
    </form>
  );
}

interface QuickProps {
  readonly state: AvailabilityState;
  /** Whether the public reads it now. */
  readonly now: boolean;
  readonly word: (typeof words)["fr"];
  readonly title: string;
}

function Quick({ state, now, word, title }: QuickProps) {
  if (now) {
    return (
      <span class="segments-now" aria-current="true">
        <Icon name={`state-${state}`} /> {word.press[state]}
      </span>
    );
  }
  return (
    <button type="submit" name="state" value={state}>
      <Icon name={`state-${state}`} /> {word.press[state]} <span class="sr">: {title}</span>
    </button>
  );
}

/** States that need nothing more, so that one press says them. */
const quickStates: readonly AvailabilityState[] = ["open", "waiting-list", "paused", "closed"];
