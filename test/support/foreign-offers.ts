import { createHash } from "node:crypto";
import type { AvailabilityState } from "../../src/availability/availability.ts";
import { dropOffers } from "../../src/catalogue/dropping.ts";
import { keepHost, keepOffers } from "../../src/catalogue/keeping.ts";
import { noteSeen, seenFrom } from "../../src/catalogue/news.ts";
import type { Database } from "../../src/foundation/database.ts";
import { emptyProfile } from "../../src/hosts/host.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import type { OfferContent } from "../../src/offers/offer.ts";

const day = 86_400_000;

/** A host of another instance, as a visit there would have entered it. */
export async function enterForeignHost(
  db: Database,
  origin: string,
  { name = "Le Four banal", trust = 4, now = new Date() }: { name?: string; trust?: number; now?: Date } = {},
): Promise<void> {
  await db
    .insertInto("instances")
    .values({ origin, source: "peer", state: "known", seen: now })
    .onConflict((known) => known.column("origin").doNothing())
    .execute();
  const profile = { ...emptyProfile(name, "fr"), capabilities: ["hosting" as const] };
  const sheet = { actor: actorOf(origin), origin, handle: "hote", url: `${origin}/@hote`, logo: null, profile };
  await db.transaction().execute(async (tx) => {
    await keepHost(tx, sheet, now);
    await tx.updateTable("catalogueHosts").set({ trust }).where("actor", "=", sheet.actor).execute();
    if (trust >= seenFrom) await noteSeen(tx, [sheet.actor], now);
  });
}

export interface ForeignOffer {
  readonly title?: string;
  readonly state?: AvailabilityState | null;
  readonly content?: Partial<OfferContent>;
  readonly now?: Date;
}

/** An offer of such a host, new or changed. Gives its actor. */
export async function enterForeignOffer(
  db: Database,
  origin: string,
  slug: string,
  { title = "Le courriel des associations", state = null, content = {}, now = new Date() }: ForeignOffer = {},
): Promise<string> {
  const actor = `${origin}/ap/actors/${slug}`;
  const availability = state && {
    ...{ state, slots: null, capacity: null, nextOpening: null, waves: [], approval: null, territory: null },
    ...{ message: null, confirmed: now, expires: new Date(now.getTime() + 60 * day) },
  };
  const sheet = {
    ...{ actor, host: actorOf(origin), proposal: `${origin}/ap/proposals/${slug}`, handle: slug.replaceAll("-", "_") },
    ...{ slug, url: `${origin}/offers/${slug}`, published: now, changed: now, availability },
    content: StoredOffer.parse({ title, needs: ["email"], ...content }),
    joint: null,
  };
  const version = createHash("sha256")
    .update(JSON.stringify([sheet.content, availability]))
    .digest("hex");
  await db.transaction().execute((tx) => keepOffers(tx, [{ ...sheet, version }], now));
  return actor;
}

export async function withdrawForeignOffer(db: Database, actor: string, now = new Date()): Promise<void> {
  await db.transaction().execute((tx) => dropOffers(tx, [actor], now));
}

const actorOf = (origin: string): string => `${origin}/ap/actors/host`;
