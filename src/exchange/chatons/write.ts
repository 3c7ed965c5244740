import { type Availability, shownState } from "../../availability/availability.ts";
import type { Host } from "../../hosts/host.ts";
import { chatonsCode } from "../../hosts/vocabularies.ts";
import type { Offer } from "../../offers/offer.ts";
import { offeredService } from "../../services/offered.ts";
import type { Service, ServiceContent } from "../../services/service.ts";
import { writeLine } from "./lines.ts";
import { writeOrganization } from "./organization.ts";
import { writeService } from "./service.ts";

/** All that a host's ChatonsInfos files are made of. */
export interface ChatonsSource {
  readonly origin: string;
  readonly host: Host;
  readonly services: readonly Service[];
  /** The published ones. */
  readonly offers: readonly Offer[];
  /** By the offer's id. */
  readonly availabilities: ReadonlyMap<string, Availability>;
  readonly now: Date;
}

export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Where the files stand on this site. */
export const chatonsFolder = "/.well-known/chatonsinfos";

/** The host's own file first, then one for each service and for each published offer that no service stands for. */
export function writeChatonsFiles(source: ChatonsSource): readonly NamedText[] {
  const services = listWritten(source);
  const changed = Math.max(source.host.changed.getTime(), ...services.map((one) => one.changed.getTime()));
  const subs = services.map(
    ({ slug, name }) => [`subs.${slug.replaceAll("-", "_")}`, `${source.origin}${chatonsFolder}/${name}`] as const,
  );
  const organization = {
    name: organizationFile,
    text: writeFile(source.origin, organizationFile, "Organization", new Date(changed), [
      ...writeOrganization(source.host.profile, source.origin),
      ...subs,
    ]),
  };
  const files = services.map(({ name, content, changed }) => ({
    name,
    text: writeFile(source.origin, name, "Service", changed, writeService(content)),
  }));
  return [organization, ...files];
}

const organizationFile = "organization.properties";

/** The name of a service's file. */
export function serviceFile(slug: string): string {
  return `service-${slug}.properties`;
}

interface Written {
  readonly slug: string;
  readonly name: string;
  readonly content: ServiceContent;
  readonly changed: Date;
}

function listWritten(source: ChatonsSource): readonly Written[] {
  const slugs = new Set(source.services.map(({ slug }) => slug));
  const offered = new Set(source.services.flatMap(({ offer }) => offer ?? []));
  const alone = source.offers.filter(({ id, slug }) => !offered.has(id) && !slugs.has(slug));
  return [
    ...source.services.map((service) => writtenService(source, service)),
    ...alone.map((offer) => writtenOffer(source, offer)),
  ];
}

function writtenService(source: ChatonsSource, { slug, content, offer, changed }: Service): Written {
  const load = offer === null ? null : loadOf(source, offer);
  return { slug, name: serviceFile(slug), content: { ...content, load: load ?? content.load }, changed };
}

function writtenOffer(source: ChatonsSource, offer: Offer): Written {
  const { host, origin } = source;
  const content = offeredService(offer, host.profile, `${origin}/offers/${offer.slug}`);
  const changed = new Date(Math.max(offer.changed.getTime(), host.changed.getTime()));
  return {
    slug: offer.slug,
    name: serviceFile(offer.slug),
    content: { ...content, load: loadOf(source, offer.id) },
    changed,
  };
}

/** What the format can say of an offer's availability; nothing of one that is not published or no longer known. */
function loadOf({ offers, availabilities, now }: ChatonsSource, offer: string): ServiceContent["load"] {
  if (offers.every(({ id }) => id !== offer)) return null;
  const code = chatonsCode("availability", shownState(availabilities.get(offer) ?? null, now));
  if (code === null) return null;
  return code === "OPEN" ? "open" : "full";
}

type Pairs = readonly (readonly [string, string])[];

// The date is the last change's, not that of the writing: the same state is the same text.
function writeFile(origin: string, name: string, what: string, changed: Date, lines: Pairs): string {
  const file: Pairs = [
    ["file.class", what],
    ["file.protocol", "ChatonsInfos-0.5"],
    ["file.datetime", changed.toISOString().slice(0, 19)],
    ["file.generator", "Essaim"],
    ["file.url", `${origin}${chatonsFolder}/${name}`],
  ];
  const own = new Set(file.map(([key]) => key));
  const rows = [...file, ...lines.filter(([key]) => !own.has(key.toLowerCase()))];
  return `${rows.map(([key, value], index) => heading(key, rows[index - 1]?.[0]) + writeLine(key, value)).join("\n")}\n`;
}

/** A section has its name above it, for those who read the file. */
function heading(key: string, before: string | undefined): string {
  const section = key.slice(0, key.indexOf("."));
  if (before?.startsWith(`${section}.`)) return "";
  return `${before === undefined ? "" : "\n"}# [${section.charAt(0).toUpperCase()}${section.slice(1)}]\n`;
}
