import { createRoute, z } from "@hono/zod-openapi";
import type { Database, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { type Api, answers, apiRoutes, bodyOf, needsScope, refuses, withToken } from "../web/api.ts";
import { BlockShape, orProblem, PeerShape, page, type Refusal, showBlock, showPeer } from "./api-shapes.ts";
import { readDomain } from "./block.ts";
import { blockDomain, unblockDomain } from "./block-changes.ts";
import { approvePeer, askPeer, leavePeer, rejectPeer } from "./changes.ts";
import type { FindRefusal, Instance } from "./peer.ts";
import { findBlock, findPeer, findPeerByOrigin, listBlocks, listPeers } from "./queries.ts";

export interface PeersApiDeps {
  readonly db: Database;
  readonly origin: string;
  now(): Date;
  /** The instance at an address that somebody typed. Waits for the network. */
  findInstance(typed: string): Promise<Outcome<Instance, FindRefusal>>;
}

const paths = {
  peers: "/api/v1/peers",
  peer: "/api/v1/peers/{id}",
  approval: "/api/v1/peers/{id}/approval",
  blocks: "/api/v1/blocks",
  block: "/api/v1/blocks/{id}",
};
const tags = ["peers"];
const byId = z.object({ id: z.uuid() });
const seen = { tags, security: withToken, middleware: needsScope("read") };
const mine = { tags, security: withToken, middleware: needsScope("admin") };
const gone = { description: "It is gone" };
const refusals = {
  401: refuses("The token is missing or unknown"),
  403: refuses("The token's scope is too narrow"),
  404: refuses("There is none of this id"),
  409: refuses("What stands between the two does not allow this"),
};
const Selection = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
const listOf = <Shape extends z.ZodType>(shape: Shape) =>
  answers(z.object({ items: z.array(shape), next: z.string().nullable() }), "Some, and where to go on");

/** The other instances: whom we asked, who asked us, and with whom we have nothing to do. */
export function peersApi(deps: PeersApiDeps): Api {
  const api = apiRoutes();
  readRoutes(api, deps);
  peerRoutes(api, deps);
  blockRoutes(api, deps);
  return api;
}

const list = createRoute({
  ...{ method: "get", path: paths.peers, ...seen, summary: "The other instances that this one knows" },
  request: { query: Selection },
  responses: { 200: listOf(PeerShape), 401: refusals[401] },
});

const read = createRoute({
  ...{ method: "get", path: paths.peer, ...seen, summary: "One other instance" },
  request: { params: byId },
  responses: { 200: answers(PeerShape, "The peer"), 401: refusals[401], 404: refusals[404] },
});

const listBlocked = createRoute({
  ...{ method: "get", path: paths.blocks, ...seen, summary: "The blocked domains" },
  request: { query: Selection },
  responses: { 200: listOf(BlockShape), 401: refusals[401] },
});

function readRoutes(api: Api, { db }: PeersApiDeps): void {
  api.openapi(list, async (c) => {
    const { items, next } = await page(c.req.valid("query"), (slice) => listPeers(db, slice), "origin");
    return c.json({ items: items.map(showPeer), next }, 200);
  });
  api.openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    const peer = await findPeer(db, id);
    if (peer === null) throw new NotFound(`there is no peer ${id}`);
    return c.json(showPeer(peer), 200);
  });
  api.openapi(listBlocked, async (c) => {
    const { items, next } = await page(c.req.valid("query"), (slice) => listBlocks(db, slice), "domain");
    return c.json({ items: items.map(showBlock), next }, 200);
  });
}

const follow = createRoute({
  ...{ method: "post", path: paths.peers, ...mine, summary: "Asks to follow the instance at an address" },
  request: { body: bodyOf(z.object({ url: z.string().max(2_000) })) },
  responses: {
    200: answers(PeerShape, "It was known already"),
    201: answers(PeerShape, "The peer; approved once its people agree"),
    ...{ 401: refusals[401], 403: refusals[403], 409: refusals[409] },
    422: refuses("Nothing that can be followed was found at the address"),
  },
});

const approve = createRoute({
  ...{ method: "post", path: paths.approval, ...mine, summary: "Lets an instance that asked follow this one" },
  request: { params: byId },
  responses: { 200: answers(PeerShape, "The peer"), ...refusals },
});

const reject = createRoute({
  ...{ method: "delete", path: paths.approval, ...mine, summary: "Refuses an instance that asked, or follows already" },
  request: { params: byId },
  responses: { 200: answers(PeerShape, "The peer"), ...refusals },
});

const leave = createRoute({
  ...{ method: "delete", path: paths.peer, ...mine, summary: "Ends what is between the two instances, and forgets it" },
  request: { params: byId },
  responses: { 204: gone, 401: refusals[401], 403: refusals[403], 404: refusals[404] },
});

function peerRoutes(api: Api, deps: PeersApiDeps): void {
  const { db, now } = deps;
  api.openapi(follow, async (c) => {
    const instance = orProblem(await deps.findInstance(c.req.valid("json").url));
    const known = await findPeerByOrigin(db, instance.origin);
    const peer = await change(db, (tx) => askPeer(tx, instance, now()));
    const location = `${deps.origin}${paths.peers}/${peer.id}`;
    return known ? c.json(showPeer(peer), 200) : c.json(showPeer(peer), 201, { location });
  });
  for (const { route, decide } of [
    { route: approve, decide: approvePeer },
    { route: reject, decide: rejectPeer },
  ] as const) {
    api.openapi(route, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(showPeer(await change(db, (tx) => decide(tx, id, now()))), 200);
    });
  }
  api.openapi(leave, async (c) => {
    await db.transaction().execute((tx) => leavePeer(tx, c.req.valid("param").id, now()));
    return c.body(null, 204);
  });
}

const block = createRoute({
  ...{ method: "post", path: paths.blocks, ...mine, summary: "Blocks a domain and those below it" },
  request: {
    body: bodyOf(z.object({ domain: z.string().max(2_000), reason: z.string().max(2_000).nullish() })),
  },
  responses: {
    200: answers(BlockShape, "It was blocked already"),
    201: answers(BlockShape, "The block"),
    ...{ 401: refusals[401], 403: refusals[403] },
    422: refuses("This is no domain that can be blocked"),
  },
});

const unblock = createRoute({
  ...{ method: "delete", path: paths.block, ...mine, summary: "Lets a domain be heard and reached again" },
  request: { params: byId },
  responses: { 204: gone, 401: refusals[401], 403: refusals[403], 404: refusals[404] },
});

function blockRoutes(api: Api, { db, origin, now }: PeersApiDeps): void {
  api.openapi(block, async (c) => {
    const { domain, reason = null } = c.req.valid("json");
    const known = await findBlock(db, readDomain(domain) ?? "");
    const blocked = await change(db, (tx) => blockDomain(tx, { domain, reason, origin, now: now() }));
    const location = `${origin}${paths.blocks}/${blocked.id}`;
    return known ? c.json(showBlock(blocked), 200) : c.json(showBlock(blocked), 201, { location });
  });
  api.openapi(unblock, async (c) => {
    await db.transaction().execute((tx) => unblockDomain(tx, c.req.valid("param").id));
    return c.body(null, 204);
  });
}

async function change<Value>(
  db: Database,
  work: (tx: Transaction) => Promise<Outcome<Value, Refusal>>,
): Promise<Value> {
  return orProblem(await db.transaction().execute(work));
}
