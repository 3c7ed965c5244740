import { fold } from "../offers/price.ts";
import type { RequestRead } from "./intake.ts";
import { type RequestContext, readRequest } from "./request.ts";

/** What somebody asks of several hosts in a sentence, as far as it can be read. */
export interface AskingRead {
  /** The hosts that it names, as it names them: accounts, or the addresses of their pages. */
  readonly hosts: readonly string[];
  /** Whether it says plainly that it asks them to see to it together; else it has to be looked at. */
  readonly sure: boolean;
  /** What is needed, in the words of the sentence. */
  readonly need: string;
  /** All that is read of these words. */
  readonly read: RequestRead;
}

/** Reads whether somebody asks several hosts to see to something together; null where the sentence says something else. */
export function readAsking(text: string, named: readonly string[], context: RequestContext): AskingRead | null {
  const hosts = [...new Set([...named, ...accountsIn(text)])].slice(0, 8);
  const said = fold(text).replaceAll(/[’'-]/g, " ");
  const signs = { together: togetherWords.test(said), asks: askingWords.test(said), several: severalHosts.test(said) };
  const whole = readRequest(withoutAccounts(text), context);
  if (whole.kind?.sure === true) return null; // money is asked for, together with others
  if (!isAsking(hosts.length, signs)) return null;
  const need = needOf(text);
  const read = readRequest(need, context);
  return { hosts, sure: signs.asks && (signs.together || signs.several), need, read: withRest(read, whole) };
}

interface Signs {
  readonly together: boolean;
  readonly asks: boolean;
  readonly several: boolean;
}

/** Two hosts and "together" are enough; of one, or of none, it has to be said that several are asked. */
function isAsking(hosts: number, { together, asks, several }: Signs): boolean {
  if (asks && several) return true;
  return together && (hosts >= 2 || (asks && hosts === 1));
}

const togetherWords =
  /\b(ensemble|a (?:plusieurs|deux|trois|quatre|vous (?:deux|trois))|conjointement|en commun|tous les (?:deux|trois)|toutes les deux|en binome|entre vous|together|jointly|both of you|(?:two|three|all) of you|as a team|between you)\b/;

const askingWords =
  /\b(pouvez|pourriez|pourrait|pourraient|peuvent|peut on|sauriez|seriez|accepteriez|etes vous|auriez|voulez|voudriez|aimerions|aimerait|voudrions|voudrait|souhaitons|souhaite|demandons|demande|cherchons|cherche|besoin|est ce possible|serait il|qui peut|can|could|would|are you able|able to|we need|need|looking for|please)\b/;

const severalHosts =
  /\b(plusieurs (?:hebergeurs|prestataires|structures|chatons)|(?:deux|trois|quatre) hebergeurs|(?:several|two|three) (?:hosts|hosters|providers)|hebergeurs (?:ensemble|a plusieurs))\b/;

const account = /@[\w.-]{1,64}@[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?/gi;

const accountsIn = (text: string): readonly string[] =>
  [...text.matchAll(account)].map(([found]) => found.replace(/[.-]+$/, ""));

// A server may leave the name alone of those whom it links to.
const withoutAccounts = (text: string): string =>
  text
    .replaceAll(account, " ")
    .replaceAll(/(^|[\s,(])@\w+/g, "$1")
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/ ([,.])/g, "$1");

/** What follows a colon is the need; without one, all but the names of the hosts. */
function needOf(text: string): string {
  const bare = withoutAccounts(text).trim();
  const [, after = ""] = /:\s+([\s\S]+)$/.exec(bare) ?? [];
  return after.trim().length >= 12 ? after.trim() : bare.replace(/^[\s,;:.!?]+/, "");
}

/** A number of people or a day may stand before the colon. */
function withRest(read: RequestRead, whole: RequestRead): RequestRead {
  const or = <Piece>(own: readonly Piece[], all: readonly Piece[]) => (own.length > 0 ? own : all);
  return {
    ...read,
    needs: or(read.needs, whole.needs),
    amounts: or(read.amounts, whole.amounts),
    deadlines: or(read.deadlines, whole.deadlines),
    people: or(read.people, whole.people),
    places: or(read.places, whole.places),
  };
}
