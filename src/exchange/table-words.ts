import { type Availability, shownState } from "../availability/availability.ts";
import { words as availabilityWords } from "../availability/words.ts";
import { dayOf } from "../foundation/day.ts";
import type { Language } from "../foundation/language.ts";
import { label } from "../hosts/vocabularies.ts";
import type { Offer, OfferState, Tier } from "../offers/offer.ts";
import { decimalOf, fixedCents, type Price } from "../offers/price.ts";
import { priceWords } from "../offers/price-words.ts";
import { words as offerWords } from "../offers/words.ts";

const fr = {
  headers: [
    ...["Offre", "Adresse", "État", "Besoins", "Formule", "Espace (Go)", "Comptes", "Prix", "Montant", "Devise"],
    ...["Période", "Disponibilité", "Places", "Prochaine ouverture", "Confirmé le", "Valable jusqu’au"],
  ],
  states: { draft: "brouillon", published: "publiée", withdrawn: "retirée" } satisfies Record<OfferState, string>,
  decimal: ",",
};

const en: typeof fr = {
  headers: [
    ...["Offer", "Address", "State", "Needs", "Tier", "Storage (GB)", "Accounts", "Price", "Amount", "Currency"],
    ...["Period", "Availability", "Places", "Next opening", "Confirmed on", "Valid until"],
  ],
  states: { draft: "draft", published: "published", withdrawn: "withdrawn" },
  decimal: ".",
};

const words: Record<Language, typeof fr> = { fr, en };

/** What a spreadsheet of offers is written with. */
export interface OffersTable {
  readonly offers: readonly Offer[];
  /** By the offer's id. */
  readonly availabilities: ReadonlyMap<string, Availability>;
  readonly language: Language;
  readonly now: Date;
  /** The address of an offer's page. */
  address(slug: string): string;
}

/** The offers as people read them, one row for each tier; an offer without tiers has one. */
export function offerRows(table: OffersTable): { readonly headers: readonly string[]; readonly rows: string[][] } {
  const rows = table.offers.flatMap((offer) => {
    const [before, after] = [offerCells(offer, table), availabilityCells(offer, table)];
    const tiers: readonly (Tier | null)[] = offer.content.tiers.length > 0 ? offer.content.tiers : [null];
    return tiers.map((tier) => [...before, ...tierCells(tier, table.language), ...after]);
  });
  return { headers: words[table.language].headers, rows };
}

function offerCells({ slug, state, content }: Offer, { language, address }: OffersTable): string[] {
  const needs = content.needs.map((need) => label("needs", need, language));
  return [content.title, address(slug), words[language].states[state], needs.join(", ")];
}

function tierCells(tier: Tier | null, language: Language): string[] {
  const price = tier?.price ?? null;
  const { lead, rest } = priceWords(price, language);
  return [
    tier?.title ?? "",
    numberCell(tier?.storageGb ?? null, language),
    numberCell(tier?.accountsMax ?? null, language),
    rest === null ? lead : `${lead} ${rest}`,
    ...priceCells(price, language),
  ];
}

/** Nothing stands for an amount that depends on quantities. */
function priceCells(price: Price | null, language: Language): string[] {
  if (price === null) return ["", "", ""];
  const cents = fixedCents(price);
  const amount = cents === null ? "" : decimalOf(cents, price.currency).replace(".", words[language].decimal);
  return [amount, price.currency, offerWords[language].periods[price.period]];
}

function availabilityCells({ id }: Offer, { availabilities, language, now }: OffersTable): string[] {
  const availability = availabilities.get(id) ?? null;
  const state = availabilityWords[language].states[shownState(availability, now)];
  if (availability === null) return [state, "", "", "", ""];
  const { slots, nextOpening, confirmed, expires } = availability;
  return [state, numberCell(slots, language), nextOpening ?? "", dayOf(confirmed), dayOf(expires)];
}

function numberCell(value: number | null, language: Language): string {
  return value === null ? "" : String(value).replace(".", words[language].decimal);
}
