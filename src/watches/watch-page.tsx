import type { Child } from "hono/jsx";
import type { Filters } from "../directory/directory.ts";
import { directoryFeed } from "../directory/feed-routes.tsx";
import { searchParts, searchWords } from "../directory/search-words.ts";
import { FollowForm, Notes, type Said } from "../hosts/parts.tsx";
import { Breadcrumb } from "../web/breadcrumb.tsx";
import { ErrorSummary, TextField } from "../web/form-parts.tsx";
import { SealFields } from "../web/form-seal.tsx";
import { Icon } from "../web/icon.tsx";
import { type Frame, Layout } from "../web/layout.tsx";
import { DoneNotice } from "../web/notice.tsx";
import type { ContactRefusal } from "./mail-form.ts";
import { type NotSent, words } from "./words.ts";

export interface WatchPageProps {
  readonly frame: Frame;
  readonly filters: Filters;
  /** The same as a query. */
  readonly search: string;
  /** The account that watches it, with what it said last; null while there is none. */
  readonly account: { readonly handle: string; readonly actor: string; readonly notes: readonly Said[] } | null;
  /** The account's own page was asked for. */
  readonly own: boolean;
  /** Whether this site sends mail. */
  readonly mails: boolean;
  readonly seal: string;
  readonly done: "started" | "asked" | null;
  readonly notSent: NotSent | null;
  readonly email: string;
  readonly wrong: ContactRefusal | null;
}

/** Where a search is watched. */
export const watchPath = "/directory/watch";

/** A path with a search behind it. */
export const withSearch = (path: string, search: string): string => (search === "" ? path : `${path}?${search}`);

/** Three ways to be told when something opens: an account to follow, letters, a feed. */
export function WatchPage(props: WatchPageProps) {
  const { frame, filters, search, account, own, done, notSent } = props;
  const { language } = frame;
  const word = words[language];
  const title = own && account ? `@${account.handle}` : word.title;
  const directory = { href: withSearch("/directory", search), label: word.directory };
  return (
    <Layout
      frame={frame}
      title={`${title} · ${searchWords(filters, language)}`}
      unlisted
      {...(account && { actor: account.actor })}
    >
      <div class="wrap wrap-narrow section stack stack-6">
        <div class="stack stack-4">
          <Breadcrumb language={language} ways={[directory]} here={title} />
          <h1>{title}</h1>
          <p class="lead">{own ? word.accountLead : word.lead}</p>
          <Search {...props} />
        </div>
        {done && (
          <DoneNotice>{done === "asked" ? word.done.asked : word.done.started(account?.handle ?? "")}</DoneNotice>
        )}
        {notSent && <NotSentNotice reason={notSent} frame={frame} />}
        <FollowWay {...props} />
        {own && account && account.notes.length > 0 && (
          <section class="stack" aria-labelledby="said">
            <h2 class="like-h3" id="said">
              {word.said}
            </h2>
            <Notes notes={account.notes} language={language} />
          </section>
        )}
        <MailWay {...props} />
        <FeedWay {...props} />
        <Kept frame={frame} />
      </div>
    </Layout>
  );
}

function Search({ frame: { language }, filters, search }: WatchPageProps) {
  const word = words[language];
  const parts = searchParts(filters, language);
  return (
    <div class="stack stack-2">
      <h2 class="like-h4">{word.search}</h2>
      <ul class="tags">
        {(parts.length === 0 ? [word.everything] : parts).map((part) => (
          <li>
            <span class="tag">{part}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={withSearch("/directory", search)}>{word.seeSearch}</a>
      </p>
    </div>
  );
}

interface WayProps {
  readonly id: "follow" | "mail" | "feed";
  readonly icon: "fediverse-logo" | "envelope-simple" | "rss";
  readonly frame: Frame;
  readonly children: Child;
}

function Way({ id, icon, frame, children }: WayProps) {
  return (
    <section class="sheet stack" id={id} aria-labelledby={`${id}-title`}>
      <h2 class="like-h3 icon-text" id={`${id}-title`}>
        <Icon name={icon} /> <span>{words[frame.language].ways[id]}</span>
      </h2>
      {children}
    </section>
  );
}

function FollowWay({ frame, account, search, seal }: WatchPageProps) {
  const word = words[frame.language];
  return (
    <Way id="follow" icon="fediverse-logo" frame={frame}>
      {account === null ? (
        <>
          <p>{word.followText}</p>
          <form class="stack stack-3" method="post" action={watchPath}>
            <SealFields seal={seal} language={frame.language} />
            <input type="hidden" name="search" value={search} />
            <p class="small soft">{word.startHint}</p>
            <p>
              <button class="button button-main" type="submit">
                {word.start} <Icon name="arrow-right" />
              </button>
            </p>
          </form>
        </>
      ) : (
        <>
          <p>{word.followReady(account.handle)}</p>
          <FollowForm frame={frame} target={account.handle} />
        </>
      )}
      <p class="small soft">{word.followStop}</p>
    </Way>
  );
}

function MailWay({ frame, mails, search, seal, email, wrong }: WatchPageProps) {
  const word = words[frame.language];
  const sentences: Readonly<Record<string, string>> = wrong === null ? {} : { email: word.emailRefusals[wrong] };
  return (
    <Way id="mail" icon="envelope-simple" frame={frame}>
      {mails ? (
        <>
          <p>{word.mailText}</p>
          <form class="stack stack-3" method="post" action={`${watchPath}/letters`} novalidate>
            <ErrorSummary language={frame.language} wrong={sentences} />
            <SealFields seal={seal} language={frame.language} id="website-of-letters" />
            <input type="hidden" name="search" value={search} />
            <TextField
              {...{ name: "email", label: word.email, hint: word.emailHint, value: email, wrong: sentences["email"] }}
              {...{ type: "email", autocomplete: "email", inputmode: "email", required: true }}
            />
            <p>
              <button class="button" type="submit">
                {word.subscribe}
              </button>
            </p>
          </form>
        </>
      ) : (
        <p>{word.mailNotHere(frame.host?.name ?? "Essaim")}</p>
      )}
    </Way>
  );
}

function FeedWay({ frame, search }: WatchPageProps) {
  const word = words[frame.language];
  return (
    <Way id="feed" icon="rss" frame={frame}>
      <p>{word.feedText}</p>
      <p>
        <a class="icon-text" href={withSearch(directoryFeed, search)}>
          <Icon name="rss" /> <span>{word.feedLink}</span>
        </a>
      </p>
    </Way>
  );
}

function Kept({ frame }: { readonly frame: Frame }) {
  const word = words[frame.language];
  return (
    <section class="stack stack-2" aria-labelledby="kept">
      <h2 class="like-h4" id="kept">
        {word.kept}
      </h2>
      <ul class="list small">
        {word.keptList.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function NotSentNotice({ reason, frame }: { readonly reason: NotSent; readonly frame: Frame }) {
  const { title, text } = words[frame.language].notSent[reason];
  return (
    <div class="notice notice-care" role="alert" tabindex={-1} autofocus>
      <Icon name="warning" />
      <div>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    </div>
  );
}
