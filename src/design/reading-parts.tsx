import { Board } from "../availability/parts.tsx";
import { State } from "../availability/state-parts.tsx";
import { OfferCard } from "../offers/parts.tsx";
import { DoesAndDoesNot } from "../offers/promise-parts.tsx";
import { Tiers } from "../offers/tier-parts.tsx";
import { Emblem, Icon } from "../web/icon.tsx";
import { Stamp } from "../web/stamp.tsx";
import { ButtonSample } from "./button-parts.tsx";
import { FollowedSample } from "./followed-parts.tsx";
import { NetworkSample } from "./network-parts.tsx";
import { EmptySample, NewsSample, NoticeSample } from "./notice-parts.tsx";
import { PriceSample } from "./price-parts.tsx";
import { words } from "./reading-words.ts";
import { dayFrom, sampleAvailability, sampleOffers } from "./sample-offers.ts";
import { Sample, type SamplesProps } from "./sample-parts.tsx";
import { HistorySample, SheetSample, StampSample, StateSample, TerritorySample } from "./state-sample-parts.tsx";
import { FactsSample, GlossSample, StepsSample, TagSample } from "./word-parts.tsx";

/** What the public reads: what to do, who can get in, what is offered, at what price. */
export function ReadingSamples({ frame, now }: SamplesProps) {
  const props = { frame, now };
  return (
    <>
      <ButtonSample frame={frame} />
      <StateSample {...props} />
      <SheetSample {...props} />
      <StampSample {...props} />
      <HistorySample {...props} />
      <TerritorySample frame={frame} />
      <NetworkSample frame={frame} />
      <CardSample {...props} />
      <BoardSample {...props} />
      <PromiseSample {...props} />
      <PriceSample {...props} />
      <FactsSample {...props} />
      <TagSample {...props} />
      <StepsSample frame={frame} />
      <NewsSample {...props} />
      <FollowedSample {...props} />
      <NoticeSample {...props} />
      <EmptySample frame={frame} />
      <GlossSample frame={frame} />
    </>
  );
}

function CardSample({ frame, now }: SamplesProps) {
  const { language } = frame;
  const states = [
    sampleAvailability("limited", now, { slots: 7 }),
    sampleAvailability("between-waves", now, { nextOpening: dayFrom(now, 97) }),
    null,
  ];
  return (
    <Sample {...words[language].card} frame={frame} id="offers" sheets={["card", "found"]}>
      <div class="grid">
        {sampleOffers(language, words[language], now).map((offer, i) => (
          <OfferCard
            offer={offer}
            language={language}
            state={<State availability={states[i] ?? null} now={now} language={language} brief />}
          />
        ))}
        <NeighbourCard frame={frame} now={now} />
      </div>
      <p class="card-name">
        <Emblem address="semaphore.example" size={72} />
        <b>Sémaphore</b>
      </p>
    </Sample>
  );
}

/** An offer of another host: who it is comes first, with its emblem in the corner. */
function NeighbourCard({ frame, now }: SamplesProps) {
  const { language } = frame;
  const word = words[language];
  return (
    <article class="card">
      <Emblem address="semaphore.example" size={44} />
      <p class="card-by">
        <a class="card-host" href="#offers">
          Sémaphore
        </a>
      </p>
      <h3 class="card-title">
        <a href="#offers">{word.offers.files.title}</a>
      </h3>
      <p class="card-where icon-text">
        <Icon name="map-pin" />
        <span>Finistère</span>
      </p>
      <div class="card-origin">
        <Stamp confirmed={dayFrom(now, -100)} now={now} language={language} />
        <p class="card-doubt icon-text small">
          <Icon name="info" />
          <span>{word.card.doubt}</span>
        </p>
      </div>
      <div class="card-foot">
        <State availability={sampleAvailability("by-approval", now)} now={now} language={language} brief />
      </div>
      <label class="card-compare">
        <input type="checkbox" /> {word.card.compare}
      </label>
    </article>
  );
}

function BoardSample({ frame, now }: SamplesProps) {
  const { language } = frame;
  const [files, long, bare] = sampleOffers(language, words[language], now);
  const standings = [
    { offer: files, availability: sampleAvailability("limited", now, { slots: 7 }) },
    { offer: long, availability: sampleAvailability("between-waves", now, { nextOpening: dayFrom(now, 97) }) },
    { offer: bare, availability: null },
    { offer: bare, availability: sampleAvailability("paused", now) },
  ];
  return (
    <Sample {...words[language].board} frame={frame} id="board" sheets={["board"]}>
      <Board standings={standings} now={now} language={language} follow="#follow" room={3} />
    </Sample>
  );
}

function PromiseSample({ frame, now }: SamplesProps) {
  const { language } = frame;
  const [{ content }] = sampleOffers(language, words[language], now);
  return (
    <>
      <Sample {...words[language].does} frame={frame} id="promise" sheets={["does"]}>
        <DoesAndDoesNot content={content} language={language} />
      </Sample>
      <Sample {...words[language].tier} frame={frame} id="tiers" sheets={["tiers"]}>
        <Tiers content={content} language={language} />
      </Sample>
    </>
  );
}
