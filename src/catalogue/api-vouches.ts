import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../foundation/database.ts";
import { type Api, answers, apiRoutes, bodyOf, needs, refuses } from "../web/api.ts";
import { pageShape } from "../web/paging.ts";
import { Problem } from "../web/problem.ts";
import { words } from "./api-words.ts";
import { longestReason } from "./desk-form.ts";
import { type AddressOf, findOwnVouchFor, listOwnVouches, type OwnVouch, vouchFor, withdrawVouch } from "./vouching.ts";

export interface VouchesApiDeps {
  readonly db: Database;
  readonly origin: string;
  /** Under which address each of our vouches is read. */
  readonly vouchAddress: AddressOf;
  now(): Date;
}

const paths = { vouches: "/api/v1/vouches", vouch: "/api/v1/vouches/{id}" };
const { operations } = words.en;
const mine = { tags: ["vouches"], ...needs("admin") };

const VouchShape = z
  .object({
    id: z.string(),
    actor: z.string(),
    reason: z.string().nullable(),
    given: z.iso.datetime(),
    address: z.string(),
  })
  .openapi("Vouch");

const example: z.input<typeof VouchShape> = {
  id: "5c1d2e0b-7f0e-4b7c-9a52-0b4e0d8c3a21",
  actor: "https://mille-sabots.example/ap/actors/0192f1a0-0000-7000-8000-000000000002",
  reason: "We have kept each other's backups for three years.",
  given: "2026-11-24T10:00:00.000Z",
  address: "https://pomme.example/ap/relationships/5c1d2e0b-7f0e-4b7c-9a52-0b4e0d8c3a21",
};

const NewVouch = z.strictObject({ actor: z.string().max(2_048), reason: z.string().max(longestReason).nullish() });

const list = createRoute({
  ...{ method: "get", path: paths.vouches, operationId: "listVouches", ...mine, ...operations.listVouches },
  responses: { 200: answers(pageShape(VouchShape), "The vouches, the last first", { items: [example], next: null }) },
});

const give = createRoute({
  ...{ method: "post", path: paths.vouches, operationId: "giveVouch", ...mine, ...operations.giveVouch },
  request: { body: bodyOf(NewVouch, { actor: example.actor, reason: example.reason }) },
  responses: {
    200: answers(VouchShape, "It was vouched for already; the reason is as it was said last", example),
    201: answers(VouchShape, "The vouch", example),
    422: refuses("Nobody can be vouched for like this", ["invalid", "host-unknown", "own-host", "too-many-vouches"]),
  },
});

const withdraw = createRoute({
  ...{ method: "delete", path: paths.vouch, operationId: "withdrawVouch", ...mine, ...operations.withdrawVouch },
  request: { params: z.object({ id: z.uuid().openapi({ example: example.id }) }) },
  responses: { 204: { description: "It is withdrawn" }, 404: refuses("There is no vouch of this id", ["not-found"]) },
});

/** For whom our own host vouches, in public. To vouch twice is to vouch once. */
export function vouchesApi({ db, origin, vouchAddress: addressOf, now }: VouchesApiDeps): Api {
  const api = apiRoutes();
  const show = ({ id, vouched: actor, reason, given }: OwnVouch) => {
    return { id, actor, reason, given: given.toISOString(), address: addressOf(id) };
  };
  api.openapi(list, async (c) => c.json({ items: (await listOwnVouches(db)).map(show), next: null }, 200));
  api.openapi(give, async (c) => {
    const { actor, reason = null } = c.req.valid("json");
    const { known, outcome } = await db.transaction().execute(async (tx) => ({
      known: await findOwnVouchFor(tx, actor),
      outcome: await vouchFor(tx, { actor, reason, addressOf, now: now() }),
    }));
    if (!outcome.done) {
      const sentence = words.en.problems[outcome.reason];
      const errors = [{ path: "actor", reason: sentence, code: outcome.reason }];
      throw new Problem(422, outcome.reason, sentence, { errors });
    }
    const location = `${origin}${paths.vouches}/${outcome.value.id}`;
    return known ? c.json(show(outcome.value), 200) : c.json(show(outcome.value), 201, { location });
  });
  api.openapi(withdraw, async (c) => {
    await db.transaction().execute((tx) => withdrawVouch(tx, c.req.valid("param").id, { addressOf, now: now() }));
    return c.body(null, 204);
  });
  return api;
}
