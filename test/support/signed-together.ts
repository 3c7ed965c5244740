import type { HostSheet, ListedJoint, OfferSheet } from "../../src/catalogue/catalogue.ts";
import { noteStamp } from "../../src/catalogue/joint-copies.ts";
import type { Transaction } from "../../src/foundation/database.ts";

type Partner = Pick<HostSheet, "actor" | "url"> & { readonly profile: Pick<HostSheet["profile"], "name"> };

/** The same offer, given by its host together with these: the first trains, the others help. */
export function givenTogether(offer: OfferSheet, partners: readonly Partner[]): OfferSheet {
  const version = `signed ${offer.version}`;
  const joint: ListedJoint = {
    ...{ version, state: "published", lead: offer.host },
    partners: partners.map(({ actor, url, profile: { name } }) => {
      return { actor, name, page: url, stamp: `${actor}/signs/${encodeURIComponent(offer.actor)}` };
    }),
    terms: {
      ...{ text: null, invoicing: offer.host, supportEntry: null, liability: null, total: null },
      onLeaving: { mode: "suspend", words: null },
      parts: [offer.host, ...partners.map(({ actor }) => actor)].map((actor, at) => ({
        ...{ actor, roles: [["lead", "hosting"], ["training"]][at] ?? ["support"], share: null, does: null },
      })),
    },
  };
  return { ...offer, joint };
}

/** Their signatures under what several of them give, as if each had been fetched from its own address. */
export async function noteSigned(tx: Transaction, offers: readonly OfferSheet[], now: Date): Promise<void> {
  for (const { proposal, joint } of offers)
    for (const { actor, stamp } of joint?.partners ?? [])
      await noteStamp(
        tx,
        { address: stamp, partner: actor, proposal, version: joint?.version ?? "", part: "open" },
        now,
      );
}
