import { needs } from "../hosts/vocabularies.ts";
import { noAccompaniment, noExit, noOnboarding, noSupport } from "../offers/form.ts";
import type { OfferContent } from "../offers/offer.ts";
import type { Registration, ServiceContent } from "./service.ts";

/** A first draft of the offer that a service could be: what the service says, for the host to complete. */
export function draftOf(service: ServiceContent, language: string): OfferContent {
  const { name, version, license, website } = service.software;
  return {
    ...emptyOffer,
    language,
    title: service.name,
    summary: service.description ?? "",
    needs: name === null ? [] : needsMetBy(name),
    software: name === null ? [] : [{ name, version, license, url: website }],
    registration: registrationOf(service.registration),
    url: service.website,
  };
}

/** The needs that a piece of software is known for, as far as the vocabulary names it: the longest name that fits. */
export function needsMetBy(software: string): readonly string[] {
  const words = wordsOf(software);
  for (let length = words.length; length > 0; length -= 1) {
    const codes = codesBySoftware.get(words.slice(0, length).join(" "));
    if (codes !== undefined) return codes;
  }
  return [];
}

const codesBySoftware: ReadonlyMap<string, readonly string[]> = bySoftware();

function bySoftware(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { code, softwareExamples } of needs) {
    for (const example of softwareExamples.flatMap((names) => names.split("/"))) {
      const name = wordsOf(example).join(" ");
      found.set(name, [...(found.get(name) ?? []), code]);
    }
  }
  return found;
}

// "Rocket.Chat" and "rocket-chat" are the same; "Etherpad Lite" begins with "Etherpad".
function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The offer says it of one registration; a service open to several kinds of people leaves it to the host. */
function registrationOf(said: readonly Registration[]): OfferContent["registration"] {
  const [only, ...others] = said;
  if (only === undefined || others.length > 0) return null;
  return ({ none: "none", free: null, member: "member", client: "on-request" } as const)[only];
}

const emptyOffer: OfferContent = {
  title: "",
  summary: "",
  language: "fr",
  needs: [],
  does: [],
  doesNot: [],
  features: [],
  limits: [],
  audiences: [],
  audiencePriority: [],
  sectors: [],
  techLevels: [],
  software: [],
  isolation: null,
  tiers: [],
  accompaniment: noAccompaniment,
  support: noSupport,
  maintenance: null,
  backups: null,
  exit: noExit,
  continuity: null,
  onboarding: noOnboarding,
  territory: null,
  conditions: null,
  registration: null,
  requiresPartnerRole: null,
  addonTo: null,
  url: null,
  notes: [],
  extra: {},
};
