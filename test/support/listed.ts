import type { HostSheet, OfferSheet, Trust } from "../../src/catalogue/catalogue.ts";
import { keepHost, keepOffers } from "../../src/catalogue/keeping.ts";
import type { Database } from "../../src/foundation/database.ts";
import { emptyProfile, type HostProfile } from "../../src/hosts/host.ts";
import { StoredOffer } from "../../src/offers/form.ts";

export interface ListedSettings {
  readonly name: string;
  readonly trust?: Trust;
  readonly profile?: Partial<HostProfile>;
  readonly titles?: readonly string[];
}

/** Another's host in the catalogue, as a visit would leave it; gives its actor and those of its offers. */
export async function listHost(db: Database, origin: string, settings: ListedSettings) {
  const { name, trust = 3, profile = {}, titles = [] } = settings;
  const now = new Date();
  const actor = `${origin}/ap/actors/host`;
  const sheet: HostSheet = {
    ...{ actor, origin, handle: "hote", url: `${origin}/@hote`, logo: null },
    profile: { ...emptyProfile(name, "fr"), capabilities: ["hosting"], ...profile },
  };
  const offers = titles.map((title, at): OfferSheet => {
    const id = `${origin}/ap/actors/offer-${at}`;
    return {
      ...{ actor: id, host: actor, proposal: `${id}/proposal`, handle: `offre_${at}`, slug: `offre-${at}` },
      ...{ url: `${origin}/offers/offre-${at}`, content: StoredOffer.parse({ title, needs: ["email"] }) },
      ...{ availability: null, version: "1.0", published: now, changed: now, joint: null },
    };
  });
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("instances")
      .values({ origin, actor: `${origin}/ap/instance`, source: "peer", state: "known" })
      .execute();
    await keepHost(tx, sheet, now);
    await tx.updateTable("catalogueHosts").set({ trust }).where("actor", "=", actor).execute();
    await keepOffers(tx, offers, now);
  });
  return { actor, offers: offers.map((offer) => offer.actor) };
}
