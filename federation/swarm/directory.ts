import { budget, readsDirectory } from "../../src/catalogue/gossip.ts";
import { hasMore, nameOrigins } from "../../src/catalogue/naming.ts";
import { countKnown, noteProgress, type Visited, type VisitProblem } from "../../src/catalogue/visits.ts";
import { originOf } from "../guard/origins.ts";
import { VisitFailed } from "./asking.ts";
import { type Met, readPage } from "./meeting.ts";
import { type Page, pagesFrom } from "./pages.ts";
import { keep, type Walk } from "./walk.ts";

/** What became of a walk through a directory. */
export interface Walked {
  /** Its hash, when it was walked to its end. */
  readonly directory: string | null;
  readonly problem: VisitProblem | null;
}

/** Whom an instance names besides its own host becomes a candidate. A directory that is as it was is not walked again. */
export async function walkDirectory(
  walk: Walk,
  visited: Visited,
  { directory: { hash, ...first } }: Met,
): Promise<Walked> {
  if (hash !== null && hash === visited.directory) return { directory: hash, problem: null };
  if (visited.progress?.phase !== "directory" && !(await isRead(walk, visited)))
    return { directory: visited.directory, problem: null };
  try {
    const all = await nameAll(walk, visited, first);
    // What was too much for today is named again when it is read again.
    return all ? { directory: hash, problem: null } : { directory: null, problem: "too-many-named" };
  } catch (error) {
    // Its own offers are here: what it says of others must not keep them away.
    if (error instanceof VisitFailed && error.problem !== "blocked") return { directory: null, problem: error.problem };
    throw error;
  }
}

/** Whether all were taken up; not when it names more than one instance may. */
async function nameAll(walk: Walk, { origin, progress }: Visited, first: Page): Promise<boolean> {
  const resumed = progress?.phase === "directory" && progress.next !== null ? progress : null;
  let { done, pages } = resumed ?? { done: 0, pages: 0 };
  const name = async ({ items, next }: Page) => {
    const some = items.slice(0, budget.named - done);
    const others = some.flatMap((item) => otherIn(item, [origin, walk.origin]) ?? []);
    await keep(walk, origin, (tx) => nameOrigins(tx, origin, others, new Date()));
    done += items.length;
    await noteProgress(walk.db, origin, { phase: "directory", done, of: null, next, pages, began: new Date() });
    return done < budget.named || (done === budget.named && next === null);
  };
  if (resumed === null && !(await name(first))) return false;
  const place = { origin, from: resumed?.next ?? first.next, read: pages };
  for await (const page of pagesFrom(walk.asker.patient, place, readPage)) {
    pages += 1;
    if (!(await name(page))) return false;
  }
  return !(await hasMore(walk.db, origin));
}

async function isRead({ db }: Walk, { source }: Visited): Promise<boolean> {
  return readsDirectory(source === "peer", await countKnown(db), Math.random());
}

function otherIn(item: unknown, known: readonly string[]): string | null {
  const origin = typeof item === "string" && item.length <= 2_048 ? originOf(item) : null;
  return origin === null || known.includes(origin) ? null : origin;
}
