import { budget } from "../../src/catalogue/gossip.ts";
import { sameOrigin } from "../guard/origins.ts";
import { type Questions, VisitFailed } from "./asking.ts";

/** A page of a list: what is in it, and where the list goes on. */
export interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** Where a list is read on. */
export interface ListPlace {
  /** Whose list it is: nothing is asked for anywhere else. */
  readonly origin: string;
  /** The page to begin with. */
  readonly from: string | null;
  /** Pages of it that were read before. */
  readonly read?: number;
}

/** The pages of a list, from some page on; each once, and no more than anyone honest has. Throws `VisitFailed`. */
export async function* pagesFrom(
  questions: Questions,
  { origin, from, read: before = 0 }: ListPlace,
  read: (json: unknown) => Page | null,
): AsyncGenerator<Page> {
  const seen = new Set<string>();
  for (let address = from; address !== null; ) {
    if (!sameOrigin(address, origin)) throw new VisitFailed("lies-about-origin");
    if (seen.has(address) || before + seen.size >= budget.pages) throw new VisitFailed("endless");
    seen.add(address);
    const page = read(await found(questions, address));
    if (page === null) throw new VisitFailed("not-readable");
    yield page;
    address = page.next;
  }
}

/** What stands at an address that the other named itself. */
export async function found(questions: Questions, address: string): Promise<unknown> {
  const shown = await questions.ask(address);
  if (shown.kind !== "found") throw new VisitFailed("not-readable");
  return shown.json;
}
