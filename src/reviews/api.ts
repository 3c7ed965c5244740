import { createRoute, z } from "@hono/zod-openapi";
import { findListedHost } from "../catalogue/queries.ts";
import type { Database } from "../foundation/database.ts";
import { type Api, answers, apiRoutes, bodyOf, needs, refuses } from "../web/api.ts";
import { pageShape } from "../web/paging.ts";
import { Problem } from "../web/problem.ts";
import { words } from "./api-words.ts";
import { type AddressOf, reviewClaim, withdrawReview } from "./changes.ts";
import { isWebAddress } from "./desk-form.ts";
import { digestOf } from "./digests.ts";
import {
  findOwnActor,
  findOwnReviewOf,
  listOwnReviews,
  listReviewsOf,
  type OwnReview,
  type ShownReview,
} from "./queries.ts";
import { longestClaim, longestWhy, verdicts } from "./reviews.ts";

export interface ReviewsApiDeps {
  readonly db: Database;
  readonly origin: string;
  /** Under which address each of our reviews is read. */
  readonly reviewAddress: AddressOf;
  now(): Date;
}

const paths = { reviews: "/api/v1/reviews", review: "/api/v1/reviews/{id}", received: "/api/v1/received-reviews" };
const { operations } = words.en;
const mine = { tags: ["reviews"], ...needs("admin") };

const said = {
  claim: z.string(),
  verdict: z.enum(verdicts),
  why: z.string().nullable(),
  evidence: z.string().nullable(),
  said: z.iso.datetime(),
  address: z.string(),
};
const ReviewShape = z.object({ id: z.string(), actor: z.string(), ...said }).openapi("Review");
const ReceivedShape = z
  .object({ reviewer: z.string(), name: z.string(), ...said, current: z.boolean() })
  .openapi("ReceivedReview");

const spoken = {
  claim: "We publish our accounts.",
  verdict: "confirms" as const,
  why: "We read those of last year, and they add up.",
  evidence: "https://mille-sabots.example/accounts",
  said: "2026-11-24T10:00:00.000Z",
};
const example: z.input<typeof ReviewShape> = {
  id: "5c1d2e0b-7f0e-4b7c-9a52-0b4e0d8c3a22",
  actor: "https://mille-sabots.example/ap/actors/0192f1a0-0000-7000-8000-000000000002",
  ...spoken,
  address: "https://pomme.example/ap/relationships/5c1d2e0b-7f0e-4b7c-9a52-0b4e0d8c3a22",
};
const received: z.input<typeof ReceivedShape> = {
  reviewer: example.actor,
  name: "Mille Sabots",
  ...spoken,
  address: "https://mille-sabots.example/ap/relationships/0192f1a0-0000-7000-8000-000000000009",
  current: true,
};

const NewReview = z.strictObject({
  actor: z.string().max(2_048),
  claim: z.string().max(longestClaim),
  verdict: z.enum(verdicts),
  why: z.string().max(longestWhy).nullish(),
  evidence: z.string().refine(isWebAddress, "an address on the web").nullish(),
});
const { id: _, address: __, said: ___, ...asked } = example;

const list = createRoute({
  ...{ method: "get", path: paths.reviews, operationId: "listReviews", ...mine, ...operations.listReviews },
  responses: { 200: answers(pageShape(ReviewShape), "The reviews, the last first", { items: [example], next: null }) },
});

const listReceived = createRoute({
  ...{ method: "get", path: paths.received, operationId: "listReceivedReviews", ...mine },
  ...operations.listReceivedReviews,
  responses: {
    200: answers(pageShape(ReceivedShape), "The reviews, the last first", { items: [received], next: null }),
  },
});

const refusals = ["invalid", "host-unknown", "own-host", "claim-unknown", "why-missing", "too-many-reviews"] as const;
const give = createRoute({
  ...{ method: "post", path: paths.reviews, operationId: "giveReview", ...mine, ...operations.giveReview },
  request: { body: bodyOf(NewReview, asked) },
  responses: {
    200: answers(ReviewShape, "It was reviewed already; the review is as it was said last", example),
    201: answers(ReviewShape, "The review", example),
    422: refuses("Nothing can be reviewed like this", [...refusals]),
  },
});

const withdraw = createRoute({
  ...{ method: "delete", path: paths.review, operationId: "withdrawReview", ...mine, ...operations.withdrawReview },
  request: { params: z.object({ id: z.uuid().openapi({ example: example.id }) }) },
  responses: { 204: { description: "It is withdrawn" }, 404: refuses("There is no review of this id", ["not-found"]) },
});

/** What our own host says of others' commitments, and they of ours. To review twice is to review once. */
export function reviewsApi(deps: ReviewsApiDeps): Api {
  const { db, reviewAddress: addressOf, now } = deps;
  const api = apiRoutes();
  api.openapi(list, async (c) =>
    c.json({ items: (await listOwnReviews(db)).map((one) => show(one, addressOf)), next: null }, 200),
  );
  api.openapi(listReceived, async (c) => c.json({ items: await findReceived(db), next: null }, 200));
  giving(api, deps);
  api.openapi(withdraw, async (c) => {
    await db.transaction().execute((tx) => withdrawReview(tx, c.req.valid("param").id, { addressOf, now: now() }));
    return c.body(null, 204);
  });
  return api;
}

function giving(api: Api, { db, origin, reviewAddress: addressOf, now }: ReviewsApiDeps): void {
  api.openapi(give, async (c) => {
    const { why = null, evidence = null, ...body } = c.req.valid("json");
    const { known, outcome } = await db.transaction().execute(async (tx) => ({
      known: await findOwnReviewOf(tx, body.actor, body.claim),
      outcome: await reviewClaim(tx, { ...body, why, evidence }, { addressOf, now: now() }),
    }));
    if (!outcome.done) {
      const sentence = words.en.problems[outcome.reason];
      throw new Problem(422, outcome.reason, sentence, { errors: [problemOf(outcome.reason, sentence)] });
    }
    const location = `${origin}${paths.reviews}/${outcome.value.id}`;
    const shown = show(outcome.value, addressOf);
    return known ? c.json(shown, 200) : c.json(shown, 201, { location });
  });
}

function problemOf(code: keyof typeof words.en.problems, reason: string) {
  const path = code === "claim-unknown" ? "claim" : code === "why-missing" ? "why" : "actor";
  return { path, reason, code };
}

function show(
  { id, reviewed: actor, digest: _digest, withdrawn: _withdrawn, said, ...rest }: OwnReview,
  addressOf: AddressOf,
) {
  return { id, actor, ...rest, said: said.toISOString(), address: addressOf(id) };
}

async function findReceived(db: Database) {
  const own = await findOwnActor(db);
  const host = own === null ? null : await findListedHost(db, own);
  if (host === null) return [];
  const claimed = new Set(host.profile.commitments.map(({ claim }) => digestOf(claim)));
  return (await listReviewsOf(db, host.actor)).map((review) => receivedOf(review, claimed.has(review.digest)));
}

function receivedOf({ reviewer, name, claim, verdict, why, evidence, said, address }: ShownReview, current: boolean) {
  return { reviewer, name, claim, verdict, why, evidence, said: said.toISOString(), address, current };
}
