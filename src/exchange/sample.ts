import { isDeepStrictEqual } from "node:util";
import { changeAvailability } from "../availability/changes.ts";
import { findAvailability } from "../availability/queries.ts";
import type { Transaction } from "../foundation/database.ts";
import { done, type Outcome, refused } from "../foundation/outcome.ts";
import { changeHost } from "../hosts/changes.ts";
import type { HostProfile } from "../hosts/host.ts";
import { findHost } from "../hosts/queries.ts";
import { changeOffer, createOffer, publishOffer } from "../offers/changes.ts";
import { findOffer } from "../offers/queries.ts";
import {
  type ImportRefusal,
  type ImportReport,
  type LineOf,
  type Misreading,
  type NotUnderstood,
  pathText,
} from "./exchange.ts";
import { readSample, type SlottedOffer } from "./sample-file.ts";

/** How one host of a file is taken in. */
export interface SampleOptions {
  /** The id of the host in the file. */
  readonly host: string;
  /** New offers are drafts unless they are to be published at once. */
  readonly publish: boolean;
  readonly now: Date;
  /** After how many days its availability counts as unknown. */
  readonly validDays?: number;
  readonly lineOf?: LineOf;
}

/** Takes in one host of a file in the sample format, as the host of this site; a second time it updates what has changed. */
export async function importSample(
  tx: Transaction,
  document: unknown,
  options: SampleOptions,
): Promise<Outcome<ImportReport, ImportRefusal>> {
  const lineOf = options.lineOf ?? (() => null);
  const read = readSample(document, options.host, lineOf);
  if (!read.done) return read;
  const host = await findHost(tx);
  if (host === null) return refused("not-set-up");
  const { profile, offers, problems } = read.value;
  const next = withWhatStays(profile, host.profile);
  if (!isDeepStrictEqual(next, host.profile)) await changeHost(tx, next, options.now);
  const taken: Taken[] = [];
  for (const offer of offers) taken.push(await takeIn(tx, offer, options));
  const refusals = taken.flatMap(({ path, problem }) =>
    problem === null ? [] : { path: pathText(path), line: lineOf(path), reason: problem },
  );
  const slugs = (how: Taken["how"]) => taken.flatMap((one) => (one.how === how ? one.slug : []));
  return done({
    host: next.name,
    taken: slugs("taken"),
    changed: slugs("changed"),
    unchanged: slugs("unchanged"),
    notUnderstood: [...problems, ...refusals] satisfies readonly NotUnderstood[],
  });
}

/** What the file says nothing of stays as the host has it here. */
function withWhatStays(imported: HostProfile, current: HostProfile): HostProfile {
  const silent = (value: unknown) => value === null || value === "" || (Array.isArray(value) && value.length === 0);
  const said = Object.entries(imported).filter(([, value]) => !silent(value));
  return { ...current, ...Object.fromEntries(said), contact: current.contact, language: current.language };
}

interface Taken extends Pick<SlottedOffer, "slug" | "path"> {
  readonly how: "taken" | "changed" | "unchanged" | "refused";
  readonly problem: Misreading | null;
}

async function takeIn(tx: Transaction, offer: SlottedOffer, options: SampleOptions): Promise<Taken> {
  const { slug, path } = offer;
  const written = await write(tx, offer, options.now);
  if (written === "refused") return { slug, path, how: written, problem: "offer-refused" };
  const stated = await state(tx, offer, options);
  const published = options.publish ? await publish(tx, slug, options.now) : null;
  const how = written === "unchanged" && stated.changed ? "changed" : written;
  return { slug, path, how, problem: stated.problem ?? published };
}

async function write(tx: Transaction, { slug, content }: SlottedOffer, now: Date): Promise<Taken["how"]> {
  const current = await findOffer(tx, slug);
  if (current === null) return (await createOffer(tx, content, { slug, now })).done ? "taken" : "refused";
  if (isDeepStrictEqual(current.content, content)) return "unchanged";
  return (await changeOffer(tx, slug, content, { now })).done ? "changed" : "refused";
}

/** Says what the file says of the availability, unless that is what is shown already. */
async function state(
  tx: Transaction,
  { slug, statement }: SlottedOffer,
  { now, validDays }: SampleOptions,
): Promise<{ readonly changed: boolean; readonly problem: Misreading | null }> {
  const offer = await findOffer(tx, slug);
  if (offer === null || statement === null) return { changed: false, problem: null };
  const current = await findAvailability(tx, offer.id);
  if (current !== null) {
    const { confirmed: _, version: __, expires, ...said } = current;
    if (expires > now && isDeepStrictEqual(said, statement)) return { changed: false, problem: null };
  }
  const stated = await changeAvailability(tx, slug, statement, { now, ...(validDays !== undefined && { validDays }) });
  return { changed: stated.done, problem: stated.done ? null : "availability-refused" };
}

async function publish(tx: Transaction, slug: string, now: Date): Promise<Misreading | null> {
  const published = await publishOffer(tx, slug, now);
  return published.done || published.reason === "already-published" ? null : "publication-refused";
}
