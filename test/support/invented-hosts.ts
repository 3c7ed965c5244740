import type { AvailabilityState } from "../../src/availability/availability.ts";
import { keepHost, keepOffers } from "../../src/catalogue/keeping.ts";
import type { Database } from "../../src/foundation/database.ts";
import { emptyProfile, type HostProfile, type Territory } from "../../src/hosts/host.ts";
import { StoredOffer } from "../../src/offers/form.ts";

export interface InventedHost {
  /** "four-banal": it hosts at four-banal.example. */
  readonly name: string;
  readonly territory?: Territory | null;
  readonly profile?: Partial<HostProfile>;
  readonly offers: readonly InventedOffer[];
}

interface InventedOffer {
  readonly slug: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Null where its host never said. */
  readonly state?: AvailabilityState | null;
}

const terms = {
  ...{ currency: "EUR", period: "month", vat: { regime: "exempt", note: null }, solidarity: null },
  membership: { required: false, included: false, fee: null, nonMemberSurcharge: null },
  ...{ asOf: null, indicative: false, note: null },
};

/** A tier at so many cents a month. */
export const flat = (amount: number) => ({ id: `flat-${amount}`, price: { ...terms, model: "flat", amount } });

/** A tier at so many cents a month for each person. */
export const perPerson = (unitAmount: number) => ({
  id: `person-${unitAmount}`,
  price: { ...terms, model: "per-unit", unit: "users", unitAmount, minimumUnits: null },
});

/** Enters a host of another instance and its offers, as a visit would; gives the keys of the offers. */
export async function invent(db: Database, host: InventedHost, now = new Date()): Promise<readonly string[]> {
  const domain = `${host.name}.example`;
  const [origin, actor] = [`https://${domain}`, `https://${domain}/ap/actors/host`];
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("instances")
      .values({ origin, actor: `${origin}/ap/instance`, name: host.name, source: "peer", state: "known", seen: now })
      .execute();
    const profile = { ...emptyProfile(nameOf(host.name), "fr"), territory: host.territory ?? null, ...host.profile };
    await keepHost(tx, { actor, origin, handle: "host", url: `${origin}/@host`, logo: null, profile }, now);
    await tx.updateTable("catalogueHosts").set({ trust: 4 }).where("actor", "=", actor).execute();
    await keepOffers(
      tx,
      host.offers.map((offer) => sheetOf(origin, actor, offer, now)),
      now,
    );
  });
  return host.offers.map(({ slug }) => `${domain}/${slug}`);
}

const nameOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");

function sheetOf(origin: string, host: string, { slug, content, state = "open" }: InventedOffer, now: Date) {
  const expires = new Date(now.getTime() + 30 * 86_400_000);
  const said = {
    slots: null,
    capacity: null,
    nextOpening: null,
    waves: [],
    approval: null,
    territory: null,
    message: null,
  };
  return {
    ...{ actor: `${origin}/ap/actors/${slug}`, host, proposal: `${origin}/ap/proposals/${slug}`, handle: slug, slug },
    ...{ url: `${origin}/offers/${slug}`, content: StoredOffer.parse(content), version: "1.1" },
    ...{ published: now, changed: now, joint: null },
    availability: state === null ? null : { state, ...said, confirmed: now, expires },
  };
}
