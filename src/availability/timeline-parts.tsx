import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import type { ShownState } from "./availability.ts";
import { words } from "./words.ts";

/** A state and the instant from which it held. */
interface Spell {
  readonly state: ShownState;
  readonly since: Date;
}

export interface TimelineProps {
  /** From the oldest to the one that holds now. */
  readonly spells: readonly Spell[];
  readonly now: Date;
  readonly language: Language;
}

/** How an offer's availability went: a strip to see at a glance, and the same as a list, the newest first. */
export function Timeline({ spells, now, language }: TimelineProps) {
  const [first] = spells;
  if (first === undefined) return null;
  const word = words[language];
  return (
    <div class="timeline">
      <Strip spells={spells} first={first.since} now={now} />
      <p class="timeline-ends">
        <span>{dateWords(first.since, language, "short")}</span> <span>{word.today}</span>
      </p>
      <ol class="timeline-list">
        {spells.toReversed().map(({ state, since }) => (
          <li>
            <span class={`state state-${state}`}>
              <Icon name={`state-${state}`} />
              <span>{word.states[state]}</span>
            </span>{" "}
            <span>{word.since(dateWords(since, language))}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const width = 1000;
const height = 36;

function Strip({ spells, first, now }: Pick<TimelineProps, "spells" | "now"> & { readonly first: Date }) {
  const whole = Math.max(now.getTime() - first.getTime(), 1);
  const at = (instant: Date) => Math.round(((instant.getTime() - first.getTime()) / whole) * width);
  return (
    <svg
      class="timeline-strip"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {spells.map(({ state, since }, i) => {
        const tall = heights[state];
        const [from, to] = [at(since), at(spells[i + 1]?.since ?? now)];
        return (
          <rect
            class={`timeline-${state}`}
            x={from}
            y={height - tall}
            width={Math.max(to - from - 3, 2)}
            height={tall}
          />
        );
      })}
    </svg>
  );
}

/** The wider the door, the taller the bar. */
const heights: Readonly<Record<ShownState, number>> = {
  open: 36,
  limited: 27,
  "by-approval": 20,
  "waiting-list": 14,
  "between-waves": 10,
  paused: 6,
  closed: 3,
  ending: 3,
  unknown: 1,
};
