import { AsField } from "../acting/who-parts.tsx";
import type { Acting } from "../funding/acting.ts";
import { ErrorSummary, OnceField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import { type AskFieldsProps, NeedFields, ReachFields, WhoFields } from "./ask-form-parts.tsx";
import { HostFields } from "./ask-hosts-parts.tsx";
import { words } from "./ask-words.ts";

export interface AskPageProps extends Omit<AskFieldsProps, "language"> {
  readonly frame: Frame;
  readonly action: string;
  /** All as what this browser may ask; none where nobody has shown who they are. */
  readonly all: readonly Acting[];
  readonly mails: boolean;
  /** Whether it is kept already, and written otherwise now. */
  readonly kept: boolean;
  /** Why it was not taken, not being wrong in itself. */
  readonly refused: string | null;
  /** What somebody wrote before, in a sentence or before they showed who they are: what stands above the form. */
  readonly before: "still" | "read" | null;
  /** The funding request that it is for. */
  readonly about: { readonly href: string; readonly title: string } | null;
}

/** Where an association says what it needs and whom it asks: one page, nothing leaves yet. */
export function AskPage(props: AskPageProps) {
  const { frame, action, wrong, refused, about, kept } = props;
  const { language } = frame;
  const word = words[language];
  const fields = { ...props, language };
  const summary = Object.keys(wrong).length > 0;
  return (
    <Layout frame={frame} title={word.title} sheets={["acting"]} unlisted>
      <div class="wrap section split">
        <div class="stack stack-6">
          <div class="stack stack-3">
            <h1>{word.title}</h1>
            <p class="lead">{word.lead}</p>
            {about && (
              <p>
                {word.about} <a href={about.href}>{about.title}</a>
              </p>
            )}
          </div>
          {refused && !summary && (
            <CareNotice title={refused} refused>
              <p>{word.next[0]}</p>
            </CareNotice>
          )}
          <Before {...props} />
          <form class="stack stack-6" method="post" action={action} novalidate>
            <ErrorSummary language={language} wrong={wrong} />
            <OnceField form={props.sent["form"]?.[0]} />
            {["about", "from"].map((name) => {
              const value = props.sent[name]?.[0];
              return value === undefined ? null : <input type="hidden" name={name} value={value} />;
            })}
            <HostFields {...fields} />
            <NeedFields {...fields} />
            <ReachFields {...fields} />
            {!kept && props.all.length === 0 && <WhoFields {...fields} />}
            {!kept && <AsField all={props.all} chosen={props.sent["as"]?.[0]} language={language} />}
            <p class="form-end">
              <button class="button button-main" type="submit">
                {kept ? word.save : word.submit} <Icon name="arrow-right" />
              </button>
            </p>
          </form>
        </div>
        <Next frame={frame} />
      </div>
    </Layout>
  );
}

function Next({ frame }: Pick<AskPageProps, "frame">) {
  const word = words[frame.language];
  return (
    <aside class="sheet stack" aria-labelledby="next">
      <h2 class="like-h4" id="next">
        {word.nextTitle}
      </h2>
      <ol class="steps">
        {word.next.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </aside>
  );
}

function Before({ before, frame }: Pick<AskPageProps, "before" | "frame">) {
  if (before === null) return null;
  const word = words[frame.language].before[before];
  return (
    <div class="notice" role="status">
      <Icon name="info" />
      <div>
        <h2>{word.title}</h2>
        <p>{word.text}</p>
      </div>
    </div>
  );
}

/** Where somebody ends who asks by letter: the link waits in their mail. */
export function MailPage({ frame, email }: { readonly frame: Frame; readonly email: string }) {
  const word = words[frame.language].mail;
  return (
    <Layout frame={frame} title={word.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{word.title}</h1>
        <p class="lead">{word.lead(email)}</p>
        <p>{word.text}</p>
      </div>
    </Layout>
  );
}
