import type { Promised } from "../pledges/pledges.ts";

/** A promise of somebody here towards a request of another instance: what was said, and what is known of how it stands there. */
export interface SentPledge {
  /** Also the id of its agreement here. */
  readonly id: string;
  /** The id of the party. */
  readonly party: string;
  /** The actor of the request, and its proposal. */
  readonly campaign: string;
  readonly proposal: string;
  /** Where people read of the request, and what it is called. */
  readonly page: string;
  readonly title: string;
  readonly currency: string;
  /** Every version that was sent, the first first. */
  readonly versions: readonly SentVersion[];
  /** Where the other instance shows what it accepted. */
  readonly agreement: string | null;
  /** What the other instance last said that it is. */
  readonly standing: SentStanding | null;
  readonly held: { readonly version: number; readonly amount: string } | null;
  readonly confirmUntil: Date | null;
  /** The activity that confirms it, until the other instance says so too. */
  readonly confirming: string | null;
  readonly withdrawn: Date | null;
  /** The activity that takes it back. */
  readonly undo: string | null;
  /** Why the other instance refused what was last said. */
  readonly reason: string | null;
  readonly settled: Date | null;
  readonly made: Date;
  readonly changed: Date;
  readonly compared: Date | null;
}

/** How many promises, and changes of them, somebody may send within a day: as many as an instance takes at its own door. */
export const mostSaidADay = 20;

export interface SentVersion {
  readonly version: number;
  /** The activity that carries it. */
  readonly offer: string;
  readonly promised: Promised;
  /** The words for help in kind. */
  readonly words: string | null;
  readonly said: Date;
  readonly answer: "accepted" | "refused" | null;
  readonly reason: string | null;
}

const sentStandings = [...(["promised", "waiting", "confirmed", "lapsed", "released"] as const)] as const;
export type SentStanding = (typeof sentStandings)[number];

/** What a promise to another instance is, for those who made it. */
export const sentStates = [
  ...sentStandings,
  ...(["sent", "refused", "confirming", "withdrawing", "withdrawn"] as const),
] as const;
export type SentState = (typeof sentStates)[number];

/** What holds of it now: what was last said and not answered comes before what the other instance has. */
export function stateOfSent(pledge: SentPledge): SentState {
  const { withdrawn, settled, standing, confirming } = pledge;
  if (standing === "lapsed") return "lapsed";
  if (withdrawn !== null) return settled === null ? "withdrawing" : "withdrawn";
  const { answer } = latestOf(pledge);
  if (answer !== "accepted") return answer === "refused" ? "refused" : "sent";
  return confirming !== null && standing !== "confirmed" ? "confirming" : (standing ?? "promised");
}

/** What was said last. */
export function latestOf({ id, versions }: Pick<SentPledge, "id" | "versions">): SentVersion {
  const last = versions.at(-1);
  if (last === undefined) throw new Error(`the sent pledge ${id} has no version`);
  return last;
}

/** What is to hold: what was said last, unless that was refused and something before it was not. */
export function holdingOf(pledge: SentPledge): SentVersion {
  return pledge.versions.findLast(({ answer }) => answer !== "refused") ?? latestOf(pledge);
}
