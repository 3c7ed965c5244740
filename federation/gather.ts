interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

type Commit<Item> = (items: readonly Item[]) => Promise<void>;

/**
 * Gathers what is asked for while one commit is under way into the next one: many callers, one commit. Alone, a caller
 * waits for nothing. If a batch fails, each item is tried by itself, so that one bad item fails alone.
 */
export function gather<Item>(commit: Commit<Item>, most: number): (item: Item) => Promise<void> {
  const waiting: Waiting<Item>[] = [];
  let busy = false;

  async function pump(): Promise<void> {
    while (waiting.length > 0) await settle(commit, waiting.splice(0, most));
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

async function settle<Item>(commit: Commit<Item>, batch: readonly Waiting<Item>[]): Promise<void> {
  try {
    await commit(batch.map(({ item }) => item));
    for (const { resolve } of batch) resolve();
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error);
    else for (const { item, resolve, reject } of batch) await commit([item]).then(resolve, reject);
  }
}
