import { Answers } from "../campaigns/answer-parts.tsx";
import { Finder } from "../campaigns/filter-parts.tsx";
import { noFilters } from "../campaigns/filters.ts";
import { RequestCards } from "../campaigns/found-parts.tsx";
import { StageChip } from "../campaigns/parts.tsx";
import { Pledges } from "../campaigns/pledge-parts.tsx";
import { Poster } from "../campaigns/poster-parts.tsx";
import { Standing, StandingLine } from "../campaigns/progress-parts.tsx";
import { TakePart } from "../campaigns/take-part-parts.tsx";
import { OnlySample, StripsSample } from "./funding-form-parts.tsx";
import { words } from "./funding-words.ts";
import { sampleAnswer, sampleCounts, sampleElsewhere, samplePledges } from "./sample-funding.ts";
import { Case, Sample, type SamplesProps } from "./sample-parts.tsx";

/** All with which something is financed together. */
export function FundingSamples(props: SamplesProps) {
  return (
    <>
      <CountSample {...props} />
      <LineSample {...props} />
      <StageSample {...props} />
      <PledgeSample {...props} />
      <AnswerSample {...props} />
      <TakeSample {...props} />
      <StripsSample {...props} />
      <OnlySample {...props} />
      <NarrowSample {...props} />
      <PosterSample {...props} />
    </>
  );
}

const cases = ["nobody", "some", "heads", "met", "recurring"] as const;

function CountSample({ frame, now }: SamplesProps) {
  const { language } = frame;
  const word = words[language].swarm;
  const counts = sampleCounts(now);
  return (
    <Sample frame={frame} id="count" title={word.title} text={word.text} sheets={["swarm"]}>
      <div class="grid">
        {cases.map((name) => (
          <Case name={word[name]}>
            <div class="sheet stack">
              <Standing campaign={counts[name]} now={now} language={language} />
            </div>
          </Case>
        ))}
      </div>
    </Sample>
  );
}

function LineSample({ frame, now }: SamplesProps) {
  const { language } = frame;
  const { line, pledges, poster } = words[language];
  const counts = sampleCounts(now);
  return (
    <Sample frame={frame} id="cards-funding" title={line.title} text={line.text} sheets={["swarm"]}>
      <div class="stack">
        {cases.map((name) => (
          <div>
            <StandingLine campaign={counts[name]} now={now} language={language} />
          </div>
        ))}
      </div>
      <RequestCards
        items={[{ at: "elsewhere", copy: sampleElsewhere(now, poster.name, pledges.named) }]}
        {...{ now, language, level: 4 }}
      />
    </Sample>
  );
}

function StageSample({ frame }: SamplesProps) {
  const word = words[frame.language].stages;
  const stages = [
    "draft",
    "open",
    "reached",
    "confirming",
    "committed",
    "delivering",
    "delivered",
    "failed",
    "cancelled",
  ] as const;
  return (
    <Sample frame={frame} id="stages" title={word.title} text={word.text} sheets={["chip"]}>
      <ul class="tags">
        {stages.map((stage) => (
          <li>
            <StageChip stage={stage} language={frame.language} />
          </li>
        ))}
      </ul>
    </Sample>
  );
}

function PledgeSample({ frame, now }: SamplesProps) {
  const word = words[frame.language].pledges;
  const { goal } = sampleCounts(now).nobody.request.terms;
  return (
    <Sample frame={frame} id="who" title={word.title} text={word.text} sheets={["pledges"]}>
      <Pledges pledges={samplePledges(now, word)} goal={goal} language={frame.language} />
    </Sample>
  );
}

function AnswerSample({ frame, now }: SamplesProps) {
  const { language, origin } = frame;
  const word = words[language].answers;
  const request = { code: "7q4k", content: { call: { to: "everyone" as const } } };
  return (
    <Sample frame={frame} id="answer-funding" title={word.title} text={word.text} sheets={["answers"]}>
      <Answers {...{ request, origin, language, proposals: [sampleAnswer(now, word)], answerable: true, desk: null }} />
    </Sample>
  );
}

function TakeSample({ frame, now }: SamplesProps) {
  const word = words[frame.language].take;
  const { goal } = sampleCounts(now).nobody.request.terms;
  const terms = { goal, minimumPledge: null, maximumPledge: null };
  return (
    <Sample frame={frame} id="taking-part" title={word.title} text={word.text} sheets={["tear-off"]}>
      <TakePart frame={frame} request={{ code: "7q4k", handle: "fonds_7q4k", terms, content: { presets: [] } }} />
    </Sample>
  );
}

function NarrowSample({ frame }: SamplesProps) {
  const word = words[frame.language].narrow;
  const filters = { ...noFilters, state: "reached" as const };
  return (
    <Sample frame={frame} id="narrow" title={word.title} text={word.text} sheets={["finder", "filters", "more"]}>
      <Finder asked={{ filters, faults: [], page: 1, place: null }} language={frame.language} />
    </Sample>
  );
}

async function PosterSample({ frame, now }: SamplesProps) {
  const { renderSVG } = await import("uqr");
  const { language, origin } = frame;
  const word = words[language].poster;
  const address = `${origin}/funding/7q4k`;
  const drawing = renderSVG(address, { ecc: "Q", border: 4 });
  return (
    <Sample frame={frame} id="poster" title={word.title} text={word.text} sheets={["poster", "qr"]}>
      <Poster
        {...{ address, drawing, now, language, label: word.label, campaign: sampleCounts(now).some }}
        title={<p class="poster-title">{word.name}</p>}
      />
    </Sample>
  );
}
