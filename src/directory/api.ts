import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../foundation/database.ts";
import { type Api, answers, apiRoutes, refuses } from "../web/api.ts";
import { Paging } from "../web/paging.ts";
import { Problem } from "../web/problem.ts";
import { FindingsShape, foundExample, showFindings } from "./api-shapes.ts";
import { words } from "./api-words.ts";
import type { Filters } from "./directory.ts";
import { checkFilters, type FilterFault, filterNames } from "./filters.ts";
import { readCursor } from "./order.ts";
import { search } from "./search.ts";

export interface DirectoryApiDeps {
  readonly db: Database;
  now(): Date;
}

const { searchDirectory } = words.en.operations;

const place = z.string().max(200).optional();
// Each filter may stand several times in an address: the values are read by src/directory/filters.ts.
const filter = z.union([z.string(), z.array(z.string())]).optional();
const Asked = z.object({
  ...Object.fromEntries(filterNames.map((name) => [name, filter])),
  ...{ limit: Paging.shape.limit, cursor: place, page: place },
});

const find = createRoute({
  ...{
    method: "get",
    path: "/api/v1/directory",
    operationId: "searchDirectory",
    tags: ["directory"],
    ...searchDirectory,
  },
  request: { query: Asked },
  responses: {
    200: answers(FindingsShape, "What was found", foundExample),
    400: refuses("A part of the address cannot be understood", ["query-invalid", "cursor-unknown"]),
  },
});

/** What everybody offers, as the page of the directory finds it. */
export function directoryApi({ db, now }: DirectoryApiDeps): Api {
  const api = apiRoutes();
  api.openapi(find, async (c) => {
    const { limit, cursor, page } = c.req.valid("query");
    const filters = understood(c.req.url);
    const after = cursor ?? page ?? null;
    if (after !== null && readCursor(after) === null) throw cursorUnknown();
    const findings = await search(db, filters, { after, limit }, now());
    if (findings.next !== null) c.header("link", `<${addressOf(c.req.url, findings.next)}>; rel="next"`);
    return c.json(showFindings(findings), 200);
  });
  return api;
}

function understood(url: string): Filters {
  const { filters, faults } = checkFilters(new URL(url).searchParams);
  if (faults.length > 0) throw notUnderstood(faults);
  return filters;
}

function notUnderstood(faults: readonly FilterFault[]): Problem {
  const errors = faults.map(({ name, value, expected }) => ({
    ...{ path: `query.${name}`, code: "not-understood" },
    reason: `“${value}” says nothing here. It must be ${expected}.`,
  }));
  return new Problem(400, "query-invalid", `${errors[0]?.path}: ${errors[0]?.reason}`, { errors });
}

const cursorUnknown = () => new Problem(400, "cursor-unknown", "Use the cursor as `next` gave it, or none to begin.");

function addressOf(url: string, next: string): string {
  const address = new URL(url);
  address.searchParams.delete("page");
  address.searchParams.set("cursor", next);
  return address.href;
}
