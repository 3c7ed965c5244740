import { createRoute, z } from "@hono/zod-openapi";
import { fundingOpened } from "../funding/api-examples.ts";
import { FundingShape, orProblem } from "../funding/api-shapes.ts";
import { byCode, type FundingApiDeps, findVisible, paths, show } from "../funding/api-shown.ts";
import { hostParty } from "../funding/parties.ts";
import { closingOf } from "../funding/terms.ts";
import { type Api, answers, bodyOf, emptyIsNone, needs, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { words } from "./api-words.ts";
import { commitFunding } from "./committing.ts";

const Asking = z.strictObject({
  until: z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], "a day like 2027-01-31, or an instant")
    .nullable()
    .default(null),
});

const commit = createRoute({
  ...{
    method: "post",
    path: paths.commitment,
    operationId: "commitFundingRequest",
    tags: ["funding"],
    ...needs("admin"),
  },
  ...words.en.operations.commitFundingRequest,
  request: { params: byCode, headers: IdempotencyKey, body: { ...bodyOf(Asking, {}), required: false } },
  responses: {
    200: answers(FundingShape, "The request: committed, or still reached while others are asked to confirm", {
      ...{ ...fundingOpened, state: "committed", total: "600.00", remaining: "0.00", pledges: 1, participants: 1 },
    }),
    403: refuses("The request is somebody else's", ["not-allowed"]),
    404: refuses("There is no such request", ["not-found"]),
    409: refuses("The order cannot be signed now", ["wrong-state", "confirmations-pending"]),
    422: refuses("The day cannot be read", ["invalid"]),
  },
});

/** Signs the order of a request. */
export function commitRoute(api: Api, deps: FundingApiDeps & OnceDeps): void {
  api.use(commit.getRoutingPath(), emptyIsNone);
  api.openapi(commit, (c) =>
    once(c, deps, async (tx) => {
      const { until = null } = c.req.valid("json") ?? {};
      const now = deps.now();
      const { id: by } = await hostParty(tx, now);
      const { code } = await findVisible(tx, c.req.valid("param").id, "admin");
      const signed = await commitFunding(tx, code, { by, now, until: until === null ? null : closingOf(until) });
      return c.json(await show(tx, orProblem(signed), deps), 200);
    }),
  );
}
