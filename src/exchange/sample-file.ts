import type { AvailabilityStatement } from "../availability/availability.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { StoredProfile } from "../hosts/form.ts";
import type { HostProfile } from "../hosts/host.ts";
import { StoredOffer } from "../offers/form.ts";
import { type OfferContent, slugOf, slugPattern } from "../offers/offer.ts";
import type { ImportRefusal, LineOf, NotUnderstood, Path } from "./exchange.ts";
import {
  type Fields,
  fieldsOf,
  isObject,
  misread,
  type Reading,
  report,
  restOf,
  takeObject,
  takeObjects,
  takeValue,
} from "./fields.ts";
import { type Neighbours, readHost } from "./sample-host.ts";
import { readOffer } from "./sample-offer.ts";
import { storable } from "./storable.ts";

/** One host of a file in the sample format, read. */
export interface SampleHost {
  readonly profile: HostProfile;
  readonly offers: readonly SlottedOffer[];
  readonly problems: readonly NotUnderstood[];
}

export interface SlottedOffer {
  readonly slug: string;
  readonly path: Path;
  readonly content: OfferContent;
  readonly statement: AvailabilityStatement | null;
}

/** Reads one host, by its id in the file, with all its offers. */
export function readSample(document: unknown, host: string, lineOf: LineOf): Outcome<SampleHost, ImportRefusal> {
  if (!isObject(document) || !Array.isArray(document["hosts"])) return refused("not-this-format");
  if (!storable(document)) return refused("unstorable-characters");
  const hosts: readonly unknown[] = document["hosts"];
  const index = hosts.findIndex((one) => isObject(one) && one["id"] === host);
  const found = hosts[index];
  if (!isObject(found)) return refused("host-not-in-file");
  const base = ["hosts", index];
  const reading: Reading = { lineOf, problems: [], base, sources: new Map() };
  const { offers, misfits } = readOffers(found, reading);
  const fields = fieldsOf({ ...found, offers: undefined }, base, reading);
  const profile = readHost(
    fields,
    offers.map(({ content }) => content),
    neighboursOf(document),
  );
  const file = readFile(document, reading, [profile.extra, offers]);
  const extra = { ...profile.extra, ...misfits, source: { ...(profile.extra["source"] as object), ...file } };
  const stored = StoredProfile.safeParse({ ...profile, extra });
  if (!stored.success || stored.data.name.trim() === "") return refused("host-malformed");
  return done({ profile: stored.data, offers, problems: reading.problems });
}

/** What the file says besides its hosts: what the source marks that were used stand for, and what nobody knows. */
function readFile(
  document: Readonly<Record<string, unknown>>,
  reading: Reading,
  used: unknown,
): Record<string, unknown> {
  const fields = fieldsOf(document, [], { ...reading, sources: new Map() });
  for (const key of ["hosts", "referralStubs"]) takeValue(fields, key);
  const meta = takeObject(fields, "meta");
  const texts = meta ? takeValue(meta, "sources") : undefined;
  if (meta) for (const key of ["made", "rules"]) takeValue(meta, key);
  const file = restOf(fields);
  const marks = new Set(JSON.stringify(used).match(/(?<=")[^"]+(?=")/g));
  const known = Object.entries(isObject(texts) ? texts : {}).filter(([mark]) => marks.has(mark));
  return {
    ...(known.length > 0 ? { texts: Object.fromEntries(known) } : {}),
    ...(Object.keys(file).length > 0 ? { file } : {}),
  };
}

function neighboursOf(document: Readonly<Record<string, unknown>>): Neighbours {
  const { hosts, referralStubs } = document;
  const stubs = (Array.isArray(referralStubs) ? referralStubs : []).filter(isObject);
  const known = (hosts as readonly unknown[]).filter(isObject).map(({ id, name, website }) => ({ id, name, website }));
  return new Map([...stubs, ...known].map((one) => [String(one["id"]), one]));
}

/** The offers of a host, and those that cannot be stored as one. */
function readOffers(host: Readonly<Record<string, unknown>>, reading: Reading) {
  const list = fieldsOf({ offers: host["offers"] }, reading.base, { ...reading, sources: new Map() });
  const parts = takeObjects(list, "offers");
  list.parts.clear();
  const misfits = [list.aside.get("offers") ?? []].flat();
  const offers: SlottedOffer[] = [];
  for (const { object, path } of parts) {
    const offer = readSlotted(fieldsOf(object, path, { ...reading, base: path, sources: new Map() }));
    if (offer !== null && offers.every(({ slug }) => slug !== offer.slug)) offers.push(offer);
    else misfits.push(object);
    if (offer !== null && !offers.includes(offer)) report(list, ["offers", path.at(-1) ?? 0, "id"], "said-twice");
  }
  return { offers, misfits: misfits.length === 0 ? {} : { offers: misfits } };
}

function readSlotted(fields: Fields): SlottedOffer | null {
  const slug = slugFor(fields);
  const { content, statement } = readOffer(fields);
  const stored = StoredOffer.safeParse(content);
  if (stored.success && stored.data.title !== "") {
    return { slug: slug ?? (slugOf(content.title) || "offre"), path: fields.path, content: stored.data, statement };
  }
  if (stored.success) report(fields, ["title"], "missing");
  else report(fields, [], "offer-refused");
  return null;
}

/** The offer's own id, where it can stand in an address. */
function slugFor(fields: Fields): string | null {
  const { id } = fields.object;
  if (typeof id === "string" && slugPattern.test(id)) return id;
  misread(fields, "id", id === undefined ? "missing" : "unknown-code");
  return null;
}
