import { z } from "zod";
import { checkFilters, writeFilters } from "../directory/filters.ts";
import { fills, type SectionContent } from "./portal.ts";

const line = (longest: number) => z.string().trim().max(longest);

/** What the form of a section sends. */
export const SectionForm = z.object({
  title: line(120).min(1),
  introduction: line(2_000).default(""),
  language: z.enum(["fr", "en"]),
  fill: z.enum(fills),
  query: line(2_000).default("").transform(queryOf).pipe(z.string()),
  shown: z
    .string()
    .optional()
    .transform((said) => said === "yes"),
});

/** A section as it is stored, and as it travels. */
export const StoredSection = z.object({
  title: z.string(),
  introduction: z.string(),
  language: z.string(),
  fill: z.enum(fills),
  query: z.string(),
}) satisfies z.ZodType<SectionContent>;

/** What the form of a recommendation sends. */
export const HighlightForm = z.object({
  reason: line(300).min(1),
  language: z.enum(["fr", "en"]),
  who: line(100).min(1),
});

/** A host or an offer that a button names. */
export const RefForm = z.object({ kind: z.enum(["host", "offer"]), actor: z.url().max(2_000) });

/** What an address of the directory asks for, or what somebody typed of it; null when it is the address of something else, or asks for what is not understood. */
export function queryOf(typed: string): string | null {
  const whole = /^(https?:)?\//i.test(typed);
  if (whole && !URL.canParse(typed, "https://here.invalid")) return null;
  const url = whole ? new URL(typed, "https://here.invalid") : null;
  if (url !== null && !/^\/directory\/?$/.test(url.pathname)) return null;
  const { filters, faults } = checkFilters(new URLSearchParams(url?.search ?? typed.replace(/^[^?]*\?/, "")));
  return faults.length > 0 ? null : writeFilters({ ...filters, all: false }).toString();
}
