import { createRoute } from "@hono/zod-openapi";
import type { Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { type Api, answers, bodyOf, invalid, needs, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { faultsOf, Problem } from "../web/problem.ts";
import { IfMatch, versionOf } from "../web/versions.ts";
import { draftShown, offerAsked, offerPublished, offerWithdrawn, patchAsked } from "./api-examples.ts";
import { OfferShape, readOnlyFields, showContent } from "./api-shapes.ts";
import { bySlug, type OffersApiDeps, paths, show } from "./api-shown.ts";
import { words as apiWords } from "./api-words.ts";
import { changeOffer, createOffer, deleteOffer, publishOffer, withdrawOffer } from "./changes.ts";
import { NewOfferInput, OfferInput, OfferPatch } from "./input.ts";
import type { Offer, OfferContent, OfferRefusal } from "./offer.ts";
import { findOffer } from "./queries.ts";
import { words } from "./words.ts";

export interface OffersWriteDeps extends OffersApiDeps, OnceDeps {}

const { operations } = apiWords.en;
const mine = { tags: ["offers"], ...needs("offers") };
const missing = refuses("There is no such offer", ["not-found"]);
const stands = (...codes: OfferRefusal[]) => refuses("The offer's state does not allow this", codes);

const create = createRoute({
  ...{ method: "post", path: paths.offers, operationId: "createOffer", ...mine, ...operations.createOffer },
  request: { body: bodyOf(NewOfferInput, offerAsked), headers: IdempotencyKey },
  responses: {
    201: answers(OfferShape, "The draft", draftShown),
    409: refuses("The address is taken", ["slug-taken"]),
  },
});

const patch = createRoute({
  ...{ method: "patch", path: paths.offer, operationId: "changeOffer", ...mine, ...operations.changeOffer },
  request: { params: bySlug, body: bodyOf(OfferPatch, patchAsked), headers: IfMatch },
  responses: { 200: answers(OfferShape, "The offer as it is now"), 404: missing, 409: stands("offer-is-withdrawn") },
});

const remove = createRoute({
  ...{ method: "delete", path: paths.offer, operationId: "deleteOffer", ...mine, ...operations.deleteOffer },
  request: { params: bySlug, headers: IfMatch },
  responses: { 204: { description: "It is gone" }, 404: missing, 409: stands("not-a-draft") },
});

const publish = createRoute({
  ...{ method: "post", path: paths.publication, operationId: "publishOffer", ...mine, ...operations.publishOffer },
  request: { params: bySlug, headers: IfMatch.extend(IdempotencyKey.shape) },
  responses: {
    200: answers(OfferShape, "The offer, for everyone to see", offerPublished),
    404: missing,
    409: stands("already-published", "offer-is-withdrawn", "not-agreed"),
  },
});

const withdraw = createRoute({
  ...{ method: "delete", path: paths.publication, operationId: "withdrawOffer", ...mine, ...operations.withdrawOffer },
  request: { params: bySlug, headers: IfMatch },
  responses: {
    200: answers(OfferShape, "The offer, withdrawn", offerWithdrawn),
    404: missing,
    409: stands("not-published", "offer-is-withdrawn"),
  },
});

/** What a token of scope `offers` may do with the host's offers. */
export function writeRoutes(api: Api, deps: OffersWriteDeps): void {
  const { db, now } = deps;
  api.openapi(create, (c) =>
    once(c, deps, async (tx) => {
      const { slug, content } = c.req.valid("json");
      const made = orProblem(await createOffer(tx, content, { now: now(), ...(slug !== null && { slug }) }));
      const { body, tag } = await show(tx, made, deps, c.get("scope"));
      return c.json(body, 201, { ...tag, location: `${deps.origin}${paths.offers}/${made.slug}` });
    }),
  );
  api.openapi(patch, async (c) => {
    const { slug } = c.req.valid("param");
    const changed = await db
      .transaction()
      .execute((tx) => merge(tx, slug, c.req.valid("json"), { now: now(), ...versionOf(c) }));
    const { body, tag } = await show(db, changed, deps, c.get("scope"));
    return c.json(body, 200, tag);
  });
  api.openapi(remove, async (c) => {
    const change = { now: now(), ...versionOf(c) };
    await db.transaction().execute(async (tx) => orProblem(await deleteOffer(tx, c.req.valid("param").slug, change)));
    return c.body(null, 204);
  });
  api.openapi(publish, (c) =>
    once(c, deps, async (tx) => {
      const { slug } = c.req.valid("param");
      const published = orProblem(await publishOffer(tx, slug, now(), versionOf(c)));
      const { body, tag } = await show(tx, published, deps, c.get("scope"));
      return c.json(body, 200, tag);
    }),
  );
  api.openapi(withdraw, async (c) => {
    const { slug } = c.req.valid("param");
    const gone = await db
      .transaction()
      .execute(async (tx) => orProblem(await withdrawOffer(tx, slug, now(), versionOf(c))));
    const { body, tag } = await show(db, gone, deps, c.get("scope"));
    return c.json(body, 200, tag);
  });
}

/** Merged from the very version that was read: a change meanwhile is a conflict, not an overwriting. */
async function merge(
  tx: Transaction,
  slug: string,
  fields: Readonly<Record<string, unknown>>,
  change: { readonly now: Date; readonly version?: number },
): Promise<Offer> {
  const before = await findOffer(tx, slug);
  if (before === null) throw new NotFound(`there is no offer ${slug}`);
  return orProblem(await changeOffer(tx, slug, merged(before, fields), { version: before.version, ...change }));
}

function merged(before: Offer, fields: Readonly<Record<string, unknown>>): OfferContent {
  const written = Object.entries({ ...showContent(before), ...fields });
  const kept = written.filter(([name, value]) => value !== null && !readOnlyFields.includes(name));
  const read = OfferInput.safeParse(Object.fromEntries(kept));
  if (!read.success) throw invalid(faultsOf(read.error));
  return read.data;
}

function orProblem<Value>(outcome: Outcome<Value, OfferRefusal>): Value {
  if (outcome.done) return outcome.value;
  throw new Problem(statuses[outcome.reason], outcome.reason, words.en.refusals[outcome.reason]);
}

const statuses = {
  "title-missing": 422,
  "slug-malformed": 422,
  "slug-taken": 409,
  "already-published": 409,
  "not-published": 409,
  "not-a-draft": 409,
  "still-published": 409,
  "offer-is-withdrawn": 409,
  "not-agreed": 409,
} as const satisfies Record<OfferRefusal, number>;
