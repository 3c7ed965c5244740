import { ErrorSummary, TextArea, TextField } from "../web/form-parts.tsx";
import { SealFields } from "../web/form-seal.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { CareNotice } from "../web/notice.tsx";
import type { Registration } from "./associations.ts";
import type { RegisteredField } from "./form.ts";
import { words } from "./registration-words.ts";
import { words as roomWords } from "./words.ts";

export interface RegistrationPageProps {
  readonly frame: Frame;
  readonly registration: Exclude<Registration, "closed">;
  /** Whether its first member comes in by mail; else they choose a password. */
  readonly mails: boolean;
  readonly seal: string;
  readonly back: string;
  readonly typed: Readonly<Record<RegisteredField, string>>;
  readonly wrong: Readonly<Partial<Record<RegisteredField, string>>>;
  readonly notSent: keyof (typeof words)["fr"]["notSent"] | null;
}

/** Where an association gets an account: four fields at most. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { frame, notSent } = props;
  const word = words[frame.language];
  const host = frame.host?.name ?? "Essaim";
  return (
    <Layout frame={frame} title={word.title}>
      <div class="wrap section split">
        <div class="stack stack-6">
          <div class="stack stack-3">
            <h1>{word.title}</h1>
            <p class="lead">{word.lead(host)}</p>
          </div>
          {notSent && (
            <CareNotice title={word.notSent[notSent].title} refused>
              <p>{word.notSent[notSent].text}</p>
            </CareNotice>
          )}
          <RegistrationForm {...props} />
        </div>
        <Ahead {...props} />
      </div>
    </Layout>
  );
}

function RegistrationForm({ frame: { language }, mails, seal, back, typed, wrong }: RegistrationPageProps) {
  const word = words[language];
  const room = roomWords[language];
  return (
    <form class="stack stack-5" method="post" action="/association/new" novalidate>
      <ErrorSummary language={language} wrong={wrong} />
      <SealFields seal={seal} language={language} />
      <input type="hidden" name="then" value={back} />
      <div>
        <TextField
          {...{ name: "name", label: word.name, value: typed.name, wrong: wrong.name }}
          {...{ autocomplete: "organization" }}
          required
        />
        <TextArea
          {...{ name: "presentation", label: word.presentation, hint: word.presentationHint, rows: 4 }}
          {...{ value: typed.presentation, wrong: wrong.presentation }}
          required
        />
        <TextField
          {...{ name: "email", label: room.email, hint: word.emailHint, value: typed.email, wrong: wrong.email }}
          {...{ type: "email", autocomplete: "email" }}
          required
        />
        {!mails && (
          <TextField
            {...{ name: "password", label: room.password, hint: room.passwordHint, value: "", wrong: wrong.password }}
            {...{ type: "password", autocomplete: "new-password" }}
            required
          />
        )}
      </div>
      <p class="form-end">
        <button class="button button-main" type="submit">
          {word.submit} <Icon name="arrow-right" />
        </button>
      </p>
    </form>
  );
}

/** What will happen, what is kept, and the other ways in. */
function Ahead({ frame, registration, mails, back }: RegistrationPageProps) {
  const word = words[frame.language];
  const host = frame.host?.name ?? "Essaim";
  const steps = [
    ...(mails ? [word.steps.mail] : []),
    registration === "approval" ? word.steps.approval(host) : word.steps.open,
    word.steps.people,
  ];
  const query = back === "/association" ? "" : `?then=${encodeURIComponent(back)}`;
  return (
    <aside class="sheet stack" aria-labelledby="next">
      <h2 class="like-h4" id="next">
        {word.next}
      </h2>
      <ol class="steps">
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <h2 class="like-h4">{word.kept}</h2>
      <p class="small">{word.keptText}</p>
      <p class="small">
        {word.already} <a href={`/association/sign-in${query}`}>{word.signIn}</a>
      </p>
      <p class="small">
        {word.elsewhere} <a href={`/sign-in${query}`}>{word.withOwn}</a>
      </p>
    </aside>
  );
}

/** The host opens no accounts. */
export function NoRegistrationPage({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  return (
    <Layout frame={frame} title={word.closedTitle} unlisted>
      <div class="wrap wrap-narrow section stack stack-5">
        <h1>{word.closedTitle}</h1>
        <p class="lead">{word.closedText(frame.host?.name ?? "Essaim")}</p>
        <p class="cluster">
          <a class="button button-main" href="/sign-in">
            {word.withOwn}
          </a>
          <a href="/association/sign-in">{word.already}</a>
        </p>
      </div>
    </Layout>
  );
}
