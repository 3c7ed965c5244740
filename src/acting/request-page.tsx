import type { Sent } from "../foundation/kept-forms.ts";
import type { Acting } from "../funding/acting.ts";
import type { Holding } from "../funding/holding.ts";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { ErrorSummary, OnceField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice, DoneNotice } from "../web/notice.tsx";
import { HoldingNotice } from "./holding-parts.tsx";
import { Before } from "./read-parts.tsx";
import { SectionFields } from "./request-fields-parts.tsx";
import { requestSectionNames } from "./request-form.ts";
import { words } from "./request-words.ts";
import { AsField, type Prefilled } from "./who-parts.tsx";
import { words as shared } from "./words.ts";

export interface RequestPageProps {
  readonly frame: Frame;
  /** Of the draft; null for a new one. */
  readonly code: string | null;
  readonly all: readonly Acting[];
  readonly sent: Sent;
  readonly wrong: Wrong;
  /** What it still lacks before it can open, as sentences by field; null where nothing is kept yet. */
  readonly lacking: Wrong | null;
  /** What was just done. */
  readonly done: boolean;
  /** Why it was not kept, where no field would mend it. */
  readonly refused: "changed" | "too-much-today" | null;
  readonly still: boolean;
  /** What was read in a sentence, if it was. */
  readonly read: Prefilled | null;
  /** Whether it waits for the desk, or what the desk decided. */
  readonly holding: Holding | null;
  /** The failed request that this one tries anew. */
  readonly previous: { readonly code: string; readonly title: string } | null;
}

/** The draft of a request: five short sections, each of which saves all. */
export function RequestPage(props: RequestPageProps) {
  const { frame, wrong, lacking, done, refused, code } = props;
  const { language } = frame;
  const word = words[language];
  const [title, lead] = titlesOf(props);
  return (
    <Layout frame={frame} title={title} sheets={["acting"]} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <Breadcrumb language={language} ways={[{ href: "/funding", label: shared[language].funding }]} here={title} />
        {done && (
          <DoneNotice>
            <p>{word.saved}</p>
          </DoneNotice>
        )}
        {refused === "changed" && (
          <CareNotice title={word.changedTitle} refused>
            <p>{word.changed}</p>
          </CareNotice>
        )}
        {refused === "too-much-today" && (
          <CareNotice title={word.tooMuchTitle} refused>
            <p>{shared[language].tooMuchToday}</p>
          </CareNotice>
        )}
        <div class="stack stack-3">
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
        </div>
        <HoldingNotice {...props} />
        <Before {...props} />
        <ErrorSummary language={language} wrong={wrong} />
        {lacking && code !== null && <Lacking frame={frame} code={code} lacking={lacking} />}
        <RequestForm {...props} />
      </div>
    </Layout>
  );
}

function titlesOf({ frame, code, previous }: RequestPageProps): readonly [string, string] {
  const word = words[frame.language];
  if (previous !== null) return [word.againTitle, word.againLead(previous.title)];
  return code === null ? [word.newTitle, word.newLead] : [word.editTitle, word.editLead];
}

/** What is still to be said, each with a link to its field. */
function Lacking({ frame, code, lacking }: { readonly frame: Frame; readonly code: string; readonly lacking: Wrong }) {
  const word = words[frame.language];
  const all = Object.entries(lacking);
  if (all.length === 0)
    return (
      <p class="cluster">
        <a class="button" href={`/funding/${code}/edit/opening`}>
          {word.check}
        </a>
        <span class="icon-text">
          <Icon name="check-circle" /> {word.ready}
        </span>
      </p>
    );
  return (
    <section class="sheet sheet-soft stack stack-3" aria-labelledby="lacking">
      <h2 class="like-h4" id="lacking">
        {word.lackingTitle}
      </h2>
      <ul>
        {all.map(([field, sentence]) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RequestForm(props: RequestPageProps) {
  const { frame, code, all, sent } = props;
  const { language } = frame;
  const word = words[language];
  const hidden = ["from", "previous", "version"].flatMap((name) => (sent[name]?.[0] ? [[name, sent[name][0]]] : []));
  return (
    <form method="post" action={code === null ? "/funding/new" : `/funding/${code}/edit`} novalidate>
      <OnceField form={sent["form"]?.[0]} />
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {requestSectionNames.map((section) => {
        const [title, text] = word.sections[section];
        return (
          <section class="form-part" id={`part-${section}`} aria-labelledby={`title-${section}`}>
            <h2 id={`title-${section}`}>{title}</h2>
            <p>{text}</p>
            <SectionFields {...{ section, language, sent, wrong: props.wrong, read: props.read }} />
            <p class="gap-above">
              <button class="button button-small" type="submit" name="at" value={section}>
                {word.saveHere}
              </button>
            </p>
          </section>
        );
      })}
      <div class="form-part stack">
        {code === null && <AsField all={all} chosen={sent["as"]?.[0]} language={language} />}
        <p class="form-end">
          <button class="button button-main" type="submit" name="at" value="opening">
            {word.check} <Icon name="arrow-right" />
          </button>
          <button class="button" type="submit" name="at" value="end">
            {word.save}
          </button>
        </p>
        {code !== null && (
          <p class="small">
            <a href={`/funding/${code}/steward/cancellation`}>{word.giveUp}</a>
          </p>
        )}
      </div>
    </form>
  );
}
