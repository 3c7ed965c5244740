import { z } from "zod";
import { readDay, readNumber } from "../acting/reading.ts";
import { readPlace, territoryOf } from "../directory/place-asked.ts";
import type { Sent } from "../foundation/kept-forms.ts";
import type { Language } from "../foundation/language.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { placeName } from "../hosts/place-names.ts";
import { isCode } from "../hosts/vocabularies.ts";
import { readTypedAmount } from "../money/typed.ts";
import { highestAmount, type Period, periods } from "../offers/price.ts";
import { longest, type Need } from "./together.ts";

/** The fields of the form, apart from its hosts. */
const askFields = [
  ...(["need", "needs", "place", "people", "budget", "period", "wished", "name", "contact", "email"] as const),
] as const;
export type AskField = (typeof askFields)[number] | "host" | "others";

export type AskFault =
  | ("need-missing" | "need-too-long" | "name-missing" | "name-too-long" | "contact-missing" | "contact-too-long")
  | ("people-malformed" | "budget-malformed" | "wished-malformed" | "wished-past" | "place-unknown" | "place-which")
  | ("email-malformed" | "too-few-hosts" | "too-many-hosts" | "host-unknown");

/** What is wrong with a field, with what was typed there and what may be meant. */
interface Fault {
  readonly fault: AskFault;
  readonly typed?: string;
  readonly meant?: readonly string[];
}
export type Faults = Readonly<Partial<Record<AskField, Fault>>>;

/** What an association says of what it needs, and how to reach it. */
export interface Said extends Omit<Need, "about"> {
  readonly contact: string;
}

const first = (sent: Sent, name: AskField): string => (sent[name]?.[0] ?? "").trim();

/** What the fields say, or what is wrong with each. */
export function readSaid(sent: Sent, today: string, language: Language): Outcome<Said, Faults> {
  const [need, name, contact] = [first(sent, "need"), oneLine(first(sent, "name")), oneLine(first(sent, "contact"))];
  const [people, budget] = [peopleOf(first(sent, "people")), budgetOf(first(sent, "budget"))];
  const [wished, place] = [wishedOf(first(sent, "wished"), today), placeOf(first(sent, "place"), language)];
  const faults: Faults = {
    ...text("need", need, longest.need),
    ...text("name", name, longest.name),
    ...text("contact", contact, longest.contact),
    ...(people.done ? {} : { people: { fault: people.reason } }),
    ...(budget.done ? {} : { budget: { fault: budget.reason } }),
    ...(wished.done ? {} : { wished: { fault: wished.reason } }),
    ...(place.done ? {} : { place: place.reason }),
  };
  if (Object.keys(faults).length > 0) return refused(faults);
  if (!people.done || !budget.done || !wished.done || !place.done) return refused(faults);
  const period: Period = periods.find((one) => one === first(sent, "period")) ?? "once";
  return done({
    ...{ need, name, contact, people: people.value, budget: budget.value, currency: "EUR", period },
    ...{ needs: needsOf(sent), wished: wished.value, territory: place.value },
  });
}

const needsOf = (sent: Sent): readonly string[] => [
  ...new Set((sent["needs"] ?? []).filter((code) => isCode("needs", code)).slice(0, 20)),
];

const oneLine = (typed: string): string => typed.replaceAll(/[\p{Cc}\p{Z}]+/gu, " ").trim();

function text(field: "need" | "name" | "contact", typed: string, most: number): Faults {
  if (typed === "") return { [field]: { fault: `${field}-missing` } };
  return typed.length > most ? { [field]: { fault: `${field}-too-long` } } : {};
}

function peopleOf(typed: string): Outcome<number | null, "people-malformed"> {
  if (typed === "") return done(null);
  const number = readNumber(typed, { least: 1, most: 1_000_000 });
  return number === null ? refused("people-malformed") : done(number);
}

function budgetOf(typed: string): Outcome<number | null, "budget-malformed"> {
  if (typed === "") return done(null);
  const amount = readTypedAmount(typed, { currency: "EUR", highest: highestAmount });
  return amount.done ? amount : refused("budget-malformed");
}

function wishedOf(typed: string, today: string): Outcome<string | null, "wished-malformed" | "wished-past"> {
  if (typed === "") return done(null);
  const day = readDay(typed);
  if (day === null) return refused("wished-malformed");
  return day < today ? refused("wished-past") : done(day);
}

function placeOf(typed: string, language: Language): Outcome<string | null, Fault> {
  const asked = readPlace(typed, language);
  if (asked === null) return done(null);
  const territory = territoryOf(asked);
  if (territory !== null) return done(territory);
  if (asked.meant.length === 0) return refused({ fault: "place-unknown", typed });
  return refused({
    fault: "place-which",
    typed,
    meant: asked.meant.slice(0, 6).map((code) => placeName(code, language)),
  });
}

const Email = z.email().max(254);

/** An address for letters, as it is typed; null where it is none. */
export function readEmail(typed: string): string | null {
  return Email.safeParse(typed.trim().replace(/^mailto:/i, "")).data ?? null;
}

/** A result as it is kept. */
export const StoredResult = z.object({
  kind: z.enum(["offer", "quote"]),
  ...{ url: z.string().nullable(), text: z.string().nullable(), amount: z.int().nullable() },
  ...{ currency: z.string(), period: z.string(), version: z.int() },
  paper: z.object({ proposal: z.string(), sheet: z.string(), version: z.string() }).nullable().default(null),
});

/** A result to which the association has said no, as it is kept. */
export const StoredDeclined = z.object({ version: z.int(), reason: z.string() });

/** Those who were asked too, and those whom our host would like to join, as they are kept. */
export const StoredOthers = z.array(
  z.object({
    ...{ name: z.string(), page: z.string().nullable(), state: z.string(), lead: z.boolean() },
    ...{ actor: z.string().nullable().default(null), roles: z.array(z.string()).readonly().default([]) },
    chosen: z.boolean().default(false),
  }),
);
export const StoredProposals = z.array(z.object({ name: z.string(), address: z.string(), why: z.string().nullable() }));
