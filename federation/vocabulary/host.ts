import { z } from "zod";
import { type Actor, addressIn, readActor, writeActor } from "./actor.ts";
import { namespace } from "./contexts.ts";
import { type Place, PlaceShape, writePlace } from "./place.ts";
import { listOf, orNull } from "./shapes.ts";

/** A host as an Organization that can be followed. */
export interface HostActor extends Actor {
  /** The address of the actor that tells of its availability. */
  readonly availability: string | null;
  /** The whole profile, as JSON. */
  readonly datasheet: string;
  /** Where it lists for whom it vouches; null for one that does not. */
  readonly vouches: string | null;
  /** Where it lists what it says of others' claims; null for one that does not. */
  readonly reviews: string | null;
  readonly location: Place | null;
  readonly legalForm: string | null;
  readonly dataLocation: string | null;
  /** Its collections: offers, then partners. */
  readonly streams: readonly string[];
  /** The instance it lives on. */
  readonly instance: string;
}

export function writeHost(
  host: HostActor,
  labels: {
    readonly availability: string;
    readonly datasheet: string;
    readonly vouches: string;
    readonly reviews: string;
  },
) {
  const availability = host.availability && {
    rel: [availabilityRel],
    mediaType: "application/activity+json",
    href: host.availability,
    name: labels.availability,
  };
  const datasheet = {
    rel: ["describedby"],
    mediaType: "application/json",
    href: host.datasheet,
    name: labels.datasheet,
  };
  const vouches = host.vouches && {
    rel: [vouchesRel],
    mediaType: "application/activity+json",
    href: host.vouches,
    name: labels.vouches,
  };
  const reviews = host.reviews && {
    rel: [reviewsRel],
    mediaType: "application/activity+json",
    href: host.reviews,
    name: labels.reviews,
  };
  const links = [availability, datasheet, vouches, reviews].filter((link) => link !== null && link !== "");
  return writeActor("Organization", host, links, {
    ...(host.location && { location: writePlace(host.location) }),
    ...(host.legalForm !== null && { legalForm: host.legalForm }),
    ...(host.dataLocation !== null && { dataLocation: host.dataLocation }),
    streams: host.streams,
    generator: host.instance,
  });
}

const availabilityRel = `${namespace}availability`;
const vouchesRel = `${namespace}vouches`;
const reviewsRel = `${namespace}reviews`;

const Document = z.object({
  type: z.literal("Organization"),
  location: orNull(PlaceShape),
  legalForm: orNull(z.string()),
  dataLocation: orNull(z.string()),
  streams: listOf(z.url()),
});

/** A host from its document; null when this is none. */
export function readHost(document: unknown): HostActor | null {
  const read = Document.safeParse(document);
  const known = readActor(document);
  const instance = read.success ? addressIn(document, "generator") : null;
  const datasheet = known?.hrefOf("describedby");
  if (!read.success || !known || !datasheet || instance === null) return null;
  const { type: _, ...rest } = read.data;
  const [vouches, reviews] = [known.hrefOf(vouchesRel), known.hrefOf(reviewsRel)];
  const availability = known.hrefOf(availabilityRel);
  return { ...known.actor, ...rest, availability, vouches, reviews, datasheet, instance };
}
