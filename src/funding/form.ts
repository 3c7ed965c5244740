import { z } from "zod";
import { isTerritoryCode } from "../hosts/territory.ts";
import { isCode, codesOf as listCodes } from "../hosts/vocabularies.ts";
import { amountPattern, type Cents, centsOf, currencyDigits, highestAmount, periods } from "../offers/price.ts";
import { type FundingContent, fundingKinds, fundingModes, type Terms } from "./funding.ts";
import { freeLicences } from "./licences.ts";

const StoredCents = z.int().min(0).max(highestAmount);
const text = z.string().trim().min(1, "some words").max(5_000);
const line = z.string().trim().min(1, "some words").max(200);
const maybe = text.nullable().default(null);

const CallShape = z.union([
  z.strictObject({ to: z.enum(["everyone", "nobody"], "everyone, nobody or some") }),
  z.strictObject({
    to: z.literal("some"),
    hosts: z
      .array(z.url({ protocol: /^https?$/ }).max(2_000))
      .min(1)
      .max(20),
  }),
]);

/** The words of a request as the database keeps them, with its deadlines as they were written. */
export const StoredContent = z.object({
  title: z.string(),
  needs: z.array(z.string()).readonly().default([]),
  description: z.string().default(""),
  language: z.string().default("fr"),
  presets: z.array(StoredCents).readonly().default([]),
  beneficiaries: z.string().nullable().default(null),
  territories: z.array(z.string()).readonly().default([]),
  helpWanted: z.string().nullable().default(null),
  returns: z.string().nullable().default(null),
  steward: z.string().nullable().default(null),
  call: CallShape.default({ to: "everyone" }),
  poll: z.boolean().default(false),
  deadline: z.string().nullable().default(null),
  extension: z.string().nullable().default(null),
}) satisfies z.ZodType<FundingContent & Pick<Terms, "deadline" | "extension">>;
export type StoredContent = z.infer<typeof StoredContent>;

const Amount = z.string('an amount like "600.00", as text').regex(amountPattern, 'an amount like "600.00"');
const day = /^\d{4}-\d\d-\d\d$/;
const Deadline = z
  .string()
  .refine((text) => (day.test(text) ? z.iso.date() : z.iso.datetime({ offset: true })).safeParse(text).success, {
    error: "a day like 2027-01-31, or an instant",
  });

const NeedCodes = z
  .array(
    z
      .string()
      .refine((code) => isCode("needs", code), "a code of the vocabulary “needs”, like file-sharing")
      .meta({ enum: [...listCodes("needs")] }),
  )
  .max(20)
  .readonly()
  .default([]);

const GoalInput = z.strictObject({
  mode: z.enum(fundingModes, "a code of the vocabulary “fundingModes”, like all-or-nothing"),
  minimum: Amount.nullable().default(null),
  optimum: Amount.nullable().default(null),
  participants: z.int().min(2).max(1_000_000).nullable().default(null),
  currency: z.enum(Object.keys(currencyDigits), "a currency like EUR").default("EUR"),
  period: z.enum(periods, "once, day, month, quarter or year").nullable().default(null),
});

const Asked = z.strictObject({
  title: line,
  kind: z.enum(fundingKinds, "a code of the vocabulary “fundingKinds”, like shared-purchase"),
  needs: NeedCodes,
  description: text,
  language: z.enum(["fr", "en"], "fr or en").default("fr"),
  goal: GoalInput,
  minimumPledge: Amount.nullable().default(null),
  maximumPledge: Amount.nullable().default(null),
  cap: Amount.nullable().default(null),
  presets: z.array(Amount).max(8).readonly().default([]),
  deadline: Deadline.nullable().default(null),
  extension: Deadline.nullable().default(null),
  license: z.enum(freeLicences, "the SPDX id of a free licence, like AGPL-3.0-or-later").nullable().default(null),
  beneficiaries: maybe,
  territories: z
    .array(z.string().refine(isTerritoryCode, "a territory like dep:69, com:69123, country:FR or remote"))
    .max(50)
    .readonly()
    .default([]),
  helpWanted: maybe,
  returns: maybe,
  steward: line.nullable().default(null),
  call: CallShape.default({ to: "everyone" }),
  poll: z.boolean().default(false),
});
type Asked = z.infer<typeof Asked>;

/** A new request, as a form or the API sends it: amounts are decimal strings. */
export const NewFundingInput = Asked.transform((asked, context) => {
  const amounts = amountsOf(asked);
  for (const path of amounts.wrong)
    context.addIssue({
      code: "custom",
      path: [...path],
      message: `an amount with the digits of ${asked.goal.currency}`,
    });
  return amounts.wrong.length > 0 ? z.NEVER : drawn(asked, amounts.read);
});

/** What a request would say and bind to, once it is written down. */
export interface FundingDraft {
  readonly terms: Terms;
  readonly content: FundingContent;
}

type Path = readonly (string | number)[];

function amountsOf(asked: Asked) {
  const { goal } = asked;
  const wrong: Path[] = [];
  const read = (text: string | null, ...path: Path): Cents | null => {
    if (text === null) return null;
    const cents = centsOf(text, goal.currency);
    if (cents === null || cents === 0) wrong.push(path);
    return cents;
  };
  return {
    read: {
      minimum: read(goal.minimum, "goal", "minimum"),
      optimum: read(goal.optimum, "goal", "optimum"),
      minimumPledge: read(asked.minimumPledge, "minimumPledge"),
      maximumPledge: read(asked.maximumPledge, "maximumPledge"),
      cap: read(asked.cap, "cap"),
      presets: asked.presets.map((preset, at) => read(preset, "presets", at) ?? 0),
    },
    wrong,
  };
}

function drawn(asked: Asked, read: ReturnType<typeof amountsOf>["read"]): FundingDraft {
  const { kind, goal, deadline, extension, license, minimumPledge: _, maximumPledge: __, cap: ___, ...words } = asked;
  const { minimum, optimum, presets, ...limits } = read;
  return {
    terms: { kind, goal: { ...goal, minimum, optimum }, ...limits, deadline, extension, license },
    content: { ...words, presets },
  };
}
