import { setTimeout as pause } from "node:timers/promises";

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Does the work for all of them at once, and answers with a result for each, in their order. */
type Commit<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

/** For so long more are awaited where many come, in milliseconds: less than what a commit takes on a plain disk. */
const linger = 3;

/**
 * Gathers what is asked for while one commit is under way into the next one: many callers, one commit. Alone, a caller
 * waits for nothing. If a batch fails, each item is tried by itself, so that one bad item fails alone.
 */
export function gather<Item, Result>(commit: Commit<Item, Result>, most: number): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let busy = false;

  async function pump(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most);
      await settle(commit, batch);
      if (batch.length > 1) await pause(linger);
    }
    busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      queueMicrotask(() => void pump());
    });
}

async function settle<Item, Result>(
  commit: Commit<Item, Result>,
  batch: readonly Waiting<Item, Result>[],
): Promise<void> {
  try {
    const results = await commit(batch.map(({ item }) => item));
    for (const [at, result] of results.entries()) batch[at]?.resolve(result);
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error);
    else for (const one of batch) await settle(commit, [one]);
  }
}
