import { z } from "zod";
import { readAmount, writeAmount } from "./amounts.ts";
import { activityStreams, namespace } from "./contexts.ts";
import { type Exchange, type Written, writeBetween, writeOfferUndo } from "./exchange.ts";
import { escapeHtml, oneLine, paragraphs, plainText } from "./html.ts";
import {
  changedRelationship,
  embedRelationship,
  endedRelationship,
  isOwn,
  isRelationship,
  relationshipShape,
} from "./relationship.ts";
import { address, instant, listOf, orNull, pick } from "./shapes.ts";

/** What an association asks of one of several hosts: a `Relationship` that this host alone can read at its address. */
export interface AskingDocument {
  readonly id: string;
  /** The actor that asks: the association's own, or the account of its site that takes in what people ask. */
  readonly subject: string;
  /** The actor of the host that is asked. */
  readonly object: string;
  /** For whom that account speaks, where it has an account of its own elsewhere. */
  readonly beneficiary: string | null;
  readonly version: number;
  readonly name: string;
  /** Plain text. */
  readonly need: string;
  readonly needs: readonly string[];
  readonly territory: string | null;
  readonly people: number | null;
  readonly budget: number | null;
  readonly currency: string;
  readonly period: string;
  /** "2027-01-31". */
  readonly wished: string | null;
  readonly about: string | null;
  /** The private page on which it can be read and answered too. */
  readonly page: string | null;
  readonly rolesWanted: readonly string[];
  readonly others: readonly OtherAsked[];
  readonly standing: (typeof standings)[number];
  readonly chosen: "lead" | "partner" | null;
  readonly leadName: string | null;
  readonly contact: string | null;
  readonly result: ResultDocument | null;
  /** The version of the host's answer that was read. */
  readonly knownVersion: number;
  readonly published: Date;
  readonly updated: Date;
  readonly expires: Date | null;
}

interface OtherAsked {
  readonly name: string;
  readonly page: string | null;
  readonly state: string;
  readonly lead: boolean;
}

/** What comes out of it. */
export interface ResultDocument {
  readonly kind: "offer" | "quote";
  readonly url: string | null;
  readonly text: string | null;
  readonly amount: number | null;
  readonly currency: string;
  readonly period: string;
  readonly version: number;
}

/** What a host answers: a `Relationship` at its own site, for the site of the association alone. */
export interface AskingAnswerDocument {
  readonly id: string;
  /** The actor of the host. */
  readonly subject: string;
  /** The actor that asked, and the address of what it asked. */
  readonly object: string;
  readonly context: string;
  readonly version: number;
  readonly answer: (typeof answers)[number];
  readonly roles: readonly string[];
  readonly words: string | null;
  readonly proposes: readonly ProposedDocument[];
  readonly result: ResultDocument | null;
  readonly agreed: number | null;
  readonly published: Date;
  readonly updated: Date;
}

interface ProposedDocument {
  readonly name: string;
  readonly address: string;
  readonly why: string | null;
}

const standings = ["open", "led", "ended", "withdrawn", "expired"] as const;
const answers = ["lead", "partner", "no"] as const;
const asks = `${namespace}asks`;
const answersAsking = `${namespace}answersAsking`;

const context = [
  activityStreams,
  {
    essaim: namespace,
    ...Object.fromEntries(
      (
        "version beneficiary rolesWanted rolesOffered needs territory people budget currency billingPeriod askingState " +
        "alsoAsked answer lead chosen contact result knownVersion proposes agreed kind wished"
      )
        .split(" ")
        .map((term) => [term, `essaim:${term}`]),
    ),
    beneficiary: { "@id": "essaim:beneficiary", "@type": "@id" },
  },
];

const spans: Readonly<Record<string, string>> = { day: "P1D", month: "P1M", quarter: "P3M", year: "P1Y" };
const spanOf = (period: string) => (spans[period] === undefined ? {} : { billingPeriod: spans[period] });
const periodOf = (span: string | null): string =>
  Object.entries(spans).find(([, written]) => written === span)?.[0] ?? "once";
const money = (amount: number | null, currency: string) =>
  amount === null ? {} : { budget: writeAmount(amount, currency), currency };

