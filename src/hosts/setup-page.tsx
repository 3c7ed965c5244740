import { Choices, ErrorSummary, TextField, type Typed, type Wrong } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { FirstRunPage } from "./first-run-page.tsx";
import { words } from "./setup-words.ts";

export interface SetupPageProps {
  readonly frame: Frame;
  readonly token: string;
  /** What was typed before; the password is never shown again. */
  readonly typed: Typed;
  readonly wrong: Wrong;
}

/** Where the first person at a new site says whose it is: the first step of the guided set-up. */
export function SetupPage({ frame, token, typed, wrong }: SetupPageProps) {
  const word = words[frame.language];
  const hub = typed["kind"] === "hub";
  const kinds = (["host", "hub"] as const).map((value) => ({ value, ...word.kinds[value] }));
  const field = (name: "name" | "handle" | "email" | "password") => ({
    ...{ name, label: word[name], value: typed[name] ?? "", wrong: wrong[name], required: true },
    hint: name === "handle" ? word.handleHint(new URL(frame.origin).host) : word[`${name}Hint`],
  });
  return (
    <FirstRunPage {...{ frame, hub, title: word.title, lead: word.lead, step: null, run: {} }}>
      <ErrorSummary language={frame.language} wrong={wrong} />
      <form method="post" action="/admin/setup" novalidate>
        <input type="hidden" name="token" value={token} />
        <Choices name="kind" label={word.kind} type="radio" chosen={[hub ? "hub" : "host"]} options={kinds} />
        <TextField {...field("name")} autocomplete="organization" />
        <TextField {...field("handle")} autocomplete="off" />
        <TextField {...field("email")} type="email" autocomplete="email" />
        <TextField {...field("password")} type="password" autocomplete="new-password" />
        <p class="form-end gap-above">
          <button class="button button-main" type="submit">
            {word.submit} <Icon name="arrow-right" />
          </button>
        </p>
      </form>
    </FirstRunPage>
  );
}
