import { promisedWords } from "../acting/promised-words.ts";
import type { SentLine } from "../acting/who-parts.tsx";
import type { Reader } from "../foundation/database.ts";
import type { Language } from "../foundation/language.ts";
import { findListedCampaign } from "../listed-funding/queries.ts";
import { listSentPledges } from "../sent-pledges/queries.ts";
import { latestOf, stateOfSent } from "../sent-pledges/sent-pledge.ts";
import { words } from "./words.ts";

/** What some parties promised from here towards requests of other instances, each in words, the last first. */
export async function listSentLines(
  reader: Reader,
  parties: readonly string[],
  language: Language,
): Promise<readonly SentLine[]> {
  const lines: SentLine[] = [];
  for (const pledge of await listSentPledges(reader, parties)) {
    const copy = await findListedCampaign(reader, pledge.campaign);
    const { promised, words: help } = latestOf(pledge);
    const goal = copy?.terms.goal ?? { currency: pledge.currency, period: null };
    lines.push({
      title: pledge.title,
      href: copy === null ? pledge.page : `/funding/elsewhere/${copy.id}#promise-${pledge.id}`,
      promised: promisedWords(promised, help, goal, language),
      state: words[language].states[stateOfSent(pledge)][0],
    });
  }
  return lines;
}
