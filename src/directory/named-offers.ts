import type { Reader } from "../foundation/database.ts";
import { offerKey, readOfferKey } from "./addresses.ts";
import { withHosts } from "./candidates.ts";
import type { Candidate } from "./matching.ts";

/** An offer that an address names: by its key, by its actor or by its page. */
export interface NamedOffer {
  readonly name: string;
  /** Null where no such offer is known here, or its host is not shown. */
  readonly found: Candidate | null;
}

/** The offers of these names, in their order, each once. */
export async function listNamedOffers(reader: Reader, names: readonly string[]): Promise<readonly NamedOffer[]> {
  const named: NamedOffer[] = [];
  for (const name of new Set(names)) {
    const found = await findNamedOffer(reader, name);
    const again = found !== null && named.some((other) => other.found?.offer.actor === found.offer.actor);
    if (!again) named.push({ name, found });
  }
  return named;
}

/** How an offer is named in addresses of this site. */
export function keyOf({ host, offer }: Candidate): string {
  return offerKey(host.origin, offer.slug);
}

// A host that is only a candidate, or blocked, is shown nowhere, even to those who know its address.
const leastTrust = 2;

async function findNamedOffer(reader: Reader, name: string): Promise<Candidate | null> {
  const key = readOfferKey(name);
  const url = URL.canParse(name) ? new URL(name) : null;
  const actor = key ? await findByKey(reader, key) : url ? await findByAddress(reader, url) : null;
  const [found] = actor === null ? [] : await withHosts(reader, [actor]);
  return found && found.host.trust >= leastTrust ? found : null;
}

async function findByKey(reader: Reader, { origins, slug }: NonNullable<ReturnType<typeof readOfferKey>>) {
  const rows = await offersOf(reader, origins).where("slug", "=", slug).execute();
  const [first] = origins.flatMap((origin) => rows.filter((row) => row.origin === origin));
  return first?.actor ?? null;
}

async function findByAddress(reader: Reader, { href, origin }: URL): Promise<string | null> {
  const row = await offersOf(reader, [origin])
    .where((offer) => offer.or([offer("catalogueOffers.actor", "=", href), offer("catalogueOffers.url", "=", href)]))
    .executeTakeFirst();
  return row?.actor ?? null;
}

function offersOf(reader: Reader, origins: readonly string[]) {
  return reader
    .selectFrom("catalogueOffers")
    .innerJoin("catalogueHosts", "catalogueHosts.actor", "catalogueOffers.host")
    .select(["catalogueOffers.actor", "origin"])
    .where("origin", "in", [...origins])
    .orderBy("catalogueOffers.actor");
}
