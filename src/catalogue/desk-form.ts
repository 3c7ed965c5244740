import { z } from "zod";

const origin = z
  .string()
  .max(300)
  .refine((text) => /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text);

/** Which instance a page or a button is about; null for none. */
export function readOrigin(query: unknown): string | null {
  return z.object({ origin }).safeParse(query).data?.origin ?? null;
}

/** Which part of the list. */
export const ListQuery = z.object({
  level: z.coerce.number().int().min(0).max(4).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export const SettingsForm = z.object({
  needed: z.string().trim().max(20).catch(""),
  welcome: z.string().optional().catch(undefined),
});

/** So many hosts have to vouch; null for what is no number between 1 and 20. */
export function readNeeded(typed: string): number | null {
  return z.coerce.number().int().min(1).max(20).safeParse(typed).data ?? null;
}

export const longestReason = 500;
export const VouchForm = z.object({ reason: z.string().trim().max(2_000).catch("") });
