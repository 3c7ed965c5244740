import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../foundation/database.ts";
import { type Api, answers, apiRoutes, bodyOf, needs, refuses } from "../web/api.ts";
import { goOn, pageShape } from "../web/paging.ts";
import { BlockShape, blocked, orProblem, PlacePaging, place, showBlock } from "./api-shapes.ts";
import { words } from "./api-words.ts";
import { readDomain } from "./block.ts";
import { type Beyond, blockDomain, unblockDomain } from "./block-changes.ts";
import { findBlock, listBlocks } from "./queries.ts";

export interface BlocksApiDeps {
  readonly db: Database;
  readonly origin: string;
  readonly beyond: Beyond;
  now(): Date;
}

const paths = { blocks: "/api/v1/blocks", block: "/api/v1/blocks/{id}" };
const { operations } = words.en;
const mine = { tags: ["peers"], ...needs("admin") };
const NewBlock = z.strictObject({ domain: z.string().max(2_000), reason: z.string().max(2_000).nullish() });

const list = createRoute({
  ...{ method: "get", path: paths.blocks, operationId: "listBlocks", ...mine, ...operations.listBlocks },
  request: { query: PlacePaging },
  responses: {
    200: answers(pageShape(BlockShape), "The blocks, by domain", { items: [blocked], next: null }),
    400: refuses("The cursor or limit cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const block = createRoute({
  ...{ method: "post", path: paths.blocks, operationId: "blockDomain", ...mine, ...operations.blockDomain },
  request: { body: bodyOf(NewBlock, { domain: blocked.domain, reason: blocked.reason }) },
  responses: {
    200: answers(BlockShape, "It was blocked already", blocked),
    201: answers(BlockShape, "The block", blocked),
    422: refuses("This is no domain that can be blocked", ["invalid", "domain-malformed", "own-domain"]),
  },
});

const unblock = createRoute({
  ...{ method: "delete", path: paths.block, operationId: "unblockDomain", ...mine, ...operations.unblockDomain },
  request: { params: z.object({ id: z.uuid().openapi({ example: blocked.id }) }) },
  responses: { 204: { description: "It is gone" }, 404: refuses("There is no block of this id", ["not-found"]) },
});

/** The domains with which this instance has nothing to do. To block twice is to block once. */
export function blocksApi({ db, origin, beyond, now }: BlocksApiDeps): Api {
  const api = apiRoutes();
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const after = place.read(cursor);
    const found = await listBlocks(db, { ...(after !== null && { after }), limit: limit + 1 });
    const page = goOn(c, found, limit, ({ domain }) => place.write(domain));
    return c.json({ ...page, items: page.items.map(showBlock) }, 200);
  });
  api.openapi(block, async (c) => {
    const { domain, reason = null } = c.req.valid("json");
    const { known, outcome } = await db.transaction().execute(async (tx) => ({
      known: await findBlock(tx, readDomain(domain) ?? ""),
      outcome: await blockDomain(tx, { domain, reason, origin, beyond, now: now() }),
    }));
    const made = orProblem(outcome);
    const location = `${origin}${paths.blocks}/${made.id}`;
    return known ? c.json(showBlock(made), 200) : c.json(showBlock(made), 201, { location });
  });
  api.openapi(unblock, async (c) => {
    await db.transaction().execute((tx) => unblockDomain(tx, c.req.valid("param").id, { now: now(), beyond }));
    return c.body(null, 204);
  });
  return api;
}
