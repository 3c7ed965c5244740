import { z } from "zod";
import { type Actor, addressIn, readActor, writeActor } from "./actor.ts";
import { stampRel } from "./stamp.ts";

/** An offer, or a funding request, as a Service that can be followed. */
export interface OfferActor extends Actor {
  /** The address of the host that makes it, or where it is asked. */
  readonly host: string;
  readonly proposal: string;
  /** The whole of it, as JSON. */
  readonly datasheet: string;
  /** The instance it lives on. */
  readonly instance: string;
  /** The signatures of those who make it together, each at its own site. */
  readonly stamps: readonly { readonly name: string; readonly href: string }[];
}

export function writeOfferActor(offer: OfferActor, labels: { readonly subscribe: string; readonly datasheet: string }) {
  const links = [
    { rel: ["payment", proposalRel], mediaType: activityJson, href: offer.proposal, name: labels.subscribe },
    { rel: ["describedby"], mediaType: "application/json", href: offer.datasheet, name: labels.datasheet },
    ...offer.stamps.map((stamp) => ({ rel: [stampRel], mediaType: "application/activity+json", ...stamp })),
  ];
  return writeActor("Service", offer, links, { attributedTo: offer.host, generator: offer.instance });
}

const proposalRel = "https://w3id.org/valueflows/ont/vf#Proposal";
const activityJson = 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"';

const Document = z.object({ type: z.literal("Service") });

/** An offer's actor from its document; null when this is none. */
export function readOfferActor(document: unknown): OfferActor | null {
  const known = Document.safeParse(document).success ? readActor(document) : null;
  if (!known) return null;
  const [host, instance] = [addressIn(document, "attributedTo"), addressIn(document, "generator")];
  const [proposal, datasheet] = [known.hrefOf(proposalRel), known.hrefOf("describedby")];
  if (host === null || instance === null || proposal === null || datasheet === null) return null;
  const stamps = known.links.flatMap(({ rel, name, href }) => (rel.includes(stampRel) ? [{ name, href }] : []));
  return { ...known.actor, host, proposal, datasheet, instance, stamps };
}
