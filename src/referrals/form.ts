import { z } from "zod";
import { longest } from "./referrals.ts";

const oneLine = z.string().transform((text) => text.replaceAll(/[\p{Cc}\p{Z}]+/gu, " ").trim());

const Words = oneLine.pipe(z.string().min(1, "need-missing").max(longest.need, "text-too-long"));

/** Whether a sentence that anybody may read has an address or a telephone number in it. */
const isPersonal = (text: string): boolean =>
  /[^\s@]+@[^\s@]+\.[a-z]{2,}/i.test(text) || /(?:\d[\s.-]?){9,}/.test(text);

const email = z.email("contact-malformed").max(longest.address, "contact-malformed");

/** To whom somebody is pointed, and how, as the form of the desk sends it. */
export const ReferInput = z
  .object({
    toward: z.string().max(2_048).default(""),
    name: oneLine.pipe(z.string().max(longest.name, "text-too-long")).default(""),
    email: z.union([z.literal(""), z.string().trim().pipe(email)]).default(""),
    need: Words.refine((text) => !isPersonal(text), "need-personal"),
    hand: z.enum(["yes", "no"]).catch("no"),
    word: z.string().trim().max(longest.message, "text-too-long").default(""),
    asker: oneLine.pipe(z.string().max(longest.name, "text-too-long")).default(""),
    contact: z.union([z.literal(""), z.string().trim().pipe(email)]).default(""),
    message: z.string().trim().max(longest.message, "text-too-long").default(""),
  })
  .transform((read) => ({ ...read, hand: read.hand === "yes" }));

export type ReferInput = z.infer<typeof ReferInput>;
export type ReferField = keyof ReferInput;

/** Why what was typed cannot be sent on. */
export type ReferFault =
  | "toward-missing"
  | "need-missing"
  | "need-personal"
  | "asker-missing"
  | "contact-missing"
  | "contact-malformed"
  | "text-too-long";

/** What is still missing, once each field by itself can be read. */
export function faultsOf(
  { toward, name, hand, asker, contact }: ReferInput,
  { byRequest }: { readonly byRequest: boolean },
): Partial<Record<ReferField, ReferFault>> {
  return {
    ...((toward === "" || toward === elsewhere) && name === "" && { toward: "toward-missing" as const }),
    ...(hand && !byRequest && asker === "" && { asker: "asker-missing" as const }),
    ...(hand && !byRequest && contact === "" && { contact: "contact-missing" as const }),
  };
}

/** What the form sends instead of an actor: a host that is not in the list. */
export const elsewhere = "elsewhere";
