import type { Availability } from "../../src/availability/availability.ts";
import { listAvailabilities } from "../../src/availability/queries.ts";
import type { ListedJoint } from "../../src/catalogue/catalogue.ts";
import type { Reader } from "../../src/foundation/database.ts";
import type { Language } from "../../src/foundation/language.ts";
import { availabilityName, findHandle, type Handle, instanceName } from "../../src/hosts/handles.ts";
import type { Host } from "../../src/hosts/host.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { listJoint } from "../../src/joint/listed.ts";
import type { Offer } from "../../src/offers/offer.ts";
import { listOffers } from "../../src/offers/queries.ts";
import { actorIri } from "../addresses.ts";
import type { Reach } from "../reach.ts";

/** Those who speak from here, and what they have to say, as it stands at one moment. */
export interface Local {
  readonly origin: string;
  /** The language the host's accounts speak. */
  readonly language: Language;
  readonly now: Date;
  readonly instance: Handle;
  readonly host: Host;
  /** A hub has none. */
  readonly availability: Handle | null;
  readonly offers: readonly LocalOffer[];
}

/** A published offer, with what its host last said of its availability. */
export interface LocalOffer {
  readonly offer: Offer;
  readonly availability: Availability | null;
  /** Null where our host makes it alone. */
  readonly joint: ListedJoint | null;
}

/** What this site has to say now; null before the set-up. */
export async function findLocal(
  reader: Reader,
  { origin, language }: Pick<Reach, "origin" | "language">,
  now: Date,
): Promise<Local | null> {
  const host = await findHost(reader);
  const instance = await findHandle(reader, instanceName);
  if (host === null || instance === null) return null;
  const published = await listOffers(reader, { states: ["published"] });
  const said = await listAvailabilities(reader);
  const together = await listJoint(reader);
  const offers = published.map((offer) => {
    return { offer, availability: said.get(offer.id) ?? null, joint: together.get(offer.id) ?? null };
  });
  return {
    ...{ origin, now, host, instance, offers },
    language: languageOf(host.profile.language, language),
    availability: await findHandle(reader, availabilityName),
  };
}

/** A language that our words come in: the host's own, else that of the site. */
function languageOf(wanted: string, fallback: Language): Language {
  return wanted.startsWith("fr") ? "fr" : wanted.startsWith("en") ? "en" : fallback;
}

/** The name and address of the host. */
export function hostHandle({ host: { id, handle: name, created } }: Local): Handle {
  return { id, name, kind: "host", created, gone: null };
}

export const hostIri = ({ origin, host }: Local): string => actorIri(origin, { id: host.id, kind: "host" });
export const instanceIri = (origin: string): string => actorIri(origin, { id: "", kind: "instance" });

/** When the host last said who can get in, of any offer; null when it never did. */
export function lastSaid({ offers }: Local): Date | null {
  const said = offers.flatMap(({ availability }) => availability?.confirmed.getTime() ?? []);
  return said.length === 0 ? null : new Date(Math.max(...said));
}
