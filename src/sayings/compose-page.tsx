import { FollowForm } from "../hosts/parts.tsx";
import { ErrorSummary, TextArea, TextField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { type ComposeRefusal, words } from "./compose-words.ts";

/** Whom somebody writes to: the account for requests, or that of a request. */
export interface Composing {
  /** `@name@domain` */
  readonly to: string;
  readonly request: {
    readonly title: string;
    readonly code: string;
    readonly handle: string;
    readonly post: string | null;
  } | null;
}

export interface ComposePageProps {
  readonly frame: Frame;
  readonly composing: Composing;
  readonly typed: { readonly account: string; readonly text: string };
  readonly refusal: ComposeRefusal | null;
  /** Whether they wanted to boost. */
  readonly boosts: boolean;
  /** Their server, where its name could be read. */
  readonly server: string | null;
}

/** Leads people to the composer of their own server, with a sentence to us written in it. */
export function ComposePage({ frame, composing, typed, refusal, boosts, server }: ComposePageProps) {
  const word = words[frame.language];
  const { request } = composing;
  const part = request === null ? word.ask : word.promise;
  const path = request === null ? "/funding" : `/funding/${request.code}`;
  return (
    <Layout frame={frame} title={part.title} unlisted>
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-3">
          <h1>{part.title}</h1>
          <p class="lead">{request === null ? word.ask.lead : word.promise.lead(request.title)}</p>
          <ol class="steps">
            {part.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </div>
        <ComposeForm {...{ frame, typed, server }} refusal={boosts ? null : refusal} action={`${path}/compose`} />
        <p>
          <a href={request === null ? "/funding/new" : `${path}/pledge`}>{part.form}</a>
        </p>
        {request !== null && (
          <FollowOrBoost {...{ frame, request }} account={typed.account} refusal={boosts ? refusal : null} />
        )}
      </div>
    </Layout>
  );
}

type FormProps = Omit<ComposePageProps, "composing" | "boosts"> & { readonly action: string };

function ComposeForm({ frame: { language }, typed, refusal, server, action }: FormProps) {
  const word = words[language];
  const at = refusal === "text-missing" ? "text" : "account";
  const wrong = refusal === null ? {} : { [at]: word.refusals[refusal] };
  const byHand = refusal === "no-template" || refusal === "unreachable";
  return (
    <>
      <ErrorSummary language={language} wrong={wrong} />
      {byHand && (
        <div class="stack stack-2">
          <p>{word.copy}</p>
          <code class="command">{typed.text}</code>
          {server !== null && (
            <p>
              <a class="icon-text" href={`https://${server}/`} rel="noopener nofollow">
                <Icon name="arrow-square-out" />
                <span>{word.toServer(server)}</span>
              </a>
            </p>
          )}
        </div>
      )}
      <form method="post" action={action} novalidate>
        <TextField
          name="account"
          label={word.account}
          hint={word.accountHint}
          value={typed.account}
          wrong={wrong["account"]}
        />
        <TextArea
          name="text"
          label={word.text}
          hint={word.textHint}
          value={typed.text}
          wrong={wrong["text"]}
          rows={4}
        />
        <p class="form-end">
          <button class="button button-main" type="submit">
            {word.submit} <Icon name="arrow-square-out" />
          </button>
        </p>
      </form>
    </>
  );
}

interface FollowProps {
  readonly frame: Frame;
  readonly request: NonNullable<Composing["request"]>;
  readonly account: string;
  readonly refusal: ComposeRefusal | null;
}

function FollowOrBoost({ frame, request: { code, handle, post }, account, refusal }: FollowProps) {
  const word = words[frame.language];
  const sentence = refusal === null ? undefined : { ...word.refusals, ...word.boostRefusals }[refusal];
  return (
    <section class="sheet stack stack-4" aria-labelledby="follow-title">
      <h2 class="like-h4" id="follow-title">
        {word.follow}
      </h2>
      <p>{word.followLead}</p>
      <FollowForm frame={frame} target={handle} typed={account} />
      {post !== null && (
        <form class="stack stack-3" method="post" action={`/funding/${code}/compose`} novalidate>
          <p>{word.boostLead}</p>
          <TextField
            {...{ name: "boost", label: word.account, hint: word.accountHint, value: account, wrong: sentence }}
          />
          {refusal !== null && <code class="command">{post}</code>}
          <p>
            <button class="button" type="submit">
              {word.boost} <Icon name="arrow-square-out" />
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
