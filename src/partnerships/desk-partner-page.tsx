import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { type FactLine, FactList, MaybeLink } from "../hosts/parts.tsx";
import { Chip } from "../web/chip.tsx";
import { DeskLayout } from "../web/desk.tsx";
import { ErrorSummary } from "../web/form-parts.tsx";
import { listWords } from "../web/money.ts";
import { Acts, type ActsProps } from "./desk-act-parts.tsx";
import { Done, Message, StateChip, Trail, waitWords } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { kindName, roleNames } from "./kind-words.ts";
import type { Partnership } from "./partnership.ts";

export interface PartnerPageProps extends ActsProps {
  /** All that was proposed in this exchange, the first proposal first. */
  readonly thread: readonly Partnership[];
  /** Others that were asked the same at once. */
  readonly besides: readonly Partnership[];
  readonly done: string | null;
}

/** One request or partnership: with whom, what, all that was said, what is waited for, and what can be done. */
export function PartnerPage(props: PartnerPageProps) {
  const { frame, partnership, thread, done, wrong } = props;
  const { language } = frame;
  const word = words[language];
  const { otherName, state } = partnership;
  return (
    <DeskLayout frame={frame} title={otherName} here="partners">
      <Trail here={otherName} language={language} />
      <Done done={done} language={language} />
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{otherName}</h1>
        <p class="cluster">
          <StateChip state={state} language={language} />
          {partnership.public && <Chip kind="note" icon="globe-simple" word={word.shownChip} />}
          {partnership.fromUnknown && <Chip kind="care" icon="warning" word={word.unknown} />}
        </p>
        <p>
          <strong>{word.waitsTitle}</strong> · {waitWords(partnership, language)}
        </p>
      </div>
      <FactList lines={factsOf(props)} />
      <section class="stack" aria-labelledby="history">
        <h2 class="like-h3" id="history">
          {word.history}
        </h2>
        <ol class="thread plain">
          {thread.map((one) => (
            <Said partnership={one} language={language} />
          ))}
        </ol>
      </section>
      {frame.person.role === "reader" ? <p class="notice">{word.onlyReading}</p> : <Acts {...props} />}
    </DeskLayout>
  );
}

function factsOf({ frame: { language }, partnership, besides }: PartnerPageProps): readonly FactLine[] {
  const word = words[language].facts;
  const { side, kind, rolesOffered, rolesWanted, otherName, otherPage, about, expires, answered, ended, state } =
    partnership;
  const [ours, theirs] = side === "asker" ? [rolesOffered, rolesWanted] : [rolesWanted, rolesOffered];
  const open = state === "sent" || state === "received";
  return [
    [word.page, <MaybeLink text={otherPage} />],
    [word.kind, kindName(kind, language)],
    [word.weGive, roleNames(ours, language)],
    [word.theyGive(otherName), roleNames(theirs, language)],
    [word.about, about && <MaybeLink text={about} />],
    [word.expires, open && expires ? dateWords(expires, language) : null],
    [word.since, state === "accepted" && answered ? dateWords(answered, language) : null],
    [word.ended, ended && dateWords(ended, language)],
    [word.shown, state === "accepted" ? shownWords(partnership, language) : null],
    [
      word.batch,
      besides.length > 0
        ? listWords(
            besides.map((one) => one.otherName),
            language,
          )
        : null,
    ],
  ];
}

function shownWords({ shown, theirShown }: Partnership, language: Language): string {
  const word = words[language].facts.shownWords;
  if (shown) return theirShown === true ? word.both : word.ours;
  return theirShown === true ? word.theirs : word.neither;
}

/** A proposal, and what was answered to it. */
function Said({ partnership, language }: { readonly partnership: Partnership; readonly language: Language }) {
  const word = words[language];
  const { side, otherName, message, kind, asked, counters, rolesOffered, rolesWanted } = partnership;
  const ours = side === "asker";
  const roles = [
    [ours ? word.form.offered : word.facts.theyGive(otherName), roleNames(rolesOffered, language)],
    [ours ? word.form.wanted : word.facts.weGive, roleNames(rolesWanted, language)],
  ].filter(([, names]) => names !== null);
  return (
    <>
      <Message {...{ ours, language, when: asked, other: otherName }} act={counters === null ? "ask" : "counter"}>
        <p>
          <strong>{kindName(kind, language)}</strong>
        </p>
        {roles.map(([said, names]) => (
          <p class="small">
            {said}
            {language === "fr" ? "\u00a0: " : ": "}
            {names}
          </p>
        ))}
        {message !== "" && <p class="thread-text">{message}</p>}
      </Message>
      <Answer partnership={partnership} language={language} />
    </>
  );
}

/** What became of a proposal, said by whoever said it. */
function Answer({ partnership, language }: { readonly partnership: Partnership; readonly language: Language }) {
  const { side, state, otherName: other, reason, answered, ended, changed } = partnership;
  const by = (asker: boolean) => ({ ours: (side === "asker") === asker, other, language });
  const yes = answered !== null && ["accepted", "ended"].includes(state);
  return (
    <>
      {yes && <Message {...by(false)} act="accept" when={answered} />}
      {state === "declined" && (
        <Message {...by(false)} act="decline" when={answered ?? changed}>
          {reason && <p class="thread-text">{reason}</p>}
        </Message>
      )}
      {state === "withdrawn" && <Message {...by(true)} act="withdraw" when={ended ?? changed} />}
      <Silence {...{ partnership, language }} />
    </>
  );
}

/** What nobody in particular said: that time ran out, or that it is over. */
function Silence({ partnership, language }: { readonly partnership: Partnership; readonly language: Language }) {
  const { state, ended, changed } = partnership;
  if (state !== "expired" && state !== "ended") return null;
  const word = words[language];
  return (
    <li class="thread-day">
      {state === "ended" ? word.states.ended : word.silence} · {dateWords(ended ?? changed, language, "short")}
    </li>
  );
}
