import { z } from "zod";
import { readAmount, writeAmount } from "./amounts.ts";
import { activityStreams, namespace } from "./contexts.ts";
import { oneLine, paragraphs, plainText } from "./html.ts";
import { address, listOf, orNull, pick } from "./shapes.ts";

/** The two kinds of relationship: what an association asks of a host, and what that answers. */
export const asks = `${namespace}asks`;
export const answersAsking = `${namespace}answersAsking`;

/** What comes out of it. */
export interface ResultDocument {
  readonly kind: "offer" | "quote";
  readonly url: string | null;
  readonly text: string | null;
  readonly amount: number | null;
  readonly currency: string;
  readonly period: string;
  /** What several hosts have signed for it. */
  readonly paper: PaperDocument | null;
  readonly version: number;
}

interface PaperDocument {
  /** The address that signatures name. */
  readonly proposal: string;
  /** Where the lead shows what all have signed, to those who sign and to the site of the association. */
  readonly sheet: string;
  readonly version: string;
}

export const context = [
  activityStreams,
  {
    essaim: namespace,
    ...Object.fromEntries(
      (
        "version beneficiary rolesWanted rolesOffered needs territory people budget currency billingPeriod askingState " +
        "alsoAsked answer lead chosen contact result knownVersion proposes agreed kind wished declined ending signedVersion"
      )
        .split(" ")
        .map((term) => [term, `essaim:${term}`]),
    ),
    beneficiary: { "@id": "essaim:beneficiary", "@type": "@id" },
    commonId: { "@id": "essaim:commonId", "@type": "@id" },
    signs: { "@id": "essaim:signs", "@type": "@id" },
    signedSheet: { "@id": "essaim:signedSheet", "@type": "@id" },
  },
];

const spans: Readonly<Record<string, string>> = { day: "P1D", month: "P1M", quarter: "P3M", year: "P1Y" };
export const spanOf = (period: string) => (spans[period] === undefined ? {} : { billingPeriod: spans[period] });
export const periodOf = (span: string | null): string =>
  Object.entries(spans).find(([, written]) => written === span)?.[0] ?? "once";
export const money = (amount: number | null, currency: string) =>
  amount === null ? {} : { budget: writeAmount(amount, currency), currency };

/** Those that say something. */
export const given = (facts: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));

/** What comes out of it, as both documents have it. */
export function writeResult({ kind, url, text, amount, currency, period, version, paper }: ResultDocument) {
  return {
    ...{ type: "Object", kind, version },
    ...(url !== null && { url }),
    ...(text !== null && { content: paragraphs(text) }),
    ...money(amount, currency),
    ...spanOf(period),
    ...(paper !== null && { signs: paper.proposal, signedSheet: paper.sheet, signedVersion: paper.version }),
  };
}

export const code = z.string().min(1).max(60);
export const codes = listOf(z.unknown()).transform((items) => [...new Set(pick(code, items))].slice(0, 30));
export const line = (most: number) =>
  z
    .string()
    .max(most * 20)
    .transform((text) => oneLine(text, most));
export const words = (most: number) =>
  z
    .string()
    .max(50_000)
    .transform((text) => plainText(text, most));
export const webPage = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .nullish()
  .catch(null)
  .transform((read) => read ?? null);
export const whole = z.int().min(0).max(1_000_000_000);
export const emptyAsNull = (text: string | null) => (text === "" ? null : text);

/** The same as it is read. */
export const Result = z
  .object({
    kind: z.enum(["offer", "quote"]),
    ...{ url: webPage, content: orNull(words(6_000)), budget: orNull(z.string().max(40)) },
    ...{
      currency: z.string().max(3).default("EUR"),
      billingPeriod: orNull(z.string().max(10)),
      version: whole.default(1),
    },
    ...{ signs: orNull(address), signedSheet: orNull(address), signedVersion: orNull(z.string().min(1).max(200)) },
  })
  .transform(({ kind, url, content, budget, currency, billingPeriod, version, ...signed }): ResultDocument => {
    const amount = budget === null ? null : inRange(readAmount(budget, currency));
    const { signs: proposal, signedSheet: sheet, signedVersion } = signed;
    const named = proposal !== null && sheet !== null && signedVersion !== null;
    return {
      ...{ kind, url, text: emptyAsNull(content), amount, currency, period: periodOf(billingPeriod), version },
      paper: named ? { proposal, sheet, version: signedVersion } : null,
    };
  });

// As it is stored.
export const inRange = (amount: number | null): number | null =>
  amount !== null && amount > 0 && amount < 2_000_000_000 ? amount : null;
