import { isDeepStrictEqual } from "node:util";
import type { Reader, Transaction } from "../foundation/database.ts";
import { changeHost } from "../hosts/changes.ts";
import type { HostProfile } from "../hosts/host.ts";
import { findHost } from "../hosts/queries.ts";
import { changeOffer } from "../offers/changes.ts";
import type { OfferContent } from "../offers/offer.ts";
import { listOffers } from "../offers/queries.ts";
import { changeService } from "../services/changes.ts";
import { findService, listServices } from "../services/queries.ts";
import type { ServiceContent } from "../services/service.ts";
import { type Difference, fieldKey } from "./imports.ts";

/** All that an import may change, as it is at one moment. */
export interface Snapshot {
  readonly host: HostProfile | null;
  readonly offers: ReadonlyMap<string, OfferContent>;
  readonly services: ReadonlyMap<string, ServiceContent>;
}

export async function takeSnapshot(reader: Reader): Promise<Snapshot> {
  const host = await findHost(reader);
  const offers = await listOffers(reader);
  const services = await listServices(reader);
  return {
    host: host?.profile ?? null,
    offers: new Map(offers.map(({ slug, content }) => [slug, content])),
    services: new Map(services.map(({ slug, content }) => [slug, content])),
  };
}

/** What is new or says something else, in the order of host, offers, services. */
export function differencesOf(before: Snapshot, after: Snapshot): readonly Difference[] {
  const host = after.host === null ? [] : [compare("host", "", after.host.name, before.host ?? undefined, after.host)];
  const offers = [...after.offers].map(([slug, content]) =>
    compare("offer", slug, content.title, before.offers.get(slug), content),
  );
  const services = [...after.services].map(([slug, content]) =>
    compare("service", slug, content.name, before.services.get(slug), content),
  );
  return [...host, ...offers, ...services].filter(({ fields }) => fields.length > 0);
}

/** Puts the fields that are to stay back to what they were. */
export async function putBack(tx: Transaction, before: Snapshot, kept: readonly string[], now: Date): Promise<void> {
  const back: Back = { tx, after: await takeSnapshot(tx), wanted: new Set(kept), now };
  if (before.host !== null) await putHostBack(back, before.host);
  for (const [slug, content] of before.offers) await putOfferBack(back, slug, content);
  for (const [slug, content] of before.services) await putServiceBack(back, slug, content);
}

interface Back {
  readonly tx: Transaction;
  readonly after: Snapshot;
  readonly wanted: ReadonlySet<string>;
  readonly now: Date;
}

async function putHostBack({ tx, after, wanted, now }: Back, profile: HostProfile): Promise<void> {
  if (after.host === null) return;
  const next = withKept("host", "", profile, after.host, wanted);
  if (next !== after.host) await changeHost(tx, next, now);
}

async function putOfferBack({ tx, after, wanted, now }: Back, slug: string, content: OfferContent): Promise<void> {
  const said = after.offers.get(slug);
  const next = said && withKept("offer", slug, content, said, wanted);
  if (next && next !== said) await changeOffer(tx, slug, next, { now });
}

async function putServiceBack({ tx, after, wanted, now }: Back, slug: string, content: ServiceContent): Promise<void> {
  const [said, service] = [after.services.get(slug), await findService(tx, slug)];
  const next = said && withKept("service", slug, content, said, wanted);
  if (service && next && next !== said) await changeService(tx, service.id, next, { now });
}

function compare(
  kind: Difference["kind"],
  key: string,
  title: string,
  before: object | undefined,
  after: object,
): Difference {
  const old = new Map(Object.entries(before ?? {}));
  const fields = Object.entries(after)
    .filter(([name, value]) => (before ? !isDeepStrictEqual(value, old.get(name)) : wordsOf(value) !== ""))
    .map(([name, value]) => ({ name, before: wordsOf(old.get(name)), after: wordsOf(value) }));
  return { kind, key, title, how: before ? "changed" : "new", fields };
}

/** The same object when nothing of it is to stay. */
function withKept<Content extends object>(
  kind: Difference["kind"],
  key: string,
  before: Content,
  after: Content,
  wanted: ReadonlySet<string>,
): Content {
  const back = Object.entries(before).filter(([name]) => wanted.has(fieldKey({ kind, key }, name)));
  return back.length === 0 ? after : { ...after, ...Object.fromEntries(back) };
}

/** A value as people can compare it: a line for each thing that it says. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join("\n");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([name, one]) => [name, wordsOf(one)] as const)
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `${name}: ${text.replaceAll("\n", ", ")}`)
    .join("\n");
}
