import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { FactList } from "../hosts/parts.tsx";
import { Chip } from "../web/chip.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, OnceField, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { CareNotice } from "../web/notice.tsx";
import type { TypedOutside } from "./desk-form.ts";
import { LanguageField, ProposalFields, ShownField } from "./desk-form-parts.tsx";
import { Done, Message, OutsideChip, Trail } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { kindName, roleNames } from "./kind-words.ts";
import { keptMonths, type OutsidePartnership } from "./outside.ts";

export interface AskOutsidePageProps {
  readonly frame: DeskFrame;
  readonly typed: TypedOutside;
  readonly wrong: Wrong;
  /** Whether this site sends mail. */
  readonly mails: boolean;
}

/** Where our host asks one that has no site of its own. */
export function AskOutsidePage({ frame, typed, wrong, mails }: AskOutsidePageProps) {
  const { language } = frame;
  const word = words[language].outside;
  return (
    <DeskLayout frame={frame} title={word.title} here="partners">
      <Trail here={word.title} language={language} />
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
        <p>{mails ? word.mailLead : word.noMailLead}</p>
      </div>
      <form class="stack stack-6 narrow" method="post" action="/admin/partners/outside/new" novalidate>
        <OnceField />
        <TextField {...{ name: "name", label: word.name, value: typed.name, wrong: wrong["name"] }} />
        <TextField
          {...{ name: "email", label: word.email, value: typed.email, type: "email", wrong: wrong["email"] }}
        />
        <LanguageField value={typed.language} language={language} />
        <ProposalFields {...{ typed, wrong, language }} />
        <ShownField label={words[language].form.shown} shown={typed.shown} language={language} />
        <p>
          <button class="button button-main" type="submit">
            {word.submit} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
    </DeskLayout>
  );
}

export interface OutsideDeskPageProps {
  readonly frame: DeskFrame;
  readonly partnership: OutsidePartnership;
  readonly mails: boolean;
  readonly done: string | null;
  readonly wrong: Wrong;
}

