import { createRoute, z } from "@hono/zod-openapi";
import type { Database, Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { type Api, answers, apiRoutes, needs, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { cursorOf, goOn, Paging, pageShape } from "../web/paging.ts";
import { words } from "./api-words.ts";

/** Something that could not be delivered, as the federation tells of it. */
interface FailedDelivery {
  readonly id: number;
  /** The address of what was to be delivered. */
  readonly activity: string;
  readonly type: string;
  readonly inbox: string;
  readonly attempts: number;
  readonly firstTry: Date;
  readonly status: number | null;
  readonly problem: string | null;
}

export interface DeliveriesApiDeps extends OnceDeps {
  readonly db: Database;
  /** What was given up, the oldest first, after one of them. */
  listFailed(reader: Reader, after: number | null, limit: number): Promise<readonly FailedDelivery[]>;
  /** Starts anew; false when none of this id was given up. */
  sendAgain(tx: Transaction, id: number): Promise<boolean>;
}

const { listDeliveries, retryDelivery } = words.en.operations;
const mine = { tags: ["deliveries"], ...needs("admin") };

const DeliveryShape = z
  .object({
    id: z.string(),
    activity: z.string().describe("The address of what was to be delivered."),
    type: z.string().describe("What kind of activity it is."),
    inbox: z.string().describe("Where it was to go."),
    state: z.literal("failed"),
    attempts: z.int().describe("How often it was tried."),
    firstTry: z.iso.datetime(),
    status: z.int().nullable().describe("The HTTP status of the last answer; null when there was none."),
    problem: z.string().nullable().describe("What went wrong last."),
  })
  .openapi("Delivery");

const example = {
  id: "17",
  activity: "https://pomme.example/ap/activities/0f7c1f6a-6f0e-4a52-9d0f-2b1f0a6f9c11",
  type: "Announce",
  inbox: "https://mille-sabots.example/inbox",
  state: "failed" as const,
  attempts: 34,
  firstTry: "2026-11-10T08:00:00.000Z",
  status: 502,
  problem: "502 Bad Gateway",
};

const list = createRoute({
  ...{ method: "get", path: "/api/v1/deliveries", operationId: "listDeliveries", ...mine, ...listDeliveries },
  request: { query: Paging.extend({ state: z.enum(["failed"]).default("failed") }) },
  responses: {
    200: answers(pageShape(DeliveryShape), "What was given up, the oldest first", { items: [example], next: null }),
    400: refuses("The cursor, limit or state cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const retry = createRoute({
  ...{ method: "post", path: "/api/v1/deliveries/{id}/retry", operationId: "retryDelivery", ...mine, ...retryDelivery },
  request: {
    params: z.object({
      id: z
        .string()
        .regex(/^\d{1,15}$/)
        .openapi({ example: "17" }),
    }),
    headers: IdempotencyKey,
  },
  responses: {
    202: answers(z.object({ id: z.string(), state: z.literal("waiting") }), "It is tried again now, and for 14 days", {
      id: "17",
      state: "waiting",
    }),
    404: refuses("There is no failed delivery of this id", ["not-found"]),
  },
});

/** What never got through to other servers, and another try. */
export function deliveriesApi(deps: DeliveriesApiDeps): Api {
  const api = apiRoutes();
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const found = await deps.listFailed(deps.db, place.read(cursor), limit + 1);
    const page = goOn(c, found, limit, ({ id }) => place.write(id));
    return c.json({ ...page, items: page.items.map(show) }, 200);
  });
  api.openapi(retry, (c) =>
    once(c, deps, async (tx) => {
      const { id } = c.req.valid("param");
      if (!(await deps.sendAgain(tx, Number(id)))) throw new NotFound(`there is no failed delivery ${id}`);
      return c.json({ id, state: "waiting" as const }, 202);
    }),
  );
  return api;
}

const place = cursorOf(z.int().min(0));

function show({ id, firstTry, ...rest }: FailedDelivery): z.infer<typeof DeliveryShape> {
  return { ...rest, id: String(id), state: "failed", firstTry: firstTry.toISOString() };
}
