import type { Language } from "../foundation/language.ts";
import type { HostProfile } from "../hosts/host.ts";
import { spoken } from "../hosts/parts.tsx";
import { words as jointWords } from "../offers/joint-words.ts";
import { labels } from "../offers/parts.tsx";
import { type Cell, plain, written } from "./compare-cells-parts.tsx";
import { words } from "./compare-words.ts";
import type { Match } from "./matching.ts";

/** Who does what, where one of the offers is given by several hosts. */
export function whoDoesWhat(match: Match, language: Language): Cell {
  const { host, offer } = match;
  const { joint, content } = offer;
  const word = jointWords[language];
  if (joint === null) return plain(word.alone(host.profile.name), language);
  const lines = hostsOf(match).map(({ actor, name }) => {
    const part = joint.terms.parts.find((one) => one.actor === actor);
    const roles = labels("partnershipRoles", part?.roles ?? [], language);
    return { name, roles, does: part?.does ?? null };
  });
  return {
    same: JSON.stringify(lines),
    shown: (
      <ul class="list">
        {lines.map(({ name, roles, does }) => (
          <li>
            <strong>
              {name}
              {word.colon}
            </strong>{" "}
            {roles.toLowerCase()}
            {does && (
              <>
                . <span {...spoken(content.language, language)}>{does}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    ),
  };
}

/** What a host says of itself; of several, what each says: what one commits to holds for itself alone. */
export function ofEachHost(
  match: Match,
  language: Language,
  say: (profile: HostProfile) => readonly (string | null)[],
): Cell {
  const { host, offer } = match;
  if (offer.joint === null) return written(say(host.profile), host.profile.language, language);
  const said = hostsOf(match).map(({ name, profile }) => {
    const cell = profile && written(say(profile), profile.language, language);
    return { name, cell: cell ?? plain(words[language].unknownHere, language) };
  });
  if (said.every(({ cell }) => cell.same === "")) return plain(null, language);
  return {
    same: JSON.stringify(said.map(({ name, cell }) => [name, cell.same])),
    shown: (
      <ul class="list">
        {said.map(({ name, cell }) => (
          <li>
            <strong>
              {name}
              {jointWords[language].colon}
            </strong>{" "}
            {cell.shown}
          </li>
        ))}
      </ul>
    ),
  };
}

interface NamedHost {
  readonly actor: string;
  readonly name: string;
  /** Null where this site does not know it. */
  readonly profile: HostProfile | null;
}

/** All who give an offer, its host first. */
function hostsOf({ host, partners, offer: { joint } }: Match): readonly NamedHost[] {
  const known = new Map(partners.map((partner) => [partner.actor, partner.profile]));
  const others = joint?.partners.map(({ actor, name }) => {
    const profile = known.get(actor) ?? null;
    return { actor, name: profile?.name ?? name, profile };
  });
  return [{ actor: host.actor, name: host.profile.name, profile: host.profile }, ...(others ?? [])];
}
