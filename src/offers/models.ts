import type { Transaction } from "../foundation/database.ts";
import { dayOf } from "../foundation/day.ts";
import type { Language } from "../foundation/language.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { createOffer } from "./changes.ts";
import { StoredOffer } from "./form.ts";
import { modelsInEnglish } from "./models-en.ts";
import { modelsInFrench } from "./models-fr.ts";
import type { Offer, OfferContent, OfferRefusal } from "./offer.ts";
import type { ModelTexts, OfferModel } from "./offer-model.ts";

/** Writes a draft that says all that an offer should, for a host to correct; nobody is told of it. */
export async function createFromModel(
  tx: Transaction,
  model: OfferModel,
  language: Language,
  now: Date,
  { title = "", who = null }: { readonly title?: string; readonly who?: string | null } = {},
): Promise<Outcome<Offer, OfferRefusal>> {
  const content = contentOf(model, language, now);
  return createOffer(tx, title.trim() === "" ? content : { ...content, title: title.trim() }, { now, who });
}

/** A model as an offer of today: its prices, which are examples until somebody corrects them, bear the day. */
function contentOf(model: OfferModel, language: Language, now: Date): OfferContent {
  const content = StoredOffer.parse({ ...models[language][model], language });
  const tiers = content.tiers.map((tier) => ({ ...tier, price: tier.price && { ...tier.price, asOf: dayOf(now) } }));
  return { ...content, tiers };
}

const models: Readonly<Record<Language, ModelTexts>> = { fr: modelsInFrench, en: modelsInEnglish };
