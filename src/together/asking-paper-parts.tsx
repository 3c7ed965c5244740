import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { type Giver, giverNames, WhoDoesWhat } from "../offers/joint-parts.tsx";
import { Icon } from "../web/icon.tsx";
import { listWords } from "../web/money.ts";
import { CareNotice } from "../web/notice.tsx";
import type { AskingPaper, Signer } from "./paper.ts";
import { words } from "./paper-words.ts";
import type { AskedHost } from "./together.ts";

interface PaperProps {
  readonly paper: AskingPaper;
  /** All who were asked. */
  readonly hosts: readonly AskedHost[];
  readonly language: Language;
}

/** What several hosts have signed, as one thing: who does what for which share, who invoices, and that all agree, with the day on which this was found. */
export function SignedPaper(props: PaperProps) {
  const { paper, language } = props;
  const word = words[language];
  const givers = giversOf(paper);
  return (
    <div class="stack stack-5">
      <div class="stack stack-3">
        <p class="soft">{word.kinds[paper.kind]}</p>
        <h3 class="like-h4">{paper.title}</h3>
        <Agreement {...props} />
      </div>
      <WhoDoesWhat {...{ givers, terms: paper.terms, said: paper.language, language, agreed: false, quiet: true }} />
      {paper.page !== null && (
        <p>
          <a href={paper.page} rel="noopener noreferrer">
            {word.read} <Icon name="arrow-square-out" />
          </a>
        </p>
      )}
      <Signatures {...props} />
    </div>
  );
}

const giversOf = ({ lead, signers }: AskingPaper): readonly Giver[] =>
  [lead, ...signers].map(({ actor, name, page }) => ({ actor, name, href: page }));

/** Whether all agree: a shape and a sentence. */
function Agreement({ paper, language }: PaperProps) {
  const word = words[language];
  if (paper.state === "broken" && paper.reason !== null)
    return (
      <CareNotice title={word.broken} refused>
        <p>{word.faults[paper.reason](listWords(namesOf(paper, language), language))}</p>
      </CareNotice>
    );
  if (paper.state === "checking" || paper.seen === null) return <p>{word.checking}</p>;
  return (
    <p class="icon-text">
      <Icon name="check-circle" />{" "}
      <span>
        <strong>{word.signed(giverNames(giversOf(paper), language))}</strong>{" "}
        {word.checked(dateWords(paper.seen, language))}
      </span>
    </p>
  );
}

/** Whose signature is missing; where that is nobody's, it is the lead who does not answer. */
function namesOf({ signers, lead }: AskingPaper, language: Language): readonly string[] {
  const missing = signers.filter(({ problem }) => problem !== null).map(({ name }) => name);
  return missing.length > 0 ? missing : [lead.name === "" ? words[language].lead : lead.name];
}

/** Where each signature stands, for whoever wants to see for themselves. */
function Signatures({ paper, hosts, language }: PaperProps) {
  const word = words[language];
  const asked = new Set(hosts.map(({ host }) => host));
  return (
    <details class="more">
      <summary>{word.signatures}</summary>
      <p>{word.signaturesText}</p>
      <ul class="plain stack stack-2">
        <li>{word.leads(paper.lead.name, siteOf(paper.lead.actor))}</li>
        {paper.signers.map((signer) => (
          <li>
            {signatureWords(signer, language)} {asked.has(signer.actor) ? "" : <strong>{word.stranger}</strong>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function signatureWords({ name, stamp, seen, problem }: Signer, language: Language): string {
  const word = words[language];
  const site = siteOf(stamp);
  if (problem === "silent") return word.silentThere(name, site);
  return problem === null && seen !== null
    ? word.there(name, site, dateWords(seen, language))
    : word.notThere(name, site);
}

const siteOf = (address: string): string => new URL(address).host;
