import { relationshipIri } from "../addresses.ts";
import { boost, type Telling } from "./telling.ts";

/** Our host vouches for another, or no longer does: other instances look at the address where it says so. */
export async function tellVouch(telling: Telling, vouch: string): Promise<void> {
  await boost(telling, telling.local.instance, relationshipIri(telling.reach.origin, vouch));
}
