import type { AvailabilityStatement } from "../availability/availability.ts";
import type { Accompaniment, OfferContent, Onboarding, Software, Support } from "../offers/offer.ts";
import {
  type Fields,
  giveUp,
  isObject,
  keepAside,
  misread,
  restOf,
  takeAddress,
  takeCode,
  takeCodes,
  takeFlag,
  takeObject,
  takeObjects,
  takeText,
  takeTexts,
} from "./fields.ts";
import { readStatement } from "./sample-statement.ts";
import { readTerritory } from "./sample-territory.ts";
import { readTiers } from "./sample-tiers.ts";

/** An offer of the sample format, and what it says of its availability; null for the latter when it says nothing. */
export interface SampleOffer {
  readonly content: OfferContent;
  readonly statement: AvailabilityStatement | null;
}

/** Reads an offer; what has no place of its own goes to `extra`, under its own name. */
export function readOffer(fields: Fields): SampleOffer {
  keepAside(fields, ...withoutPlace);
  const hint = takeObject(fields, "pricingHint");
  if (hint) keepAside(hint, "text");
  const statement = readStatement(fields);
  const content = { ...readPromise(fields), ...readService(fields), ...readTerms(fields) };
  const extra = { ...restOf(fields), source: marksOf(fields) };
  return { statement, content: { ...content, extra } };
}

/** Fields of the format that are known, and that no page asks for; `notes` are words about the offer, not its host's, as is the text of a `pricingHint`. */
const withoutPlace = [
  ...["id", "needsInferred", "isolationSource", "isolationNote", "featuresColumnUnknown", "softwareColumnUncertain"],
  ...["notes", "count", "costTransparency", "diskRange", "training"],
];

/** Where each part comes from, by its path. They stand under `source`, which is free: each part's own was taken. */
export function marksOf({ reading }: Fields): Record<string, unknown> {
  return reading.sources.size === 0 ? {} : { marks: Object.fromEntries(reading.sources) };
}

type Promised = Pick<
  OfferContent,
  | "title"
  | "summary"
  | "language"
  | "needs"
  | "does"
  | "doesNot"
  | "features"
  | "limits"
  | "audiences"
  | "audiencePriority"
  | "sectors"
  | "techLevels"
  | "notes"
  | "url"
>;

function readPromise(fields: Fields): Promised {
  return {
    title: takeText(fields, "title") ?? "",
    summary: takeText(fields, "summary") ?? "",
    language: "fr",
    needs: takeCodes(fields, "needs", "needs"),
    does: takeTexts(fields, "does"),
    doesNot: takeTexts(fields, "doesNot"),
    features: takeTexts(fields, "features"),
    limits: takeTexts(fields, "limits"),
    audiences: takeCodes(fields, "audiences", "audiences"),
    audiencePriority: takeCodes(fields, "audiencePriority", "audiences"),
    sectors: takeCodes(fields, "sectors", "audienceSectors"),
    techLevels: takeCodes(fields, "techLevels", "techLevels"),
    notes: [],
    url: takeAddress(fields, "url"),
  };
}

type Service = Pick<
  OfferContent,
  | "software"
  | "isolation"
  | "accompaniment"
  | "support"
  | "maintenance"
  | "backups"
  | "exit"
  | "continuity"
  | "onboarding"
>;

function readService(fields: Fields): Service {
  return {
    software: takeObjects(fields, "software").flatMap(readSoftware),
    isolation: takeCode(fields, "isolation", "isolation") as OfferContent["isolation"],
    accompaniment: readAccompaniment(fields),
    support: readSupport(takeObject(fields, "support")),
    maintenance: takeText(fields, "maintenance"),
    backups: takeText(fields, "backups"),
    exit: { notice: null, formats: [], help: null },
    continuity: takeText(fields, "continuity"),
    onboarding: readOnboarding(takeObject(fields, "onboarding")),
  };
}

function readSoftware(fields: Fields): readonly Software[] {
  const name = takeText(fields, "name");
  if (name === null) {
    giveUp(fields, "missing", "name");
    return [];
  }
  const [version, license] = [takeText(fields, "version"), takeText(fields, "license")];
  return [{ name, version, license, url: takeAddress(fields, "url") }];
}

function readAccompaniment(fields: Fields): Accompaniment {
  const followUp = takeObject(fields, "followUp");
  return {
    included: takeCodes(fields, "accompaniment", "accompaniment"),
    notIncluded: takeCodes(fields, "notIncluded", "accompaniment"),
    formats: takeCodes(fields, "formats", "accompanimentFormats"),
    steps: takeTexts(fields, "steps"),
    followUp: followUp && { short: takeText(followUp, "short"), long: takeText(followUp, "long") },
  };
}

function readSupport(fields: Fields | null): Support {
  if (fields === null) return { included: null, channels: [], hours: null, answerWithin: null, note: null };
  keepAside(fields, "label");
  return {
    included: takeFlag(fields, "included"),
    channels: takeTexts(fields, "channels"),
    hours: takeText(fields, "hours"),
    answerWithin: takeText(fields, "answerWithin"),
    note: takeText(fields, "note"),
  };
}

function readOnboarding(fields: Fields | null): Onboarding {
  if (fields === null) return { delay: null, commitment: null, text: null };
  keepAside(fields, "effort");
  return {
    delay: takeText(fields, "delay"),
    commitment: takeText(fields, "commitment"),
    text: takeText(fields, "text"),
  };
}

type Terms = Pick<
  OfferContent,
  "tiers" | "territory" | "conditions" | "registration" | "requiresPartnerRole" | "addonTo"
>;

function readTerms(fields: Fields): Terms {
  const membersOnly = saysMembersOnly(fields);
  return {
    tiers: readTiers(fields),
    territory: readTerritory(takeObject(fields, "territory")),
    conditions: takeText(fields, "conditions"),
    registration: takeRegistration(fields) ?? (membersOnly ? "member" : null),
    requiresPartnerRole: takeCode(fields, "requiresPartnerRole", "partnershipRoles"),
    addonTo: takeText(fields, "addonTo"),
  };
}

const registrations = ["none", "on-request", "member"] as const;

function takeRegistration(fields: Fields): OfferContent["registration"] {
  const registration = takeText(fields, "registration");
  const known = registrations.find((one) => one === registration) ?? null;
  if (registration !== null && known === null) misread(fields, "registration", "unknown-code", registration);
  return known;
}

/** Some offers say of their price only that it is for members. */
function saysMembersOnly({ object: { pricing } }: Fields): boolean {
  return isObject(pricing) && pricing["model"] === undefined && pricing["membershipRequired"] === true;
}
