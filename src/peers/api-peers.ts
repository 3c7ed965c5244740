import { createRoute, z } from "@hono/zod-openapi";
import { NotFound } from "../foundation/errors.ts";
import { type Api, answers, bodyOf, needs, refuses } from "../web/api.ts";
import { goOn, pageShape } from "../web/paging.ts";
import type { PeersApiDeps } from "./api.ts";
import { peerApproved, peerAsked, peerPending, peerRejected, peerRequested } from "./api-examples.ts";
import { NamePaging, placeByName } from "./api-paging.ts";
import { orProblem, PeerShape, type Refusal, showPeer } from "./api-shapes.ts";
import { words } from "./api-words.ts";
import { approvePeer, askPeer, leavePeer, rejectPeer } from "./changes.ts";
import { findPeer, findPeerByOrigin, listPeers } from "./queries.ts";

const { operations } = words.en;
const tags = ["peers"];
const seen = { tags, ...needs("read") };
const mine = { tags, ...needs("admin") };
const paths = {
  peers: "/api/v1/peers",
  peer: "/api/v1/peers/{id}",
  approval: "/api/v1/peers/{id}/approval",
};
const byId = { params: z.object({ id: z.uuid().openapi({ example: peerPending.id }) }) };
const missing = refuses("There is no peer of this id", ["not-found"]);
const stands = (...codes: Refusal[]) => refuses("What stands between the two does not allow this", codes);

const NewPeer = z.strictObject({ url: z.string().max(2_000) }).openapi("NewPeer");

const list = createRoute({
  ...{ method: "get", path: paths.peers, operationId: "listPeers", ...seen, ...operations.listPeers },
  request: { query: NamePaging },
  responses: {
    200: answers(pageShape(PeerShape), "The peers, by address", { items: [peerPending], next: null }),
    400: refuses("The cursor or limit cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const read = createRoute({
  ...{ method: "get", path: paths.peer, operationId: "readPeer", ...seen, ...operations.readPeer },
  request: byId,
  responses: { 200: answers(PeerShape, "The peer", peerPending), 404: missing },
});

// No Idempotency-Key: an instance is asked once, however often this is sent, and its answer could not be kept in one
// transaction with a look-up that waits for the network.
const ask = createRoute({
  ...{ method: "post", path: paths.peers, operationId: "askPeer", ...mine, ...operations.askPeer },
  request: { body: bodyOf(NewPeer, peerAsked) },
  responses: {
    200: answers(PeerShape, "It was known already", peerRequested),
    201: answers(PeerShape, "The peer; approved once its people agree", peerRequested),
    409: stands("domain-blocked", "another-actor", "not-set-up"),
    422: refuses("Nothing that can be followed was found at the address", [
      ...(["address-malformed", "own-address", "unreachable", "no-instance"] satisfies Refusal[]),
    ]),
  },
});

const approve = createRoute({
  ...{ method: "post", path: paths.approval, operationId: "approvePeer", ...mine, ...operations.approvePeer },
  request: byId,
  responses: {
    200: answers(PeerShape, "The peer, which may follow us now", peerApproved),
    404: missing,
    409: stands("not-asked", "domain-blocked"),
  },
});

const reject = createRoute({
  ...{ method: "delete", path: paths.approval, operationId: "rejectPeer", ...mine, ...operations.rejectPeer },
  request: byId,
  responses: {
    200: answers(PeerShape, "The peer, which does not follow us any more", peerRejected),
    404: missing,
    409: stands("not-asked", "domain-blocked"),
  },
});

const leave = createRoute({
  ...{ method: "delete", path: paths.peer, operationId: "leavePeer", ...mine, ...operations.leavePeer },
  request: byId,
  responses: { 204: { description: "Nothing is left between the two" }, 404: missing },
});

/** Whom we asked, and who asked us. */
export function peerRoutes(api: Api, deps: PeersApiDeps): void {
  readRoutes(api, deps);
  writeRoutes(api, deps);
}

function readRoutes(api: Api, { db }: PeersApiDeps): void {
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const after = placeByName.read(cursor);
    const found = await listPeers(db, { ...(after !== null && { after }), limit: limit + 1 });
    const page = goOn(c, found, limit, ({ origin }) => placeByName.write(origin));
    return c.json({ ...page, items: page.items.map(showPeer) }, 200);
  });
  api.openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    const peer = await findPeer(db, id);
    if (peer === null) throw new NotFound(`there is no peer ${id}`);
    return c.json(showPeer(peer), 200);
  });
}

function writeRoutes(api: Api, { db, origin, now, findInstance }: PeersApiDeps): void {
  api.openapi(ask, async (c) => {
    const instance = orProblem(await findInstance(c.req.valid("json").url));
    const known = await findPeerByOrigin(db, instance.origin);
    const peer = orProblem(await db.transaction().execute((tx) => askPeer(tx, instance, now())));
    const location = `${origin}${paths.peers}/${peer.id}`;
    return known ? c.json(showPeer(peer), 200) : c.json(showPeer(peer), 201, { location });
  });
  for (const { route, decide } of [
    { route: approve, decide: approvePeer },
    { route: reject, decide: rejectPeer },
  ] as const) {
    api.openapi(route, async (c) => {
      const { id } = c.req.valid("param");
      return c.json(showPeer(orProblem(await db.transaction().execute((tx) => decide(tx, id, now())))), 200);
    });
  }
  api.openapi(leave, async (c) => {
    await db.transaction().execute((tx) => leavePeer(tx, c.req.valid("param").id, now()));
    return c.body(null, 204);
  });
}
