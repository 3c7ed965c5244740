import type { OfferSheet } from "../../src/catalogue/catalogue.ts";
import { hashOf } from "../../src/catalogue/held.ts";
import { findOwnHost, listOwnIds, listOwnOffers, listOwnVersions } from "../../src/catalogue/own.ts";
import { digestIri, offerSheet, readLocal, sheetsIri } from "../addresses.ts";
import type { Reach } from "../reach.ts";
import { type ListPage, writeListPage, writeSummary } from "../vocabulary/digest.ts";
import { requestKind } from "./funding.ts";
import { ownAddresses } from "./own-addresses.ts";
import { listOwnFunding, listOwnRequestSheets } from "./own-funding.ts";
import { writeOfferSheet } from "./sheets.ts";

export const isInstanceList = (path: string): boolean =>
  path === "/ap/instance/digest" || path === "/ap/instance/sheets";

/** What this instance shows others of its own offers and funding requests, for them to hold the same: versions, and data sheets many at a time. */
export function findInstanceList(reach: Reach, path: string, query: URLSearchParams): Promise<object | null> {
  return path.endsWith("/sheets") ? sheets(reach, query) : digest(reach, query.get("page"));
}

const entriesInPage = 2_000;

/** The hash of all that is published here, of each kind; with a page, the list itself. */
async function digest({ db, origin }: Reach, page: string | null): Promise<object | null> {
  const addresses = ownAddresses(origin);
  const id = digestIri(addresses.instance);
  const published = { offer: await listOwnVersions(db, addresses), [requestKind]: await listOwnFunding(db, origin) };
  const all = Object.entries(published).flatMap(([kind, versions]) =>
    [...versions].map(([of, version]) => ({ kind, id: of, version })),
  );
  if (page === null) {
    const shown = Object.entries(published).filter(([kind, versions]) => kind === "offer" || versions.size > 0);
    const kinds = shown.map(([kind, versions]) => [kind, { total: versions.size, hash: hashOf(versions) }]);
    return writeSummary({ id, kinds: Object.fromEntries(kinds), first: all.length === 0 ? null : `${id}?page=1` });
  }
  if (!/^[1-9]\d{0,4}$/.test(page)) return null;
  const end = Number(page) * entriesInPage;
  const next = all.length > end ? `${id}?page=${Number(page) + 1}` : null;
  return writeListPage({ id: `${id}?page=${page}`, next, items: all.slice(end - entriesInPage, end) });
}

const sheetsInPage = 100;
/** Others read no answer larger than 1 MiB. */
const largestPage = 900 * 1024;

async function sheets(reach: Reach, query: URLSearchParams): Promise<object | null> {
  const { db, origin } = reach;
  const addresses = ownAddresses(origin);
  const asked = query.getAll("id").slice(0, sheetsInPage);
  const after = query.get("after");
  if (after !== null && !isId(after)) return null;
  const ids =
    asked.length > 0 ? asked.flatMap((iri) => idIn(origin, iri)) : await listOwnIds(db, after, sheetsInPage + 1);
  const host = await findOwnHost(db, addresses);
  if (host === null) return null;
  const found = await listOwnOffers(db, host.actor, addresses, ids.slice(0, sheetsInPage));
  const byId = found.toSorted((one, other) => (one.actor < other.actor ? -1 : 1));
  const offered = new Set(byId.map(({ actor }) => actor));
  const others =
    asked.length === 0 ? [] : ids.filter((one) => !offered.has(addresses.actorId({ id: one, kind: "offer" })));
  const page = pageOf(origin, byId);
  const isMore = asked.length === 0 && (ids.length > sheetsInPage || page.length < byId.length);
  const rest = isMore ? byId[page.length - 1]?.actor.split("/").at(-1) : undefined;
  const id = sheetsIri(addresses.instance);
  const next = rest === undefined ? null : `${id}?after=${rest}`;
  const items = [...page, ...(await listOwnRequestSheets(reach, others))];
  return writeListPage({ id: query.size > 0 ? `${id}?${query}` : id, next, items } satisfies ListPage);
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

function idIn(origin: string, iri: string): readonly string[] {
  const local = readLocal(origin, iri);
  return local?.thing === "actor" ? [local.id] : [];
}

// As many as fit, but at least one.
function pageOf(origin: string, offers: readonly OfferSheet[]): readonly object[] {
  const written: object[] = [];
  let size = 0;
  for (const offer of offers) {
    const sheet = writeOfferSheet(offer, offerSheet(origin, offer.slug));
    size += Buffer.byteLength(JSON.stringify(sheet));
    if (written.length > 0 && size > largestPage) break;
    written.push(sheet);
  }
  return written;
}
