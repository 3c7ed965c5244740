import { raw } from "hono/html";
import { dateWords } from "../foundation/date-words.ts";
import { type DeskFrame, DeskLayout } from "../web/desk.tsx";
import { TextField, type Wrong } from "../web/form-parts.tsx";
import { AccountForm, BackLink, PresentPassword } from "./account-parts.tsx";
import { words as accountWords } from "./account-words.ts";
import type { CodesState } from "./codes.ts";
import { words } from "./codes-words.ts";

/** What codes are for, and the way to have them asked for. */
export function CodesOffForm({ frame, wrong }: { readonly frame: DeskFrame; readonly wrong: Wrong }) {
  const word = words[frame.language];
  const { lead, submit } = word.off;
  return (
    <AccountForm {...{ frame, wrong, title: word.title, lead, submit, action: "/admin/account/codes" }}>
      <PresentPassword language={frame.language} wrong={wrong} />
    </AccountForm>
  );
}

export interface BeginPageProps {
  readonly frame: DeskFrame;
  /** The secret as an address that applications open. */
  readonly uri: string;
  /** The secret as text, in groups of four. */
  readonly text: string;
  /** The address as a drawing to photograph: SVG of our own making. */
  readonly drawing: string;
  readonly wrong: Wrong;
}

/** Where the telephone learns the secret, and proves it by one code. */
export function BeginPage({ frame, uri, text, drawing, wrong }: BeginPageProps) {
  const word = words[frame.language].begin;
  const back = { href: "/admin/account/codes", label: words[frame.language].title };
  return (
    <AccountForm
      {...{ frame, wrong, back, title: word.title, lead: word.scan, submit: word.submit }}
      action="/admin/account/codes/confirm"
    >
      <div class="stack">
        <div class="qr" role="img" aria-label={word.qr}>
          {raw(drawing)}
        </div>
        <p>
          {word.type}
          <br />
          <code>{text}</code>
        </p>
        <p>
          <a href={uri}>{word.open}</a>
        </p>
        <TextField
          {...{ name: "code", label: word.code, hint: word.codeHint, value: "", width: "short", wrong: wrong["code"] }}
          {...{ autocomplete: "one-time-code", inputmode: "numeric", maxlength: 7 }}
          required
        />
      </div>
    </AccountForm>
  );
}

/** Codes are asked for: how many recovery codes are left, and what can be done. */
export function CodesPage({
  frame,
  codes,
  confirmed,
}: {
  readonly frame: DeskFrame;
  readonly codes: CodesState;
  readonly confirmed: Date;
}) {
  const { title, on } = words[frame.language];
  const left = codes.recoveryCodes;
  const few = left < 3;
  return (
    <DeskLayout frame={frame} title={title} here="account">
      <BackLink href="/admin/account" label={accountWords[frame.language].backToAccount} />
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{title}</h1>
        <p class="lead">{on.lead(dateWords(confirmed, frame.language))}</p>
        <p>{left === 0 ? on.left.none : left === 1 ? on.left.one : on.left.many(left)}</p>
      </div>
      <p class="cluster">
        <a class={few ? "button button-main" : "button"} href="/admin/account/codes/recovery">
          {on.renew}
        </a>
        <a class="button button-danger" href="/admin/account/codes/off">
          {on.turnOff}
        </a>
      </p>
    </DeskLayout>
  );
}

/** The recovery codes, this once: to print, or to write down. */
export function RecoveryCodesPage({ frame, codes }: { readonly frame: DeskFrame; readonly codes: readonly string[] }) {
  const word = words[frame.language].recovery;
  return (
    <DeskLayout frame={frame} title={word.title} here="account">
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{word.title}</h1>
        <p class="lead">{word.lead}</p>
        <p>
          <strong>{word.once}</strong>
        </p>
      </div>
      <ol class="plain codes narrow">
        {codes.map((code) => (
          <li>{code}</li>
        ))}
      </ol>
      <p class="small soft">
        {frame.host?.name ?? "Essaim"}, {frame.origin}, {frame.person.email}
      </p>
      <p class="cluster">
        <a class="button button-main" href="/admin/account">
          {word.submit}
        </a>
      </p>
    </DeskLayout>
  );
}
