import { Chip, type ChipProps } from "../web/chip.tsx";
import { Icon } from "../web/icon.tsx";
import { Progress } from "../web/progress.tsx";
import { Sparkline } from "../web/sparkline.tsx";
import { words } from "./desk-sample-words.ts";
import { KeySample } from "./key-parts.tsx";
import { Sample, type SamplesProps } from "./sample-parts.tsx";
import { DeskSample, TableSample, TaskSample } from "./work-parts.tsx";

/** What the people of a host work with. */
export function DeskSamples({ frame, now }: SamplesProps) {
  return (
    <>
      <DeskSample frame={frame} />
      <TaskSample frame={frame} />
      <TableSample frame={frame} now={now} />
      <ChipSample frame={frame} />
      <ProgressSample frame={frame} />
      <AdviceSample frame={frame} />
      <FigureSample frame={frame} />
      <KeySample frame={frame} />
    </>
  );
}

type Props = Pick<SamplesProps, "frame">;

const chips: Readonly<Record<ChipProps["kind"], ChipProps["icon"]>> = {
  draft: "wrench",
  plain: "x",
  good: "check",
  note: "arrows-clockwise",
  care: "clock",
  bad: "warning-circle",
};

function ChipSample({ frame }: Props) {
  const word = words[frame.language].chip;
  return (
    <Sample frame={frame} id="chips" title={word.title} text={word.text} sheets={["chip"]}>
      <p class="cluster">
        {(Object.keys(chips) as ChipProps["kind"][]).map((kind) => (
          <Chip kind={kind} icon={chips[kind]} word={word.kinds[kind]} />
        ))}
      </p>
    </Sample>
  );
}

function ProgressSample({ frame }: Props) {
  const word = words[frame.language].progress;
  return (
    <Sample frame={frame} id="long-work" title={word.title} text={word.text} sheets={["progress"]}>
      <Progress title={word.import} words={word.part} part={{ done: 312, all: 900 }}>
        {word.more}
      </Progress>
      <Progress title={word.counting} words={word.countingWords} part={null} />
      <Progress title={word.done} words={word.doneWords} part={{ done: 1, all: 1 }} state="done" />
      <Progress title={word.stopped} words={word.stoppedWords} part={{ done: 60, all: 100 }} state="stopped" />
    </Sample>
  );
}

function AdviceSample({ frame }: Props) {
  const word = words[frame.language].advice;
  return (
    <Sample frame={frame} id="advice" title={word.title} text={word.text} sheets={["advice"]}>
      <div class="sheet sheet-soft advice">
        <div class="advice-item">
          <Icon name="signpost" />
          <h3>{word.open}</h3>
          <p>
            {word.openText} <a href="#s-word">{word.fill}</a>
          </p>
        </div>
        <div class="advice-item advice-done">
          <Icon name="check-circle" />
          <h3>{word.done}</h3>
        </div>
      </div>
    </Sample>
  );
}

function FigureSample({ frame }: Props) {
  const word = words[frame.language].figures;
  const figures = [
    [38, word.visits],
    [3, word.asked],
    [142, word.heard],
  ] as const;
  return (
    <Sample frame={frame} id="figures" title={word.title} text={word.text} sheets={["desk", "spark"]}>
      <div class="desk-figures">
        {figures.map(([figure, what]) => (
          <div>
            <b>{figure}</b>
            <span>{what}</span>
          </div>
        ))}
      </div>
      <Sparkline
        figure="61"
        caption={word.followers}
        values={[49, 50, 50, 53, 52, 55, 57, 61]}
        text={word.followersText}
      />
      <Sparkline figure="7" caption={word.quiet} values={[7, 7, 7, 7]} text={word.quiet} />
    </Sample>
  );
}
