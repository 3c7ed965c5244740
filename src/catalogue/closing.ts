import { type Day, dayOf } from "../foundation/day.ts";
import type { HostProfile } from "../hosts/host.ts";

/** Whether a host goes on, has said that it will stop, or has stopped. */
export type ClosingStanding = "going-on" | "closing" | "closed";

/** How a host stands today by what it says of its own end; on its last day it is still there. */
export function closingStanding({ closing }: Pick<HostProfile, "closing">, now: Date): ClosingStanding {
  if (closing === null) return "going-on";
  const today: Day = dayOf(now);
  return closing.ends < today ? "closed" : "closing";
}
