import { raw } from "hono/html";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { TextField, type Wrong } from "../web/form-parts.tsx";
import { BackLink, OwnForm, PresentPassword } from "./account-parts.tsx";
import { words as accountWords } from "./account-words.ts";
import type { CodesState } from "./codes.ts";
import { words } from "./codes-words.ts";

interface CodesProps {
  readonly language: Language;
  /** The address of the page of one's account. */
  readonly path: string;
}

export interface CodesOffProps extends CodesProps {
  readonly asksPassword: boolean;
  readonly wrong: Wrong;
}

/** What codes are for, and the way to have them asked for. */
export function CodesOff({ language, path, asksPassword, wrong }: CodesOffProps) {
  const { title, off } = words[language];
  const back = { href: path, label: accountWords[language].backToAccount };
  return (
    <OwnForm {...{ language, wrong, back, title, ...off, action: `${path}/codes` }}>
      {asksPassword && <PresentPassword language={language} wrong={wrong} />}
    </OwnForm>
  );
}

export interface BeginCodesProps extends CodesProps {
  /** The secret as an address that applications open. */
  readonly uri: string;
  /** The secret as text, in groups of four. */
  readonly text: string;
  /** The address as a drawing to photograph: SVG of our own making. */
  readonly drawing: string;
  readonly wrong: Wrong;
}

/** Where the telephone learns the secret, and proves it by one code. */
export function BeginCodes({ language, path, uri, text, drawing, wrong }: BeginCodesProps) {
  const word = words[language].begin;
  const back = { href: `${path}/codes`, label: words[language].title };
  return (
    <OwnForm
      {...{ language, wrong, back, title: word.title, lead: word.scan, submit: word.submit }}
      action={`${path}/codes/confirm`}
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
    </OwnForm>
  );
}

export interface CodesOnProps extends CodesProps {
  readonly codes: CodesState;
  readonly confirmed: Date;
}

/** Codes are asked for: how many recovery codes are left, and what can be done. */
export function CodesOn({ language, path, codes, confirmed }: CodesOnProps) {
  const { title, on } = words[language];
  const left = codes.recoveryCodes;
  const few = left < 3;
  return (
    <>
      <BackLink href={path} label={accountWords[language].backToAccount} />
      <div class="stack stack-3 narrow">
        <h1 class="like-h2">{title}</h1>
        <p class="lead">{on.lead(dateWords(confirmed, language))}</p>
        <p>{left === 0 ? on.left.none : left === 1 ? on.left.one : on.left.many(left)}</p>
      </div>
      <p class="cluster">
        <a class={few ? "button button-main" : "button"} href={`${path}/codes/recovery`}>
          {on.renew}
        </a>
        <a class="button button-danger" href={`${path}/codes/off`}>
          {on.turnOff}
        </a>
      </p>
    </>
  );
}

export interface RecoveryCodesProps extends CodesProps {
  readonly codes: readonly string[];
  /** What the codes open, and whose they are, for whoever finds the page printed. */
  readonly belongs: string;
}

/** The recovery codes, this once: to print, or to write down. */
export function RecoveryCodes({ language, path, codes, belongs }: RecoveryCodesProps) {
  const word = words[language].recovery;
  return (
    <>
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
      <p class="small soft">{belongs}</p>
      <p class="cluster">
        <a class="button button-main" href={path}>
          {word.submit}
        </a>
      </p>
    </>
  );
}
