import { z } from "zod";
import { done, type Outcome, refused } from "../foundation/outcome.ts";

export type ContactRefusal = "contact-missing" | "contact-malformed";

/** The longest that is read of what was typed, so that it comes back whole. */
export const longest = { email: 254, search: 1_000, read: 5_000 };

const address = z.email().max(longest.email);

/** An e-mail address as somebody typed it. */
export function readAddress(typed: string): Outcome<string, ContactRefusal> {
  const text = typed.trim().replace(/^mailto:/i, "");
  if (text === "") return refused("contact-missing");
  return address.safeParse(text).success ? done(text) : refused("contact-malformed");
}
