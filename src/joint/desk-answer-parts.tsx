import type { Child } from "hono/jsx";
import { MaybeLink } from "../hosts/parts.tsx";
import type { DeskFrame } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { OnceField, TextArea, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { AboutShown } from "./desk-doing-parts.tsx";
import { invitationPath } from "./desk-parts.tsx";
import { wordsFor } from "./desk-words.ts";
import type { JointComment, JointInvitation, Named } from "./joint.ts";
import { invitationSteps } from "./life.ts";
import type { KeptVersion } from "./versions.ts";

export interface InvitationPageProps {
  readonly frame: DeskFrame;
  readonly invitation: JointInvitation;
  readonly own: Named;
  /** What an answer or a quote is about; null for an offer. */
  readonly about: AboutShown | null;
  readonly comments: readonly JointComment[];
  /** What our host has signed last; null where it has signed nothing, or this very version. */
  readonly signed: KeptVersion | null;
  /** It changed between the reading and the answer. */
  readonly meanwhile: boolean;
  readonly typed: Typed;
  readonly wrong: Wrong;
  readonly done: string | null;
}

/** What our host may answer now: sign this version, say no, close or open its part, leave. */
export function InvitationActs(props: InvitationPageProps): Child {
  const { state, stamps } = props.invitation;
  const steps = invitationSteps[state];
  const signed = stamps.length > 0;
  return (
    <>
      {state !== "accepted" && steps.accept !== null && <Accept {...props} />}
      {signed && state === "accepted" && <OwnPart {...props} />}
      {state !== "refused" && steps.refuse !== null && !signed && <Refuse {...props} />}
      {signed && steps.leave !== null && <Leave {...props} />}
    </>
  );
}

function Accept({ frame: { language }, invitation: { id, version, kind } }: InvitationPageProps) {
  const word = wordsFor(language, kind).asked;
  return (
    <section class="stack stack-3 narrow" aria-labelledby="accept">
      <h2 class="like-h3" id="accept">
        {word.accept}
      </h2>
      <p>{word.acceptText}</p>
      <form method="post" action={invitationPath(id, "acceptance")}>
        <OnceField />
        <input type="hidden" name="version" value={version} />
        <p class="form-end">
          <button class="button button-main" type="submit">
            <Icon name="check" /> {word.acceptSubmit}
          </button>
        </p>
      </form>
    </section>
  );
}

function Refuse({ frame: { language }, invitation: { id, kind }, typed, wrong }: InvitationPageProps) {
  const word = wordsFor(language, kind).asked;
  return (
    <details class="more" open={wrong["reason"] !== undefined}>
      <summary>{word.refuse}</summary>
      <form class="stack stack-3 narrow" method="post" action={invitationPath(id, "refusal")} novalidate>
        <OnceField />
        <p>{word.refuseText}</p>
        <TextArea
          {...{ name: "reason", label: word.reason, value: typed["reason"] ?? "", rows: 3, wrong: wrong["reason"] }}
        />
        <p class="form-end">
          <button class="button" type="submit">
            {word.refuseSubmit}
          </button>
        </p>
      </form>
    </details>
  );
}

function OwnPart({ frame: { language }, invitation: { id, part, partNote, kind }, typed }: InvitationPageProps) {
  const word = wordsFor(language, kind).asked;
  const closed = part === "closed";
  return (
    <section class="stack stack-3 narrow" aria-labelledby="own-part">
      <h2 class="like-h3" id="own-part">
        {word.part}
      </h2>
      <p>{closed ? [word.partIsClosed, partNote].filter(Boolean).join(" ") : word.partText}</p>
      <form method="post" action={invitationPath(id, closed ? "opening" : "closing")} novalidate>
        <OnceField />
        {!closed && (
          <TextField
            {...{ name: "note", label: word.partNote, value: typed["note"] ?? "", maxlength: 300 }}
            optional={deskWords[language].optional}
          />
        )}
        <p class="form-end">
          <button class={closed ? "button button-main" : "button"} type="submit">
            {closed ? word.openPart : word.closePart}
          </button>
        </p>
      </form>
    </section>
  );
}

/** Leaving is told with what follows from it, as the terms have it. */
function Leave({ frame: { language }, invitation: { id, terms, leadState, kind }, typed }: InvitationPageProps) {
  const word = wordsFor(language, kind).asked;
  const { mode, words: said } = terms.onLeaving;
  const follows = mode === "suspend" ? word.leaveSuspend : word.leaveShrink;
  return (
    <details class="more">
      <summary>{word.leave}</summary>
      <form class="stack stack-3 narrow" method="post" action={invitationPath(id, "leaving")} novalidate>
        <OnceField />
        <p>{leadState === "published" ? follows : word.leaveEarly}</p>
        {said && (
          <p>
            {word.leaveSaid} <q>{<MaybeLink text={said} />}</q>
          </p>
        )}
        <TextArea
          {...{ name: "reason", label: word.reason, value: typed["reason"] ?? "", rows: 3 }}
          optional={deskWords[language].optional}
        />
        <p class="form-end">
          <button class="button button-danger" type="submit">
            {word.leaveSubmit}
          </button>
        </p>
      </form>
    </details>
  );
}
