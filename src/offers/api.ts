import { createRoute, z } from "@hono/zod-openapi";
import type { Database, Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Outcome } from "../foundation/outcome.ts";
import {
  type Api,
  type ApiScope,
  answers,
  apiRoutes,
  bodyOf,
  invalid,
  needsScope,
  opens,
  readVersion,
  refuses,
  withToken,
} from "../web/api.ts";
import { faultsOf, Problem } from "../web/problem.ts";
import {
  type OfferAddresses,
  OfferShape,
  QuoteRequestShape,
  QuoteShape,
  readOnlyFields,
  showAdvice,
  showContent,
  showOffer,
  showQuote,
} from "./api-shapes.ts";
import { changeOffer, createOffer, deleteOffer, publishOffer, withdrawOffer } from "./changes.ts";
import { NewOfferInput, OfferInput, OfferPatch } from "./input.ts";
import { type Offer, type OfferContent, type OfferRefusal, type OfferState, slugPattern } from "./offer.ts";
import { findOffer, listOffers } from "./queries.ts";
import { quote } from "./quote.ts";
import type { QuoteRefusal } from "./quote-quantities.ts";
import { words } from "./words.ts";

export interface OffersApiDeps extends OfferAddresses {
  readonly db: Database;
  now(): Date;
}

const paths = {
  offers: "/api/v1/offers",
  offer: "/api/v1/offers/{slug}",
  publication: "/api/v1/offers/{slug}/publication",
};
const tags = ["offers"];
/** The address of one offer; what can be none is answered 404. */
export const bySlug = z.object({ slug: z.string().regex(slugPattern) });
const offer = answers(OfferShape, "The offer; its ETag is its version");
const mine = { tags, security: withToken, middleware: needsScope("offers") };
const refusals = {
  401: refuses("The token is missing or unknown"),
  403: refuses("The token's scope is too narrow"),
  404: refuses("There is no such offer"),
  409: refuses("The offer's state does not allow this"),
  412: refuses("If-Match names an older version"),
  422: refuses("What was sent cannot be accepted"),
};

/** The host's own offers: read by everyone once published, written with a token. */
export function offersApi(deps: OffersApiDeps): Api {
  const api = apiRoutes();
  readRoutes(api, deps);
  writeRoutes(api, deps);
  publicationRoutes(api, deps);
  return api;
}

const Selection = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  state: z.enum(["draft", "published", "withdrawn"]).optional(),
});

const list = createRoute({
  ...{ method: "get", path: paths.offers, tags, summary: "The host's offers, in its own order" },
  request: { query: Selection },
  responses: {
    200: answers(
      z.object({ items: z.array(OfferShape), next: z.string().nullable() }),
      "Some offers, and where to go on",
    ),
    400: refuses("The cursor, limit or state cannot be read"),
  },
});

const read = createRoute({
  ...{ method: "get", path: paths.offer, tags, summary: "One offer" },
  request: { params: bySlug },
  responses: { 200: offer, 404: refusals[404] },
});

const ask = createRoute({
  ...{ method: "post", path: "/api/v1/offers/{slug}/quote", tags, summary: "What the offer costs" },
  request: { params: bySlug, body: bodyOf(QuoteRequestShape) },
  responses: {
    200: answers(QuoteShape, "The price, line by line"),
    404: refusals[404],
    422: refuses("Why there is no price"),
  },
});

function readRoutes(api: Api, deps: OffersApiDeps): void {
  const { db } = deps;
  api.openapi(list, async (c) => {
    const { cursor, limit, state } = c.req.valid("query");
    const states = visibleStates(c.get("scope")).filter((visible) => state === undefined || visible === state);
    const after = cursor === undefined ? {} : { after: readCursor(cursor) };
    const found = states.length === 0 ? [] : await listOffers(db, { states, limit: limit + 1, ...after });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const next = found.length > limit && last ? writeCursor(last) : null;
    return c.json({ items: await showAll(db, items, deps), next }, 200);
  });
  api.openapi(read, async (c) => {
    const found = await findVisible(db, c.req.valid("param").slug, c.get("scope"));
    return c.json(await show(db, found, deps, c.get("scope")), 200, tagOf(found));
  });
  api.openapi(ask, async (c) => {
    const { content } = await findVisible(db, c.req.valid("param").slug, c.get("scope"));
    const outcome = quote(content, c.req.valid("json"));
    if (!outcome.done) throw noQuote(outcome.reason);
    return c.json(showQuote(outcome.value), 200);
  });
}

const create = createRoute({
  ...{ method: "post", path: paths.offers, ...mine, summary: "A new offer, as a draft" },
  request: { body: bodyOf(NewOfferInput) },
  responses: { 201: offer, 401: refusals[401], 403: refusals[403], 409: refusals[409], 422: refusals[422] },
});

const patch = createRoute({
  ...{ method: "patch", path: paths.offer, ...mine, summary: "Replaces some fields of an offer; null takes one away" },
  request: { params: bySlug, body: bodyOf(OfferPatch) },
  responses: { 200: offer, ...refusals },
});

const remove = createRoute({
  ...{ method: "delete", path: paths.offer, ...mine, summary: "Throws a draft away" },
  request: { params: bySlug },
  responses: { 204: { description: "It is gone" }, ...refusals },
});

