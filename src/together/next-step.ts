import type { PaperState } from "./paper.ts";
import { type AskedHost, type Asking, isDeclined, isLive } from "./together.ts";

/** What comes next for who asks, in the order in which it matters. */
export type NextStep =
  | ("send" | "held" | "decide-hosts" | "choose" | "wait" | "wait-lead")
  | ("result" | "signed" | "checking" | "broken" | "declined")
  | null;

type Standing = Pick<Asking, "state" | "result" | "declined">;

/** `paper`: how what several sign stands, where the result is such a thing. */
export function nextStep(asking: Standing, hosts: readonly AskedHost[], paper: PaperState | null): NextStep {
  const { state } = asking;
  if (state === "draft") return "send";
  if (state === "held") return "held";
  if (!isLive(state)) return null;
  if (hosts.some((host) => host.state === "proposed")) return "decide-hosts";
  if (state === "led") return stepOfResult(asking, paper);
  return hosts.some((host) => host.state === "lead") ? "choose" : "wait";
}

function stepOfResult(asking: Standing, paper: PaperState | null): NextStep {
  if (asking.result === null) return "wait-lead";
  if (isDeclined(asking)) return "declined";
  return asking.result.paper === null ? "result" : (paper ?? "checking");
}
