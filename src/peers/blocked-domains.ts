import type { Database } from "../foundation/database.ts";
import { domainsAround } from "./block.ts";

/** The blocked domains as this process knows them: asked for whatever comes and goes, without a statement. */
export interface BlockedDomains {
  /** Whether an address belongs to one of them. */
  cover(address: string | URL): boolean;
  /** Reads them anew. */
  reload(): Promise<void>;
}

export async function openBlockedDomains(db: Database): Promise<BlockedDomains> {
  let domains: ReadonlySet<string> = new Set();
  let reading = Promise.resolve();
  const read = async () => {
    const rows = await db.selectFrom("blocks").select("domain").execute();
    domains = new Set(rows.map(({ domain }) => domain));
  };
  // One after the other: an older answer never replaces a newer one.
  const reload = () => {
    const next = reading.then(read);
    reading = next.catch(() => {}); // whoever asked for it hears of it
    return next;
  };
  await reload();
  return { reload, cover: (address) => domains.size > 0 && domainsAround(address).some((one) => domains.has(one)) };
}
