import { createRoute, z } from "@hono/zod-openapi";
import { NotFound } from "../foundation/errors.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { type Api, answers, apiRoutes, bodyOf, needs, refuses } from "../web/api.ts";
import { goOn, pageShape } from "../web/paging.ts";
import { type BlocksApiDeps, blocksApi } from "./api-blocks.ts";
import { orProblem, PeerShape, PlacePaging, peerApproved, peerAsked, place, showPeer } from "./api-shapes.ts";
import { words } from "./api-words.ts";
import { approvePeer, askPeer, leavePeer, rejectPeer } from "./changes.ts";
import type { FindRefusal, Instance } from "./peer.ts";
import { findPeer, findPeerByOrigin, listPeers } from "./queries.ts";

export interface PeersApiDeps extends BlocksApiDeps {
  /** The instance at an address that somebody typed. Waits for the network. */
  findInstance(typed: string): Promise<Outcome<Instance, FindRefusal>>;
}

const paths = {
  peers: "/api/v1/peers",
  peer: "/api/v1/peers/{id}",
  approval: "/api/v1/peers/{id}/approval",
};
const { operations } = words.en;
const seen = { tags: ["peers"], ...needs("read") };
const mine = { tags: ["peers"], ...needs("admin") };
const byId = { params: z.object({ id: z.uuid().openapi({ example: peerAsked.id }) }) };
const unknown = refuses("There is no peer of this id", ["not-found"]);

/** The other instances: whom we asked, who asked us, and with whom we have nothing to do. */
export function peersApi(deps: PeersApiDeps): Api {
  const api = apiRoutes();
  readRoutes(api, deps);
  followRoutes(api, deps);
  decisionRoutes(api, deps);
  api.route("/", blocksApi(deps));
  return api;
}

const list = createRoute({
  ...{ method: "get", path: paths.peers, operationId: "listPeers", ...seen, ...operations.listPeers },
  request: { query: PlacePaging },
  responses: {
    200: answers(pageShape(PeerShape), "The peers, by their addresses", { items: [peerAsked], next: null }),
    400: refuses("The cursor or limit cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const read = createRoute({
  ...{ method: "get", path: paths.peer, operationId: "readPeer", ...seen, ...operations.readPeer },
  request: byId,
  responses: { 200: answers(PeerShape, "The peer", peerAsked), 404: unknown },
});

function readRoutes(api: Api, { db }: PeersApiDeps): void {
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const after = place.read(cursor);
    const found = await listPeers(db, { ...(after !== null && { after }), limit: limit + 1 });
    const page = goOn(c, found, limit, ({ origin }) => place.write(origin));
    return c.json({ ...page, items: page.items.map(showPeer) }, 200);
  });
  api.openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    const peer = await findPeer(db, id);
    if (peer === null) throw new NotFound(`there is no peer ${id}`);
    return c.json(showPeer(peer), 200);
  });
}

const follow = createRoute({
  ...{ method: "post", path: paths.peers, operationId: "followPeer", ...mine, ...operations.followPeer },
  request: { body: bodyOf(z.strictObject({ url: z.string().max(2_000) }), { url: peerAsked.origin }) },
  responses: {
    200: answers(PeerShape, "It was known already", peerAsked),
    201: answers(PeerShape, "The peer; approved once its people agree", peerAsked),
    409: refuses("What stands here does not allow this", ["domain-blocked", "another-actor", "not-set-up"]),
    422: refuses("Nothing that can be followed was found at the address", [
      ...["invalid", "address-malformed", "own-address", "unreachable", "no-instance", "other-software"],
    ]),
  },
});

const leave = createRoute({
  ...{ method: "delete", path: paths.peer, operationId: "leavePeer", ...mine, ...operations.leavePeer },
  request: byId,
  responses: { 204: { description: "It is gone" }, 404: unknown },
});

// Without an Idempotency-Key: to ask twice is to ask once, and nobody waits for another server inside a transaction.
function followRoutes(api: Api, { db, origin, now, findInstance }: PeersApiDeps): void {
  api.openapi(follow, async (c) => {
    const instance = orProblem(await findInstance(c.req.valid("json").url));
    const { known, outcome } = await db.transaction().execute(async (tx) => ({
      known: await findPeerByOrigin(tx, instance.origin),
      outcome: await askPeer(tx, instance, now()),
    }));
    const peer = orProblem(outcome);
    const location = `${origin}${paths.peers}/${peer.id}`;
    return known ? c.json(showPeer(peer), 200) : c.json(showPeer(peer), 201, { location });
  });
  api.openapi(leave, async (c) => {
    await db.transaction().execute((tx) => leavePeer(tx, c.req.valid("param").id, now()));
    return c.body(null, 204);
  });
}

const refusedDecision = refuses("What stands between the two does not allow this", ["not-asked", "domain-blocked"]);

const approve = createRoute({
  ...{ method: "post", path: paths.approval, operationId: "approvePeer", ...mine, ...operations.approvePeer },
  request: byId,
  responses: { 200: answers(PeerShape, "The peer", peerApproved), 404: unknown, 409: refusedDecision },
});

const reject = createRoute({
  ...{ method: "delete", path: paths.approval, operationId: "rejectPeer", ...mine, ...operations.rejectPeer },
  request: byId,
  responses: { 200: answers(PeerShape, "The peer"), 404: unknown, 409: refusedDecision },
});

function decisionRoutes(api: Api, { db, now }: PeersApiDeps): void {
  const routes = [
    { route: approve, decide: approvePeer },
    { route: reject, decide: rejectPeer },
  ] as const;
  for (const { route, decide } of routes) {
    api.openapi(route, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(showPeer(orProblem(await db.transaction().execute((tx) => decide(tx, id, now())))), 200);
    });
  }
}
