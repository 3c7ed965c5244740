import { createRoute, z } from "@hono/zod-openapi";
import { type Api, answers, refuses } from "../web/api.ts";
import { cursorOf, goOn, Paging, pageShape } from "../web/paging.ts";
import { offerShown } from "./api-examples.ts";
import { OfferShape } from "./api-shapes.ts";
import { bySlug, findVisible, type OffersApiDeps, paths, show, showAll, visibleStates } from "./api-shown.ts";
import { words } from "./api-words.ts";
import { offerStates } from "./offer.ts";
import { listOffers } from "./queries.ts";

const { operations } = words.en;
const tags = ["offers"];

const Selection = Paging.extend({ state: z.enum(offerStates).optional() });

const list = createRoute({
  ...{ method: "get", path: paths.offers, operationId: "listOffers", tags, ...operations.listOffers },
  request: { query: Selection },
  responses: {
    200: answers(pageShape(OfferShape), "Some offers, in the host's own order", { items: [offerShown], next: null }),
    400: refuses("The cursor, limit or state cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const read = createRoute({
  ...{ method: "get", path: paths.offer, operationId: "readOffer", tags, ...operations.readOffer },
  request: { params: bySlug },
  responses: {
    200: answers(OfferShape, "The offer", offerShown),
    404: refuses("There is no such offer", ["not-found"]),
  },
});

/** Offers as everyone reads them, and drafts for whoever may change them. */
export function readRoutes(api: Api, deps: OffersApiDeps): void {
  const { db } = deps;
  api.openapi(list, async (c) => {
    const { cursor, limit, state } = c.req.valid("query");
    const states = visibleStates(c.get("scope")).filter((visible) => state === undefined || visible === state);
    const after = place.read(cursor);
    const selection = { states, limit: limit + 1, ...(after && { after: { position: after[0], id: after[1] } }) };
    const found = states.length === 0 ? [] : await listOffers(db, selection);
    const page = goOn(c, found, limit, ({ position, id }) => place.write([position, id]));
    return c.json({ ...page, items: await showAll(db, page.items, deps) }, 200);
  });
  api.openapi(read, async (c) => {
    const found = await findVisible(db, c.req.valid("param").slug, c.get("scope"));
    const { body, tag } = await show(db, found, deps, c.get("scope"));
    return c.json(body, 200, tag);
  });
}

const place = cursorOf(z.tuple([z.int().min(-2_147_483_648).max(2_147_483_647), z.uuid()]));
