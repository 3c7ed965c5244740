import type { HostProfile } from "../hosts/host.ts";
import type { Offer } from "../offers/offer.ts";
import { noMachine, noSoftware, type Registration, type ServiceContent } from "./service.ts";

/** An offer as a service, for those who look for services: as much as the offer says of it. */
export function offeredService(offer: Offer, host: HostProfile, page: string): ServiceContent {
  const { content, published } = offer;
  const [software] = content.software;
  return {
    name: content.title,
    description: content.summary === "" ? null : content.summary,
    website: content.url ?? page,
    logo: null,
    legalUrl: host.termsUrl,
    technicalGuide: null,
    userGuide: null,
    contactUrl: host.contact.url,
    contactEmail: host.contact.email,
    started: published?.toISOString().slice(0, 10) ?? null,
    ended: null,
    status: "ok",
    statusNote: null,
    registration: registrationOf(offer),
    load: null,
    install: null,
    software: software
      ? {
          ...noSoftware,
          name: software.name,
          website: software.url,
          license: software.license,
          version: software.version,
        }
      : noSoftware,
    machine: { ...noMachine, country: host.country },
    metrics: {},
    extra: {},
  };
}

/** Whoever asks for it and pays is a client; whoever asks and pays nothing just registers. */
function registrationOf({ content: { registration, tiers } }: Offer): readonly Registration[] {
  const paid = tiers.some(({ price }) => price !== null && price.model !== "free");
  if (registration === "none") return ["none"];
  if (registration === "member") return ["member"];
  return registration === "on-request" || paid ? [paid ? "client" : "free"] : [];
}
