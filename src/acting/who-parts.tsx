import type { Context } from "hono";
import type { JSX } from "hono/jsx/jsx-runtime";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import type { Transaction } from "../foundation/database.ts";
import { findKeptForm, keepForm, type Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import type { Outcome } from "../foundation/outcome.ts";
import type { Secret } from "../foundation/secret.ts";
import { type Acting, actingIn, actingKey } from "../funding/acting.ts";
import type { Deed, FundingRefusal } from "../funding/changes.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { Choices } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { Limit } from "../web/limits.ts";
import { showPage } from "../web/respond.ts";
import { type WayIn, WhoPage } from "./who-page.tsx";
import { words } from "./words.ts";

/** What somebody asked or promised in a sentence, read for a form. */
export interface Prefilled {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  /** The names of the fields that were not surely understood. */
  readonly unsure: readonly string[];
  /** The address of their own post; null where it was not meant for everybody. */
  readonly original: string | null;
}

/** A promise towards a request of another instance, in words. */
export interface SentLine {
  readonly title: string;
  readonly href: string;
  readonly promised: string;
  readonly state: string;
}

/** What the pages of this room need at hand. */
export interface ActingDeps extends PageDeps {
  readonly secret: Secret;
  /** How many forms of people who have shown nothing yet are kept from one address. */
  readonly limit: Limit;
  /** All as what this browser may act. */
  whoActs(c: Context): Promise<readonly Acting[]>;
  /** All as what it may write drafts: also as an association that is not accepted yet. */
  whoDrafts(c: Context): Promise<readonly Acting[]>;
  /** The ways in that lead back to one of our pages. */
  waysIn(then: string): readonly WayIn[];
  /** Shows a draft to everyone, or keeps it until the desk has looked at it. */
  openRequest(tx: Transaction, code: string, deed: Deed): Promise<Outcome<FundingRequest, FundingRefusal>>;
  /** What a link from one of our accounts fills a form in with, for its author alone; null for everybody else, and once it was used. */
  prefill(kind: "request" | "pledge", token: string, acting: Acting | null): Promise<Prefilled | null>;
  /** What these parties promised towards requests of other instances, the last first. */
  listSent(parties: readonly string[], language: Language): Promise<readonly SentLine[]>;
  /** How much these parties were told that they have not read. */
  countUnread(parties: readonly string[]): Promise<number>;
  /** What was read in a sentence has become a draft or a promise: its link does nothing more. */
  useSaying(tx: Transaction, token: string, acting: Acting, now: Date): Promise<unknown>;
}

export type ActingEnv = { readonly Bindings: { readonly client?: string } };

interface Asked {
  /** Where somebody is led back to. */
  readonly page: string;
  readonly sent: Sent | null;
  /** The only kind that will do. */
  readonly only?: Acting["kind"];
}

/** Asks in whose name something is done. What was sent waits for the way back to `page`, where it stands in the form again. */
export async function askWho(deps: ActingDeps, c: Context, { page, sent, only }: Asked): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  if (sent === null) {
    const ways = deps.waysIn(page).filter(({ kind }) => only === undefined || kind === only);
    return showOwn(deps, c, <WhoPage {...{ frame, ways, sent: null }} />, 401);
  }
  const full = await deps.limit.count(neighbourhoodOf(c.env?.client ?? "unknown"));
  const kept = full.exceeded ? null : await keep(deps, page, sent);
  if (full.exceeded) c.header("retry-after", String(full.reset));
  const then = kept === null ? page : `${page}${page.includes("?") ? "&" : "?"}kept=${kept}`;
  const again = { action: new URL(c.req.url).pathname, fields: sent, kept: kept !== null };
  // A switch of the language leads to the page, since what was sent cannot be asked for again.
  const shown = { ...frame, path: then };
  const asked = <WhoPage {...{ frame: shown, ways: deps.waysIn(then), sent: again }} />;
  return showOwn(deps, c, asked, full.exceeded ? 429 : 401);
}

function keep({ db, secret, now }: ActingDeps, page: string, sent: Sent): Promise<string> {
  const path = page.replace(/[?#].*$/, "");
  return db.transaction().execute((tx) => keepForm(tx, secret, { path, sent }, now()));
}

/** What somebody had typed into the form of this page before they showed who they are; null where there is nothing. */
export function findTyped({ db, secret, now }: ActingDeps, c: Context): Promise<Sent | null> {
  const { pathname: path } = new URL(c.req.url);
  return findKeptForm(db, secret, { key: c.req.query("kept"), path, now: now() });
}

/** Answers with a page that is for one person only. */
export async function showOwn(
  deps: Pick<ActingDeps, "origin">,
  c: Context,
  page: JSX.Element | Promise<JSX.Element>,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const answer = await showPage(c, deps.origin, page, status);
  answer.headers.set("cache-control", "private, no-store");
  answer.headers.set("referrer-policy", "same-origin");
  return answer;
}

interface AsProps {
  readonly all: readonly Acting[];
  readonly chosen: string | undefined;
  readonly language: Language;
}

/** In whose name the form is sent: a choice where there is one, else a sentence. */
export function AsField({ all, chosen, language }: AsProps) {
  const word = words[language];
  const acting = actingIn(all, chosen);
  if (acting === null) return null;
  if (all.length === 1)
    return (
      <p class="icon-text small soft">
        <input type="hidden" name="as" value={actingKey(acting)} />
        <Icon name="identification-card" /> <span>{word.asOne(nameOf(acting))}</span>
      </p>
    );
  const options = all.map((one) => ({ value: actingKey(one), label: nameOf(one), hint: word.asKinds[one.kind] }));
  return <Choices {...{ name: "as", label: word.as, type: "radio", chosen: [actingKey(acting)], options }} />;
}

/** How somebody is called as whom they act. */
export const nameOf = (acting: Acting): string =>
  acting.name === "" && acting.kind === "actor" ? acting.address : acting.name;
