import type { ListedHost } from "../catalogue/catalogue.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { Chip } from "../web/chip.tsx";
import { Emblem, Icon } from "../web/icon.tsx";
import { kindName, roleNames } from "./kind-words.ts";
import type { OutsidePartnership } from "./outside.ts";
import type { ShownPartnership } from "./shown.ts";
import { words } from "./words.ts";

export interface PartnersPartProps {
  readonly host: { readonly name: string; readonly origin: string };
  readonly partnerships: readonly ShownPartnership[];
  /** Of our own host alone: agreed with hosts that have no site here. */
  readonly outside: readonly OutsidePartnership[];
  readonly language: Language;
  /** Where our team asks this host to work together; null for everybody else. */
  readonly askPath: string | null;
  hrefOf(host: Pick<ListedHost, "own" | "origin">): string;
}

/** With whom a host works, on its page: only what both show. Nothing where there is nothing to say. */
export function PartnersPart({ host, partnerships, outside, language, askPath, hrefOf }: PartnersPartProps) {
  const word = words[language];
  const any = partnerships.length + outside.length > 0;
  if (!any && askPath === null) return null;
  return (
    <section class="stack" id="partners" aria-labelledby="partners-title">
      <h2 id="partners-title">{word.partnersOf(host.name)}</h2>
      {any && (
        <ul class="partners">
          {partnerships.map((partnership) => (
            <Partner {...{ partnership, language, hrefOf }} />
          ))}
          {outside.map((partnership) => (
            <OutsidePartner {...{ partnership, language }} />
          ))}
        </ul>
      )}
      <p class="cluster">
        {partnerships.length > 0 && (
          <a class="icon-text" href={`/partners?host=${encodeURIComponent(new URL(host.origin).host)}`}>
            <Icon name="partners" /> <span>{word.network}</span>
          </a>
        )}
        {askPath !== null && (
          <a class="button" href={askPath}>
            {word.askThem}
          </a>
        )}
      </p>
    </section>
  );
}

interface PartnerProps extends Pick<PartnersPartProps, "language" | "hrefOf"> {
  readonly partnership: ShownPartnership;
}

function Partner({ partnership, language, hrefOf }: PartnerProps) {
  const { one, other, kind, oneRoles, otherRoles, since } = partnership;
  const parts = [
    [one, oneRoles],
    [other, otherRoles],
  ] as const;
  const said = parts.flatMap(([{ profile }, roles]) => {
    const names = roleNames(roles, language);
    return names === null ? [] : [words[language].part(profile.name, names)];
  });
  return (
    <li>
      <Emblem address={new URL(other.origin).host} size={44} />
      <div>
        <p>
          <a href={hrefOf(other)}>
            <strong>{other.profile.name}</strong>
          </a>{" "}
          · {kindName(kind, language)}
        </p>
        <p class="small soft">{[...said, words[language].since(dateWords(since, language))].join(" · ")}</p>
      </div>
    </li>
  );
}

function OutsidePartner({
  partnership,
  language,
}: {
  readonly partnership: OutsidePartnership;
  readonly language: Language;
}) {
  const word = words[language];
  const { name, kind, rolesOffered, rolesWanted, answered, changed } = partnership;
  const roles = roleNames([...new Set([...rolesOffered, ...rolesWanted])], language);
  return (
    <li>
      <Emblem address={name} size={44} />
      <div class="stack stack-2">
        <p>
          <strong>{name}</strong> · {kindName(kind, language)}{" "}
          <Chip kind="care" icon="warning" word={word.unverified} />
        </p>
        <p class="small soft">
          {[...(roles === null ? [] : [roles]), word.since(dateWords(answered ?? changed, language))].join(" · ")}.{" "}
          {word.unverifiedText}
        </p>
      </div>
    </li>
  );
}
