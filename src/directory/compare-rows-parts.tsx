import { State } from "../availability/state-parts.tsx";
import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { territoryWords } from "../hosts/territory-parts.tsx";
import { codesOf, label } from "../hosts/vocabularies.ts";
import { words as jointWords } from "../offers/joint-words.ts";
import { labels } from "../offers/parts.tsx";
import { words as offerWords } from "../offers/words.ts";
import { listWords } from "../web/money.ts";
import { type Cell, plain, written, yesOrNo } from "./compare-cells-parts.tsx";
import { ofEachHost, whoDoesWhat } from "./compare-hosts-parts.tsx";
import { besidesCell, membershipCell, priceCell, priceOf, vatCell } from "./compare-price-parts.tsx";
import { words } from "./compare-words.ts";
import type { Match } from "./matching.ts";

/** One point, and what each offer says to it. */
export interface Row {
  readonly title: string;
  readonly cells: readonly Cell[];
}

export interface RowGroup {
  readonly title: string;
  readonly rows: readonly Row[];
}

type Say = (match: Match, language: Language) => Cell;

/** Everything that offers are compared by. */
export function rowsOf(matches: readonly Match[], language: Language): readonly RowGroup[] {
  const word = words[language];
  const groups = Object.entries(points) as readonly (readonly [keyof typeof points, Partial<Record<Point, Say>>])[];
  return [
    { title: word.groups.needs, rows: needRows(matches, language) },
    ...(matches.some(({ offer }) => offer.joint !== null) ? [jointGroup(matches, language)] : []),
    ...groups.map(([group, says]) => ({
      title: word.groups[group],
      rows: (Object.entries(says) as readonly (readonly [Point, Say])[]).map(([point, say]) => ({
        title: word.rows[point],
        cells: matches.map((match) => say(match, language)),
      })),
    })),
  ].filter(({ rows }) => rows.length > 0);
}

function jointGroup(matches: readonly Match[], language: Language): RowGroup {
  const { title, columns } = jointWords[language];
  return { title, rows: [{ title: columns.roles, cells: matches.map((match) => whoDoesWhat(match, language)) }] };
}

/** Whether the offers say different things. */
export function differs({ cells }: Row): boolean {
  return cells.some(({ same }) => same !== cells[0]?.same);
}

function needRows(matches: readonly Match[], language: Language): readonly Row[] {
  const wanted = codesOf("needs").filter((need) => matches.some(({ offer }) => offer.content.needs.includes(need)));
  return wanted.map((need) => ({
    title: label("needs", need, language),
    cells: matches.map(({ offer }) => yesOrNo(offer.content.needs.includes(need), language)),
  }));
}

type Point = keyof (typeof words)["fr"]["rows"];

const room = {
  state: ({ offer, facts: { now } }, language) => ({
    same: JSON.stringify([offer.availability?.state, offer.availability?.slots, offer.availability?.nextOpening]),
    shown: <State availability={offer.availability} now={now} language={language} />,
  }),
  confirmed: ({ facts: { confirmed } }, language) => plain(dateWords(confirmed, language), language),
  territory: ({ facts: { territory } }, language) => plain(territory && territoryWords(territory, language), language),
  registration: ({ offer: { content } }, language) =>
    plain(content.registration && offerWords[language].registrations[content.registration], language),
} satisfies Partial<Record<Point, Say>>;

const price = {
  price: ({ offer: { content }, facts: { cost } }, language) => priceCell(content, cost, language),
  besides: ({ facts: { cost } }, language) => besidesCell(cost, language),
  vat: ({ offer: { content }, facts: { cost } }, language) => vatCell(priceOf(content, cost), language),
  membership: ({ offer: { content }, facts: { cost } }, language) => membershipCell(priceOf(content, cost), language),
  solidarity: ({ offer: { content }, facts: { cost } }, language) => {
    const { who, how, paidBy } = priceOf(content, cost)?.solidarity ?? { who: "", how: "", paidBy: "" };
    return written([who, how, paidBy], content.language, language);
  },
} satisfies Partial<Record<Point, Say>>;

const help = {
  accompaniment: ({ offer: { content } }, language) =>
    plain(labels("accompaniment", content.accompaniment.included, language), language),
  notIncluded: ({ offer: { content } }, language) =>
    plain(labels("accompaniment", content.accompaniment.notIncluded, language), language),
  support: ({ offer: { content } }, language) => {
    const word = words[language];
    const { channels, hours, answerWithin, note, included } = content.support;
    const price = included === null ? null : included ? word.supportIncluded : word.supportExtra;
    const answer = answerWithin && word.answerWithin(answerWithin);
    return written([listWords(channels, language), hours, answer, note, price], content.language, language);
  },
} satisfies Partial<Record<Point, Say>>;

const change = {
  maintenance: ({ offer: { content } }, language) => written([content.maintenance], content.language, language),
  backups: ({ offer: { content } }, language) => written([content.backups], content.language, language),
  exit: ({ offer: { content } }, language) => {
    const word = words[language];
    const { notice, formats, help: given } = content.exit;
    const taken = formats.length > 0 ? word.formats(listWords(formats, language)) : null;
    return written([notice && word.notice(notice), taken, given], content.language, language);
  },
  continuity: ({ offer: { content } }, language) => written([content.continuity], content.language, language),
} satisfies Partial<Record<Point, Say>>;

const where = {
  isolation: ({ offer: { content } }, language) =>
    plain(content.isolation && label("isolation", content.isolation, language), language),
  software: ({ offer: { content } }, language) =>
    plain(
      listWords(
        content.software.map(({ name }) => name),
        language,
      ),
      language,
    ),
  data: (match, language) => ofEachHost(match, language, ({ dataLocation }) => [dataLocation]),
  commitments: (match, language) =>
    ofEachHost(match, language, ({ commitments }) =>
      commitments.map(({ claim, evidence }) => (evidence === null ? `${claim} (${words[language].unproved})` : claim)),
    ),
} satisfies Partial<Record<Point, Say>>;

const points = {
  does: {
    does: ({ offer: { content } }, language) =>
      written(content.does.length > 0 ? content.does : content.features, content.language, language),
    doesNot: ({ offer: { content } }, language) =>
      written([...content.doesNot, ...content.limits], content.language, language),
  },
  ...{ room, price, help, change, where },
} satisfies Readonly<Record<string, Partial<Record<Point, Say>>>>;
