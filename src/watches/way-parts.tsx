import type { Child } from "hono/jsx";
import { directoryFeed } from "../directory/feed-routes.tsx";
import { FollowForm, type Said } from "../hosts/parts.tsx";
import { ErrorSummary, TextField } from "../web/form-parts.tsx";
import { SealFields } from "../web/form-seal.tsx";
import { Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import type { ContactRefusal } from "./mail-form.ts";
import { watchPath, withSearch } from "./paths.ts";
import { words } from "./words.ts";

/** What is known of a search that may be watched, and what was typed on its page. */
export interface WayProps {
  readonly frame: Frame;
  /** As the query of an address. */
  readonly search: string;
  /** The account that watches it, with what it said last; null while there is none. */
  readonly account: { readonly handle: string; readonly actor: string; readonly notes: readonly Said[] } | null;
  /** Whether this site sends mail. */
  readonly mails: boolean;
  readonly seal: string;
  readonly email: string;
  readonly wrong: ContactRefusal | null;
}

/** An account that tells of it, to be made or followed. */
export function FollowWay({ frame, account, search, seal }: WayProps) {
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

/** Letters, where this site sends any. */
export function MailWay({ frame, mails, search, seal, email, wrong }: WayProps) {
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

/** A feed to subscribe to. */
export function FeedWay({ frame, search }: WayProps) {
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

interface OneWayProps {
  readonly id: "follow" | "mail" | "feed";
  readonly icon: "fediverse-logo" | "envelope-simple" | "rss";
  readonly frame: Frame;
  readonly children: Child;
}

function Way({ id, icon, frame, children }: OneWayProps) {
  return (
    <section class="sheet stack" id={id} aria-labelledby={`${id}-title`}>
      <h2 class="like-h3 icon-text" id={`${id}-title`}>
        <Icon name={icon} /> <span>{words[frame.language].ways[id]}</span>
      </h2>
      {children}
    </section>
  );
}
