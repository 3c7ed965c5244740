import { shownState, takesIn } from "../../src/availability/availability.ts";
import type { Handle } from "../../src/hosts/handles.ts";
import { label, needIri, softwareIri } from "../../src/hosts/vocabularies.ts";
import type { OfferContent } from "../../src/offers/offer.ts";
import { fixedCents, type Price } from "../../src/offers/price.ts";
import { priceLine } from "../../src/offers/price-words.ts";
import { actorIri, actorPage, offerPage, offerSheet, proposalIri, termsIri } from "../addresses.ts";
import { placesWords, stateWords } from "../send/availability-words.ts";
import { words } from "../send/words.ts";
import type { Field } from "../vocabulary/actor.ts";
import { escapeHtml, paragraphs } from "../vocabulary/html.ts";
import { writeOfferActor } from "../vocabulary/offer-actor.ts";
import {
  type Currency,
  currencies,
  type Proposal,
  type ProposedAvailability,
  type ProposedPrice,
  writeProposal,
} from "../vocabulary/proposal.ts";
import { actorOf, linkField, summaryOf, textField } from "./common.ts";
import { hashtags, offerHashtags } from "./hashtags.ts";
import { placeOf } from "./host.ts";
import type { Keys } from "./keys.ts";
import { hostIri, instanceIri, type Local, type LocalOffer } from "./local.ts";

/** The document of a published offer. */
export function offerDocument(local: Local, published: LocalOffer, handle: Handle, keys: Keys) {
  const { origin, host, language } = local;
  const { offer } = published;
  const { labels, offerTitle, offeredBy } = words[language];
  const together = published.joint?.partners ?? [];
  const byHost = `<p>${offeredBy} ${[mentionOf(local), ...together.map(partnerLink)].join(", ")}.</p>`;
  const actor = actorOf(local, handle, keys, {
    title: offerTitle(offer.content.title, host.profile.name),
    summary: summaryOf(offer.content.summary) + byHost,
    url: offerPage(origin, offer.slug),
    fields: fieldsOf(local, published),
    hashtags: offerHashtags(offer.content),
  });
  const addresses = {
    host: hostIri(local),
    proposal: proposalIri(origin, offer.id),
    datasheet: offerSheet(origin, offer.slug),
    instance: instanceIri(origin),
    stamps: together.map(({ name, stamp }) => ({ name: words[language].joint.agreement(name), href: stamp })),
  };
  return writeOfferActor({ ...actor, ...addresses }, { subscribe: labels.subscribe, datasheet: labels.offerSheet });
}

const partnerLink = ({ name, page }: { readonly name: string; readonly page: string }): string =>
  `<a href="${escapeHtml(page)}">${escapeHtml(name)}</a>`;

const mentionOf = ({ origin, host: { handle } }: Local): string =>
  `<a href="${escapeHtml(actorPage(origin, handle))}" class="u-url mention">@${escapeHtml(handle)}</a>`;

function fieldsOf(
  { origin, host, language, now }: Local,
  { offer, availability, joint }: LocalOffer,
): readonly Field[] {
  const { labels } = words[language];
  const served = offer.content.needs.map((need) => label("needs", need, language)).join(", ");
  return [
    ...hostFields([actorPage(origin, host.handle), ...(joint?.partners ?? []).map(({ page }) => page)], language),
    ...textField(labels.service, served),
    ...textField(labels.price, priceLine(offer.content, language)),
    ...textField(labels.state, stateWords(availability, now, language)),
    ...textField(labels.places, availability && placesWords(availability, language)),
    ...linkField(labels.offer, offerPage(origin, offer.slug)),
  ];
}

/** One line for each of those who make it, numbered where there are several. */
function hostFields(pages: readonly string[], language: Local["language"]): readonly Field[] {
  const { labels, joint } = words[language];
  return pages.flatMap((page, at) => linkField(pages.length === 1 ? labels.host : joint.host(at + 1), page));
}

/** The proposal of a published offer, which other instances read. */
export function proposalDocument(local: Local, published: LocalOffer) {
  return writeProposal(proposalOf(local, published));
}

function proposalOf(local: Local, { offer, availability, joint }: LocalOffer): Proposal {
  const { origin } = local;
  const { content } = offer;
  const does = content.does.map((line) => `<li>${escapeHtml(line)}</li>`).join("");
  return {
    id: proposalIri(origin, offer.id),
    offer: actorIri(origin, { id: offer.id, kind: "offer" }),
    name: content.title,
    content: paragraphs(content.summary) + (does === "" ? "" : `<ul>${does}</ul>`),
    url: offerPage(origin, offer.slug),
    published: offer.published ?? offer.created,
    updated: latestOf({ offer, availability }),
    location: placeOf(local),
    hashtags: hashtags(origin, offerHashtags(content)),
    service: serviceOf(content),
    available: availability?.slots ?? null,
    ...priceOf(content),
    availability: proposedAvailability(local, availability),
    datasheet: offerSheet(origin, offer.slug),
    joint: joint && {
      hosts: joint.terms.parts.map(({ actor }) => actor),
      stamps: joint.partners.map(({ stamp }) => stamp),
      terms: termsIri(origin, offer.id),
    },
  };
}

/** When an offer last said something else, of itself or of its availability. */
export function latestOf({
  offer: { created, changed, published },
  availability,
}: Pick<LocalOffer, "offer" | "availability">): Date {
  const times = [created, changed, published, availability?.confirmed].flatMap((instant) => instant?.getTime() ?? []);
  return new Date(Math.max(...times));
}

function serviceOf({ software, needs }: OfferContent): string {
  const known = software.map(({ name }) => softwareIri(name)).find((iri) => iri !== null);
  return known ?? needIri(needs[0] ?? "accompaniment");
}

function priceOf({ tiers }: OfferContent): { readonly price: ProposedPrice | null; readonly freePrice: boolean } {
  const prices = tiers.flatMap(({ price }) => price ?? []);
  const exact = prices.map(proposedPrice).find((price) => price !== null);
  return { price: exact ?? null, freePrice: prices.some(({ model }) => model === "free-price") };
}

// Only what is one exact amount: the rest stands in the data sheet.
function proposedPrice(price: Price): ProposedPrice | null {
  const cents = fixedCents(price);
  return cents === null || !isCurrency(price.currency)
    ? null
    : { cents, currency: price.currency, period: price.period };
}

const isCurrency = (code: string): code is Currency => code in currencies;

function proposedAvailability({ now }: Local, availability: LocalOffer["availability"]): ProposedAvailability | null {
  const state = shownState(availability, now);
  if (availability === null || state === "unknown") return null;
  const shown = takesIn(state) ? "open" : state === "waiting-list" ? "waitlist" : "closed";
  return { state: shown, asOf: availability.confirmed };
}
