import { createRoute, z } from "@hono/zod-openapi";
import type { Transaction } from "../foundation/database.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { type Api, answers, bodyOf, emptyIsNone, needs, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { fundingCancelled, fundingOpened, fundingStarted } from "./api-examples.ts";
import { FundingShape, orProblem } from "./api-shapes.ts";
import { byCode, type FundingApiDeps, findVisible, paths, show } from "./api-shown.ts";
import { words } from "./api-words.ts";
import { cancelFunding, type Deed, type FundingRefusal, openFunding } from "./changes.ts";
import { type DeliveryRefusal, deliverFunding } from "./delivering.ts";
import type { FundingRequest } from "./funding.ts";
import { hostParty } from "./parties.ts";

const { operations } = words.en;
const mine = { tags: ["funding"], ...needs("admin") };
const request = { params: byCode, headers: IdempotencyKey };
const missing = refuses("There is no such request", ["not-found"]);
const stands = (...more: string[]) =>
  refuses("The request does not stand where this can be done", ["wrong-state", ...more]);

/** A deed of somebody else's request is not the host's to do. */
const strange = refuses("The request is somebody else's", ["not-allowed"]);

const opening = createRoute({
  ...{
    method: "post",
    path: paths.opening,
    operationId: "openFundingRequest",
    ...mine,
    ...operations.openFundingRequest,
  },
  request,
  responses: {
    200: answers(FundingShape, "The request, for everyone to see", fundingOpened),
    ...{ 403: strange, 404: missing, 409: stands() },
    422: refuses("Its terms cannot be kept any more", ["deadline-in-the-past"]),
  },
});

const cancellation = createRoute({
  ...{ method: "post", path: paths.cancellation, operationId: "cancelFundingRequest", ...mine },
  ...operations.cancelFundingRequest,
  request,
  responses: {
    200: answers(FundingShape, "The request, given up", fundingCancelled),
    ...{ 403: strange, 404: missing, 409: stands() },
  },
});

const Report = z.strictObject({
  text: z.string().trim().min(1, "some words").max(10_000),
  deliverable: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable()
    .default(null),
});

const delivery = createRoute({
  ...{ method: "post", path: paths.delivery, operationId: "deliverFundingRequest", ...mine },
  ...operations.deliverFundingRequest,
  request: {
    ...request,
    body: { ...bodyOf(z.strictObject({ report: Report.nullable().default(null) }), {}), required: false },
  },
  responses: {
    200: answers(FundingShape, "The request, one step further", fundingStarted),
    ...{ 403: strange, 404: missing, 409: stands() },
    422: refuses("Something is missing from the report", ["invalid", "deliverable-missing"]),
  },
});

/** The steps of a request that its host takes with a token; the order is signed where promises are. */
export function lifeRoutes(api: Api, deps: FundingApiDeps & OnceDeps): void {
  api.openapi(opening, (c) =>
    once(c, deps, async (tx) => c.json(await act(tx, deps, c.req.valid("param").id, openFunding), 200)),
  );
  api.openapi(cancellation, (c) =>
    once(c, deps, async (tx) => c.json(await act(tx, deps, c.req.valid("param").id, cancelFunding), 200)),
  );
  api.use(delivery.getRoutingPath(), emptyIsNone);
  api.openapi(delivery, (c) =>
    once(c, deps, async (tx) => {
      const { report = null } = c.req.valid("json") ?? {};
      const deliver: Act = (inside, code, deed) => deliverFunding(inside, code, report, deed);
      return c.json(await act(tx, deps, c.req.valid("param").id, deliver), 200);
    }),
  );
}

type Act = (
  tx: Transaction,
  code: string,
  deed: Deed,
) => Promise<Outcome<FundingRequest, FundingRefusal | DeliveryRefusal>>;

async function act(tx: Transaction, deps: FundingApiDeps, code: string, how: Act) {
  const now = deps.now();
  const { id: by } = await hostParty(tx, now);
  await findVisible(tx, code, "admin");
  return show(tx, orProblem(await how(tx, code, { by, now })), deps);
}
