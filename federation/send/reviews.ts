import { relationshipIri } from "../addresses.ts";
import { boost, type Telling } from "./telling.ts";

/** Our host says what it found of a claim, or takes it back: other instances look at the address where it says so. */
export async function tellReview(telling: Telling, review: string): Promise<void> {
  await boost(telling, telling.local.instance, relationshipIri(telling.reach.origin, review));
}
