import type { Reader } from "../foundation/database.ts";
import { countUnclaimed } from "./queries.ts";

/** How many entries the public sees, for pages that say so in passing: counted anew once a minute at most. */
export function countNowAndThen(reader: Reader, now: () => Date): () => Promise<number> {
  let kept: { readonly count: number; readonly until: number } | null = null;
  return async () => {
    if (kept === null || kept.until <= now().getTime())
      kept = { count: await countUnclaimed(reader), until: now().getTime() + 60_000 };
    return kept.count;
  };
}
