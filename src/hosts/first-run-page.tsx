import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { LanguageSwitch, Sign } from "../web/header.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Head } from "../web/layout.tsx";
import { words as webWords } from "../web/words.ts";
import { type FirstRun, type FirstRunStep, stepsOf } from "./first-run.ts";
import { words } from "./first-run-words.ts";
import { words as hostWords } from "./words.ts";

export interface FirstRunPageProps {
  readonly frame: Frame;
  /** Null for the first, before there is an account; "end" once all are behind. */
  readonly step: FirstRunStep | "end" | null;
  readonly run: FirstRun;
  readonly hub: boolean;
  readonly title: string;
  readonly lead: string;
  readonly scripts?: readonly string[];
  readonly children?: Child;
}

/** The frame around the guided set-up: where one is among the steps, and nothing that leads elsewhere. */
export function FirstRunPage({ frame, step, run, hub, title, lead, scripts = [], children }: FirstRunPageProps) {
  const word = words[frame.language];
  const at = placeOf(step, hub);
  const named = at === null ? title : `${word.step(at.at, at.of)} : ${title}`;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={frame.language}>
        <Head frame={frame} title={named} unlisted sheets={["desk"]} scripts={scripts} />
        <body>
          <a class="skip-link" href="#content">
            {webWords[frame.language].skip}
          </a>
          <header class="site-header">
            <div class="wrap site-header-in">
              <p class="site-name">
                <Sign address={new URL(frame.origin).host} logo={frame.host?.logo ?? null} />
                <span>
                  {frame.host?.name ?? "Essaim"}
                  <small>{word.setUp}</small>
                </span>
              </p>
              <LanguageSwitch language={frame.language} path={frame.path} />
            </div>
          </header>
          <main id="content" tabindex={-1}>
            <div class="wrap wrap-narrow section stack stack-6">
              <Steps {...{ frame, step, run, hub }} />
              <div class="stack stack-3">
                {at !== null && <p class="soft small">{word.step(at.at, at.of)}</p>}
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
              </div>
              {children}
            </div>
          </main>
          <footer class="desk-foot wrap small soft">
            <p>
              Essaim {frame.version} · <a href="/about/words">{hostWords[frame.language].glossary.title}</a>
            </p>
          </footer>
        </body>
      </html>
    </>
  );
}

function placeOf(step: FirstRunPageProps["step"], hub: boolean): { readonly at: number; readonly of: number } | null {
  if (step === "end") return null;
  const steps = stepsOf(hub);
  return { at: step === null ? 1 : steps.indexOf(step) + 2, of: steps.length + 1 };
}

function Steps({ frame, step, run, hub }: Pick<FirstRunPageProps, "frame" | "step" | "run" | "hub">) {
  const word = words[frame.language];
  return (
    <ol class="steps-here" aria-label={word.steps}>
      <li {...(step === null ? current : { class: "done" })}>
        1. {word.account}
        {step !== null && <span class="sr"> ({word.done})</span>}
      </li>
      {stepsOf(hub).map((one, at) => (
        <StepName {...{ frame, here: one === step, left: run[one], href: step && `/admin/first-run/${one}` }}>
          {`${at + 2}. ${word.short[one]}`}
        </StepName>
      ))}
    </ol>
  );
}

interface StepNameProps {
  readonly frame: Frame;
  readonly here: boolean;
  readonly left: FirstRun[FirstRunStep];
  /** Null before there is an account. */
  readonly href: string | null;
  readonly children: string;
}

function StepName({ frame, here, left, href, children }: StepNameProps) {
  const mark = here ? current : left === "done" ? { class: "done" } : {};
  return (
    <li {...mark}>
      <span>
        {here || href === null ? children : <a href={href}>{children}</a>}
        {left !== undefined && <span class={left === "done" ? "sr" : "soft"}> ({words[frame.language][left]})</span>}
      </span>
    </li>
  );
}

const current = { "aria-current": "step" } as const;

/** What stands at the end of each step: on, past it, back, or later. */
export function StepEnd({ frame, step, hub }: Pick<FirstRunPageProps, "frame" | "hub"> & StepEndProps) {
  const word = words[frame.language];
  const steps = stepsOf(hub);
  const before = steps[steps.indexOf(step) - 1];
  return (
    <>
      <p class="form-end gap-above">
        <button class="button button-main" type="submit" name="do" value="save">
          {word.next} <Icon name="arrow-right" />
        </button>
        <button class="button button-quiet" type="submit" name="do" value="skip" formnovalidate>
          {word.skip}
        </button>
      </p>
      <p class="cluster small gap-above">
        {before !== undefined && (
          <a class="icon-text" href={`/admin/first-run/${before}`}>
            <Icon name="arrow-left" />
            <span>{word.previous}</span>
          </a>
        )}
        <a href="/admin">{word.later}</a>
      </p>
    </>
  );
}

interface StepEndProps {
  readonly step: FirstRunStep;
}
