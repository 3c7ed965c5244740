import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import type { MailSettings } from "../foundation/mail.ts";
import { type DeskDeps, type DeskEnv, type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { ErrorSummary, TextField, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { showDeskPage } from "../web/respond.ts";
import type { Account } from "./account.ts";
import { words } from "./account-words.ts";
import { readAgent } from "./agent.ts";
import { tryOwnPassword } from "./entrance.ts";
import { sentenceOf } from "./entry-parts.tsx";
import { words as signInWords } from "./sign-in-words.ts";
import { words as roomWords } from "./words.ts";

export interface AccountDeps extends DeskDeps {
  readonly mail: MailSettings;
}

/** One form about one's own account, with what it is for. */
export interface OwnFormProps {
  readonly language: Language;
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly submit: string;
  /** What is done cannot be taken back. */
  readonly danger?: boolean;
  readonly wrong: Wrong;
  readonly back: { readonly href: string; readonly label: string };
  readonly children?: Child;
}

export function OwnForm(props: OwnFormProps) {
  const { language, title, lead, action, submit, danger = false, wrong, back, children } = props;
  return (
    <>
      <BackLink {...back} />
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{title}</h1>
        {lead !== undefined && <p class="lead">{lead}</p>}
      </div>
      <ErrorSummary language={language} wrong={wrong} />
      <form method="post" action={action} class="narrow">
        {children}
        <p class="form-end">
          <button class={danger ? "button button-danger" : "button button-main"} type="submit">
            {submit}
          </button>
        </p>
      </form>
    </>
  );
}

/** The one form of a page below `/admin/account`. */
export interface AccountFormProps extends Omit<OwnFormProps, "language" | "back"> {
  readonly frame: DeskFrame;
  readonly back?: OwnFormProps["back"];
}

export function AccountForm({ frame, ...props }: AccountFormProps) {
  const back = props.back ?? { href: "/admin/account", label: words[frame.language].backToAccount };
  return (
    <DeskLayout frame={frame} title={props.title} here="account">
      <OwnForm {...props} language={frame.language} back={back} />
    </DeskLayout>
  );
}

export function BackLink({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <p>
      <a class="icon-text" href={href}>
        <Icon name="arrow-left" />
        <span>{label}</span>
      </a>
    </p>
  );
}

/** Asks for the password of who is signed in: a browser that was left open must not be enough to shut them out. */
export function PresentPassword({
  language,
  wrong,
  hint,
}: {
  readonly language: Language;
  readonly wrong: Wrong;
  readonly hint?: string;
}) {
  const word = words[language];
  return (
    <TextField
      {...{ name: "password", label: word.present, hint: hint ?? word.presentHint, type: "password", value: "" }}
      {...{ autocomplete: "current-password", wrong: wrong["password"], required: hint === undefined }}
    />
  );
}

/** Something that has just been done, above everything else. */
export function Done({ text }: { readonly text: string }) {
  return (
    <div class="notice notice-good" role="status">
      <Icon name="check-circle" />
      <p>{text}</p>
    </div>
  );
}

/** Whether the person knows their password; the account, or the sentence and status of the refusal. */
export async function provePerson(
  deps: AccountDeps,
  c: Context<DeskEnv>,
  frame: DeskFrame,
  password: string,
): Promise<{ readonly account: Account } | { readonly sentence: string; readonly status: 422 | 429 }> {
  const tried = await tryOwnPassword(deps.db, deps.secret, frame.person, { password, now: deps.now() });
  if (tried.done) return { account: tried.value };
  const wrong = roomWords[frame.language].moreRefusals["password-wrong"];
  return sentenceOf(c, frame, tried.reason, { ...signInWords[frame.language], wrong });
}

/** Answers with a page that shows a secret once: no browser may keep it. */
export async function showSecretPage(
  c: Context,
  page: Parameters<typeof showDeskPage>[1],
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const answer = await showDeskPage(c, page, status);
  answer.headers.set("cache-control", "no-store");
  return answer;
}

/** A browser in plain words: "Firefox sur Linux". */
export function agentWords(agent: string, language: Language): string {
  const word = words[language];
  const { browser, system } = readAgent(agent);
  if (browser === null) return system ?? word.unknownBrowser;
  return system === null ? browser : word.onSystem(browser, system);
}

/** A day in few words, for tables. */
export function DayOf({
  date,
  language,
  none,
}: {
  readonly date: Date | null;
  readonly language: Language;
  readonly none: string;
}) {
  if (date === null) return <>{none}</>;
  return <time datetime={date.toISOString()}>{dateWords(date, language, "short")}</time>;
}
