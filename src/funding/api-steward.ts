import { createRoute, z } from "@hono/zod-openapi";
import { type Api, answers, bodyOf, needs, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { fundingAsked, fundingExtended, fundingReopened } from "./api-examples.ts";
import { FundingShape, orProblem } from "./api-shapes.ts";
import { byCode, type FundingApiDeps, findVisible, paths, show } from "./api-shown.ts";
import { words } from "./api-words.ts";
import { extendFunding, reopenFunding } from "./changes.ts";
import { NewFundingInput } from "./form.ts";
import { writeNews } from "./news.ts";
import { hostParty } from "./parties.ts";
import { type TermsRefusal, termsPaths } from "./terms.ts";

const { operations } = words.en;
const mine = { method: "post" as const, tags: ["funding"], ...needs("admin") };
const request = { params: byCode, headers: IdempotencyKey };
const missing = refuses("There is no such request", ["not-found"]);
const strange = refuses("The request is somebody else's", ["not-allowed"]);

const extension = createRoute({
  ...{ ...mine, path: paths.extension, operationId: "extendFundingRequest", ...operations.extendFundingRequest },
  request,
  responses: {
    200: answers(FundingShape, "The request, with its later deadline", fundingExtended),
    ...{ 403: strange, 404: missing },
    409: refuses("The deadline does not move", [
      ...["wrong-state", "no-extension-announced", "extended-already", "deadline-passed"],
    ]),
  },
});

const NewsShape = z
  .object({
    id: z.string(),
    kind: z.enum(["news", "closing", "outcome"]),
    text: z.string(),
    deliverable: z.string().nullable(),
    written: z.iso.datetime(),
  })
  .openapi("FundingNews");

const NewNews = z.strictObject({
  kind: z.enum(["news", "closing", "outcome"], "news, closing or outcome").default("news"),
  text: z.string().trim().min(1, "some words").max(10_000),
});

const said = { text: "There are twelve of us by now." };

const news = createRoute({
  ...{ ...mine, path: paths.news, operationId: "writeFundingNews", ...operations.writeFundingNews },
  request: { ...request, body: bodyOf(NewNews, said) },
  responses: {
    201: answers(NewsShape, "What was said, with its date", {
      ...{ id: "0192f3ae-0000-7000-8000-000000000001", kind: "news", ...said, deliverable: null },
      written: "2026-11-24T10:00:00.000Z",
    }),
    ...{ 403: strange, 404: missing },
    409: refuses("Nothing of this kind is said of the request now", ["wrong-state"]),
    422: refuses("The news cannot be read", ["invalid"]),
  },
});

const reopening = createRoute({
  ...{ ...mine, path: paths.reopening, operationId: "reopenFundingRequest", ...operations.reopenFundingRequest },
  request: { ...request, body: bodyOf(NewFundingInput, fundingAsked) },
  responses: {
    201: answers(FundingShape, "The draft", fundingReopened),
    ...{ 403: strange, 404: missing, 409: refuses("The request did not fail", ["nothing-to-reopen"]) },
    422: refuses("Nobody could promise towards this", ["invalid", ...(Object.keys(termsPaths) as TermsRefusal[])]),
  },
});

/** What the host does about its own request after the opening, besides the steps of its life. */
export function stewardRoutes(api: Api, deps: FundingApiDeps & OnceDeps): void {
  api.openapi(extension, (c) =>
    once(c, deps, async (tx) => {
      const now = deps.now();
      const { id: by } = await hostParty(tx, now);
      const { code } = await findVisible(tx, c.req.valid("param").id, "admin");
      return c.json(await show(tx, orProblem(await extendFunding(tx, code, { by, now })), deps), 200);
    }),
  );
  api.openapi(news, (c) =>
    once(c, deps, async (tx) => {
      const now = deps.now();
      const { id: by } = await hostParty(tx, now);
      const { code } = await findVisible(tx, c.req.valid("param").id, "admin");
      const content = { ...c.req.valid("json"), deliverable: null };
      const { written, ...rest } = orProblem(await writeNews(tx, code, content, { by, now }));
      return c.json({ ...rest, written: written.toISOString() }, 201);
    }),
  );
  api.openapi(reopening, (c) =>
    once(c, deps, async (tx) => {
      const now = deps.now();
      const { id: by } = await hostParty(tx, now);
      const { code } = await findVisible(tx, c.req.valid("param").id, "admin");
      const made = orProblem(await reopenFunding(tx, code, c.req.valid("json"), { by, now }));
      return c.json(await show(tx, made, deps), 201, { location: `${deps.origin}${paths.requests}/${made.code}` });
    }),
  );
}
