import type { Language } from "../foundation/language.ts";
import { Icon } from "../web/icon.tsx";
import { hostKey } from "./addresses.ts";
import { type Answers, queryOf } from "./answers.ts";
import type { Together } from "./matching.ts";
import { keyOf } from "./named-offers.ts";
import { addressWith } from "./questions.ts";
import { words } from "./results-words.ts";

/** How those can go on who would have several hosts answer together. */
export interface AskingTogether {
  /** Whether the reader acts for the host of this site. */
  readonly team: boolean;
}

interface AskTogetherProps {
  readonly asking: AskingTogether;
  readonly together: Together;
  readonly answers: Answers;
  readonly language: Language;
}

/** From a combination to what it could become: for an association a question to its hosts, for one of them a draft. */
export function AskTogether({ asking: { team }, together, answers, language }: AskTogetherProps) {
  const word = words[language].asking;
  const all = together.members.flatMap(({ host, partners }) => [host, ...partners]);
  const hosts = [...new Map(all.map((host) => [host.actor, host])).values()];
  const needs = answers.needs.map((need) => ["need", need]);
  const others = hosts.filter(({ own }) => !own).map(({ url }) => ["with", url]);
  const draft = team && others.length > 0 && others.length < hosts.length;
  if (hosts.length < 2) return null;
  return (
    <p class="cluster">
      <a class="button button-main" href={askAddress(together, answers)}>
        {word.ask} <Icon name="arrow-right" />
      </a>
      {draft && (
        <a class="button" href={addressWith("/admin/joint/new", new URLSearchParams([...others, ...needs]))}>
          {word.draft}
        </a>
      )}
    </p>
  );
}

/** Where an association asks these hosts together, those among them who give one of the offers with another, with what the three questions know already. */
function askAddress({ members }: Together, answers: Answers): string {
  const query = queryOf(answers);
  query.delete("offer");
  for (const member of members) query.append("offer", keyOf(member));
  const leads = new Set(members.map(({ host }) => host.origin));
  const partners = members.flatMap((member) => member.partners.map(({ origin }) => origin));
  for (const origin of new Set(partners)) if (!leads.has(origin)) query.append("host", hostKey(origin));
  return `/together/ask?${query}`;
}
