import { setTimeout as pause } from "node:timers/promises";
import { sentenceOf } from "../sentences.ts";
import { type Finding, fault } from "./finding.ts";

/** Lets one check be made; that it cannot be made, or not in time, is a finding too. */
export async function look(
  check: string,
  act: () => Promise<Finding | readonly Finding[]>,
): Promise<readonly Finding[]> {
  const patience = new AbortController();
  const late = pause(
    20_000,
    fault(check, "It takes longer than 20 s to find out.", "Try again when this machine has less to do."),
    { signal: patience.signal },
  );
  try {
    return [await Promise.race([act(), late])].flat();
  } catch (error) {
    return [
      fault(check, `It cannot be found out: ${sentenceOf(error)}`, "Mend this first, then run the doctor again."),
    ];
  } finally {
    patience.abort();
    late.catch(() => {}); // ended by the line above
  }
}
