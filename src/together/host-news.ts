import { type AskedHost, type Asking, isDeclined, saidYes } from "./together.ts";

/** What a host that has no site of this kind is written: that it is asked, and what becomes of it. */
export const hostNews = [
  "ask",
  "lead",
  "partner",
  "result",
  "led",
  "declined",
  "accepted",
  "over",
  "withdraw",
] as const;
export type HostNews = (typeof hostNews)[number];

/** An asking and one of its hosts, at some moment. */
export interface Standing {
  readonly asking: Pick<Asking, "state" | "lead" | "result" | "declined" | "ending">;
  readonly host: Pick<AskedHost, "id" | "state" | "contactGiven">;
}

/** What is new for a host since an earlier moment; null where it knows already how it stands. */
export function hostNewsSince(before: Standing, now: Standing): HostNews | null {
  const [was, is] = [newsOf(before), newsOf(now)];
  if (is === null || is !== was) return is;
  if (is === "declined") return now.asking.declined?.version === before.asking.declined?.version ? null : is;
  if (is !== "partner") return null;
  if (now.asking.lead !== before.asking.lead) return "partner";
  const fresh = now.asking.result !== null && now.asking.result.version !== before.asking.result?.version;
  return fresh ? "result" : null;
}

function newsOf({ asking, host }: Standing): HostNews | null {
  const { state, ending } = asking;
  if (state === "withdrawn") return "withdraw";
  if (state === "expired") return "over";
  if (state === "ended") return host.contactGiven !== null && isTaken(ending) ? "accepted" : "over";
  return state === "led" && saidYes(host) ? newsOfLed({ asking, host }) : null;
}

function newsOfLed({ asking, host }: Standing): HostNews {
  if (host.contactGiven === null) return "led";
  if (isDeclined(asking)) return "declined";
  return asking.lead === host.id ? "lead" : "partner";
}

const isTaken = (ending: Asking["ending"]): boolean => ending === "offer" || ending === "quote";
