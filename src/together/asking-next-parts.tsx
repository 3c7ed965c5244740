import type { Child } from "hono/jsx";
import { Choices, OnceField, TextArea } from "../web/form-parts.tsx";
import { Icon } from "../web/icon.tsx";
import type { HostListProps } from "./asking-hosts-parts.tsx";
import { SignedPaper } from "./asking-paper-parts.tsx";
import { ResultSheet, rolesWords } from "./asking-parts.tsx";
import { words as askingWords } from "./asking-words.ts";
import type { NextStep } from "./next-step.ts";
import type { AskingPaper } from "./paper.ts";
import { type AskedHost, isDeclined, isLive, saidYes } from "./together.ts";

interface NextProps extends HostListProps {
  /** What several hosts have signed, where that is what the lead proposes. */
  readonly paper: AskingPaper | null;
  /** Why the association cannot have said no: beside the field. */
  readonly declineWrong: string | null;
}

const proposalSteps: readonly NextStep[] = ["result", "signed", "broken", "declined"];

/** What is to be done now, first; the sentence says what is waited for where there is nothing to do. */
export function NextAct({ step, ...props }: NextProps & { readonly step: NextStep }) {
  const word = askingWords[props.language];
  const { asking, hosts } = props;
  if (step === null) return <Proposal {...props} />;
  return (
    <section class="sheet stack" id="next" aria-labelledby="next-title">
      <h2 class="like-h3" id="next-title">
        {word.stepTitle}
      </h2>
      <p>{word.steps[step]}</p>
      {step === "send" && <Send {...props} />}
      {step === "decide-hosts" &&
        hosts.filter(({ state }) => state === "proposed").map((host) => <Decide {...props} host={host} />)}
      {proposalSteps.includes(step) && <Proposal {...props} />}
      {(step === "result" || step === "signed") && <Conclude {...props} />}
      {step === "choose" && <Choose {...props} />}
      {(step === "wait-lead" || proposalSteps.includes(step)) &&
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
  const word = askingWords[language];
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
  const word = askingWords[language];
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
  const word = askingWords[language];
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

/** What the lead proposes: signed by all, or in its own words with who agrees; and why the association has said no to it. */
function Proposal(props: NextProps): Child {
  const { asking, hosts, paper, language } = props;
  const { result, declined } = asking;
  if (result === null) return null;
  const word = askingWords[language];
  return (
    <>
      {paper === null ? (
        <ResultSheet result={result} language={language} />
      ) : (
        <SignedPaper {...{ paper, hosts, language }} />
      )}
      {paper === null && isLive(asking.state) && <Agreeing {...props} />}
      {declined !== null && isDeclined(asking) && (
        <p>
          {word.declinedWhy} <q class="news-text">{declined.reason}</q>
        </p>
      )}
    </>
  );
}

function Agreeing({ asking, hosts, language }: NextProps): Child {
  const word = askingWords[language];
  const partners = hosts.filter((host) => host.contactGiven !== null && host.id !== asking.lead && saidYes(host));
  const version = asking.result?.version;
  return (
    <ul class="plain stack stack-2">
      {partners.map(({ name, agreed }) => (
        <li class="icon-text">
          <Icon name={agreed === version ? "check-circle" : "clock"} />{" "}
          <span>{agreed === version ? word.agreed(name) : word.notAgreed(name)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Yes to the proposal, or no with a reason. */
function Conclude({ asking, link, language, declineWrong }: NextProps) {
  const word = askingWords[language];
  const version = <input type="hidden" name="version" value={String(asking.result?.version ?? 0)} />;
  return (
    <>
      <form method="post" action={`${link}/conclusion`}>
        <OnceField />
        {version}
        <button class="button button-main" type="submit">
          {word.conclude} <Icon name="check" />
        </button>
      </form>
      <details class="more" open={declineWrong !== null}>
        <summary>{word.decline}</summary>
        <form class="stack" method="post" action={`${link}/no`} novalidate>
          <OnceField />
          {version}
          <p>{word.declineText}</p>
          <TextArea
            {...{ name: "why", label: word.declineReason, value: "", rows: 3, required: true }}
            wrong={declineWrong ?? undefined}
          />
          <p>
            <button class="button" type="submit">
              {word.declineButton}
            </button>
          </p>
        </form>
      </details>
    </>
  );
}
