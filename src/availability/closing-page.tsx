import { dateWords } from "../foundation/date-words.ts";
import type { Day } from "../foundation/day.ts";
import type { Closing } from "../hosts/host.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, OnceField, TextArea, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type ClosingPlan, isOver } from "./closing.ts";
import { words } from "./closing-words.ts";

export interface ClosingPageProps {
  readonly frame: DeskFrame;
  readonly closing: Closing | null;
  readonly today: Day;
  readonly typed: Typed;
  readonly wrong: Wrong;
  readonly done: "announced" | "withdrawn" | null;
}

/** Where a host says that it closes, changes what it said, or takes it back. */
export function ClosingPage({ frame, closing, today, typed, wrong, done }: ClosingPageProps) {
  const word = words[frame.language];
  const may = frame.person.role === "administrator";
  const over = isOver(closing, today);
  return (
    <ClosingDesk frame={frame} title={word.title} lead={word.lead}>
      <ErrorSummary language={frame.language} wrong={wrong} />
      {done !== null && (
        <div class="notice notice-good" role="status">
          <Icon name="check-circle" />
          <div>
            <h2>{word[done]}</h2>
            <p>{word[`${done}Text`]}</p>
          </div>
        </div>
      )}
      {closing !== null && <Standing frame={frame} closing={closing} over={over} may={may} />}
      {!may && <p>{word.administrators}</p>}
      {may && !over && closing !== null && <h2 class="like-h3">{word.change}</h2>}
      {may && !over && <PlanForm frame={frame} typed={typed} wrong={wrong} changes={closing !== null} />}
    </ClosingDesk>
  );
}

function ClosingDesk({
  frame,
  title,
  lead,
  children,
}: Pick<ClosingPageProps, "frame"> & {
  readonly title: string;
  readonly lead: string;
  readonly children: Parameters<typeof DeskLayout>[0]["children"];
}) {
  return (
    <DeskLayout frame={{ ...frame, path: "/admin/host/closing" }} title={title} here="host" scripts={["unsaved"]}>
      <div class="stack stack-3">
        <p class="small">
          <a class="icon-text" href="/admin/host">
            <Icon name="arrow-left" />
            <span>{words[frame.language].back}</span>
          </a>
        </p>
        <h1 class="like-h2">{title}</h1>
        <p class="lead">{lead}</p>
      </div>
      {children}
    </DeskLayout>
  );
}

interface StandingProps {
  readonly frame: DeskFrame;
  readonly closing: Closing;
  readonly over: boolean;
  readonly may: boolean;
}

function Standing({ frame: { language }, closing, over, may }: StandingProps) {
  const word = words[language];
  const day = dateWords(closing.ends, language);
  return (
    <section class="notice notice-care">
      <Icon name="warning" />
      <div class="stack stack-3">
        <h2>{over ? word.over(day) : word.now(day, dateWords(closing.announced, language))}</h2>
        <p>{over ? word.overText : word.stayText}</p>
        {may && !over && (
          <form method="post" action="/admin/host/closing">
            <OnceField />
            <button class="button" type="submit" name="do" value="stay">
              {word.stay}
            </button>
          </form>
        )}
      </div>
    </section>
  );
}

function PlanForm({
  frame: { language },
  typed,
  wrong,
  changes,
}: Pick<ClosingPageProps, "frame" | "typed" | "wrong"> & { readonly changes: boolean }) {
  const word = words[language];
  const title = changes ? word.change : word.title;
  const field = (name: "ends" | "successor" | "exitGuide" | "notice") => ({
    ...{ name, label: word[name], hint: word[`${name}Hint`], value: typed[name] ?? "", wrong: wrong[name] },
  });
  return (
    <form class="narrow" method="post" action="/admin/host/closing" data-keep novalidate aria-label={title}>
      <TextField {...field("ends")} type="date" width="middle" required />
      <TextArea {...field("notice")} rows={5} />
      <TextField {...field("successor")} />
      <TextField {...field("exitGuide")} autocomplete="off" />
      <p class="form-end gap-above">
        <button class="button button-main" type="submit" name="do" value="review">
          {word.review} <Icon name="arrow-right" />
        </button>
      </p>
    </form>
  );
}

export interface ClosingReviewProps {
  readonly frame: DeskFrame;
  readonly plan: ClosingPlan;
  readonly typed: Typed;
  readonly offers: number;
  readonly followers: number;
  /** What followers will read, as plain text. */
  readonly note: string;
}

/** What an announcement will do, before it does. */
export function ClosingReview({ frame, plan, typed, offers, followers, note }: ClosingReviewProps) {
  const word = words[frame.language];
  return (
    <ClosingDesk frame={frame} title={word.reviewTitle} lead={word.reviewLead}>
      <ul class="list">
        {word.consequences(dateWords(plan.ends, frame.language), offers, followers).map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <section class="stack stack-3" aria-labelledby="note">
        <h2 class="like-h4" id="note">
          {word.note}
        </h2>
        <div class="sheet stack stack-3">{note.split("\n").map((line) => line !== "" && <p>{line}</p>)}</div>
      </section>
      <form method="post" action="/admin/host/closing">
        <OnceField />
        {Object.entries(typed).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p class="form-end">
          <button class="button button-main" type="submit" name="do" value="announce">
            {word.announce}
          </button>
          <button class="button" type="submit" name="do" value="edit">
            {word.resume}
          </button>
        </p>
      </form>
    </ClosingDesk>
  );
}
