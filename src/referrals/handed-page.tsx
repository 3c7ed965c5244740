import { dateWords } from "../foundation/date-words.ts";
import { FactList, MaybeLink } from "../hosts/parts.tsx";
import type { RequestContact } from "../places/places.ts";
import { words as deskWords } from "../web/desk-words.ts";
import { ErrorSummary, TextArea } from "../web/form-parts.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { DoneNotice } from "../web/notice.tsx";
import { type Referral, readableUntil, stateAfter } from "./referrals.ts";
import { words } from "./words.ts";

type Words = (typeof words)["fr"]["page"];

/** Who is looking, as the host that they are sent to reads it once they agreed. */
export interface Looking {
  readonly name: string;
  readonly contact: RequestContact;
  readonly people: number | null;
  readonly message: string;
}

export interface HandedPageProps {
  readonly frame: Frame;
  readonly referral: Referral;
  /** Null until whoever asks agreed. */
  readonly looking: Looking | null;
  /** The address of this page. */
  readonly link: string;
  readonly done: boolean;
  readonly typed: string;
  readonly refusal: keyof Pick<Words, "reasonMissing" | "tooLate"> | null;
}

/** What another host is handed on, behind a link of its own: one sentence, and the rest once somebody agreed. */
export function HandedPage(props: HandedPageProps) {
  const { frame, referral, looking, done, refusal } = props;
  const { language } = frame;
  const word = words[language].page;
  const { need, aboutTitle, aboutPage, handing, other } = referral;
  const until = readableUntil(referral);
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        {done && (
          <DoneNotice>
            <h2>{word.done}</h2>
          </DoneNotice>
        )}
        <div class="stack stack-3">
          <h1>{word.title}</h1>
          <p class="lead">{word.lead(frame.host?.name ?? "Essaim")}</p>
        </div>
        {refusal && <ErrorSummary language={language} wrong={{ said: word[refusal] }} />}
        <FactList
          lines={[
            [word.need, need],
            [word.about, aboutTitle && <MaybeLink text={aboutPage ?? aboutTitle} label={aboutTitle} />],
          ]}
        />
        {looking === null ? (
          <p class="notice">{handing === "agreed" ? null : word.handings[handing]}</p>
        ) : (
          <Who looking={looking} language={language} />
        )}
        {other === null ? <Answer {...props} /> : <p>{word.atYours}</p>}
        {until && <p class="small soft">{word.until(dateWords(until, language))}</p>}
      </div>
    </Layout>
  );
}

function Who({ looking, language }: { readonly looking: Looking; readonly language: Frame["language"] }) {
  const word = words[language].page;
  const { name, contact, people, message } = looking;
  const way =
    contact.kind === "email" ? <a href={`mailto:${contact.address}`}>{contact.address}</a> : `@${contact.address}`;
  return (
    <section class="stack" aria-labelledby="who">
      <h2 class="like-h3" id="who">
        {word.who}
      </h2>
      <FactList
        lines={[
          [word.labels.name, name],
          [word.labels.contact, way],
          [word.labels.people, people === null ? null : String(people)],
          [word.labels.message, <span class="news-text">{message}</span>],
        ]}
      />
    </section>
  );
}

/** For a host that has no desk of its own. */
function Answer({ frame: { language }, referral: { state }, link, typed, refusal }: HandedPageProps) {
  const word = words[language].page;
  const acts = (["take", "place", "decline"] as const).filter((act) => stateAfter(state, act) !== null);
  if (acts.length === 0) return null;
  return (
    <form class="stack" method="post" action={link} novalidate>
      <h2 class="like-h3">{word.answer}</h2>
      <TextArea
        {...{ name: "said", label: word.word, hint: word.wordHint, value: typed, rows: 3 }}
        optional={deskWords[language].optional}
        wrong={refusal === null ? undefined : word[refusal]}
      />
      <p class="cluster">
        {acts.map((act) => (
          <button class={act === "decline" ? "button" : "button button-main"} type="submit" name="act" value={act}>
            {word[act]}
          </button>
        ))}
      </p>
    </form>
  );
}

/** Once it was answered, and nothing is left to be read. */
export function OverPage({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language].page;
  return (
    <Layout frame={frame} title={word.over} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{word.over}</h1>
        <p class="lead">{word.overText}</p>
      </div>
    </Layout>
  );
}
