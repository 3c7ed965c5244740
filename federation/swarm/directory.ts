import { budget, readsDirectory } from "../../src/catalogue/gossip.ts";
import { nameOrigins } from "../../src/catalogue/naming.ts";
import { countKnown, noteProgress, type Visited, type VisitProblem } from "../../src/catalogue/visits.ts";
import { originOf } from "../guard/origins.ts";
import { VisitFailed } from "./asking.ts";
import { type Met, readPage } from "./meeting.ts";
import { pagesFrom } from "./pages.ts";
import { keep, type Walk } from "./walk.ts";

/** What became of a walk through a directory. */
export interface Walked {
  /** Its hash, when it was walked to its end. */
  readonly directory: string | null;
  readonly problem: VisitProblem | null;
}

/** Whom an instance names besides its own host becomes a candidate. A directory that is as it was is not walked again. */
export async function walkDirectory(walk: Walk, visited: Visited, { directory }: Met): Promise<Walked> {
  const { origin, progress } = visited;
  if (directory.hash !== null && directory.hash === visited.directory) return { directory: directory.hash, problem: null };
  if (progress?.phase !== "directory" && !(await isRead(walk, visited))) return { directory: visited.directory, problem: null };
  let named = 0;
  const name = async (items: readonly unknown[], next: string | null) => {
    named += items.length;
    const others = items.flatMap((item) => otherIn(item, [origin, walk.origin]) ?? []);
    await keep(walk, origin, (tx) => nameOrigins(tx, origin, others, new Date()));
    await noteProgress(walk.db, origin, { phase: "directory", done: named, of: null, next, began: new Date() });
  };
  try {
    const resumed = progress?.phase === "directory" ? progress.next : null;
    if (resumed === null) await name(directory.items, directory.next);
    for await (const page of pagesFrom(walk.questions, resumed ?? directory.next, readPage)) {
      await name(page.items, page.next);
      if (named >= budget.named) return { directory: null, problem: "endless" };
    }
  } catch (error) {
    // Its own offers are here: what it says of others must not keep them away.
    if (error instanceof VisitFailed && error.problem !== "blocked") return { directory: null, problem: error.problem };
    throw error;
  }
  return { directory: directory.hash, problem: null };
}

async function isRead({ db }: Walk, { source }: Visited): Promise<boolean> {
  return readsDirectory(source === "peer", await countKnown(db), Math.random());
}

function otherIn(item: unknown, known: readonly string[]): string | null {
  const origin = typeof item === "string" && item.length <= 2_048 ? originOf(item) : null;
  return origin === null || known.includes(origin) ? null : origin;
}
