import { createRoute, z } from "@hono/zod-openapi";
import { type Api, answers, apiRoutes, bodyOf, needs, opens, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { cursorOf, goOn, Paging, pageShape } from "../web/paging.ts";
import { fundingAsked, fundingDraft, fundingListed, fundingOpened } from "./api-examples.ts";
import { lifeRoutes } from "./api-life.ts";
import { proposalRoutes } from "./api-proposals.ts";
import { FundingShape, orProblem, showCopy } from "./api-shapes.ts";
import { byCode, type FundingApiDeps, findVisible, paths, show, showAll } from "./api-shown.ts";
import { stewardRoutes } from "./api-steward.ts";
import { words } from "./api-words.ts";
import { draftFunding } from "./changes.ts";
import { NewFundingInput } from "./form.ts";
import { fundingKinds, fundingStates } from "./funding.ts";
import { hostParty } from "./parties.ts";
import { listFunding } from "./queries.ts";
import { type TermsRefusal, termsPaths } from "./terms.ts";

export interface FundingWriteDeps extends FundingApiDeps, OnceDeps {}

const { operations } = words.en;
const tags = ["funding"];

/** Funding requests: read by everyone once they are open, written with a token, in the name of the host. */
export function fundingApi(deps: FundingWriteDeps): Api {
  const api = apiRoutes();
  readRoutes(api, deps);
  createRoutes(api, deps);
  lifeRoutes(api, deps);
  stewardRoutes(api, deps);
  proposalRoutes(api, deps);
  return api;
}

const Selection = Paging.extend({
  state: z.enum(fundingStates).optional(),
  kind: z.enum(fundingKinds).optional(),
  need: z.string().max(100).optional(),
  elsewhere: z.enum(["true", "false"]).optional(),
});

const list = createRoute({
  ...{
    method: "get",
    path: paths.requests,
    operationId: "listFundingRequests",
    tags,
    ...operations.listFundingRequests,
  },
  request: { query: Selection },
  responses: {
    200: answers(pageShape(FundingShape), "Some requests, the newest first", { items: [fundingListed], next: null }),
    400: refuses("The cursor, limit or a filter cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const read = createRoute({
  ...{ method: "get", path: paths.request, operationId: "readFundingRequest", tags, ...operations.readFundingRequest },
  request: { params: byCode },
  responses: {
    200: answers(FundingShape, "The request", fundingOpened),
    404: refuses("There is no such request", ["not-found"]),
  },
});

function readRoutes(api: Api, deps: FundingApiDeps): void {
  const { db } = deps;
  api.openapi(list, async (c) => {
    const { cursor, limit, state, kind, need, elsewhere } = c.req.valid("query");
    const after = place.read(cursor);
    const wanted = { ...(state && { states: [state] }), ...(kind && { kind }), ...(need && { need }) };
    if (elsewhere === "true") {
      const from = after && { after: { opened: new Date(after[0]), id: after[1] } };
      const copies = await deps.listCopies(db, { ...wanted, ...from, limit: limit + 1 });
      const page = goOn(c, copies, limit, ({ opened, id }) => place.write([opened.toISOString(), id]));
      return c.json({ ...page, items: page.items.map(showCopy) }, 200);
    }
    const found = await listFunding(db, {
      ...wanted,
      ...(after && { after: { created: new Date(after[0]), id: after[1] } }),
      ...{ hidden: opens(c.get("scope"), "admin") ? "host" : "none", limit: limit + 1 },
    });
    const page = goOn(c, found, limit, ({ created, id }) => place.write([created.toISOString(), id]));
    return c.json({ ...page, items: await showAll(db, page.items, deps) }, 200);
  });
  api.openapi(read, async (c) => {
    const found = await findVisible(db, c.req.valid("param").id, c.get("scope"));
    return c.json(await show(db, found, deps), 200);
  });
}

const place = cursorOf(z.tuple([z.iso.datetime(), z.uuid()]));

const create = createRoute({
  ...{ method: "post", path: paths.requests, operationId: "createFundingRequest", tags },
  ...{ ...needs("admin"), ...operations.createFundingRequest },
  request: { body: bodyOf(NewFundingInput, fundingAsked), headers: IdempotencyKey },
  responses: {
    201: answers(FundingShape, "The draft", fundingDraft),
    422: refuses("Nobody could promise towards this", ["invalid", ...(Object.keys(termsPaths) as TermsRefusal[])]),
  },
});

function createRoutes(api: Api, deps: FundingWriteDeps): void {
  api.openapi(create, (c) =>
    once(c, deps, async (tx) => {
      const now = deps.now();
      const requester = await hostParty(tx, now);
      const made = orProblem(await draftFunding(tx, c.req.valid("json"), { requester, now }));
      return c.json(await show(tx, made, deps), 201, { location: `${deps.origin}${paths.requests}/${made.code}` });
    }),
  );
}
