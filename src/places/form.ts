import { z } from "zod";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { defaultSettings, type PlaceSettings, type RequestContact } from "./places.ts";

/** What someone who asks for a place says. */
export interface Asked {
  readonly name: string;
  readonly people: number;
  readonly message: string;
  readonly contact: RequestContact;
}

export type AskedField = keyof Asked;

export type AskedRefusal =
  | "name-missing"
  | "name-too-long"
  | "people-missing"
  | "people-malformed"
  | "message-missing"
  | "message-too-long"
  | ContactRefusal;

export type ContactRefusal = "contact-missing" | "contact-malformed";

/** The longest texts that are taken, in characters; and, so that what is too long comes back whole, that are read. */
export const longest = { name: 150, message: 4_000, contact: 254, read: 50_000 };

const oneLine = z.string().transform((text) => text.replaceAll(/[\p{Cc}\p{Z}]+/gu, " ").trim());

// "1 000" is how some people write a thousand.
const people = z
  .string()
  .transform((text) => text.replaceAll(/[\s\u00a0\u202f.]/g, ""))
  .pipe(
    z
      .string()
      .min(1, "people-missing")
      .regex(/^\d{1,7}$/, "people-malformed"),
  )
  .transform(Number)
  .pipe(z.int().min(1, "people-malformed").max(1_000_000, "people-malformed"));

const AskedShape = z.object({
  name: oneLine.pipe(z.string().min(1, "name-missing").max(longest.name, "name-too-long")),
  people,
  message: z.string().trim().min(1, "message-missing").max(longest.message, "message-too-long"),
});

const address = z.email().max(longest.contact);

/** An e-mail address, as it is typed; what begins with an @ or is the address of a page is an account elsewhere. */
export function readEmail(typed: string): Outcome<RequestContact, ContactRefusal> {
  const text = typed.trim().replace(/^mailto:/i, "");
  if (text === "") return refused("contact-missing");
  return address.safeParse(text).success ? done({ kind: "email", address: text }) : refused("contact-malformed");
}

/** Reads what was typed, and says of each field that cannot be taken why. */
export function readAsked(
  typed: Readonly<Record<AskedField, string>>,
  contact: Outcome<RequestContact, ContactRefusal>,
): Outcome<Asked, Partial<Record<AskedField, AskedRefusal>>> {
  const read = AskedShape.safeParse(typed);
  if (read.success && contact.done) return done({ ...read.data, contact: contact.value });
  const wrong = (read.error?.issues ?? []).toReversed().map(({ path, message }) => [path[0], message]);
  return refused({ ...Object.fromEntries(wrong), ...(contact.done ? {} : { contact: contact.reason }) });
}

/** How the host deals with requests, as its form sends it. */
export const SettingsInput = z.object({
  answerDays: z
    .string()
    .trim()
    .transform((text) => (text === "" ? null : Number(text)))
    .pipe(z.int().min(1).max(90).nullable()),
  keptMonths: z
    .string()
    .trim()
    .transform((text) => (text === "" ? defaultSettings.keptMonths : Number(text)))
    .pipe(z.int().min(1).max(36)),
}) satisfies z.ZodType<PlaceSettings>;
