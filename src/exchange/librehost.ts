import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { changeHost } from "../hosts/changes.ts";
import { StoredProfile } from "../hosts/form.ts";
import type { Host, HostProfile } from "../hosts/host.ts";
import { findHost } from "../hosts/queries.ts";
import { isCode } from "../hosts/vocabularies.ts";
import type { ImportRefusal, ImportReport, LineOf, Misreading } from "./exchange.ts";
import {
  type Fields,
  fieldsOf,
  isObject,
  misread,
  type Reading,
  restOf,
  takeAddress,
  takeText,
  takeTexts,
  takeValue,
} from "./fields.ts";
import { storable } from "./storable.ts";

const Instant = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()]);
const Address = z.url({ protocol: /^https?$/ }).max(2_000);

/** What this site has no place of its own for: kept as it came, and written back. */
const kept: Readonly<Record<string, readonly [z.ZodType, Misreading]>> = {
  "@type": [z.string().regex(/Organization$|^NGO$|^Corporation$/), "unknown-code"],
  version: [z.string(), "not-a-text"],
  logo: [Address, "not-an-address"],
  privacyPolicyUrl: [Address, "not-an-address"],
  isServiceProvider: [z.boolean(), "not-yes-or-no"],
  // A year, or a day: the format's authors disagree.
  foundingDate: [z.union([z.int().min(1).max(9999), z.string().regex(/^\d{4}$/), Instant]), "not-a-day"],
  dateCreated: [Instant, "not-a-day"],
};

/** What the profile itself says. */
const ofProfile = [
  "name",
  "tagLine",
  "homeUrl",
  "description",
  "communicationLanguages",
  "contactUrl",
  "termsOfServiceUrl",
];

const schemaOrg = /^https?:\/\/schema\.org\/?$/;

/** Whether a document says that it is a librehost.json, whole or not. */
export function isLibrehost(document: unknown): boolean {
  return (
    isObject(document) &&
    (schemaOrg.test(String(document["@context"])) || "homeUrl" in document || "tagLine" in document)
  );
}

/** Fills the profile of this site's host with what a librehost.json says; what it does not say stays. */
export async function importLibrehost(
  tx: Transaction,
  document: unknown,
  { lineOf, now }: { readonly lineOf: LineOf; readonly now: Date },
): Promise<Outcome<ImportReport, ImportRefusal>> {
  const host = await findHost(tx);
  if (host === null) return refused("not-set-up");
  const reading: Reading = { lineOf, problems: [], base: [], sources: new Map() };
  const read = readLibrehost(document, host.profile, reading);
  if (!read.done) return read;
  if (!isDeepStrictEqual(read.value, host.profile)) await changeHost(tx, read.value, now);
  return done({ host: read.value.name, taken: [], changed: [], unchanged: [], notUnderstood: reading.problems });
}

/** The profile as the document changes it. */
export function readLibrehost(
  document: unknown,
  current: HostProfile,
  reading: Reading,
): Outcome<HostProfile, ImportRefusal> {
  if (!isLibrehost(document) || !isObject(document)) return refused("not-this-format");
  if (!storable(document)) return refused("unstorable-characters");
  // `source` is no mark of this format.
  const { source, ...marked } = document;
  const fields = fieldsOf(marked, [], reading);
  if (source !== undefined) fields.open.set("source", source);
  checkFile(fields);
  const said = readProfile(fields, current);
  for (const [name, [shape, reason]] of Object.entries(kept)) keepIf(fields, name, shape, reason);
  const aside = restOf(fields);
  const extra = Object.keys(aside).length > 0 ? { ...current.extra, librehost: aside } : current.extra;
  const stored = StoredProfile.safeParse({ ...current, ...said, extra });
  return stored.success && stored.data.name.trim() !== "" ? done(stored.data) : refused("host-malformed");
}

/** The other way: what this host publishes of itself at /librehost.json. */
export function writeLibrehost({ profile, created, changed }: Host, origin: string): Record<string, unknown> {
  const said = {
    organizationType: profile.legalForm,
    name: profile.name,
    tagLine: profile.tagline,
    homeUrl: profile.website ?? origin,
    description: profile.summary || null,
    communicationLanguages: profile.languages.length > 0 ? profile.languages : [profile.language],
    contactUrl: profile.contact.url,
    termsOfServiceUrl: profile.termsUrl,
  };
  return {
    ...{ "@context": "http://schema.org", version: "0.0.1", "@type": "Organization" },
    ...{ isServiceProvider: profile.capabilities.length > 0, dateCreated: created.toISOString() },
    ...broughtAlong(profile.extra["librehost"]),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
    dateModified: changed.toISOString(),
  };
}

/** What an import kept, as far as it was understood or is nobody's to understand. */
function broughtAlong(aside: unknown): Record<string, unknown> {
  const fits = ([name, value]: [string, unknown]) =>
    kept[name]?.[0].safeParse(value).success ?? !checked.includes(name);
  return isObject(aside) ? Object.fromEntries(Object.entries(aside).filter(fits)) : {};
}

const checked = ["@context", "dateModified", ...ofProfile];

function checkFile(fields: Fields): void {
  const context = takeValue(fields, "@context");
  if (!schemaOrg.test(String(context)))
    misread(fields, "@context", context === undefined ? "missing" : "unknown-code", context);
  if (fields.open.get("@type") === undefined) misread(fields, "@type", "missing");
  // It says when the other file was changed; ours says when this profile was.
  const modified = takeValue(fields, "dateModified");
  if (modified !== undefined && !Instant.nullable().safeParse(modified).success)
    misread(fields, "dateModified", "not-a-day", modified);
}

function keepIf(fields: Fields, name: string, shape: z.ZodType, reason: Misreading): void {
  const value = takeValue(fields, name);
  if (value === undefined || value === null) return;
  if (shape.safeParse(value).success) fields.aside.set(name, value);
  else misread(fields, name, reason, value);
}

function readProfile(fields: Fields, current: HostProfile): Partial<HostProfile> {
  const languages = takeTexts(fields, "communicationLanguages");
  const contact = takeAddress(fields, "contactUrl");
  return {
    name: takeText(fields, "name")?.trim() ?? current.name,
    tagline: takeText(fields, "tagLine") ?? current.tagline,
    summary: takeText(fields, "description") ?? current.summary,
    website: takeAddress(fields, "homeUrl") ?? current.website,
    termsUrl: takeAddress(fields, "termsOfServiceUrl") ?? current.termsUrl,
    legalForm: takeLegalForm(fields) ?? current.legalForm,
    languages: languages.length > 0 ? languages : current.languages,
    contact: contact === null ? current.contact : { ...current.contact, url: contact },
  };
}

/** A code of ours, in whatever case it is written; another one is kept aside. */
function takeLegalForm(fields: Fields): string | null {
  const text = takeText(fields, "organizationType");
  const code = text?.toLowerCase().replaceAll(/[\s_]+/g, "-") ?? null;
  if (text === null || code === null || isCode("legalForms", code)) return code;
  misread(fields, "organizationType", "unknown-code", text);
  return null;
}
