import { type RawBuilder, sql } from "kysely";
import type { OfferSheet } from "./catalogue.ts";

/** What a row says now, to be held against what it said when it was kept. */
export const sealOfRow = sql<string>`offer_seal(catalogue_offers.content, catalogue_offers.availability, catalogue_offers.version,
  concat_ws(' ', catalogue_offers.host, catalogue_offers.proposal, catalogue_offers.handle, catalogue_offers.slug, catalogue_offers.url))`;

/** The same of a sheet, as it comes. */
export function sealOf(sheet: OfferSheet): RawBuilder<string> {
  const { content, availability } = textsOf(sheet);
  const { host, proposal, handle, slug, url, version } = sheet;
  const addresses = [host, proposal, handle, slug, url].join(" ");
  return sql<string>`offer_seal(${content}::jsonb, ${availability}::jsonb, ${version}, ${addresses})`;
}

/** What a sheet says, as its row has it. */
export function textsOf({ content, availability, joint }: OfferSheet) {
  return {
    content: JSON.stringify(content),
    availability: availability && JSON.stringify(availability),
    joint: joint && JSON.stringify(joint),
  };
}
