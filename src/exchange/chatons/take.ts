import { isDeepStrictEqual } from "node:util";
import { listAvailabilities } from "../../availability/queries.ts";
import type { Transaction } from "../../foundation/database.ts";
import { done, type Outcome, refused } from "../../foundation/outcome.ts";
import { changeHost } from "../../hosts/changes.ts";
import type { Host } from "../../hosts/host.ts";
import { findHost } from "../../hosts/queries.ts";
import { slugOf, slugPattern } from "../../offers/offer.ts";
import { findOffer, findOfferById } from "../../offers/queries.ts";
import { changeService, createService } from "../../services/changes.ts";
import { findService, findServiceById, findServiceFrom } from "../../services/queries.ts";
import type { Service, ServiceContent } from "../../services/service.ts";
import type { FileRefusal, MisreadLine } from "./chatons.ts";
import { beginDraft, refreshDraft } from "./drafts.ts";
import { beginReading, keepRest, takeLines } from "./fields.ts";
import type { ChatonsFile } from "./file.ts";
import { readLines } from "./lines.ts";
import { readOrganization } from "./organization.ts";
import { readService } from "./service.ts";
import { chatonsFolder, serviceFile, writeChatonsFiles } from "./write.ts";

/** Where a file comes from. */
export interface Origin {
  /** The last part of its address, or the name of the file. */
  readonly name: string;
  /** Null for a file on disk. */
  readonly address: string | null;
  /** The id of the service whose figures these are. */
  readonly parent: string | null;
  /** This site's. */
  readonly site: string;
  readonly now: Date;
}

/** What became of a file. */
export interface Taken {
  readonly how: "taken" | "changed" | "unchanged";
  readonly misread: readonly MisreadLine[];
  readonly service: Pick<Service, "id" | "slug"> | null;
  readonly draft: string | null;
}

/** Takes in one file: an organisation's fills the host's profile, a service's becomes a service and at most a draft. */
export async function takeFile(tx: Transaction, file: ChatonsFile, from: Origin): Promise<Outcome<Taken, FileRefusal>> {
  const host = await findHost(tx);
  if (host === null) throw new Error("nobody hosts here");
  if (file.what === "organization") return await takeOrganization(tx, file, host, from);
  return file.what === "metrics" ? await takeMetrics(tx, file, from) : await takeService(tx, file, host, from);
}

async function takeOrganization(
  tx: Transaction,
  { lines }: ChatonsFile,
  host: Host,
  { site, now }: Origin,
): Promise<Outcome<Taken, FileRefusal>> {
  const read = readOrganization(lines, host.profile, site);
  if (!read.done) return read;
  const { profile, misread } = read.value;
  const changed = !isDeepStrictEqual(profile, host.profile);
  if (changed) await changeHost(tx, profile, now);
  return done({ how: changed ? "taken" : "unchanged", misread, service: null, draft: null });
}

async function takeMetrics(
  tx: Transaction,
  { lines }: ChatonsFile,
  { parent, now }: Origin,
): Promise<Outcome<Taken, FileRefusal>> {
  const service = parent === null ? null : await findServiceById(tx, parent);
  if (service === null) return refused("metrics-without-service");
  const reading = beginReading(lines);
  takeLines(reading, /^(file|subs)\./);
  const metrics = Object.fromEntries(takeLines(reading, /^metrics\./).map(({ key, value }) => [key, value]));
  const extra = { ...service.content.extra, ...keepRest(reading) };
  const content = { ...service.content, metrics: { ...service.content.metrics, ...metrics }, extra };
  const changed = await changeService(tx, service.id, content, { now });
  return done({ how: changed ? "taken" : "unchanged", misread: reading.misread, service, draft: null });
}

async function takeService(
  tx: Transaction,
  { lines }: ChatonsFile,
  host: Host,
  from: Origin,
): Promise<Outcome<Taken, FileRefusal>> {
  const read = readService(lines);
  if (!read.done) return read;
  const { content, misread } = read.value;
  const slug = slugFor(from.name, content.name);
  const current = await findCurrent(tx, slug, content.name, from);
  const ours = await whatWeWrite(tx, slug, current, host, from);
  if (current !== null) return done({ ...(await update(tx, current, { said: content, ours, host }, from)), misread });
  if (isDeepStrictEqual(ours, content)) return done({ how: "unchanged", misread, service: null, draft: null });
  return done({ ...(await begin(tx, slug, content, host, from)), misread });
}

