import type { Context } from "hono";
import type { Transaction } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import type { Acting } from "../funding/acting.ts";
import { isTooMuchToday } from "../pledges/daily.ts";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { type ActingDeps, askWho, type Prefilled } from "./who-parts.tsx";
import { words } from "./words.ts";

/** Somebody with an account of another server, if that is shown: only they can have written a sentence to one of ours. */
const writerIn = (all: readonly Acting[]): Acting | null => all.find(({ kind }) => kind === "actor") ?? null;

/** What was read in the sentence that a link is for; null where nothing was, or by somebody else. */
export async function findRead(
  { prefill }: ActingDeps,
  kind: "request" | "pledge",
  token: string | undefined,
  all: readonly Acting[],
): Promise<Prefilled | null> {
  return token ? prefill(kind, token, writerIn(all)) : null;
}

/** Asks who came with the link to a sentence and has not shown that they wrote it; null for everybody else. */
export async function askWriter(deps: ActingDeps, c: Context, all: readonly Acting[]): Promise<Response | null> {
  if (!c.req.query("from") || writerIn(all) !== null) return null;
  const { pathname, search } = new URL(c.req.url);
  return askWho(deps, c, { page: pathname + search, sent: null, only: "actor" });
}

/** What a form that is filled in from a sentence sends along: the link, and in whose name. */
export const sentFrom = (token: string) => ({ from: token, as: "actor" });

/** Whether somebody with an account elsewhere, or their server, has written too much within a day. */
export async function isTooMuch(
  tx: Transaction,
  what: "drafts" | "promises",
  acting: Acting,
  now: Date,
): Promise<boolean> {
  return acting.kind === "actor" && isTooMuchToday(tx, what, acting.actor, now);
}

/** The words beside a field that was not surely understood. */
export function checkWords(read: Prefilled | null | undefined, name: string, language: Language): string | undefined {
  return read?.unsure.includes(name) ? words[language].check : undefined;
}

interface BeforeProps {
  /** Whether somebody had typed it before they showed who they are. */
  readonly still: boolean;
  readonly read: Prefilled | null;
  readonly frame: Frame;
}

/** What stands above a form that holds what somebody had typed, or wrote elsewhere. */
export function Before({ still, read, frame: { language } }: BeforeProps) {
  const word = words[language];
  if (!still && read === null) return null;
  return (
    <div class="notice" role="status">
      <Icon name="info" />
      <div>
        <h2>{still ? word.still.title : word.read.title}</h2>
        <p>
          {still ? word.still.text : word.read.text}{" "}
          {read?.original && (
            <a href={read.original} rel="noopener noreferrer external">
              {word.read.original}
            </a>
          )}
        </p>
      </div>
    </div>
  );
}
