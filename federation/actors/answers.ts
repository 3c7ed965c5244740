import type { Answer } from "../../src/foundation/outbound.ts";
import { isActivityType } from "../guard/check.ts";
import { readJson } from "../guard/json.ts";
import { sameOrigin } from "../guard/origins.ts";
import { Refused } from "../guard/refused.ts";

/** What an answer says of someone who is not shown: gone for good, absent, or not to be had for the moment. */
export function absenceOf({ status }: Answer): "gone" | "absent" | "away" | null {
  if (status === 410) return "gone";
  if (status === 404) return "absent";
  return status >= 500 || status === 429 ? "away" : null;
}

/** Whether an answer is the document that was asked for, given by its own origin. */
export function isDocument({ status, headers, url }: Answer, id: string): boolean {
  return status === 200 && sameOrigin(url, id) && isActivityType(String(headers["content-type"]));
}

/** The JSON of an answer; null when it is none. Held to the rules of what comes in: what is kept of it must fit our tables. */
export function readBody({ body }: Pick<Answer, "body">): unknown {
  try {
    return readJson(body);
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
