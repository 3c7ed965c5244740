import type { HostSheet, OfferSheet } from "../../src/catalogue/catalogue.ts";
import { readHostSheet, readOfferSheet, type Source } from "../../src/catalogue/sheets.ts";
import { centsIn, centsWithin, decimalsOf, decimalsWithin } from "../vocabulary/datasheet.ts";

/** An offer's data sheet as JSON; `id` is where it stands. */
export function writeOfferSheet({ content, joint, ...sheet }: OfferSheet, id: string) {
  const together = joint && { joint: { ...joint, terms: decimalsWithin(joint.terms) } };
  return { id, ...sheet, offer: decimalsOf(content), ...together };
}

/** The inverse, of what an instance says of its own; null when it cannot be read. */
export function readOffer(json: unknown, source: Source): OfferSheet | null {
  if (typeof json !== "object" || json === null || !("offer" in json)) return null;
  const together = "joint" in json ? { joint: centsWithin(json.joint) } : {};
  return readOfferSheet({ ...json, offer: centsIn(json.offer), ...together }, source);
}

/** The host's data sheet as JSON. */
export function writeHostSheet({ actor, handle, url, logo, profile }: HostSheet, id: string, changed: Date) {
  return { id, actor, handle, url, logo, changed, profile };
}

/** The inverse, of what an instance says of its own host. */
export const readHostDatasheet = (json: unknown, origin: string): HostSheet | null => readHostSheet(json, { origin });
