import { budget } from "../../src/catalogue/gossip.ts";
import { sameOrigin } from "../guard/origins.ts";
import { type Questions, VisitFailed } from "./asking.ts";

/** A page of a list: what is in it, and where the list goes on. */
export interface Page {
  readonly items: readonly unknown[];
  readonly next: string | null;
}

/** The pages of a list, from this address on; each once, and no more than anyone honest has. Throws `VisitFailed`. */
export async function* pagesFrom(
  questions: Questions,
  first: string | null,
  read: (json: unknown) => Page | null,
): AsyncGenerator<Page> {
  const seen = new Set<string>();
  for (let address = first; address !== null; ) {
    if (seen.has(address) || seen.size >= budget.pages) throw new VisitFailed("endless");
    if (first !== null && !sameOrigin(address, first)) throw new VisitFailed("lies-about-origin");
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