/** The name of its file, as far as it says something: `service-nextcloud.properties` is `nextcloud`. */
function slugFor(file: string, name: string): string {
  const [, prefix, base] = /^(service-)?(.*?)(\.properties)?$/i.exec(file) ?? [];
  const plain = slugPattern.test(base ?? "") ? (base ?? "") : slugOf(base ?? "");
  const telling = prefix !== undefined || !["service", "index", "organization"].includes(plain);
  return (telling ? plain : "") || slugOf(name) || "service";
}

/** By its address; or by the name of its file, unless that is another service's of the same file name elsewhere. */
async function findCurrent(tx: Transaction, slug: string, name: string, from: Origin): Promise<Service | null> {
  const source = sourceOf(from);
  const known = source === null ? null : await findServiceFrom(tx, source);
  if (known !== null) return known;
  const named = await findService(tx, slug);
  if (named === null || source === null || named.source === null) return named;
  return named.content.name === name ? named : null;
}

/** Where a service comes from; what this site has written itself comes from nowhere else. */
function sourceOf({ address, site }: Origin): string | null {
  return address?.startsWith(`${site}${chatonsFolder}/`) ? null : address;
}

/** What our own file of this service says now, or that of the offer of its name; null when there is neither. */
async function whatWeWrite(
  tx: Transaction,
  slug: string,
  service: Service | null,
  host: Host,
  { site: origin, now }: Origin,
): Promise<ServiceContent | null> {
  const linked = service?.offer ?? null;
  const offer = linked === null ? await findOffer(tx, slug) : await findOfferById(tx, linked);
  const offers = offer?.state === "published" ? [offer] : [];
  const services = service === null ? [] : [service];
  const availabilities = await listAvailabilities(
    tx,
    offers.map(({ id }) => id),
  );
  const files = writeChatonsFiles({ origin, host, services, offers, availabilities, now });
  const file = files.find(({ name }) => name === serviceFile(service?.slug ?? slug));
  const lines = file ? readLines(file.text) : null;
  const read = lines?.done ? readService(lines.value) : null;
  return read?.done ? read.value.content : null;
}

type Outcomes = Omit<Taken, "misread">;

/** A service that is known already. What has been counted before is kept; so is what only our offer knows better. */
async function update(
  tx: Transaction,
  service: Service,
  { said, ours, host }: { readonly said: ServiceContent; readonly ours: ServiceContent | null; readonly host: Host },
  from: Origin,
): Promise<Outcomes> {
  const { now } = from;
  const before = service.content;
  const load = ours !== null && said.load === ours.load ? before.load : said.load;
  const next = { ...said, load, metrics: { ...before.metrics, ...said.metrics } };
  if (!(await changeService(tx, service.id, next, { source: sourceOf(from), now })))
    return { how: "unchanged", service, draft: null };
  const offer = service.offer === null ? null : await findOfferById(tx, service.offer);
  const draft =
    offer === null ? null : await refreshDraft(tx, offer, { before, next, language: host.profile.language, now });
  return { how: "changed", service, draft };
}

/** A service that is new here, with the offer of the same name, or a draft of one. */
async function begin(
  tx: Transaction,
  slug: string,
  content: ServiceContent,
  { profile: { language } }: Host,
  from: Origin,
): Promise<Outcomes> {
  const { now } = from;
  const known = await findOffer(tx, slug);
  const own = known !== null && known.state !== "withdrawn" ? known : null;
  const offer = own ?? (await beginDraft(tx, content, { language, slug: known === null ? slug : null, now }));
  const service = await createService(tx, content, { slug, source: sourceOf(from), offer: offer?.id ?? null, now });
  return { how: "taken", service, draft: offer?.state === "draft" ? offer.slug : null };
}
