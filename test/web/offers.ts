import type { AvailabilityStatement } from "../../src/availability/availability.ts";
import { changeAvailability } from "../../src/availability/changes.ts";
import type { Database } from "../../src/foundation/database.ts";
import { createOffer, publishOffer, withdrawOffer } from "../../src/offers/changes.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import type { OfferContent } from "../../src/offers/offer.ts";

const terms = {
  currency: "EUR",
  period: "month",
  vat: { regime: "exempt", note: null },
  membership: {
    required: false,
    included: false,
    fee: null,
    nonMemberSurcharge: { amount: 100, period: "month", who: null },
  },
  solidarity: { who: "les associations sans salariée", how: "Nous le fixons ensemble", paidBy: "les dons" },
  asOf: "2026-09-01",
  indicative: false,
  note: null,
};

/** An offer with everything in it: a price by bands, steps, help, an exit. */
export const files: OfferContent = StoredOffer.parse({
  title: "Partager des fichiers et des agendas",
  summary: "Un espace commun pour les documents de votre association.",
  needs: ["file-sharing", "calendar"],
  does: ["Installer votre espace", "Sauvegarder chaque nuit"],
  doesNot: ["Le dépannage de vos ordinateurs"],
  audiences: ["association-volunteer"],
  territory: { codes: ["dep:69"], policy: "priority" },
  isolation: "shared",
  software: [{ name: "Nextcloud", version: "33", license: "AGPL-3.0-or-later", url: "https://nextcloud.com" }],
  tiers: [
    {
      id: "espace",
      price: {
        ...terms,
        model: "graduated",
        unit: "GB",
        minimumUnits: 5,
        base: { upTo: 5, amount: 250 },
        bands: [
          { from: 6, upTo: 10, unitAmount: 50 },
          { from: 11, upTo: 100, unitAmount: 25 },
          { from: 101, upTo: null, unitAmount: 10 },
        ],
      },
    },
  ],
  accompaniment: {
    included: ["training"],
    steps: ["Vous demandez une place", "On regarde ensemble"],
    formats: ["remote"],
  },
  support: { included: true, channels: ["courriel"], hours: "du mardi au vendredi", answerWithin: "trois jours" },
  backups: "Chaque nuit, gardées 30 jours",
  exit: { notice: "un mois", formats: ["ZIP", "iCal"], help: "Nous aidons deux heures" },
  continuity: "Six mois de préavis",
});

/** The same site in the words of someone who writes English, with two formulas. */
export const lists: OfferContent = StoredOffer.parse({
  title: "Write to all your members at once",
  language: "en",
  needs: ["mailing-list"],
  tiers: [
    { id: "small", title: "Small", price: { ...terms, model: "flat", amount: 1_000, membership: noMembership() } },
    {
      id: "seats",
      title: "Seats",
      price: {
        ...terms,
        model: "per-unit",
        unit: "users",
        unitAmount: 200,
        minimumUnits: 2,
        membership: noMembership(),
      },
    },
  ],
});

function noMembership() {
  return { required: false, included: false, fee: null, nonMemberSurcharge: null };
}

export async function offer(db: Database, slug: string, content: OfferContent, now = new Date()): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const created = await createOffer(tx, content, { slug, now });
    if (!created.done) throw new Error(created.reason);
  });
}

export async function publish(db: Database, slug: string, content: OfferContent, now = new Date()): Promise<void> {
  await offer(db, slug, content, now);
  const published = await db.transaction().execute((tx) => publishOffer(tx, slug, now));
  if (!published.done) throw new Error(published.reason);
}

export async function withdraw(db: Database, slug: string, now = new Date()): Promise<void> {
  await db.transaction().execute((tx) => withdrawOffer(tx, slug, now));
}

export async function say(
  db: Database,
  slug: string,
  statement: Partial<AvailabilityStatement>,
  now = new Date(),
): Promise<void> {
  const whole: AvailabilityStatement = {
    ...{
      state: "open",
      slots: null,
      capacity: null,
      nextOpening: null,
      waves: [],
      approval: null,
      territory: null,
      message: null,
    },
    ...statement,
  };
  const said = await db.transaction().execute((tx) => changeAvailability(tx, slug, whole, { now, validDays: 90 }));
  if (!said.done) throw new Error(said.reason);
}
