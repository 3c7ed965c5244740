import { availabilityStates } from "../availability/availability.ts";
import type { PastStatement } from "../availability/history.ts";
import { History } from "../availability/history-parts.tsx";
import { State, StateSheet } from "../availability/state-parts.tsx";
import { Where } from "../hosts/map-parts.tsx";
import { Stamp } from "../web/stamp.tsx";
import { words } from "./reading-words.ts";
import { dayFrom, sampleAvailability } from "./sample-offers.ts";
import { Case, Sample, type SamplesProps } from "./sample-parts.tsx";

/** Every state of availability, in a word and with what follows. */
export function StateSample({ frame, now }: SamplesProps) {
  const { language } = frame;
  const word = words[language].state;
  const opening = dayFrom(now, 97);
  return (
    <Sample frame={frame} id="states" title={word.title} text={word.text} sheets={["availability"]}>
      <Case name={word.brief}>
        <ul class="states">
          {[...availabilityStates.map((state) => sampleAvailability(state, now)), null].map((availability) => (
            <li>
              <State availability={availability} now={now} language={language} brief />
            </li>
          ))}
        </ul>
      </Case>
      <Case name={word.more}>
        <div class="cluster">
          {[
            sampleAvailability("limited", now, { slots: 7, nextOpening: opening }),
            sampleAvailability("between-waves", now, { nextOpening: opening }),
          ].map((availability) => (
            <p class="board-state">
              <State availability={availability} now={now} language={language} />
            </p>
          ))}
        </div>
      </Case>
    </Sample>
  );
}

const ways = { form: "/about", elsewhere: null, write: "/about" };

/** A state with all that its host said, and the one thing to do. */
export function SheetSample({ frame, now }: SamplesProps) {
  const { language } = frame;
  const word = words[language];
  const { message } = word.state;
  const sheets = [
    sampleAvailability("limited", now, { slots: 7, message }),
    sampleAvailability("by-approval", now, { daysAgo: 100 }),
    sampleAvailability("closed", now, { daysAgo: 300 }),
  ];
  return (
    <Sample {...word.sheet} frame={frame} id="follow" sheets={["availability", "stamp"]}>
      <div class="grid">
        {sheets.map((availability) => (
          <StateSheet availability={availability} now={now} language={language} ways={ways} />
        ))}
      </div>
    </Sample>
  );
}

export function StampSample({ frame, now }: SamplesProps) {
  return (
    <Sample {...words[frame.language].stamp} frame={frame} id="stamp" sheets={["stamp"]}>
      <div class="cluster">
        {[-4, -100, -300].map((days) => (
          <Stamp confirmed={dayFrom(now, days)} now={now} language={frame.language} />
        ))}
        <Stamp confirmed={dayFrom(now, -4)} now={now} language={frame.language} tilted />
      </div>
    </Sample>
  );
}

/** What an invented host said of one offer within a year; the first state came to its end unconfirmed. */
const said = [
  ["open", 360],
  ["limited", 250],
  ["closed", 200],
  ["paused", 150],
  ["by-approval", 120],
  ["waiting-list", 80],
  ["between-waves", 50],
  ["ending", 20],
] as const;

export function HistorySample({ frame, now }: SamplesProps) {
  const statements = said.map(([state, days]): PastStatement => {
    const day = new Date(dayFrom(now, -days));
    const expires = new Date(dayFrom(now, 60 - days));
    return { state, slots: state === "limited" ? 7 : null, said: day, confirmed: day, expires };
  });
  return (
    <Sample {...words[frame.language].history} frame={frame} id="a-year" sheets={["history"]}>
      <History statements={statements} published={null} now={now} language={frame.language} />
    </Sample>
  );
}

export function TerritorySample({ frame }: Pick<SamplesProps, "frame">) {
  return (
    <Sample {...words[frame.language].territory} frame={frame} id="on-the-map" sheets={["territory"]}>
      <Where territory={{ codes: ["dep:35", "com:56034"], policy: "fallback" }} language={frame.language} />
    </Sample>
  );
}
