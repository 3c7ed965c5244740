import type { Child } from "hono/jsx";
import type { DeskFrame } from "../web/desk.tsx";
import { OnceField, TextArea, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { TypedProposal } from "./desk-form.ts";
import { ProposalFields, ShownField } from "./desk-form-parts.tsx";
import { words } from "./desk-words.ts";
import { afterOurs } from "./life.ts";
import type { Partnership } from "./partnership.ts";

/** What the team can do with one. */
export const partnerActs = ["accept", "decline", "counter", "withdraw", "end", "show", "hide"] as const;
export type PartnerAct = (typeof partnerActs)[number];

export interface ActsProps {
  readonly frame: DeskFrame;
  readonly partnership: Partnership;
  /** What was tried and could not be done. */
  readonly tried: PartnerAct | null;
  readonly typed: { readonly proposal: TypedProposal; readonly reason: string; readonly shown: boolean };
  readonly wrong: Wrong;
}

/** What can be done now, the likely first; what ends something is one step away. */
export function Acts(props: ActsProps) {
  const { partnership, frame } = props;
  const word = words[frame.language];
  const { side, state, otherName } = partnership;
  const can = (act: PartnerAct) => afterOurs(side, state, act === "hide" ? "show" : act) !== null;
  return (
    <>
      {can("accept") && <Accept {...props} />}
      {can("show") && <Show {...props} />}
      <div class="more-list">
        {can("counter") && <Counter {...props} />}
        {can("decline") && <Decline {...props} />}
        {can("withdraw") && (
          <Last {...props} act="withdraw" title={word.withdraw.title} submit={word.withdraw.submit}>
            <p>{word.withdraw.text(otherName)}</p>
          </Last>
        )}
        {can("end") && (
          <Last {...props} act="end" title={word.end.title} submit={word.end.submit}>
            <p>{word.end.text(otherName)}</p>
          </Last>
        )}
      </div>
    </>
  );
}

const actPath = ({ id }: Partnership, act: PartnerAct): string => `/admin/partners/${id}/${act}`;

function Accept({ frame, partnership, typed }: ActsProps) {
  const word = words[frame.language].accept;
  return (
    <form class="stack" method="post" action={actPath(partnership, "accept")} aria-labelledby="accept-title">
      <h2 class="like-h3" id="accept-title">
        {word.title}
      </h2>
      <OnceField />
      <p>{word.text(partnership.otherName)}</p>
      <ShownField label={word.shown} shown={typed.shown} language={frame.language} />
      <p>
        <button class="button button-main" type="submit">
          <Icon name="check" /> {word.submit}
        </button>
      </p>
    </form>
  );
}

function Show({ frame, partnership }: ActsProps) {
  const word = words[frame.language].show;
  const act = partnership.shown ? "hide" : "show";
  return (
    <form class="stack stack-3" method="post" action={actPath(partnership, act)} aria-labelledby="show-title">
      <h2 class="like-h3" id="show-title">
        {word.title}
      </h2>
      <OnceField />
      <p>{word.text}</p>
      <p>
        <button class="button" type="submit">
          {word[act]}
        </button>
      </p>
    </form>
  );
}

function Counter({ frame, partnership, tried, typed, wrong }: ActsProps) {
  const { language } = frame;
  const word = words[language].counter;
  return (
    <details class="more" open={tried === "counter"}>
      <summary>{word.title}</summary>
      <form class="stack stack-5" method="post" action={actPath(partnership, "counter")} novalidate>
        <OnceField />
        <p>{word.text}</p>
        <ProposalFields {...{ wrong, language, typed: typed.proposal }} />
        <p>
          <button class="button" type="submit">
            {word.submit} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
    </details>
  );
}

function Decline({ frame, partnership, tried, typed, wrong }: ActsProps) {
  const word = words[frame.language].decline;
  return (
    <details class="more" open={tried === "decline"}>
      <summary>{word.title}</summary>
      <form class="stack" method="post" action={actPath(partnership, "decline")} novalidate>
        <OnceField />
        <TextArea
          {...{ name: "reason", label: word.label, hint: word.hint, value: typed.reason, rows: 3 }}
          wrong={wrong["reason"]}
        />
        <p>
          <button class="button" type="submit">
            {word.submit}
          </button>
        </p>
      </form>
    </details>
  );
}

interface LastProps extends ActsProps {
  readonly act: PartnerAct;
  readonly title: string;
  readonly submit: string;
  readonly children: Child;
}

/** What cannot be undone is two steps away. */
function Last({ partnership, act, title, submit, children }: LastProps) {
  return (
    <details class="more">
      <summary>{title}</summary>
      <form class="stack" method="post" action={actPath(partnership, act)}>
        <OnceField />
        {children}
        <p>
          <button class="button button-danger" type="submit">
            {submit}
          </button>
        </p>
      </form>
    </details>
  );
}
