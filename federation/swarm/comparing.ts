import type { Reader, Transaction } from "../../src/foundation/database.ts";
import { Unreachable } from "../../src/foundation/errors.ts";
import { type Questions, type Shown, VisitFailed } from "./asking.ts";
import type { Walk } from "./walk.ts";

/** The ids of those that may stand otherwise elsewhere, in their order, after one of them. */
type List = (reader: Reader, after: string | null, limit: number) => Promise<readonly string[]>;

/** Has one compared with what others show of it, then. */
type Compare = (tx: Transaction, id: string, at: Date) => Promise<void>;

const atOnce = 500;
const hour = 3_600_000;

/** The work of a daily job: each has a moment of its own within the hour, so that nobody is asked for all at once. */
export async function compareEach({ db, now }: Pick<Walk, "db" | "now">, list: List, compare: Compare): Promise<void> {
  let after: string | null = null;
  for (;;) {
    const ids: readonly string[] = await list(db, after, atOnce);
    const began = now().getTime();
    await db.transaction().execute(async (tx) => {
      for (const id of ids) await compare(tx, id, new Date(began + Math.random() * hour));
    });
    if (ids.length < atOnce) return;
    after = ids.at(-1) ?? null;
  }
}

/** What stands at an address; null where nobody is asked, or nothing can be read. Throws `Unreachable` where it is to be asked for again. */
export async function shownAt(questions: Questions, address: string): Promise<Shown | null> {
  try {
    return await questions.ask(address);
  } catch (error) {
    if (!(error instanceof VisitFailed)) throw error;
    if (error.problem === "unreachable") throw new Unreachable(new URL(address).host, { cause: error });
    return null;
  }
}
