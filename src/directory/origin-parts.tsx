import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { listWords } from "../web/money.ts";
import type { Found } from "./directory.ts";
import { words } from "./found-words.ts";
import { hostPath } from "./paths.ts";

interface OriginProps {
  readonly found: Found;
  readonly language: Language;
}

/** From where this comes, and what one should know of its hosts. */
export function Origin({ found, language }: OriginProps) {
  const word = words[language];
  const { host } = found;
  const { doubted, closing } = doubtsOf(found);
  return (
    <>
      <p class="small soft">{host.own ? word.ours : word.from(new URL(host.origin).host)}</p>
      {doubted.length > 0 && (
        <p class="card-doubt icon-text small">
          <Icon name="info" />
          <span>
            {doubted.includes(host.profile.name) ? word.unvouched : word.unvouchedFor(listWords(doubted, language))}.{" "}
            <a href={`${hostPath(host)}#why`}>{word.why}</a>
          </span>
        </p>
      )}
      {closing.map(({ name, ends, lead }) => (
        <p class="card-doubt icon-text small">
          <Icon name="warning" />
          <span>
            {lead ? word.closing(dateWords(ends, language)) : word.closingOf(name, dateWords(ends, language))}
          </span>
        </p>
      ))}
    </>
  );
}

/** Of those who give it: for whom nobody here vouches, and who closes. With whom our own host gives something, it has decided itself. */
function doubtsOf({ host, partners, offer: { joint } }: Found) {
  const known = new Map(partners.map((partner) => [partner.actor, partner]));
  const decided = [host, ...partners].some(({ own }) => own);
  const others = decided ? [] : (joint?.partners.filter(({ actor }) => (known.get(actor)?.trust ?? 2) < 3) ?? []);
  return {
    doubted: [
      ...(host.trust < 3 ? [host.profile.name] : []),
      ...others.map(({ actor, name }) => known.get(actor)?.profile.name ?? name),
    ],
    closing: [host, ...partners].flatMap(({ actor, profile: { name, closing } }) =>
      closing === null ? [] : [{ name, ends: closing.ends, lead: actor === host.actor }],
    ),
  };
}
