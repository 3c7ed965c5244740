import type { AskedHost, Asking } from "./together.ts";

/** What a host that has no site of this kind is written: that it is asked, and what becomes of it. */
export const hostNews = ["ask", "lead", "partner", "result", "led", "over", "withdraw"] as const;
export type HostNews = (typeof hostNews)[number];

/** An asking and one of its hosts, at some moment. */
export interface Standing {
  readonly asking: Pick<Asking, "state" | "lead" | "result">;
  readonly host: Pick<AskedHost, "id" | "state" | "contactGiven">;
}

/** What is new for a host since an earlier moment; null where it knows already how it stands. */
export function hostNewsSince(before: Standing, now: Standing): HostNews | null {
  const [was, is] = [newsOf(before), newsOf(now)];
  if (is === null || is !== was) return is;
  if (is !== "partner") return null;
  if (now.asking.lead !== before.asking.lead) return "partner";
  const fresh = now.asking.result !== null && now.asking.result.version !== before.asking.result?.version;
  return fresh ? "result" : null;
}

function newsOf({ asking: { state, lead }, host }: Standing): HostNews | null {
  if (state === "withdrawn") return "withdraw";
  if (state === "ended" || state === "expired") return "over";
  if (state !== "led" || host.state === "no" || host.state === "asked") return null;
  if (lead === host.id) return "lead";
  return host.contactGiven === null ? "led" : "partner";
}
