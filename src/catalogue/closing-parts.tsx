import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { MaybeLink, spoken } from "../hosts/parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { ListedHost } from "./catalogue.ts";
import { closingStanding } from "./closing.ts";
import { words } from "./closing-words.ts";

export interface ClosedNoticeProps {
  readonly host: ListedHost;
  /** Found by `findNamedHost`; null where the host that takes over is not known here. */
  readonly successor: ListedHost | null;
  /** Where a host has its page at this site. */
  hrefOf(host: ListedHost): string;
  readonly now: Date;
  readonly language: Language;
}

/** Says above everything else that a host has closed or is about to, and who takes over. Nothing for one that goes on. */
export function ClosedNotice({ host, successor, hrefOf, now, language }: ClosedNoticeProps) {
  const { closing, language: own } = host.profile;
  if (closing === null) return null;
  const word = words[language];
  const closed = closingStanding(host.profile, now) === "closed";
  const day = dateWords(closing.ends, language);
  return (
    <div class="notice notice-bad">
      <Icon name="warning" />
      <div>
        <h2>{closed ? word.closed(day) : word.closing(day)}</h2>
        <p>{closed ? word.closedText : word.closingText}</p>
        {closing.notice && <p {...spoken(own, language)}>{closing.notice}</p>}
        {closing.successor && (
          <p>
            {word.successor}{" "}
            {successor ? (
              <a href={hrefOf(successor)} {...spoken(successor.profile.language, language)}>
                {successor.profile.name}
              </a>
            ) : (
              <MaybeLink text={closing.successor} />
            )}
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
