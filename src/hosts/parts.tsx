import type { Child } from "hono/jsx";
import type { Database } from "../foundation/database.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { linkCard } from "../web/card.ts";
import { feeds } from "../web/feeds.ts";
import type { LogoFiles } from "../web/header.tsx";
import { Icon } from "../web/icon.tsx";
import { readLanguage } from "../web/language.ts";
import type { Frame } from "../web/layout.tsx";
import { hostCard } from "./card-parts.tsx";
import { availabilityName, type Handle } from "./handles.ts";
import { type Closing, type Contact, type Host, isHub } from "./host.ts";
import { largestLogo } from "./logo.ts";
import { findHost } from "./queries.ts";
import { type FollowRefusal, words } from "./words.ts";

/** What every page needs at hand. */
export interface PageDeps {
  readonly db: Database;
  /** Without a trailing slash. */
  readonly origin: string;
  /** Spoken where the reader asks for none of ours. */
  readonly language: Language;
  /** Of the software. */
  readonly version: string;
  /** Says on every page that what it shows is invented. */
  readonly demonstration: boolean;
  now(): Date;
  /** The association for which somebody is signed in on the browser that asks; without it, nobody is. */
  memberOf?(request: Request): Promise<Frame["member"]>;
  /** The permanent id of one of our actors, as other servers know it. */
  actorId(actor: Pick<Handle, "id" | "kind">): string;
}

/** What the pages of one answer share, and the host they speak for. */
export async function readFrame(
  deps: PageDeps,
  request: Request,
): Promise<{ readonly frame: Frame; readonly host: Host | null }> {
  const host = await findHost(deps.db);
  return { frame: { ...frameFor(deps, request, host), member: (await deps.memberOf?.(request)) ?? null }, host };
}

const speakerOf = ({ profile, handle, logo }: Host) => {
  const hub = isHub(profile);
  return { name: profile.name, handle, hub, availabilityHandle: hub ? null : availabilityName, logo: filesOf(logo) };
};

/** For a sign of 44 pixels, and for screens of twice and four times as many. */
function filesOf(logo: Host["logo"]): LogoFiles | null {
  const [plain, ...finer] = logo.filter(({ format, size }) => format === "webp" && size < largestLogo);
  if (plain === undefined) return null;
  return { src: plain.path, srcset: finer.map(({ path, size }) => `${path} ${size / plain.size}x`).join(", ") };
}

/** The same for who is not asked whether they are signed in. */
export function frameFor(deps: PageDeps, request: Request, host: Host | null): Frame {
  const { pathname, search } = new URL(request.url);
  const language = readLanguage(request, deps.language);
  return {
    language,
    origin: deps.origin,
    path: pathname + search,
    host: host && speakerOf(host),
    demonstration: deps.demonstration,
    version: deps.version,
    card: host && linkCard("host", hostCard(host, deps.origin, language), deps.version),
    member: null,
  };
}

/** The full name of one of our actors: `@name@domain`. */
export function addressOf(origin: string, handle: string): string {
  return `@${handle}@${new URL(origin).host}`;
}

/** Marks what somebody wrote in a language that is not the page's. */
export function spoken(language: string, page: Language): { lang?: string } {
  return language === "" || language === page ? {} : { lang: language };
}

/** The first way to write to a host, as a link. */
export function contactLink({ url, email, phone }: Contact): string | null {
  if (url !== null) return url;
  if (email !== null) return `mailto:${email}`;
  return phone === null ? null : `tel:${phone.replaceAll(/[^+\d]/g, "")}`;
}

export interface FollowFormProps {
  readonly frame: Frame;
  /** The handle to follow. */
  readonly target: string;
  /** Of an account of another site: its permanent address, and where it lives. */
  readonly elsewhere?: { readonly actor: string; readonly origin: string };
  readonly typed?: string;
  readonly refusal?: FollowRefusal | null;
}

/** Follow: in one click for the members of an association, from one's own server for everybody else. */
export function FollowForm(props: FollowFormProps) {
  const { frame, target, elsewhere } = props;
  const { member } = frame;
  if (member === null) return <FollowFromElsewhere {...props} />;
  const word = words[frame.language].member;
  const account = elsewhere?.actor ?? addressOf(frame.origin, target);
  return (
    <>
      {member.acts ? (
        <form method="post" action="/association/follow">
          <button class="button button-main" type="submit" name="account" value={account}>
            {word.follow(member.name)}
          </button>
        </form>
      ) : (
        <p>{word.waiting(member.name)}</p>
      )}
      <details class="more">
        <summary>{word.other}</summary>
        <div>
          <FollowFromElsewhere {...props} />
        </div>
      </details>
    </>
  );
}

