import type { Language } from "../foundation/language.ts";
import { Chip, type ChipProps } from "../web/chip.tsx";
import { OnceField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { rolesWords } from "./asking-parts.tsx";
import { words as askingWords } from "./asking-words.ts";
import type { AskedHost, AskedState, Asking } from "./together.ts";
import { saidYes } from "./together.ts";

export interface HostListProps {
  readonly asking: Asking;
  readonly hosts: readonly AskedHost[];
  readonly link: string;
  readonly language: Language;
}

/** All who are asked, and what each says. */
export function HostList(props: HostListProps) {
  const word = askingWords[props.language];
  const shown = props.hosts.filter(({ state }) => state !== "proposed" && state !== "left-out");
  return (
    <section class="stack" aria-labelledby="hosts">
      <h2 class="like-h3" id="hosts">
        {word.hosts}
      </h2>
      <ul class="plain stack">
        {shown.map((host) => (
          <li class="sheet stack stack-3">
            <Host {...props} host={host} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const chips: Readonly<Record<AskedState, readonly [ChipProps["kind"], ChipProps["icon"]]>> = {
  proposed: ["note", "plus"],
  "left-out": ["plain", "x"],
  asked: ["plain", "clock"],
  lead: ["good", "check-circle"],
  partner: ["good", "check-circle"],
  no: ["plain", "x"],
};

function Host({ asking, host, link, language }: HostListProps & { readonly host: AskedHost }) {
  const word = askingWords[language];
  const [kind, icon] = chips[host.state];
  const waits = asking.state === "draft" || asking.state === "held";
  return (
    <>
      <h3 class="like-h4">{host.page === null ? host.name : <a href={host.page}>{host.name}</a>}</h3>
      <p class="cluster">
        <Chip kind={kind} icon={icon} word={waits ? word.toBe : word.hostStates[host.state]} />
        {asking.lead === host.id && <Chip kind="note" icon="handshake" word={word.leads} />}
      </p>
      {host.problem !== null && (
        <p class="field-error">
          <Icon name="warning-circle" /> <span>{word.problems[host.problem]}</span>
        </p>
      )}
      <Roles host={host} language={language} />
      {host.words !== null && <p class="news-text">{host.words}</p>}
      {host.contactGiven !== null && <p class="small soft">{word.hasContact}</p>}
      {saidYes(host) && host.contactGiven === null && asking.state === "led" && (
        <form method="post" action={`${link}/contact`}>
          <OnceField />
          <input type="hidden" name="host" value={host.id} />
          <button class="button button-small" type="submit">
            {word.giveContact(host.name)}
          </button>
        </form>
      )}
    </>
  );
}

/** What it takes on, or could. */
function Roles({ host, language }: Pick<HostListProps, "language"> & { readonly host: AskedHost }) {
  const word = askingWords[language];
  const yes = saidYes(host);
  const roles = yes ? host.rolesOffered : host.roles;
  if (roles.length === 0 || host.state === "no") return null;
  return (
    <p class="small">
      {yes ? word.takes : word.couldTake}
      {language === "fr" ? "\u00a0: " : ": "}
      {rolesWords(roles, language)}
    </p>
  );
}
