import type { Child } from "hono/jsx";
import type { ListedHost } from "../catalogue/catalogue.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { FollowForm } from "../hosts/parts.tsx";
import { Emblem, Icon } from "../web/icon.tsx";
import type { Frame } from "../web/layout.tsx";
import { hostKey } from "./addresses.ts";
import { words } from "./host-words.ts";

interface CopyProps {
  readonly host: ListedHost;
  readonly language: Language;
  /** The page of which this is a copy. */
  readonly original: string;
}

/** Says that what follows is a copy, of which day, and where the original is. */
export function CopyNotice({ host, language, original }: CopyProps) {
  const word = words[language];
  return (
    <div class="notice">
      <Icon name="info" />
      <div>
        <h2>{word.copyTitle}</h2>
        <p>
          {word.copyText(host.profile.name, dateWords(host.confirmed, language))}{" "}
          <a href={original} rel="noopener">
            {word.original}
          </a>
        </p>
      </div>
    </div>
  );
}

export interface WhyHereProps {
  readonly host: ListedHost;
  readonly language: Language;
  /** What the keeper of trust says of it: who vouches, since when. */
  readonly children?: Child;
}

/** Where a host comes from, and why it is shown here. */
export function WhyHere({ host, language, children }: WhyHereProps) {
  const word = words[language];
  return (
    <section class="sheet stack stack-3" id="why" aria-labelledby="why-title">
      <h2 class="like-h4" id="why-title">
        {word.why}
      </h2>
      {children ?? <p>{word.levels[host.trust]}</p>}
      <dl class="facts">
        <div>
          <dt>{word.domain}</dt>
          <dd>
            <code>{hostKey(host.origin)}</code>
            <small>{word.domainText}</small>
          </dd>
        </div>
        <div>
          <dt>{word.confirmed}</dt>
          <dd>
            <time datetime={host.confirmed.toISOString()}>{dateWords(host.confirmed, language)}</time>
          </dd>
        </div>
      </dl>
    </section>
  );
}

export interface FollowElsewhereProps {
  readonly frame: Frame;
  readonly title: string;
  readonly actor: string;
  readonly handle: string;
  readonly origin: string;
}

/** Following at the source: nobody has to come through this site. */
export function FollowElsewhere({ frame, title, actor, handle, origin }: FollowElsewhereProps) {
  return (
    <section class="stack" id="follow" aria-labelledby="follow-title">
      <h2 class="like-h4" id="follow-title">
        {title}
      </h2>
      <p class="small">{words[frame.language].followText}</p>
      <FollowForm frame={frame} target={handle} elsewhere={{ actor, origin }} />
    </section>
  );
}

/** What stands for a host elsewhere, beside its name. */
export function HostEmblem({ host }: { readonly host: ListedHost }) {
  return <Emblem address={hostKey(host.origin)} size={72} />;
}
