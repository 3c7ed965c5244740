import { describe, expect, test } from "vitest";
import { readPledge } from "../../src/intake/pledge.ts";
import { readRequest } from "../../src/intake/request.ts";
import { laterEnglishRequests, laterFrenchRequests, laterPledges } from "../support/sentences/later.ts";
import { pledgeSentences } from "../support/sentences/pledges.ts";
import { englishRequests } from "../support/sentences/request-en.ts";
import { frenchRequests } from "../support/sentences/request-fr.ts";
import type { Sentence } from "../support/sentences/sentence.ts";
import { piecesOfPledge, piecesOfRequest } from "../support/sentences/shown.ts";

const now = new Date("2026-11-26T10:00:00Z");
const accepted = { currency: "EUR", highest: 10_000_000 };
type Reader = (text: string) => readonly string[];
const inFrench: Reader = (text) => piecesOfRequest(text, readRequest(text, { now, language: "fr" }));
const inEnglish: Reader = (text) => piecesOfRequest(text, readRequest(text, { now, language: "en" }));
const asPledge: Reader = (text) => piecesOfPledge(text, readPledge(text, { accepted }));

/** What was missed (-) and what was read without being there (+), for those who mend the grammar. */
const wrongly = (sentences: readonly Sentence[], read: Reader) =>
  sentences.flatMap(([text, ...wanted]) => {
    const pieces = read(text);
    const missed = wanted.filter((piece) => !pieces.includes(piece)).map((piece) => `- ${piece}`);
    const added = pieces.filter((piece) => !wanted.includes(piece)).map((piece) => `+ ${piece}`);
    return missed.length + added.length > 0 ? [[text, ...missed, ...added].join("\n")] : [];
  });

const surelyWrong = (sentences: readonly Sentence[], read: Reader) =>
  sentences.flatMap(([text, ...wanted]) =>
    read(text).filter((piece) => piece.startsWith("amount:") && !piece.endsWith("?") && !wanted.includes(piece)),
  );

describe.each([
  ["requests in French", frenchRequests, inFrench, 40],
  ["requests in English", englishRequests, inEnglish, 15],
  ["answers to a request", pledgeSentences, asPledge, 40],
  ["later requests in French", laterFrenchRequests, inFrench, 20],
  ["later requests in English", laterEnglishRequests, inEnglish, 8],
  ["later answers", laterPledges, asPledge, 15],
] as const)("%s", (_, sentences, read, atLeast) => {
  test("are many, and no two alike", () => {
    expect(new Set(sentences.map(([text]) => text)).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(atLeast);
  });

  test("are read wholly right in four of five", () => {
    const wrong = wrongly(sentences, read);
    expect((sentences.length - wrong.length) / sentences.length, wrong.join("\n\n")).toBeGreaterThanOrEqual(0.8);
  });

  test("never give a wrong amount for sure", () => {
    expect(surelyWrong(sentences, read)).toEqual([]);
  });
});

test("of a text that is too long the beginning is read, and no amount of it is sure", () => {
  const long = `Un wiki, €20 000. ${"a".repeat(4980)}`;
  expect(inFrench(long)).toContain("need: wiki = wiki");
  expect(readRequest(`${"a".repeat(4996)} €20 000`, { now, language: "fr" }).amounts).toMatchObject([{ sure: false }]);
  expect(readPledge(`${"a".repeat(4996)} €20 000`, { accepted })).toMatchObject({
    value: { amounts: [{ sure: false }] },
  });
});

test("a request for what stands in no sentence is an empty draft, not a guess", () => {
  expect(inFrench("Bonjour à tous et merci pour tout !")).toEqual([]);
});

test.each([
  ["un Nextcloud, 600\u00a0€\u202fpar an", "amount: 600\u00a0€\u202fpar an = 600.00 EUR/year"],
  ["un Nextcloud, 1\u202f500\u00a0€", "amount: 1\u202f500\u00a0€ = 1500.00 EUR"],
  ["d’ici à la fin de l’année", "deadline: d’ici à la fin de l’année = 2026-12-31"],
  ["D'ICI FIN MARS", "deadline: D'ICI FIN MARS = 2027-03-31"],
  ["e\u0301che\u0301ance le 3 fe\u0301vrier", "deadline: e\u0301che\u0301ance le 3 fe\u0301vrier = 2027-02-03"],
  ["👩‍👩‍👧‍👦 200 € 💶", "amount: 200 € = 200.00 EUR"],
  ["«\u00a0200 €\u00a0»", "amount: 200 € = 200.00 EUR"],
])("spaces, quotes, accents and emoji as Mastodon sends them are read where they stand: %s", (text, piece) => {
  expect(inFrench(text)).toContain(piece);
});

test.each([
  ["le 30 février", "deadline: avant le 30 février = open?"],
  ["le 31 janvier 2025", "deadline: avant le 31 janvier 2025 = 2025-01-31?"],
])("a last day that cannot be, %s, is asked for", (day, piece) => {
  expect(inFrench(`Un wiki avant ${day}`)).toContain(piece);
});

test.each([
  ["1e3 €", "malformed"],
  ["٣ €", "malformed"],
  ["３０ €", "malformed"],
  ["½ €", "malformed"],
  ["007 €", "malformed"],
  ["1.2.3 €", "malformed"],
  ["20,5555 €", "decimals"],
  ["−20 €", "negative"],
  ["0,00 €", "zero"],
  ["100 001 €", "too-large"],
  ["20 £", "other-currency"],
  ["20 € et 30 €", "several-amounts"],
  ["merci", "no-amount"],
])("%s is no promise: %s", (text, reason) => {
  expect(asPledge(`je participe ${text}`)).toEqual([`refused: ${reason}`]);
});

test.each([
  ...["3 x 20 €", "20 € × 12", "12 fois 20 €", "50 € deux fois par an", "600 € tous les deux mois", "50 € par semaine"],
  ...["180 € pièce", "5 € l’adresse", "20 €/h", "5 € par licence", "20 € chacun", "20€/pers", "3 parts de 20 €"],
  ...["20 % de 600 €", "la moitié de 600 €", "600 € hors taxes", "600 € HT", "600 € + TVA", "600 € - 20 %"],
  ...["Nextcloud 28 500 €", "PHP 8 500 €", "mars 12 500 €", "deux mille 500 euros", "deux trois cents euros", "1 50 €"],
  ...["20 € de Paul et 20 € de Marie", "10, 15 ou 20 €", "500-700 €", "600 € puis 1e3 €", "1.500 €", "1,500 €"],
  ...["€2O", "€3M", "20 € 50", "environ 600 €", "> 600 €", "600 € maximum", "600 euros et quelques", "dans les 600 €"],
  ...["une centaine d’euros", "600 balles", "600 $", "50 cents", "20 € par mois pendant 2 ans", "au lieu de 600 €"],
])("of %s no amount is sure", (words) => {
  const amounts = (pieces: readonly string[]) => pieces.filter((piece) => piece.startsWith("amount:"));
  const sure = [...inFrench(`Il faudrait ${words} pour ce wiki`), ...asPledge(`je promets ${words}`)];
  expect(amounts(sure).filter((piece) => !piece.endsWith("?"))).toEqual([]);
});
