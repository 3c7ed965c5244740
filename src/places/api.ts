import { createRoute, z } from "@hono/zod-openapi";
import type { Database } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { type Api, answers, apiRoutes, needs, refuses } from "../web/api.ts";
import { cursorOf, goOn, Paging, pageShape } from "../web/paging.ts";
import { words } from "./api-words.ts";
import { eraseRequest } from "./erasing.ts";
import { isLate, type PlaceSettings, type RequestEntry, requestActs, requestStates } from "./places.ts";
import { findPlaceSettings, findRequest, type KeptRequest, listEntries, listRequests } from "./queries.ts";

export interface PlacesApiDeps {
  readonly db: Database;
  now(): Date;
}

const { operations } = words.en;
const mine = { tags: ["places"], ...needs("offers") };
const paths = { requests: "/api/v1/place-requests", request: "/api/v1/place-requests/{id}" };

const EntryShape = z
  .object({
    act: z.enum(requestActs).describe("What was done: say and withdraw by who asks, the others by the host."),
    text: z.string().nullable(),
    referred: z.string().nullable().describe("To which other host, where the request was sent on."),
    written: z.iso.datetime(),
  })
  .openapi("PlaceRequestEntry");

const RequestShape = z
  .object({
    id: z.string(),
    offer: z.string().describe("The slug of the offer."),
    name: z.string().describe("The association or group that asks."),
    people: z.int().describe("How many people will use it, about."),
    message: z.string().describe("What for, and by when."),
    contact: z.object({
      kind: z.enum(["email", "fediverse"]),
      address: z.string().describe("An e-mail address, or an account as name@host."),
    }),
    language: z.enum(["fr", "en"]).describe("The language that they read."),
    state: z.enum(requestStates),
    waiting: z.iso.datetime().nullable().describe("Since when they wait for the host; null when they do not."),
    late: z.boolean().describe("They wait longer than the host says that it takes to answer."),
    received: z.iso.datetime(),
    changed: z.iso.datetime(),
    entries: z.array(EntryShape).describe("What was done and said since, in order."),
  })
  .openapi("PlaceRequest");
type RequestShape = z.infer<typeof RequestShape>;

const example: RequestShape = {
  ...{ id: "6f1c3a58-2f5e-4d0b-9c53-8d2a1f7f4a10", offer: "shared-files", name: "Les Jardins du Lavoir", people: 20 },
  message: "An address for each of us, before spring.",
  ...{ contact: { kind: "email", address: "jardins@example.org" }, language: "fr", state: "answered" },
  ...{ waiting: null, late: false, received: "2026-11-24T10:00:00.000Z", changed: "2026-11-25T09:00:00.000Z" },
  entries: [
    { act: "answer", text: "How much space do you need?", referred: null, written: "2026-11-25T09:00:00.000Z" },
  ],
};

const byId = z.object({ id: z.uuid().openapi({ example: example.id }) });
const missing = refuses("There is no such request", ["not-found"]);

const list = createRoute({
  ...{
    method: "get",
    path: paths.requests,
    operationId: "listPlaceRequests",
    ...mine,
    ...operations.listPlaceRequests,
  },
  request: { query: Paging.extend({ state: z.enum(requestStates).optional() }) },
  responses: {
    200: answers(pageShape(RequestShape), "Some requests, the newest first", { items: [example], next: null }),
    400: refuses("The cursor, limit or state cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const read = createRoute({
  ...{ method: "get", path: paths.request, operationId: "readPlaceRequest", ...mine, ...operations.readPlaceRequest },
  request: { params: byId },
  responses: { 200: answers(RequestShape, "The request", example), 404: missing },
});

const erase = createRoute({
  ...{ method: "delete", path: paths.request, operationId: "erasePlaceRequest" },
  ...{ tags: ["places"], ...needs("admin"), ...operations.erasePlaceRequest },
  request: { params: byId },
  responses: { 204: { description: "Nothing is left of it" }, 404: missing },
});

/** Who asks for a place, for whoever may change offers; erased by whoever may do everything. */
export function placesApi({ db, now }: PlacesApiDeps): Api {
  const api = apiRoutes();
  api.openapi(list, async (c) => {
    const { cursor, limit, state } = c.req.valid("query");
    const before = place.read(cursor);
    const found = await listRequests(db, { ...(state && { states: [state] }), before, limit: limit + 1 });
    const page = goOn(c, found, limit, ({ received, id }) => place.write([received.toISOString(), id]));
    return c.json({ ...page, items: await showAll(db, page.items, now()) }, 200);
  });
  api.openapi(read, async (c) => {
    const request = await findRequest(db, c.req.valid("param").id);
    const [shown] = request ? await showAll(db, [request], now()) : [];
    if (shown === undefined) throw new NotFound("there is no such request");
    return c.json(shown, 200);
  });
  api.openapi(erase, async (c) => {
    const { id } = c.req.valid("param");
    const erased = await db.transaction().execute((tx) => eraseRequest(tx, id, now()));
    if (!erased) throw new NotFound("there is no such request");
    return c.body(null, 204);
  });
  return api;
}

const place = cursorOf(z.tuple([z.iso.datetime(), z.uuid()]));

async function showAll(db: Database, requests: readonly KeptRequest[], now: Date): Promise<RequestShape[]> {
  const settings = await findPlaceSettings(db);
  const entries = await listEntries(
    db,
    requests.map(({ id }) => id),
    { notes: true },
  );
  return requests.map((request) => show(request, entries.get(request.id) ?? [], settings, now));
}

function show(
  { id, slug, name, people, message, contact, language, state, waiting, received, changed }: KeptRequest,
  entries: readonly RequestEntry[],
  settings: PlaceSettings,
  now: Date,
): RequestShape {
  return {
    ...{ id, offer: slug, name, people, message, contact, language, state },
    ...{ waiting: waiting?.toISOString() ?? null, late: isLate(waiting, settings, now) },
    ...{ received: received.toISOString(), changed: changed.toISOString() },
    entries: entries.map(({ act, text, referred, written }) => {
      return { act, text, referred, written: written.toISOString() };
    }),
  };
}
