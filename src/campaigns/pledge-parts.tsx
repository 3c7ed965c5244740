import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { amountWords } from "../funding/amount-words.ts";
import type { Goal } from "../funding/funding.ts";
import { count } from "../web/money.ts";
import { words } from "./community-words.ts";
import { PartyName } from "./parts.tsx";
import { helpWords } from "./progress-parts.tsx";
import type { ShownPledge } from "./shown-pledges.ts";

interface PledgesProps {
  readonly pledges: readonly ShownPledge[];
  readonly goal: Goal;
  /** The code of the request, where somebody can say that something is wrong with a promise. */
  readonly code?: string;
  readonly language: Language;
}

/** Who takes part, as each wants to be seen. */
export function Pledges({ pledges, ...shared }: PledgesProps) {
  return (
    <ul class="pledges">
      {pledges.map((pledge) => (
        <PledgeLine pledge={pledge} {...shared} />
      ))}
    </ul>
  );
}

function PledgeLine({
  pledge,
  goal,
  code,
  language,
}: Omit<PledgesProps, "pledges"> & { readonly pledge: ShownPledge }) {
  const word = words[language].pledges;
  const { id, party, words: own } = pledge;
  const kind = pledge.inKind ? " pledge-kind" : "";
  return (
    <li class={`pledge${kind}${pledge.state === "waiting" ? " pledge-waiting" : ""}`} id={`pledge-${id}`}>
      <span class="pledge-point" aria-hidden="true">
        {party === null || party.name === "" ? "··" : initialsOf(party.name)}
      </span>
      <p>
        {party === null ? word.anonymous : <PartyName party={party} language={language} />}
        {own !== null && <span>{` · ${own}`}</span>}{" "}
        <small>
          {detailsOf(pledge, goal, language).join(", ")}
          {code !== undefined && (
            <>
              {" · "}
              <a href={`/funding/${code}/report?pledge=${id}`} rel="nofollow">
                {word.report} <span class="sr">{word.reportWhat}</span>
              </a>
            </>
          )}
        </small>
      </p>
      <p class="pledge-amount">{promisedWords(pledge, goal, language)}</p>
    </li>
  );
}

function promisedWords({ amount, help, inKind }: ShownPledge, goal: Goal, language: Language) {
  const word = words[language].pledges;
  if (amount !== null) return amountWords(amount, goal, language);
  if (help !== null) return helpWords({ [help.unit]: help.count }, language).join("");
  return <small>{inKind ? word.help : word.hidden}</small>;
}

/** When, under which condition, and how it stands now. */
function detailsOf({ made, condition, validUntil, state }: ShownPledge, goal: Goal, language: Language) {
  const word = words[language].pledges;
  const { total = null, participants = null } = condition ?? {};
  const said: readonly (string | null)[] = [
    word.on(dateWords(made, language)),
    total === null ? null : word.onTotal(amountWords(total, goal, language)),
    participants === null ? null : word.onHeads(count(participants, language)),
    validUntil === null ? null : word.until(dateWords(new Date(validUntil.getTime() - 1), language)),
    word.states[state],
  ];
  return said.filter((one) => one !== null);
}

/** "Atelier vélo de la Gare" is AV. */
function initialsOf(name: string): string {
  const [first = "", second = ""] = name
    .split(/[\s’'-]+/)
    .filter((word) => /^\p{L}|\p{N}/u.test(word) && word.length > 2);
  return ([...first].slice(0, second === "" ? 2 : 1).join("") + [...second].slice(0, 1).join("") || "·").toUpperCase();
}