/** A request to a host without a site of its own: what was asked and answered, never verified. */
export function OutsideDeskPage({ frame, partnership, mails, done, wrong }: OutsideDeskPageProps) {
  const { language } = frame;
  const word = words[language];
  const { name, state } = partnership;
  const part = { partnership, language };
  return (
    <DeskLayout frame={frame} title={name} here="partners">
      <Trail here={name} language={language} />
      <Done done={done} language={language} />
      <ErrorSummary language={language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{name}</h1>
        <p class="cluster">
          <OutsideChip state={state} language={language} />
          <Chip kind="care" icon="warning" word={word.unverified} />
        </p>
        {state === "sent" && <p>{word.outside.waitsText(name)}</p>}
      </div>
      {state === "accepted" && <Anew language={language} />}
      <OutsideFacts {...part} />
      <Exchange {...part} />
      {frame.person.role === "reader" ? (
        <p class="notice">{word.onlyReading}</p>
      ) : (
        <OutsideActs {...part} first={!mails && done === "asked-by-hand"} />
      )}
    </DeskLayout>
  );
}

function Anew({ language }: { readonly language: Language }) {
  const word = words[language].outside;
  return (
    <CareNotice title={words[language].unverified}>
      <p>{word.anew}</p>
      <p>
        <a href="/admin/partners/new">{word.anewWay}</a>
      </p>
    </CareNotice>
  );
}

interface PartProps {
  readonly partnership: OutsidePartnership;
  readonly language: Language;
}

function OutsideFacts({ partnership, language }: PartProps) {
  const word = words[language];
  const { kind, rolesOffered, rolesWanted, email, expires, shown, theirShown, state, name } = partnership;
  const both = shown && theirShown === true;
  const said = word.facts.shownWords[both ? "both" : shown ? "ours" : theirShown === true ? "theirs" : "neither"];
  return (
    <FactList
      lines={[
        [word.facts.kind, kindName(kind, language)],
        [word.facts.weGive, roleNames(rolesOffered, language)],
        [word.facts.theyGive(name), roleNames(rolesWanted, language)],
        [word.facts.email, <a href={`mailto:${email}`}>{email}</a>],
        [word.facts.language, word.outside.languages[partnership.language]],
        [word.facts.expires, state === "sent" ? expires && dateWords(expires, language) : null],
        [word.facts.shown, state === "accepted" ? said : null],
      ]}
    />
  );
}

function Exchange({ partnership, language }: PartProps) {
  const word = words[language];
  const { name, message, asked, answered, state, reason, changed } = partnership;
  const answer = state === "accepted" || state === "declined" ? (answered ?? changed) : null;
  return (
    <section class="stack" aria-labelledby="history">
      <h2 class="like-h3" id="history">
        {word.history}
      </h2>
      <ol class="thread plain">
        <Message {...{ ours: true, language, other: name, when: asked }} act="ask">
          {message !== "" && <p class="thread-text">{message}</p>}
        </Message>
        {answer !== null && (
          <Message
            {...{ ours: false, language, other: name, when: answer }}
            act={state === "accepted" ? "accept" : "decline"}
          >
            {reason !== null && <p class="thread-text">{reason}</p>}
          </Message>
        )}
        {answer === null && state !== "sent" && (
          <li class="thread-day">
            {word.outsideStates[state]} · {dateWords(changed, language, "short")}
          </li>
        )}
      </ol>
    </section>
  );
}

function OutsideActs({ partnership, language, first }: PartProps & { readonly first: boolean }) {
  const word = words[language];
  const { id, state, shown } = partnership;
  const path = `/admin/partners/outside/${id}`;
  const live = state === "sent" || state === "accepted";
  return (
    <>
      {live && (
        <form class="stack stack-3" method="post" action={`${path}/link`} aria-labelledby="link-title">
          <h2 class="like-h3" id="link-title">
            {word.outside.linkTitle}
          </h2>
          {!first && <p>{word.outside.linkText}</p>}
          <p>
            <button class={first ? "button button-main" : "button"} type="submit">
              {first ? word.outside.linkFirst : word.outside.linkMake}
            </button>
          </p>
        </form>
      )}
      {state === "accepted" && (
        <form class="stack stack-3" method="post" action={`${path}/${shown ? "hide" : "show"}`}>
          <p>
            <button class="button" type="submit">
              {shown ? word.show.hide : word.show.show}
            </button>
          </p>
        </form>
      )}
      <div class="more-list">
        {live && (
          <Ending {...{ action: `${path}/withdraw`, title: word.outside.withdraw, text: word.outside.withdrawText }} />
        )}
        <Ending {...{ action: `${path}/erasure`, title: word.outside.erase, text: word.outside.eraseText }} />
      </div>
      <p class="small soft">{word.outside.kept(keptMonths)}</p>
    </>
  );
}

interface EndingProps {
  readonly action: string;
  readonly title: string;
  readonly text: string;
}

/** What cannot be undone is two steps away. */
function Ending({ action, title, text }: EndingProps) {
  return (
    <details class="more">
      <summary>{title}</summary>
      <form class="stack" method="post" action={action}>
        <p>{text}</p>
        <p>
          <button class="button button-danger" type="submit">
            {title}
          </button>
        </p>
      </form>
    </details>
  );
}

export interface OutsideLinkPageProps {
  readonly frame: DeskFrame;
  readonly partnership: OutsidePartnership;
  readonly link: string;
  /** The whole letter, for a mail program of one's own. */
  readonly letter: { readonly subject: string; readonly text: string };
}

/** The private link, shown this once. */
export function OutsideLinkPage({ frame, partnership, link, letter }: OutsideLinkPageProps) {
  const word = words[frame.language].outside;
  const { name, email, id } = partnership;
  const mailto = `mailto:${email}?${new URLSearchParams({ subject: letter.subject, body: letter.text })}`;
  return (
    <DeskLayout frame={frame} title={word.linkReady(name)} here="partners">
      <Trail here={name} language={frame.language} />
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{word.linkReady(name)}</h1>
        <code class="command">{link}</code>
        <p>{word.linkOnce}</p>
        <p>
          <a href={mailto.replaceAll("+", "%20")}>{word.linkWrite}</a>
        </p>
      </div>
      <p>
        <a class="button button-main" href={`/admin/partners/outside/${id}`}>
          {word.goOn}
        </a>
      </p>
    </DeskLayout>
  );
}