/** The document of an asking, for one of the hosts asked. */
export function writeAsking(asking: AskingDocument) {
  const { id, subject, object, beneficiary, page, about, wished, expires, leadName, contact, result } = asking;
  const { territory, people, chosen } = asking;
  return {
    "@context": context,
    ...embedRelationship({ id, subject, object }, asks),
    ...{ name: asking.name, content: paragraphs(asking.need) },
    ...{ published: asking.published.toISOString(), updated: asking.updated.toISOString() },
    ...{ version: asking.version, askingState: asking.standing, knownVersion: asking.knownVersion },
    ...{ needs: asking.needs, rolesWanted: asking.rolesWanted },
    ...given({ url: page, context: about, beneficiary, territory, people, wished, chosen, lead: leadName, contact }),
    ...given({ endTime: expires?.toISOString() ?? null, result: result && writeResult(result) }),
    ...money(asking.budget, asking.currency),
    ...spanOf(asking.period),
    alsoAsked: asking.others.map(({ name, page: href, state, lead }) => ({
      ...{ type: "Object", name, answer: state, lead },
      ...given({ url: href }),
    })),
    to: [object],
  };
}

/** Those that say something. */
const given = (facts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));

function writeResult({ kind, url, text, amount, currency, period, version }: ResultDocument) {
  return {
    ...{ type: "Object", kind, version },
    ...(url !== null && { url }),
    ...(text !== null && { content: paragraphs(text) }),
    ...money(amount, currency),
    ...spanOf(period),
  };
}

/** The document of a host's answer. */
export function writeAskingAnswer(answer: AskingAnswerDocument) {
  const { id, subject, object, words, result, agreed } = answer;
  return {
    "@context": context,
    ...embedRelationship({ id, subject, object }, answersAsking),
    context: answer.context,
    ...(words !== null && { content: paragraphs(words) }),
    ...{ published: answer.published.toISOString(), updated: answer.updated.toISOString() },
    ...{ version: answer.version, answer: answer.answer, rolesOffered: answer.roles },
    proposes: answer.proposes.map(({ name, address, why }) => ({
      ...{ type: "Object", name, contact: address },
      ...(why !== null && { content: `<p>${escapeHtml(why)}</p>` }),
    })),
    ...(result !== null && { result: writeResult(result) }),
    ...(agreed !== null && { agreed }),
    to: [object],
  };
}

/** An association asks one of the hosts: what it asks stands at the address. */
export function writeAskingOffer(exchange: Exchange, document: string, published: Date): Written {
  const object = embedRelationship({ id: document, subject: exchange.actor, object: exchange.to }, asks);
  return writeBetween(exchange, "Offer", { target: exchange.to, published: published.toISOString(), object });
}

/** It takes that back. */
export function writeAskingUndo(exchange: Exchange, offer: string, document: string): Written {
  return writeOfferUndo(exchange, offer, document);
}

/** There is news of what it asks, or of what a host answers, to be fetched at its address; or nothing is left of it. */
export function writeAskingNews(exchange: Exchange, type: "Update" | "Delete", document: string): Written {
  const object = type === "Update" ? changedRelationship(document, exchange.actor) : endedRelationship(document);
  return writeBetween(exchange, type, { object });
}

/** A host says yes or no; all of what it says stands at the address of its answer. */
export function writeAskingYesOrNo(
  exchange: Exchange,
  offer: string,
  { yes, document, reason }: { readonly yes: boolean; readonly document: string; readonly reason: string | null },
): Written {
  const result = embedRelationship({ id: document, subject: exchange.actor, object: exchange.to }, answersAsking);
  const content = reason === null ? {} : { content: `<p>${escapeHtml(reason)}</p>` };
  return writeBetween(exchange, yes ? "Accept" : "Reject", { object: offer, ...content, result });
}

/** A host takes no more of them for today. */
export function writeAskingTooMany(exchange: Exchange, offer: string, reason: string): Written {
  return writeBetween(exchange, "Reject", { object: offer, content: `<p>${escapeHtml(reason)}</p>` });
}

const code = z.string().min(1).max(60);
const codes = listOf(z.unknown()).transform((items) => [...new Set(pick(code, items))].slice(0, 30));
const line = (most: number) =>
  z
    .string()
    .max(most * 20)
    .transform((text) => oneLine(text, most));
const words = (most: number) =>
  z
    .string()
    .max(50_000)
    .transform((text) => plainText(text, most));
const webPage = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .nullish()
  .catch(null)
  .transform((read) => read ?? null);
const whole = z.int().min(0).max(1_000_000_000);
const emptyAsNull = (text: string | null) => (text === "" ? null : text);

