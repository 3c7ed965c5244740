import type { Language } from "../foundation/language.ts";
import { Chip } from "../web/chip.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { DeskTable } from "../web/desk-table.tsx";
import { Empty } from "../web/empty.tsx";
import { ErrorSummary, OnceField, TextField, type Wrong } from "../web/form-parts.tsx";
import { listWords } from "../web/money.ts";
import { DoneNotice } from "../web/notice.tsx";
import { PageLinks } from "../web/pages.tsx";
import { words } from "./desk-words.ts";
import { type ReceivedAsking, receivedStep } from "./received.ts";
import type { AskedHost, Asking } from "./together.ts";

/** One that waits to be read before it leaves, and whom it would go to. */
export interface HeldAsking {
  readonly asking: Asking;
  readonly hosts: readonly AskedHost[];
  /** Who asks, as they showed it; null for an address for letters. */
  readonly by: { readonly name: string; readonly address: string | null } | null;
}

export interface AskingsPageProps {
  readonly frame: DeskFrame;
  readonly received: readonly ReceivedAsking[];
  readonly held: readonly HeldAsking[];
  readonly page: number;
  /** Whether another page follows. */
  readonly more: boolean;
  readonly done: string | null;
  readonly wrong: Wrong;
}

/** What associations ask of our host with others; and what waits here to be read before it leaves. */
export function AskingsPage({ frame, received, held, page, more, done, wrong }: AskingsPageProps) {
  const { language } = frame;
  const word = words[language];
  const told = done === null ? undefined : word.done[done];
  return (
    <DeskLayout frame={frame} title={word.title} here="askings">
      {told !== undefined && (
        <DoneNotice>
          <h2>{told}</h2>
        </DoneNotice>
      )}
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      {held.length > 0 && <Held {...{ frame, held, wrong }} />}
      {received.length > 0 ? (
        <Table received={received} language={language} />
      ) : (
        <Empty title={word.none} text={word.noneText} ways={[{ href: "/admin/host", label: word.noneWay }]} />
      )}
      <PageLinks {...{ language, page, more }} href={(n) => `/admin/askings?page=${n}`} />
      <p class="small soft">{word.kept}</p>
    </DeskLayout>
  );
}

function Table({ received, language }: { readonly received: readonly ReceivedAsking[]; readonly language: Language }) {
  const word = words[language];
  const lines = received.map((asking) => ({
    ...{ href: `/admin/askings/${asking.id}`, title: asking.name, since: asking.received },
    under: asking.fromUnknown && <p class="small soft">{word.fromUnknown}</p>,
    chip: <StepChip asking={asking} language={language} />,
    about: [word.answers[asking.answer]],
    next: word.waitingFor[receivedStep(asking)],
  }));
  return (
    <DeskTable language={language} heads={{ title: word.columns.name, about: [word.columns.answer] }} lines={lines} />
  );
}

/** Where it stands for our host: a shape, a word, a tint. */
export function StepChip({ asking, language }: { readonly asking: ReceivedAsking; readonly language: Language }) {
  const step = receivedStep(asking);
  const acts = step === "answer" || step === "result" || step === "agree";
  const icon = acts ? "envelope-simple" : step === "wait" ? "clock" : "check";
  return <Chip kind={acts ? "care" : "plain"} icon={icon} word={words[language].steps[step]} />;
}

function Held({ frame, held, wrong }: Pick<AskingsPageProps, "frame" | "held" | "wrong">) {
  const word = words[frame.language].held;
  return (
    <section class="stack" aria-labelledby="held">
      <h2 class="like-h3" id="held">
        {word.title}
      </h2>
      <p class="soft">{word.text}</p>
      {held.map((one) => (
        <HeldOne {...one} language={frame.language} wrong={wrong} />
      ))}
    </section>
  );
}

function HeldOne({
  asking,
  hosts,
  by,
  language,
  wrong,
}: HeldAsking & { readonly language: Language; readonly wrong: Wrong }) {
  const word = words[language].held;
  const action = `/admin/askings/held/${asking.id}`;
  const names = hosts.map(({ name }) => name);
  return (
    <article class="sheet stack stack-3" aria-labelledby={`held-${asking.id}`}>
      <h3 class="like-h4" id={`held-${asking.id}`}>
        {asking.name}
      </h3>
      <p class="small">
        {word.by} {by === null ? word.byMail : `${by.name} ${by.address ?? ""}`.trim()} · {word.to}{" "}
        {listWords(names, language)}
      </p>
      <p class="thread-text">{asking.need}</p>
      <form class="cluster" method="post" action={`${action}/through`}>
        <OnceField />
        <button class="button button-main" type="submit">
          {word.through}
        </button>
      </form>
      <details class="more" open={wrong[`reason-${asking.id}`] !== undefined}>
        <summary>{word.back}</summary>
        <form class="stack" method="post" action={`${action}/back`} novalidate>
          <OnceField />
          <TextField name={`reason-${asking.id}`} label={word.reason} value="" wrong={wrong[`reason-${asking.id}`]} />
          <p>
            <button class="button" type="submit">
              {word.back}
            </button>
          </p>
        </form>
      </details>
    </article>
  );
}
