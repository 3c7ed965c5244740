import { availabilityStates } from "../availability/availability.ts";
import { State, StateSheet } from "../availability/state-parts.tsx";
import { Timeline } from "../availability/timeline-parts.tsx";
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
    <Sample frame={frame} id="state" title={word.title} text={word.text} sheets={["availability"]}>
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

const spells = [
  ["open", 360],
  ["limited", 250],
  ["closed", 190],
  ["paused", 130],
  ["by-approval", 100],
  ["waiting-list", 60],
  ["between-waves", 40],
  ["open", 12],
] as const;

const lastSpells = [
  ["open", 360],
  ["ending", 60],
] as const;

export function TimelineSample({ frame, now }: SamplesProps) {
  return (
    <Sample {...words[frame.language].timeline} frame={frame} id="timeline" sheets={["timeline"]}>
      {[spells, lastSpells].map((all) => (
        <Timeline
          spells={all.map(([state, days]) => ({ state, since: new Date(dayFrom(now, -days)) }))}
          now={now}
          language={frame.language}
        />
      ))}
    </Sample>
  );
}
