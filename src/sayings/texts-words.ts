import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { placeName } from "../hosts/place-names.ts";
import { label } from "../hosts/vocabularies.ts";
import type { Piece, PledgeRead, RequestRead, Sum } from "../intake/intake.ts";
import { words as priceWords } from "../offers/words.ts";
import { money } from "../web/money.ts";
import type { About, PledgeShown, Texts } from "./texts.ts";
import { type PledgeCheck, words } from "./words.ts";

/** What our accounts say to what they read; links are whole, since they are read elsewhere. */
export function textsIn(language: Language, origin: string): Texts {
  const word = words[language];
  const linkTo = (token: string) => `${origin}/f/${token}`;
  const pageOf = ({ code }: About) => `${origin}/funding/${code}`;
  return {
    request(read, { token, plain }) {
      const parts = [heardOf(requestParts(read, language), language), word.confirmRequest(linkTo(token))];
      return [...parts, ...(plain ? [] : [word.orSomebodyReads])].join("\n\n");
    },
    asking(read, { token, understood }) {
      const hosts = read.hosts.length === 0 ? [] : [{ text: word.hosts(read.hosts.length), sure: read.sure }];
      const heard = heardOf(
        [...hosts, ...requestParts(read.read, language), ...placeParts(read.read, language)],
        language,
      );
      const check = understood.unsure.length === 0 ? [] : [word.askingCheck];
      return [heard, ...check, word.confirmAsking(linkTo(token)), ...(read.sure ? [] : [word.orSomebodyReads])].join(
        "\n\n",
      );
    },
    noRequestNow: () => word.noRequestNow,
    hint: () => word.hint(`${origin}/funding/new`),
    pledge: (read, shown) =>
      [...receiptOf(read, shown, language), word.confirmPledge(linkTo(shown.token))].join("\n\n"),
    noPledgeNow: ({ title }) => word.noPledgeNow(title),
    unclear: (reason, about) => word.unclear(word.refusals[reason], about.title, `${pageOf(about)}/pledge`),
    closed: (about) => word.closed(about.title, pageOf(about)),
    withdrawn: (outcome, about) => word.withdrawals[outcome](about.title, pageOf(about)),
    tooMany: () => word.tooMany,
  };
}

/** What a request might be called; null where nothing says what it is for. */
export function titleFor(read: RequestRead, language: Language): string | null {
  const software = read.software[0]?.value ?? null;
  const need = read.needs[0]?.value ?? null;
  const what = software ?? (need === null ? null : label("needs", need, language));
  return what === null ? null : words[language].title(what);
}

/** One thing that was read: said plainly, or to be looked at. */
interface Part {
  readonly text: string;
  readonly sure: boolean;
}

function heardOf(parts: readonly Part[], language: Language): string {
  const word = words[language];
  const of = (sure: boolean) => parts.filter((part) => part.sure === sure).map(({ text }) => text);
  const [sure, unsure] = [of(true), of(false)];
  const heard = sure.length === 0 ? word.nothingSure : word.understood(sure.join(", "));
  return unsure.length === 0 ? heard : `${heard} ${word.toCheck(unsure.join(", "))}`;
}

function requestParts(read: RequestRead, language: Language): readonly Part[] {
  const word = words[language];
  const named = (pieces: readonly Piece<string>[], say: (value: string) => string): readonly Part[] =>
    pieces.map(({ value, sure }) => ({ text: say(value), sure }));
  const one = (piece: Piece<string> | null) => (piece === null ? [] : [piece]);
  const [day] = read.deadlines;
  return [
    ...named(read.software, String),
    ...named(read.needs, (code) => label("needs", code, language)),
    ...amountParts(read, language),
    ...(day === undefined ? [] : [dayPart(read.deadlines, language)]),
    ...named(one(read.kind), (code) => label("fundingKinds", code, language)),
    ...named(one(read.mode), (code) => label("fundingModes", code, language)),
    ...read.associations.slice(0, 1).map(({ value, sure }) => ({ text: word.associations(value), sure })),
  ].slice(0, most);
}

/** For how many people, and where. */
function placeParts({ people, places }: RequestRead, language: Language): readonly Part[] {
  const word = words[language];
  return [
    ...people.slice(0, 1).map(({ value, sure }) => ({ text: word.people(value), sure })),
    ...places.slice(0, 1).map(({ value, sure }) => ({ text: placeName(value, language), sure })),
  ];
}

/** More would not be read. */
const most = 12;

/** An amount with all its readings: "1 500 € ou 1,50 €"; those that stand in one place are one. */
function amountParts({ amounts }: RequestRead, language: Language): readonly Part[] {
  const word = words[language];
  const places = Map.groupBy(amounts, ({ start }) => start);
  return [...places.values()].map((readings) => {
    const role = readings[0]?.value.role ?? "goal";
    const say = { goal: String, minimum: word.atLeast, optimum: word.ideally, each: word.each }[role];
    const texts = readings.map(({ value }) => sumWords(value, language));
    return { text: say(word.or([...new Set(texts)])), sure: readings.every(({ sure }) => sure) };
  });
}

function dayPart(days: RequestRead["deadlines"], language: Language): Part {
  const word = words[language];
  const said = days.flatMap(({ value }) => (value === null ? [] : [dateWords(value, language)]));
  const sure = days.length === 1 && days.every((day) => day.sure) && said.length === 1;
  return { text: said.length === 0 ? word.noDay : word.before(word.or(said)), sure };
}

/** "600 € par an". */
function sumWords({ cents, currency, period }: Sum, language: Language): string {
  const amount = money(cents, currency, language);
  return period === null ? amount : `${amount} ${priceWords[language].periods[period]}`;
}

const isCheck = (name: string, language: Language): name is PledgeCheck => name in words[language].checks;

function receiptOf(read: PledgeRead, shown: PledgeShown, language: Language): readonly string[] {
  const word = words[language];
  const { about, understood, text, open } = shown;
  const sums = [...new Set(read.amounts.map(({ value }) => sumWords(value, language)))];
  const help = read.inKind === null ? [] : [word.help(text.slice(read.inKind.start, read.inKind.end))];
  const what = [...(sums.length === 0 ? [] : [word.or(sums)]), ...help, ...conditionOf(read, language)].join(", ");
  const checks = understood.unsure.filter((name) => isCheck(name, language)).map((name) => word.checks[name]);
  const receipt = word.receipt(what, about.title);
  const discreet = open && read.visibility !== null;
  return [
    checks.length === 0 ? receipt : `${receipt} ${word.toCheck(checks.join(", "))}`,
    ...(discreet ? [word.stillOpen] : []),
  ];
}

function conditionOf({ condition }: PledgeRead, language: Language): readonly string[] {
  const word = words[language];
  if (condition === null) return [];
  const { value } = condition;
  if ("total" in value) return [word.ifTotal(money(value.total, value.currency, language))];
  return "participants" in value ? [word.ifParticipants(String(value.participants))] : [];
}