/** Type one's address, or copy the one to search for. */
function FollowFromElsewhere({ frame, target, elsewhere, typed = "", refusal = null }: FollowFormProps) {
  const word = words[frame.language];
  const id = `account-${target}`;
  const described = refusal === null ? `${id}-hint` : `${id}-hint ${id}-error`;
  return (
    <>
      <form class="search" method="post" action={elsewhere ? "/directory/follow" : "/follow"}>
        <input type="hidden" name="target" value={elsewhere?.actor ?? target} />
        <div class={`search-field field${refusal === null ? "" : " field-wrong"}`}>
          <label class="field-label" for={id}>
            {word.yourAddress}
          </label>
          <p class="field-hint" id={`${id}-hint`}>
            {word.yourAddressHint}
          </p>
          {refusal !== null && (
            <p class="field-error" id={`${id}-error`}>
              <Icon name="warning-circle" />
              <span>{word.refusals[refusal]}</span>
            </p>
          )}
          <input
            class="input"
            id={id}
            name="account"
            value={typed}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            inputmode="email"
            aria-describedby={described}
            aria-invalid={refusal === null ? undefined : "true"}
          />
        </div>
        <button class="button" type="submit">
          {word.follow} <Icon name="arrow-square-out" />
        </button>
      </form>
      <p class="small">
        {word.toCopy} <code>{addressOf(elsewhere?.origin ?? frame.origin, target)}</code>
      </p>
    </>
  );
}

/** The way to hear of it without an account anywhere. */
export function FeedLink({ language, only }: { readonly language: Language; readonly only?: "places" }) {
  const word = words[language];
  return (
    <p class="small">
      <a class="icon-text" href={only ? feeds.availability : feeds.news}>
        <Icon name="rss" />
        <span>{only ? word.placesByFeed : word.byFeed}</span>
      </a>
    </p>
  );
}

/** A host that stops says so above everything else. */
export function ClosingNotice({ closing, language }: { readonly closing: Closing; readonly language: Language }) {
  const word = words[language];
  return (
    <div class="notice notice-bad">
      <Icon name="warning" />
      <div>
        <h2>{word.closing(dateWords(closing.ends, language))}</h2>
        <p>
          {word.closingText(dateWords(closing.announced, language))} {closing.notice}
        </p>
        {closing.successor && (
          <p>
            {word.successor} <MaybeLink text={closing.successor} />
          </p>
        )}
        {closing.exitGuide && (
          <p>
            <MaybeLink text={closing.exitGuide} label={word.exitGuide} />
          </p>
        )}
      </div>
    </div>
  );
}

/** A text that is a link when it is a web address. */
export function MaybeLink({ text, label }: { readonly text: string; readonly label?: string }) {
  if (!/^https?:\/\/\S+$/.test(text) || !URL.canParse(text)) return <>{text}</>;
  return (
    <a href={text} rel="noopener">
      {label ?? text.replace(/^https?:\/\//, "").replace(/\/$/, "")}
    </a>
  );
}

/** What something is, and what is said of it; null where nothing is. */
export type FactLine = readonly [term: string, said: Child];

/** Facts line by line; what has nothing to say is left out. */
export function FactList({
  lines,
  narrow = false,
}: {
  readonly lines: readonly FactLine[];
  readonly narrow?: boolean;
}) {
  return (
    <dl class={narrow ? "facts" : "facts facts-lines"}>
      {lines
        .filter(([, said]) => said !== null && said !== "" && said !== undefined)
        .map(([term, said]) => (
          <div>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Something somebody said in public, as plain text. */
export interface Said {
  readonly content: string;
  readonly published: Date;
  readonly url: string;
}

/** What an account said last. */
export function Notes({
  notes,
  language,
  author,
}: {
  readonly notes: readonly (Said & { readonly author?: string })[];
  readonly language: Language;
  readonly author?: Child;
}) {
  const word = words[language];
  return (
    <ul class="news">
      {notes.map((note) => (
        <li>
          <p class="news-by">
            {note.author && <b>{note.author}</b>} {author}
            <time class="news-day" datetime={note.published.toISOString()}>
              {dateWords(note.published, language, "short")}
            </time>
          </p>
          <p class="news-text">{note.content}</p>
          <p class="small">
            <a href={note.url}>{word.readMore}</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
