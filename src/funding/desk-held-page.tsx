import { dateWords, momentWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { words as priceWords } from "../offers/words.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { Empty } from "../web/empty.tsx";
import { Choices, ErrorSummary, TextArea, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { money } from "../web/money.ts";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { type HeldDone, words } from "./desk-held-words.ts";
import type { FundingRequest } from "./funding.ts";
import type { Waiting } from "./holding.ts";
import { type Hold, holds } from "./settings.ts";

export const heldPath = "/admin/funding/held";

export interface HeldPageProps {
  readonly frame: DeskFrame;
  readonly waiting: readonly Waiting[];
  readonly hold: Hold;
  readonly done: HeldDone | null;
  /** Why nothing was done, if so. */
  readonly problem: string | null;
  /** The reason that was typed, by the code of its request. */
  readonly typed: Typed;
  readonly wrong: Wrong;
}

/** Requests of people whom this site does not know yet, to be read before they open; and who has to wait. */
export function HeldPage({ frame, waiting, hold, done, problem, typed, wrong }: HeldPageProps) {
  const word = words[frame.language];
  return (
    <DeskLayout frame={frame} title={word.title} here="funding">
      <Breadcrumb
        language={frame.language}
        ways={[{ href: "/admin/funding", label: deskWords[frame.language].places.funding }]}
        here={word.title}
      />
      {done !== null && <DoneNotice>{word.did[done]}</DoneNotice>}
      {problem !== null && (
        <CareNotice title={word.notOpened} refused>
          <p>{problem}</p>
        </CareNotice>
      )}
      <ErrorSummary language={frame.language} wrong={wrong} />
      <div class="stack stack-3">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
      </div>
      {waiting.length === 0 ? (
        <Empty title={word.none} />
      ) : (
        <div class="stack stack-5">
          {waiting.map((one, at) => (
            <HeldRequest {...{ frame, typed, wrong }} waiting={one} main={at === 0} />
          ))}
        </div>
      )}
      {frame.person.role === "administrator" && <WhoWaits frame={frame} hold={hold} />}
    </DeskLayout>
  );
}

interface HeldProps extends Pick<HeldPageProps, "frame" | "typed" | "wrong"> {
  readonly waiting: Waiting;
  readonly main: boolean;
}

function HeldRequest({ frame: { language }, waiting: { request, held }, main, typed, wrong }: HeldProps) {
  const word = words[language];
  const { code, requester, content, version } = request;
  const name = `reason-${code}`;
  const server = requester.actor === null ? "" : new URL(requester.actor).host;
  return (
    <article class="sheet stack stack-4" id={`request-${code}`}>
      <div class="stack stack-2">
        <h2 class="like-h4" {...spoken(content.language, language)}>
          {content.title}
        </h2>
        <p class="small soft">
          {word.by(requester.name, server)}, {word.since(momentWords(held, language))}
          {requester.address !== null && (
            <>
              {" · "}
              <a href={requester.address} rel="noopener nofollow noreferrer">
                {word.profile}
              </a>
            </>
          )}
        </p>
        <p>{termsWords(request, language)}</p>
      </div>
      <p class="thread-text" dir="auto" {...spoken(content.language, language)}>
        {content.description}
      </p>
      <form method="post" action={heldPath} class="stack stack-3" novalidate>
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="version" value={String(version)} />
        <p>
          <button class={main ? "button button-main" : "button"} type="submit" name="do" value="accept">
            {word.accept} <Icon name="check" />
            <span class="sr"> – {content.title}</span>
          </button>
        </p>
        <TextArea
          {...{
            name,
            label: word.reason,
            hint: word.reasonHint,
            value: typed[name] ?? "",
            wrong: wrong[name],
            rows: 3,
          }}
        />
        <p>
          <button class="button" type="submit" name="do" value="refuse">
            {word.refuse}
            <span class="sr"> – {content.title}</span>
          </button>
        </p>
      </form>
    </article>
  );
}

/** "600 € par an, jusqu’au 31 janvier 2027". */
function termsWords({ terms: { goal, deadline } }: FundingRequest, language: Language): string {
  const word = words[language];
  const { minimum, participants, currency, period } = goal;
  const per = period === null ? "" : ` ${priceWords[language].periods[period]}`;
  return [
    ...(minimum === null ? [] : [`${money(minimum, currency, language)}${per}`]),
    ...(participants === null ? [] : [word.participants(participants)]),
    deadline === null ? word.noEnd : word.until(dateWords(deadline.slice(0, 10), language)),
  ].join(", ");
}

function WhoWaits({ frame: { language }, hold }: Pick<HeldPageProps, "frame" | "hold">) {
  const word = words[language];
  const options = holds.map((value) => ({ value, ...word.holds[value] }));
  return (
    <form class="stack stack-4" method="post" action={`${heldPath}/settings`} novalidate>
      <Choices
        {...{ name: "hold", label: word.settings, hint: word.settingsHint, type: "radio", chosen: [hold], options }}
      />
      <p class="form-end">
        <button class="button" type="submit">
          {word.save}
        </button>
      </p>
    </form>
  );
}
