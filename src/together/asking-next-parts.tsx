import type { Child } from "hono/jsx";
import { Choices, OnceField } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { HostListProps } from "./asking-hosts-parts.tsx";
import { ResultSheet, rolesWords } from "./asking-parts.tsx";
import type { AskedHost, NextStep } from "./together.ts";
import { saidYes } from "./together.ts";
import { words } from "./words.ts";

/** What is to be done now, first; the sentence says what is waited for where there is nothing to do. */
export function NextAct({ step, ...props }: HostListProps & { readonly step: NextStep }) {
  const word = words[props.language].page;
  const { asking, hosts } = props;
  if (step === null)
    return asking.result === null ? null : <ResultSheet result={asking.result} language={props.language} />;
  return (
    <section class="sheet stack" id="next" aria-labelledby="next-title">
      <h2 class="like-h3" id="next-title">
        {word.stepTitle}
      </h2>
      <p>{word.steps[step]}</p>
      {step === "send" && <Send {...props} />}
      {step === "decide-hosts" &&
        hosts.filter(({ state }) => state === "proposed").map((host) => <Decide {...props} host={host} />)}
      {step === "result" && <Result {...props} />}
      {step === "choose" && <Choose {...props} />}
      {(step === "result" || step === "wait-lead") &&
        hosts.some((host) => host.state === "lead" && host.id !== asking.lead) && (
          <details class="more">
            <summary>{word.chooseAgain}</summary>
            <Choose {...props} />
          </details>
        )}
    </section>
  );
}

function Send({ link, language }: HostListProps) {
  const word = words[language].page;
  return (
    <form class="cluster" method="post" action={`${link}/sending`}>
      <OnceField />
      <button class="button button-main" type="submit">
        {word.send} <Icon name="arrow-right" />
      </button>
      <a href={`${link}/edit`}>{word.edit}</a>
    </form>
  );
}

function Decide({ host, hosts, link, language }: HostListProps & { readonly host: AskedHost }) {
  const word = words[language].page;
  const by = hosts.find(({ id }) => id === host.proposedBy)?.name ?? "";
  return (
    <form class="stack stack-3" method="post" action={`${link}/addition`}>
      <OnceField />
      <input type="hidden" name="host" value={host.id} />
      <p>
        <strong>{host.name}</strong> ({host.address}) · {word.proposedBy(by)}
      </p>
      {host.why !== null && <p class="news-text">{host.why}</p>}
      <p class="cluster">
        <button class="button button-main" type="submit" name="add" value="yes">
          {word.addHost(host.name)}
        </button>
        <button class="button" type="submit" name="add" value="no">
          {word.leaveOut}
        </button>
      </p>
    </form>
  );
}

/** Who leads, among those who would; the only one is chosen already, for the association to confirm. */
function Choose({ asking, hosts, link, language }: HostListProps) {
  const word = words[language].page;
  const willing = hosts.filter(saidYes);
  const leads = willing.filter(({ state }) => state === "lead");
  const hint = ({ rolesOffered, words: said }: AskedHost) =>
    [rolesWords(rolesOffered, language), said].filter((part) => part !== null && part !== "").join(" · ");
  const optionOf = (host: AskedHost) => ({ value: host.id, label: host.name, hint: hint(host) });
  const chosen = asking.lead ?? (leads.length === 1 ? leads[0]?.id : undefined);
  return (
    <form class="stack" method="post" action={`${link}/choice`}>
      <OnceField />
      <Choices
        {...{ name: "lead", label: word.chooseLead, type: "radio", chosen: chosen === undefined ? [] : [chosen] }}
        options={leads.map(optionOf)}
      />
      {willing.length > 1 && (
        <Choices
          {...{ name: "partner", label: word.choosePartners, hint: word.choosePartnersHint, type: "checkbox" }}
          chosen={willing.map(({ id }) => id)}
          options={willing.map(optionOf)}
        />
      )}
      <p>
        <button class="button button-main" type="submit">
          {word.choose} <Icon name="arrow-right" />
        </button>
      </p>
    </form>
  );
}

function Result({ asking, hosts, link, language }: HostListProps): Child {
  const word = words[language].page;
  const { result } = asking;
  if (result === null) return null;
  const partners = hosts.filter((host) => host.contactGiven !== null && host.id !== asking.lead && saidYes(host));
  return (
    <>
      <ResultSheet result={result} language={language} />
      <ul class="plain stack stack-2">
        {partners.map(({ name, agreed }) => (
          <li class="icon-text">
            <Icon name={agreed === result.version ? "check-circle" : "clock"} />{" "}
            <span>{agreed === result.version ? word.agreed(name) : word.notAgreed(name)}</span>
          </li>
        ))}
      </ul>
      <form method="post" action={`${link}/conclusion`}>
        <OnceField />
        <input type="hidden" name="version" value={String(result.version)} />
        <button class="button button-main" type="submit">
          {word.conclude} <Icon name="check" />
        </button>
      </form>
    </>
  );
}