function writeRoutes(api: Api, deps: OffersApiDeps): void {
  const { db, now } = deps;
  api.openapi(create, async (c) => {
    const { slug, content } = c.req.valid("json");
    const made = await change(db, (tx) => createOffer(tx, content, { now: now(), ...(slug !== null && { slug }) }));
    const headers = { ...tagOf(made), location: `${deps.origin}${paths.offers}/${made.slug}` };
    return c.json(await show(db, made, deps, c.get("scope")), 201, headers);
  });
  api.openapi(patch, async (c) => {
    const { slug } = c.req.valid("param");
    const version = versionOf(readVersion(c));
    const changed = await change(db, async (tx) => {
      const before = await findOffer(tx, slug);
      if (before === null) throw new NotFound(`there is no offer ${slug}`);
      // Merged from this very version: a change meanwhile is a conflict, not an overwriting.
      const content = merge(before, c.req.valid("json"));
      return changeOffer(tx, slug, content, { now: now(), version: before.version, ...version });
    });
    return c.json(await show(db, changed, deps, c.get("scope")), 200, tagOf(changed));
  });
  api.openapi(remove, async (c) => {
    const version = versionOf(readVersion(c));
    await change(db, (tx) => deleteOffer(tx, c.req.valid("param").slug, { now: now(), ...version }));
    return c.body(null, 204);
  });
}

const publish = createRoute({
  ...{
    method: "post",
    path: paths.publication,
    ...mine,
    summary: "Shows the offer to everyone, and tells those who follow",
  },
  request: { params: bySlug },
  responses: { 200: offer, ...refusals },
});

const withdraw = createRoute({
  ...{ method: "delete", path: paths.publication, ...mine, summary: "Ends the offer, for good" },
  request: { params: bySlug },
  responses: { 200: offer, ...refusals },
});

function publicationRoutes(api: Api, deps: OffersApiDeps): void {
  const { db, now } = deps;
  const routes = [
    { route: publish, work: publishOffer },
    { route: withdraw, work: withdrawOffer },
  ] as const;
  for (const { route, work } of routes) {
    api.openapi(route, async (c) => {
      const version = readVersion(c) ?? undefined;
      const changed = await change(db, (tx) => work(tx, c.req.valid("param").slug, now(), version));
      return c.json(await show(db, changed, deps, c.get("scope")), 200, tagOf(changed));
    });
  }
}

function visibleStates(scope: ApiScope | null): readonly OfferState[] {
  return opens(scope, "offers") ? ["draft", "published", "withdrawn"] : ["published"];
}

/** The offer, if this caller may know of it. */
export async function findVisible(reader: Reader, slug: string, scope: ApiScope | null): Promise<Offer> {
  const found = await findOffer(reader, slug);
  if (found === null || !visibleStates(scope).includes(found.state)) throw new NotFound(`there is no offer ${slug}`);
  return found;
}

async function change<Value>(
  db: Database,
  work: (tx: Transaction) => Promise<Outcome<Value, OfferRefusal>>,
): Promise<Value> {
  const outcome = await db.transaction().execute(work);
  if (!outcome.done) throw new Problem(statuses[outcome.reason], outcome.reason, words.en.refusals[outcome.reason]);
  return outcome.value;
}

const statuses = {
  "title-missing": 422,
  "slug-malformed": 422,
  "slug-taken": 409,
  "already-published": 409,
  "not-published": 409,
  "not-a-draft": 409,
  "offer-is-withdrawn": 409,
} as const satisfies Record<OfferRefusal, number>;

async function showAll(reader: Reader, offers: readonly Offer[], deps: OffersApiDeps): Promise<OfferShape[]> {
  const ids = offers.map(({ id }) => id);
  const availabilities = await deps.availabilitiesOf(reader, ids, deps.now());
  return offers.flatMap((shown) => {
    const availability = availabilities.get(shown.id);
    return availability ? [showOffer(shown, availability, deps)] : [];
  });
}

async function show(reader: Reader, shown: Offer, deps: OffersApiDeps, scope: ApiScope | null): Promise<OfferShape> {
  const [one] = await showAll(reader, [shown], deps);
  if (one === undefined) throw new NotFound(`there is no offer ${shown.slug}`);
  return opens(scope, "offers") ? { ...one, advice: showAdvice(shown) } : one;
}

function merge(before: Offer, fields: Readonly<Record<string, unknown>>): OfferContent {
  const written = Object.entries({ ...showContent(before), ...fields });
  const kept = written.filter(([name, value]) => value !== null && !readOnlyFields.includes(name));
  const read = OfferInput.safeParse(Object.fromEntries(kept));
  if (!read.success) throw invalid(faultsOf(read.error));
  return read.data;
}

function noQuote({ reason, field, minimum, maximum }: QuoteRefusal): Problem {
  const sentence = words.en.quoteRefusals[reason]({ minimum: String(minimum), maximum: String(maximum) });
  const path = field === null || field === "tier" ? (field ?? "") : `quantity.${field}`;
  return new Problem(422, reason, sentence, {
    errors: [{ path, reason: sentence, code: reason }],
    more: { minimum, maximum },
  });
}

const tagOf = ({ version }: Offer) => ({ etag: `"${version}"` });
const versionOf = (version: number | null) => (version === null ? {} : { version });

function writeCursor({ position, id }: Offer): string {
  return Buffer.from(JSON.stringify([position, id])).toString("base64url");
}

const Cursor = z.tuple([z.int().min(-2_147_483_648).max(2_147_483_647), z.uuid()]);

function readCursor(text: string): Pick<Offer, "position" | "id"> {
  try {
    const [position, id] = Cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { position, id };
  } catch {
    throw new Problem(400, "cursor-unknown", "Use the cursor as `next` gave it, or none to begin.");
  }
}
