import { notifyChanged } from "../foundation/changed.ts";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { lockOffer } from "./changes.ts";
import type { Offer, OfferRefusal } from "./offer.ts";
import { listOffers } from "./queries.ts";

/** Puts an offer before or after its neighbour of the same state: the order in which everyone reads them. */
export async function moveOffer(tx: Transaction, slug: string, way: "up" | "down"): Promise<Offer> {
  // All in one order, so that two who move at once wait for each other.
  await tx.selectFrom("offers").select("id").orderBy("id").forUpdate().execute();
  const all = await listOffers(tx);
  const offer = all.find((one) => one.slug === slug);
  if (offer === undefined) throw new NotFound(`there is no offer ${slug}`);
  const alike = all.filter(
    (other) => other.state === offer.state && (other.archived === null) === (offer.archived === null),
  );
  const neighbour = alike[alike.findIndex(({ id }) => id === offer.id) + (way === "up" ? -1 : 1)];
  if (neighbour === undefined) return offer;
  const order = all.map(({ id }) => (id === offer.id ? neighbour.id : id === neighbour.id ? offer.id : id));
  // Imports leave gaps and ties: the whole order is written.
  for (const [index, id] of order.entries()) {
    await tx
      .updateTable("offers")
      .set({ position: index + 1 })
      .where("id", "=", id)
      .where("position", "!=", index + 1)
      .execute();
  }
  await notifyChanged(tx);
  return offer;
}

/** Puts an offer away at the desk; one that everyone sees is withdrawn first. */
export async function archiveOffer(tx: Transaction, slug: string, now: Date): Promise<Outcome<Offer, OfferRefusal>> {
  const offer = await lockOffer(tx, slug, {});
  if (offer.state === "published") return refused("still-published");
  await tx.updateTable("offers").set({ archived: now }).where("id", "=", offer.id).execute();
  return done({ ...offer, archived: now });
}

/** Takes it out again. */
export async function unarchiveOffer(tx: Transaction, slug: string): Promise<Offer> {
  const offer = await lockOffer(tx, slug, {});
  await tx.updateTable("offers").set({ archived: null }).where("id", "=", offer.id).execute();
  return { ...offer, archived: null };
}
