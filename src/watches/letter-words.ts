import { words as availabilityWords } from "../availability/words.ts";
import { readFilters } from "../directory/filters.ts";
import { giversOf } from "../directory/giver-words.ts";
import { searchParts, searchWords } from "../directory/search-words.ts";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { letterText } from "../foundation/letter-words.ts";
import type { Letter } from "../foundation/mail.ts";
import type { ReaderLinks } from "./links.ts";
import type { WatchReader } from "./readers.ts";
import type { Find } from "./watch.ts";

/** What letters about a search name. */
interface LetterFacts {
  /** As the query of an address. */
  readonly search: string;
  readonly links: ReaderLinks;
  readonly origin: string;
  readonly host: string;
}

/** "Was it you?": before anything else is sent to an address that somebody typed. */
export function confirmLetter({ email, language }: WatchReader, facts: LetterFacts): Letter {
  const word = words[language];
  const { host, links } = facts;
  const parts = [
    ...[word.asked(host), inCodes(facts, language), `${word.confirm}\n\n${links.confirmation}`],
    ...[word.notYou, `${word.erase}\n\n${links.end}`],
  ];
  return { to: email, subject: word.confirmSubject(host), text: letterText(language, parts) };
}

/** What has opened, or was added, since the last letter. */
export function findsLetter(
  { email, language }: WatchReader,
  facts: LetterFacts & { readonly finds: readonly Find[]; readonly now: Date },
): Letter {
  const word = words[language];
  const { finds, search, origin, host, links } = facts;
  const rest = finds.length - mostNamed;
  const parts = [
    ...[word.found(finds.length), inWords(facts, language)],
    ...finds.slice(0, mostNamed).map((find) => lineOf(find, language)),
    rest > 0 ? word.more(rest) : null,
    `${word.all}\n\n${origin}/directory${search === "" ? "" : `?${search}`}`,
    `${word.stop(host)}\n\n${links.end}`,
  ];
  return { to: email, subject: word.foundSubject(finds.length), text: letterText(language, parts) };
}

/** So many are named; the others stand behind the link. */
const mostNamed = 20;

const inWords = ({ search }: LetterFacts, language: Language): string =>
  `    ${searchWords(readFilters(new URLSearchParams(search)), language)}`;

/** The same for one who may not have asked: what anybody can type is not sent in our name to whoever they like. */
function inCodes({ search }: LetterFacts, language: Language): string {
  const filters = readFilters(new URLSearchParams(search));
  const chosen = searchParts({ ...filters, q: "", software: [], alternativeTo: [] }, language);
  const typed = filters.q !== "" || filters.software.length > 0 || filters.alternativeTo.length > 0;
  const parts = [...chosen, ...(typed ? [words[language].typed] : [])];
  return `    ${parts.length === 0 ? searchWords(filters, language) : parts.join(" · ")}`;
}

function lineOf({ found, what }: Find, language: Language): string {
  const { offer, host, state } = found;
  const word = words[language];
  const confirmed = dateWords(offer.availability?.confirmed ?? host.confirmed, language);
  const told = `${word.kinds[what]} ${availabilityWords[language].states[state]}, ${word.confirmed(confirmed)}.`;
  return `* ${offer.content.title}, ${giversOf(found, language)}\n  ${told}\n  ${offer.url}`;
}

const fr = {
  confirmSubject: (host: string) => `Confirmez\u00a0: être prévenu par ${host}`,
  asked: (host: string) =>
    `Quelqu’un a demandé, avec cette adresse, à être prévenu par ${host} quand une offre qui correspond à cette recherche s’ouvre\u00a0:`,
  typed: "les mots tapés sur la page",
  confirm: "C’était vous\u202f? Ouvrez ce lien pour confirmer\u00a0:",
  notYou:
    "Ce n’était pas vous\u202f? Ne faites rien\u00a0: sans confirmation, l’adresse est effacée au bout de 7 jours et plus rien n’arrive.",
  erase: "Pour l’effacer tout de suite\u00a0:",
  foundSubject: (n: number) =>
    n === 1 ? "Une offre correspond à votre recherche" : `${n} offres correspondent à votre recherche`,
  found: (n: number) =>
    n === 1
      ? "Du nouveau pour votre recherche\u00a0: une offre."
      : `Du nouveau pour votre recherche\u00a0: ${n} offres.`,
  kinds: { opened: "S’ouvre.", listed: "Nouvelle dans l’annuaire." },
  confirmed: (day: string) => `confirmé le ${day}`,
  more: (n: number) => (n === 1 ? "Et une autre." : `Et ${n} autres.`),
  all: "Tout ce qui correspond aujourd’hui\u00a0:",
  stop: (host: string) =>
    `${host} vous écrit parce que vous l’avez demandé, une fois par jour au plus. Pour ne plus recevoir ces lettres et effacer votre adresse\u00a0:`,
};

const en: typeof fr = {
  confirmSubject: (host) => `Please confirm: to be told by ${host}`,
  asked: (host) =>
    `Somebody asked, with this address, to be told by ${host} when an offer that fits this search opens:`,
  typed: "the words typed on the page",
  confirm: "Was it you? Open this link to confirm:",
  notYou:
    "Was it not you? Do nothing: without confirmation the address is erased after 7 days, and nothing more arrives.",
  erase: "To erase it at once:",
  foundSubject: (n) => (n === 1 ? "An offer fits your search" : `${n} offers fit your search`),
  found: (n) => (n === 1 ? "News for your search: one offer." : `News for your search: ${n} offers.`),
  kinds: { opened: "Opens.", listed: "New in the directory." },
  confirmed: (day) => `confirmed on ${day}`,
  more: (n) => (n === 1 ? "And one more." : `And ${n} more.`),
  all: "All that fits today:",
  stop: (host) =>
    `${host} writes to you because you asked for it, once a day at most. To stop getting these letters and erase your address:`,
};

const words: Record<Language, typeof fr> = { fr, en };
