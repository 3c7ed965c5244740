/** A calendar day as "2026-11-22". */
export type Day = string;

/** The day an instant falls on, in UTC. */
export function dayOf(instant: Date): Day {
  return instant.toISOString().slice(0, 10);
}
