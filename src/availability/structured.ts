import type { ServiceFacts } from "../offers/structured.ts";
import type { ShownState } from "./availability.ts";

/** Whether people are taken in, as schema.org can say it; null where it cannot, or nobody knows. */
export function roomOf(state: ShownState): ServiceFacts["room"] {
  if (state === "open" || state === "ending") return state;
  if (state === "limited") return "few";
  return state === "paused" || state === "closed" ? "none" : null;
}
