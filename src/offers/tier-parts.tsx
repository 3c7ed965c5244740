import { dateWords } from "../foundation/date-words.ts";
import type { Language } from "../foundation/language.ts";
import { spoken } from "../hosts/parts.tsx";
import { label } from "../hosts/vocabularies.ts";
import { count, money } from "../web/money.ts";
import { ownLanguage } from "../web/text-language.ts";
import type { OfferContent, Tier } from "./offer.ts";
import { upper } from "./parts.tsx";
import type { Price, Solidarity } from "./price.ts";
import { priceWords } from "./price-words.ts";
import { words } from "./words.ts";

interface TiersProps {
  readonly content: OfferContent;
  readonly language: Language;
}

/** What an offer costs: its formulas side by side, and all that qualifies their prices. */
export function Tiers({ content, language }: TiersProps) {
  const word = words[language];
  return (
    <section aria-labelledby="price">
      <h2 id="price">{word.priceTitle}</h2>
      {content.tiers.length === 0 ? (
        <p class="gap-above">{word.noPrice}.</p>
      ) : (
        <div class="tiers gap-above">
          {content.tiers.map((tier) => (
            <TierCard tier={tier} content={content} language={language} />
          ))}
        </div>
      )}
      <SolidarityTerms content={content} language={language} />
    </section>
  );
}

function TierCard({ tier, content, language }: TiersProps & { readonly tier: Tier }) {
  const { lead, rest } = priceWords(tier.price, language);
  const lang = spoken(content.language, language);
  const ours = featuresOf(tier, content, language);
  const terms = termsOf(tier.price, language);
  return (
    <div class="tier">
      <h3 {...(tier.title === null ? {} : lang)}>{tierTitle(content.tiers, tier.id, language)}</h3>
      <Audience tier={tier} language={language} lang={lang} />
      <p class="tier-price">
        {upper(lead)} {rest && <small>{rest}</small>}
      </p>
      {ours.length + tier.features.length > 0 && (
        <ul class="tier-list">
          {ours.map((feature) => (
            <li>{feature}</li>
          ))}
          {tier.features.map((feature) => (
            <li {...lang}>{feature}</li>
          ))}
        </ul>
      )}
      {terms.length > 0 && (
        <p class="tier-flag">
          {terms.map((sentence) => (
            <span {...ownLanguage(sentence, language)}>{sentence} </span>
          ))}
        </p>
      )}
    </div>
  );
}

/** What the figures of a formula say, in our words. */
function featuresOf(tier: Tier, { tiers }: OfferContent, language: Language): readonly string[] {
  const word = words[language];
  const included = tiers.find(({ id }) => id === tier.includesAllOf)?.title ?? null;
  const features = [
    included && word.includes(included),
    tier.storageGb && word.storage(count(tier.storageGb, language)),
    tier.accountsMax && word.accounts(count(tier.accountsMax, language)),
    tier.tailored && word.tailored,
  ];
  return features.filter((feature) => typeof feature === "string");
}

function Audience({
  tier,
  language,
  lang,
}: {
  readonly tier: Tier;
  readonly language: Language;
  readonly lang: { lang?: string };
}) {
  if (tier.summary !== null) {
    return (
      <p class="tier-for" {...lang}>
        {tier.summary}
      </p>
    );
  }
  return tier.audienceSize === null ? null : (
    <p class="tier-for">{label("audienceSizes", tier.audienceSize, language)}</p>
  );
}

/** What a price says besides its figure, as sentences. */
function termsOf(price: Price | null, language: Language): readonly string[] {
  if (price === null) return [];
  const word = words[language];
  const { membership, vat } = price;
  const amount = (part: { amount: number; period: Price["period"] }) =>
    `${money(part.amount, price.currency, language)} ${word.periods[part.period]}`;
  const percent = "percent" in vat ? count(vat.percent, language) : "";
  const { fee, nonMemberSurcharge: surcharge } = membership;
  const sentences = [
    membership.required ? word.membershipRequired : null,
    fee && word.membershipFee(amount(fee)),
    surcharge && word.surcharge(amount(surcharge), surcharge.who),
    word.vat[vat.regime](percent),
    price.asOf && word.pricedOn(dateWords(price.asOf, language)),
    price.indicative ? word.indicative : null,
    price.note,
  ];
  return sentences.flatMap((sentence) => (sentence ? [closed(upper(sentence))] : []));
}

function SolidarityTerms({ content, language }: TiersProps) {
  const word = words[language];
  const terms = new Map<string, Solidarity>();
  for (const { price } of content.tiers)
    if (price?.solidarity) terms.set(JSON.stringify(price.solidarity), price.solidarity);
  if (terms.size === 0) return null;
  return (
    <>
      <h3 class="gap-above">{word.solidarity}</h3>
      {[...terms.values()].map(({ who, how, paidBy }) => (
        <p class="gap-above" {...spoken(content.language, language)}>
          {word.solidarityText(who, closed(how), paidBy)}
        </p>
      ))}
    </>
  );
}

/** With the full stop that a host may have left out. */
export function closed(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** What a formula is called; one without a title has its number, and the only one needs none. */
export function tierTitle(tiers: readonly Pick<Tier, "id" | "title">[], id: string, language: Language): string {
  const word = words[language];
  const index = tiers.findIndex((tier) => tier.id === id);
  return tiers[index]?.title ?? (tiers.length > 1 ? word.tierNumber(index + 1) : word.oneTier);
}
