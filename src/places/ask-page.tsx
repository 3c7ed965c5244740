import type { Language } from "../foundation/language.ts";
import type { Offer } from "../offers/offer.ts";
import { ErrorSummary, TextArea, TextField } from "../web/form-parts.tsx";
import { SealFields } from "../web/form-seal.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import { BackLink } from "./closed-page.tsx";
import type { AskedField, AskedRefusal } from "./form.ts";
import type { PlaceSettings } from "./places.ts";
import { words } from "./words.ts";

/** Why something that was sent is here again, not being wrong in itself. */
type NotSent = keyof (typeof words)["fr"]["notSent"];

export interface AskPageProps {
  readonly frame: Frame;
  readonly offer: Offer;
  /** All is taken: one asks to be on the list. */
  readonly waitingList: boolean;
  readonly settings: PlaceSettings;
  readonly seal: string;
  readonly typed: Readonly<Record<AskedField, string>>;
  readonly wrong: Readonly<Partial<Record<AskedField, AskedRefusal>>>;
  readonly notSent: NotSent | null;
  /** Another way to write to the host, as a link. */
  readonly otherWay: string | null;
}

/** Where an association asks for a place: four fields, one page, no account. */
export function AskPage(props: AskPageProps) {
  const { frame, offer, waitingList, settings, notSent, otherWay } = props;
  const word = words[frame.language];
  const host = frame.host?.name ?? "Essaim";
  const title = waitingList ? word.titleWaiting : word.title;
  const lead = (waitingList ? word.leadWaiting : word.lead)(offer.content.title, host);
  return (
    <Layout frame={frame} title={`${title} · ${offer.content.title}`} here="offers" unlisted>
      <div class="wrap section split">
        <div class="stack stack-6">
          <div class="stack stack-3">
            <BackLink offer={offer} language={frame.language} />
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
            {settings.answerDays !== null && <AnswerTime days={settings.answerDays} language={frame.language} />}
          </div>
          {notSent && <NotSentNotice reason={notSent} otherWay={otherWay} language={frame.language} />}
          <AskForm {...props} host={host} />
        </div>
        <Next frame={frame} host={host} />
      </div>
    </Layout>
  );
}

const fields: readonly AskedField[] = ["name", "people", "message", "contact"];

function AskForm({
  frame: { language },
  offer,
  waitingList,
  settings,
  seal,
  typed,
  wrong,
  host,
}: AskPageProps & { readonly host: string }) {
  const word = words[language];
  const sentences = Object.fromEntries(
    fields.flatMap((field) => (wrong[field] ? [[field, word.refusals[wrong[field]]]] : [])),
  );
  const of = (name: AskedField) => ({
    ...{ name, label: word.labels[name], value: typed[name], wrong: sentences[name] },
  });
  return (
    <form class="stack stack-5" method="post" action={`/offers/${offer.slug}/place`} novalidate>
      <ErrorSummary language={language} wrong={sentences} />
      <SealFields seal={seal} language={language} />
      <div>
        <TextField {...of("name")} autocomplete="organization" required />
        <TextField {...of("people")} hint={word.hints.people} inputmode="numeric" width="short" required />
        <TextArea {...of("message")} hint={word.hints.message} rows={6} required />
        <TextField {...of("contact")} hint={word.hints.contact} autocomplete="email" inputmode="email" required />
      </div>
      <p class="small soft">{word.privacy(host, settings.keptMonths)}</p>
      <p class="form-end">
        <button class="button button-main" type="submit">
          {waitingList ? word.submitWaiting : word.submit} <Icon name="arrow-right" />
        </button>
      </p>
    </form>
  );
}

/** "Réponse sous 3 jours". */
function AnswerTime({ days, language }: { readonly days: number; readonly language: Language }) {
  return (
    <p class="icon-text">
      <Icon name="clock" /> <strong>{words[language].answerTime(days)}</strong>
    </p>
  );
}

function Next({ frame, host }: { readonly frame: Frame; readonly host: string }) {
  const word = words[frame.language];
  return (
    <aside class="sheet stack" aria-labelledby="next">
      <h2 class="like-h4" id="next">
        {word.nextTitle}
      </h2>
      <ol class="steps">
        {word.next(host).map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </aside>
  );
}

interface NotSentProps {
  readonly reason: NotSent;
  readonly otherWay: string | null;
  readonly language: Language;
}

function NotSentNotice({ reason, otherWay, language }: NotSentProps) {
  const word = words[language];
  return (
    <CareNotice title={word.notSent[reason].title} refused>
      <p>{word.notSent[reason].text}</p>
      <p>
        {word.otherWay}{" "}
        {otherWay === null ? (
          <a href="/about">{word.reach}</a>
        ) : (
          <a href={otherWay}>{otherWay.replace(/^(mailto|tel):/, "")}</a>
        )}
      </p>
    </CareNotice>
  );
}
