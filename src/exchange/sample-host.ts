import type { Capability, HostProfile } from "../hosts/host.ts";
import { emptyProfile } from "../hosts/host.ts";
import type { OfferContent } from "../offers/offer.ts";
import {
  type Fields,
  giveUp,
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
  takeValue,
} from "./fields.ts";
import { marksOf } from "./sample-offer.ts";
import { readTerritory } from "./sample-territory.ts";

/** What the rest of the file knows of other hosts, by id, as it stands there. */
export type Neighbours = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Reads who a host is; its `offers` are read apart. What has no place of its own goes to `extra`. */
export function readHost(fields: Fields, offers: readonly OfferContent[], neighbours: Neighbours): HostProfile {
  takeValue(fields, "offers");
  const hostless = takeFlag(fields, "hostsNothing") ?? false;
  if (hostless) fields.aside.set("hostsNothing", true);
  keepAside(fields, "id");
  const facts = takeObjects(fields, "facts").flatMap(readFact);
  const referrals = takeObjects(fields, "referrals").flatMap(readReferral);
  const profile: HostProfile = {
    ...emptyProfile(takeText(fields, "name") ?? "", "fr"),
    ...readIdentity(fields),
    languages: withFact(takeTexts(fields, "languages"), facts, "languages"),
    dataLocation: takeText(fields, "dataLocation") ?? textFact(facts, "dataLocation"),
    capabilities: capabilitiesOf(hostless, offers),
    territory: readTerritory(takeObject(fields, "territory")),
    doesNot: takeTexts(fields, "doesNot"),
    solidarity: readSolidarity(takeObject(fields, "solidarity")),
    facts,
    referrals: referrals.map(({ to, why }) => ({ to: nameOf(to, neighbours), why })),
  };
  const source = { ...marksOf(fields), ...referredOf(referrals, neighbours) };
  return { ...profile, extra: { ...restOf(fields), source } };
}

function readIdentity(fields: Fields): Partial<HostProfile> {
  return {
    tagline: takeText(fields, "tagline"),
    summary: takeText(fields, "summary") ?? "",
    website: takeAddress(fields, "website"),
    legalForm: takeCode(fields, "legalForm", "legalForms"),
    country: takeMatching(fields, "country", /^[A-Z]{2}$/),
    commune: takeMatching(fields, "commune", /^com:[0-9][0-9AB][0-9]{3}$/),
    identifiers: takeObjects(fields, "identifiers").flatMap(readIdentifier),
    memberOf: takeTexts(fields, "memberOf"),
    termsUrl: takeAddress(fields, "termsUrl"),
  };
}

function readIdentifier(fields: Fields): HostProfile["identifiers"] {
  const [scheme, value] = [takeText(fields, "scheme"), takeText(fields, "value")];
  if (scheme !== null && value !== null) return [{ scheme, value }];
  giveUp(fields, "missing", scheme === null ? "scheme" : "value");
  return [];
}

function readFact(fields: Fields): HostProfile["facts"] {
  const name = takeText(fields, "k");
  if (name !== null && fields.open.has("v")) {
    return [{ name, value: takeValue(fields, "v"), note: takeText(fields, "note") }];
  }
  giveUp(fields, "missing", name === null ? "k" : "v");
  return [];
}

function readReferral(fields: Fields): HostProfile["referrals"] {
  const to = takeText(fields, "to");
  if (to !== null) return [{ to, why: takeText(fields, "why") }];
  giveUp(fields, "missing", "to");
  return [];
}

function readSolidarity(fields: Fields | null): HostProfile["solidarity"] {
  if (fields === null) return null;
  const how = takeText(fields, "policy");
  if (how === null) {
    giveUp(fields, "missing", "policy");
    return null;
  }
  return {
    how,
    who: takeCodes(fields, "eligible", "audiences"),
    notFor: takeCodes(fields, "notEligible", "audiences"),
  };
}

/** A host that gives accompaniment only is one all the same. */
function capabilitiesOf(hostless: boolean, offers: readonly OfferContent[]): readonly Capability[] {
  const given = new Set(offers.flatMap(({ accompaniment }) => accompaniment.included));
  const needs = new Set(offers.flatMap((offer) => offer.needs));
  const trains = given.has("training") || given.has("train-the-trainer");
  const accompanies = [...given].some((code) => code !== "training" && code !== "train-the-trainer");
  const found: readonly (Capability | false)[] = [
    !hostless && "hosting",
    (accompanies || (hostless && !trains)) && "accompaniment",
    trains && "training",
    needs.has("refurbished-hardware") && "hardware",
    given.has("funding-search") && "funding-advice",
  ];
  return found.filter((capability) => capability !== false);
}

/** Some files say among their facts what has a place of its own. */
function withFact(said: readonly string[], facts: HostProfile["facts"], name: string): readonly string[] {
  const value = facts.find((fact) => fact.name === name)?.value;
  const more = Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
  return [...new Set([...said, ...more])];
}

function textFact(facts: HostProfile["facts"], name: string): string | null {
  const value = facts.find((fact) => fact.name === name)?.value;
  return typeof value === "string" ? value : null;
}

function nameOf(id: string, neighbours: Neighbours): string {
  const name = neighbours.get(id)?.["name"];
  return typeof name === "string" ? name : id;
}

/** What the file says of those this host points at, in the order of the referrals. */
function referredOf(referrals: HostProfile["referrals"], neighbours: Neighbours): Record<string, unknown> {
  if (referrals.length === 0) return {};
  return { referred: referrals.map(({ to }) => ({ id: to, ...neighbours.get(to) })) };
}

function takeMatching(fields: Fields, key: string, pattern: RegExp): string | null {
  const value = takeText(fields, key);
  if (value === null || pattern.test(value)) return value;
  misread(fields, key, "unknown-code", value);
  return null;
}
