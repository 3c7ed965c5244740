import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import { FactList, MaybeLink } from "../hosts/parts.tsx";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { words as deskWords } from "../web/desk-words.ts";
import { ErrorSummary, OnceField, TextArea, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { CareNotice } from "../web/notice.tsx";
import { Done, Other, StateChip, Trail } from "./desk-parts.tsx";
import { words } from "./desk-words.ts";
import { consentPath, referralPath } from "./paths.ts";
import { actsOpen, type Referral, type ReferralAct, readableUntil } from "./referrals.ts";

export interface DeskReferralPageProps {
  readonly frame: DeskFrame;
  readonly referral: Referral;
  /** Whether this site sends mail. */
  readonly mails: boolean;
  readonly done: string | null;
  /** What was typed and could not be done. */
  readonly tried: { readonly act: ReferralAct; readonly typed: Typed; readonly wrong: Wrong } | null;
}

/** One referral: who points whom where, how it stands, and what can be done now. */
export function DeskReferralPage(props: DeskReferralPageProps) {
  const { frame, referral, done, tried } = props;
  const { language } = frame;
  const word = words[language];
  const title = referral.need === "" ? word.erased : referral.need;
  return (
    <DeskLayout frame={frame} title={title} here="referrals">
      <Trail here={title} language={language} />
      <Done done={done} language={language} />
      {tried && <ErrorSummary language={language} wrong={tried.wrong} />}
      <div class="stack stack-3">
        <h1 class="like-h2">{title}</h1>
        <p class="cluster">
          <StateChip referral={referral} language={language} />
          <span class="soft">{word.next[referral.state][referral.side]}</span>
        </p>
      </div>
      {referral.fromUnknown && (
        <CareNotice title={word.unknown}>
          <p>
            <Other referral={referral} />
          </p>
        </CareNotice>
      )}
      <FactList lines={factsOf(props)} />
      <Handed {...props} />
      <Links {...props} />
      {frame.person.role === "reader" ? <p class="notice">{word.onlyReading}</p> : <Acts {...props} />}
    </DeskLayout>
  );
}

function factsOf({ referral, frame: { language } }: DeskReferralPageProps): readonly [string, Child][] {
  const word = words[language].facts;
  const { side, aboutTitle, aboutPage, asked, state, expires, handing, request, said } = referral;
  return [
    [word.other[side], <Other referral={referral} />],
    [word.about, aboutTitle && <MaybeLink text={aboutPage ?? aboutTitle} label={aboutTitle} />],
    [word.asked, dateWords(asked, language)],
    [word.until, state === "sent" ? dateWords(expires, language) : null],
    [word.handing, words[language].handings[handing]],
    [word.request, request && <a href={`/admin/requests/${request}`}>{words[language].seeRequest}</a>],
    [side === "taker" ? word.ours : word.said, said && <span class="news-text">{said}</span>],
  ];
}

/** At the taker: the way to what is handed on, once somebody agreed. */
function Handed({ referral, frame: { language } }: DeskReferralPageProps) {
  const word = words[language].handed;
  const { side, handing, page, otherName } = referral;
  if (side !== "taker" || handing !== "agreed") return null;
  const until = readableUntil(referral);
  return (
    <section class="sheet stack stack-3" aria-labelledby="handed">
      <h2 class="like-h3" id="handed">
        {word.title}
      </h2>
      {page === null || until === null ? (
        <p>{word.ended}</p>
      ) : (
        <>
          <p>{word.text(otherName)}</p>
          <p>
            <a class="button" href={page} rel="noopener noreferrer">
              {word.open} <Icon name="arrow-square-out" />
            </a>
          </p>
          <p class="small soft">{word.until(dateWords(until, language))}</p>
        </>
      )}
    </section>
  );
}

/** At the giver: links that somebody has to pass on, where no message does. */
function Links({ referral, frame, mails }: DeskReferralPageProps) {
  const word = words[frame.language].link;
  const { other, otherEmail, token, consentToken, contact } = referral;
  return (
    <>
      {other === null && token !== null && (
        <Link title={word.title} link={frame.origin + referralPath(token)}>
          {mails && otherEmail !== null ? word.mailed(otherEmail) : word.text}
        </Link>
      )}
      {consentToken !== null && (
        <Link title={word.consent} link={frame.origin + consentPath(consentToken)}>
          {word.consentText} {mails && contact !== null && word.consentMailed(contact)}
        </Link>
      )}
    </>
  );
}

function Link({ title, link, children }: { readonly title: string; readonly link: string; readonly children: Child }) {
  return (
    <section class="sheet stack stack-3">
      <h2 class="like-h4">{title}</h2>
      <p>{children}</p>
      <code class="command">{link}</code>
    </section>
  );
}

function Acts(props: DeskReferralPageProps) {
  const [first, ...others] = actsOpen(props.referral).flatMap((act) => (act === "lapse" ? [] : [act]));
  if (first === undefined) return null;
  // What takes something back is never the first thing to press.
  const main = first !== "withdraw" && first !== "decline";
  return (
    <>
      {main && <ActForm {...props} act={first} main />}
      <div class="more-list">
        {(main ? others : [first, ...others]).map((act) => (
          <details class="more" open={props.tried?.act === act}>
            <summary>{words[props.frame.language].acts[act].title}</summary>
            <ActForm {...props} act={act} />
          </details>
        ))}
      </div>
    </>
  );
}

type ActProps = DeskReferralPageProps & { readonly act: Exclude<ReferralAct, "lapse">; readonly main?: boolean };

function ActForm({ act, frame, referral, tried, main = false }: ActProps) {
  const word: { title: string; label: string; submit: string; hint?: string } = words[frame.language].acts[act];
  const mine = tried?.act === act ? tried : null;
  const optional = act === "decline" ? {} : { optional: deskWords[frame.language].optional };
  return (
    <form class="stack" method="post" action={`/admin/referrals/${referral.id}/${act}`} novalidate>
      {main && <h2 class="like-h3">{word.title}</h2>}
      <OnceField />
      {act === "withdraw" ? (
        <p>{word.hint}</p>
      ) : (
        <TextArea
          {...{ name: act, label: word.label, value: mine?.typed[act] ?? "", wrong: mine?.wrong[act], ...optional }}
          {...(word.hint === undefined ? {} : { hint: word.hint })}
          rows={3}
        />
      )}
      <p>
        <button class={main ? "button button-main" : "button"} type="submit">
          {word.submit} <Icon name="check" />
        </button>
      </p>
    </form>
  );
}