const Result = z
  .object({
    kind: z.enum(["offer", "quote"]),
    ...{ url: webPage, content: orNull(words(6_000)), budget: orNull(z.string().max(40)) },
    ...{
      currency: z.string().max(3).default("EUR"),
      billingPeriod: orNull(z.string().max(10)),
      version: whole.default(1),
    },
  })
  .transform(({ kind, url, content, budget, currency, billingPeriod, version }): ResultDocument => {
    const amount = budget === null ? null : inRange(readAmount(budget, currency));
    return { kind, url, text: emptyAsNull(content), amount, currency, period: periodOf(billingPeriod), version };
  });

// As it is stored.
const inRange = (amount: number | null): number | null =>
  amount !== null && amount > 0 && amount < 2_000_000_000 ? amount : null;

const Other = z
  .object({ name: line(150), url: webPage, answer: code.default("asked"), lead: z.boolean().default(false) })
  .transform(({ name, url: page, answer: state, lead }): OtherAsked => ({ name, page, state, lead }));

const Asking = z
  .object({
    ...relationshipShape(asks),
    ...{ name: line(150).pipe(z.string().min(1)), content: words(4_000) },
    ...{ url: webPage, context: webPage, published: instant, updated: orNull(instant), endTime: orNull(instant) },
    ...{ version: whole.default(1), askingState: z.enum(standings).default("open"), knownVersion: whole.default(0) },
    ...{ beneficiary: orNull(address), needs: codes, rolesWanted: codes, territory: orNull(code) },
    ...{ people: orNull(z.int().min(1).max(10_000_000)), budget: orNull(z.string().max(40)) },
    ...{ currency: z.string().max(3).default("EUR"), billingPeriod: orNull(z.string().max(10)) },
    ...{ wished: orNull(z.iso.date()), alsoAsked: listOf(z.unknown()), chosen: orNull(z.enum(["lead", "partner"])) },
    ...{ lead: orNull(line(150)), contact: orNull(line(300)), result: orNull(Result) },
  })
  .refine(isOwn)
  .transform(({ attributedTo: _, relationship: __, type: ___, ...read }): AskingDocument => {
    const {
      content: need,
      url: page,
      context: about,
      askingState: standing,
      lead: leadName,
      alsoAsked,
      ...rest
    } = read;
    const { budget, billingPeriod, endTime: expires, updated, published, currency, ...facts } = rest;
    return {
      ...{
        ...facts,
        need,
        page,
        about,
        standing,
        leadName,
        currency,
        expires,
        published,
        updated: updated ?? published,
      },
      ...{ budget: budget === null ? null : inRange(readAmount(budget, currency)), period: periodOf(billingPeriod) },
      others: pick(Other, alsoAsked).slice(0, 10),
    };
  });

/** What an association asks, from its document; null when this is none. */
export function readAsking(document: unknown): AskingDocument | null {
  return Asking.safeParse(document).data ?? null;
}

const Proposed = z
  .object({
    name: line(150).pipe(z.string().min(1)),
    contact: line(254).pipe(z.string().min(3)),
    content: orNull(words(500)),
  })
  .transform(({ name, contact, content }): ProposedDocument => ({ name, address: contact, why: emptyAsNull(content) }));

const Answer = z
  .object({
    ...relationshipShape(answersAsking),
    ...{ context: address, content: orNull(words(2_000)) },
    ...{ published: instant, updated: orNull(instant), version: whole.default(1), answer: z.enum(answers) },
    ...{ rolesOffered: codes, proposes: listOf(z.unknown()), result: orNull(Result), agreed: orNull(whole) },
  })
  .refine(isOwn)
  .transform(({ id, subject, object, context: asking, content, published, updated, ...read }): AskingAnswerDocument => {
    const { version, answer, rolesOffered, proposes, result, agreed } = read;
    return {
      ...{ id, subject, object, context: asking, version, answer, roles: rolesOffered, agreed, result },
      ...{ words: emptyAsNull(content), proposes: pick(Proposed, proposes).slice(0, 5) },
      ...{ published, updated: updated ?? published },
    };
  });

/** What a host answers, from its document; null when this is none. */
export function readAskingAnswer(document: unknown): AskingAnswerDocument | null {
  return Answer.safeParse(document).data ?? null;
}

/** Whether something embedded says that it is an asking. */
export function isAsking(json: unknown): boolean {
  return isRelationship(json, asks);
}
