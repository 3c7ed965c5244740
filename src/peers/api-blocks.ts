import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../foundation/database.ts";
import { type Api, answers, bodyOf, needs, refuses } from "../web/api.ts";
import { goOn, pageShape } from "../web/paging.ts";
import { blockAsked, blockShown } from "./api-examples.ts";
import { NamePaging, placeByName } from "./api-paging.ts";
import { BlockShape, orProblem, type Refusal, showBlock } from "./api-shapes.ts";
import { words } from "./api-words.ts";
import { readDomain } from "./block.ts";
import { blockDomain, unblockDomain } from "./block-changes.ts";
import { findBlock, listBlocks } from "./queries.ts";

export interface BlocksApiDeps {
  readonly db: Database;
  readonly origin: string;
  now(): Date;
}

const { operations } = words.en;
const tags = ["blocks"];
const seen = { tags, ...needs("read") };
const mine = { tags, ...needs("admin") };
const paths = { blocks: "/api/v1/blocks", block: "/api/v1/blocks/{id}" };

const NewBlock = z
  .strictObject({ domain: z.string().max(2_000), reason: z.string().max(2_000).nullable().default(null) })
  .openapi("NewBlock");

const list = createRoute({
  ...{ method: "get", path: paths.blocks, operationId: "listBlocks", ...seen, ...operations.listBlocks },
  request: { query: NamePaging },
  responses: {
    200: answers(pageShape(BlockShape), "The blocked domains, by name", { items: [blockShown], next: null }),
    400: refuses("The cursor or limit cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

// No Idempotency-Key: a domain is blocked once, however often this is sent.
const block = createRoute({
  ...{ method: "post", path: paths.blocks, operationId: "blockDomain", ...mine, ...operations.blockDomain },
  request: { body: bodyOf(NewBlock, blockAsked) },
  responses: {
    200: answers(BlockShape, "It was blocked already", blockShown),
    201: answers(BlockShape, "The block", blockShown),
    422: refuses("This domain cannot be blocked", ["domain-malformed", "own-domain"] satisfies Refusal[]),
  },
});

const unblock = createRoute({
  ...{ method: "delete", path: paths.block, operationId: "unblockDomain", ...mine, ...operations.unblockDomain },
  request: { params: z.object({ id: z.uuid().openapi({ example: blockShown.id }) }) },
  responses: {
    204: { description: "It is heard and reached again" },
    404: refuses("There is no block of this id", ["not-found"]),
  },
});

/** With whom we have nothing to do. */
export function blockRoutes(api: Api, { db, origin, now }: BlocksApiDeps): void {
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const after = placeByName.read(cursor);
    const found = await listBlocks(db, { ...(after !== null && { after }), limit: limit + 1 });
    const page = goOn(c, found, limit, ({ domain }) => placeByName.write(domain));
    return c.json({ ...page, items: page.items.map(showBlock) }, 200);
  });
  api.openapi(block, async (c) => {
    const { domain, reason } = c.req.valid("json");
    const known = await findBlock(db, readDomain(domain) ?? "");
    const wanted = { domain, reason, origin, now: now() };
    const blocked = orProblem(await db.transaction().execute((tx) => blockDomain(tx, wanted)));
    const location = `${origin}${paths.blocks}/${blocked.id}`;
    return known ? c.json(showBlock(blocked), 200) : c.json(showBlock(blocked), 201, { location });
  });
  api.openapi(unblock, async (c) => {
    await db.transaction().execute((tx) => unblockDomain(tx, c.req.valid("param").id));
    return c.body(null, 204);
  });
}
