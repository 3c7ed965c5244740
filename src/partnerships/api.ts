import { createRoute, z } from "@hono/zod-openapi";
import type { Database, Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { type Api, answers, apiRoutes, bodyOf, emptyIsNone, needs, refuses } from "../web/api.ts";
import { cursorOf, goOn, Paging, pageShape } from "../web/paging.ts";
import { partnershipAsked, partnershipShown } from "./api-examples.ts";
import { type Addresses, notSetUp, orProblem, PartnershipShape, showPartnershipTo } from "./api-shapes.ts";
import { words } from "./api-words.ts";
import {
  type AskRefusal,
  acceptPartnership,
  askPartnership,
  counterPartnership,
  type DeedRefusal,
  declinePartnership,
  endPartnership,
  type FindHostRefusal,
  type OtherHost,
  showPartnership,
  withdrawPartnership,
} from "./changes.ts";
import { AcceptanceInput, CounterInput, PartnershipInput, proposedIn, RefusalInput, ShowInput } from "./form.ts";
import type { Partnership } from "./partnership.ts";
import { findPartnership, listPartnerships } from "./queries.ts";

export interface PartnershipsApiDeps extends Pick<Addresses, "relationshipId"> {
  readonly db: Database;
  readonly origin: string;
  now(): Date;
  /** The actor of our own host; null before the set-up. */
  ownHost(reader: Reader): Promise<string | null>;
  /** The host that somebody names. Waits for the network. */
  findHost(typed: string): Promise<Outcome<OtherHost, FindHostRefusal>>;
}

const { operations } = words.en;
const path = "/api/v1/partnerships";
const seen = { tags: ["partnerships"], ...needs("read") };
const mine = { tags: ["partnerships"], ...needs("admin") };

const shown = partnershipShown;
const byId = { params: z.object({ id: z.uuid().openapi({ example: shown.sent.id }) }) };
const unknown = refuses("There is no partnership of this id", ["not-found"]);
const shape = (what: string, example: z.input<typeof PartnershipShape>) => answers(PartnershipShape, what, example);

const list = createRoute({
  ...{ method: "get", path, operationId: "listPartnerships", ...seen, ...operations.listPartnerships },
  request: { query: Paging },
  responses: {
    200: answers(pageShape(PartnershipShape), "Some of them, the last changed first", {
      items: [shown.received],
      next: null,
    }),
    400: refuses("The cursor or limit cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const read = createRoute({
  ...{ method: "get", path: `${path}/{id}`, operationId: "readPartnership", ...seen, ...operations.readPartnership },
  request: byId,
  responses: { 200: shape("The request or partnership", shown.received), 404: unknown },
});

const ask = createRoute({
  ...{ method: "post", path, operationId: "askPartnership", ...mine, ...operations.askPartnership },
  request: { body: bodyOf(PartnershipInput, partnershipAsked) },
  responses: {
    201: shape("The request, on its way", shown.sent),
    409: refuses("It cannot be asked now", ["domain-blocked", "already-asked", "too-many-open", "not-set-up"]),
    422: refuses("It cannot be asked like this", [
      ...["invalid", "address-malformed", "own-host", "host-unknown", "unreachable", "expires-in-the-past"],
    ]),
  },
});

/** What our host knows of whom it works with, and what it asks, answers and ends, with a token. */
export function partnershipsApi(deps: PartnershipsApiDeps): Api {
  const api = apiRoutes();
  api.use(`${path}/:id/:deed`, emptyIsNone);
  readRoutes(api, deps);
  askRoute(api, deps);
  answerRoutes(api, deps);
  ownRoutes(api, deps);
  return api;
}

async function show({ db, ownHost, relationshipId }: PartnershipsApiDeps, all: readonly Partnership[]) {
  const own = (await ownHost(db)) ?? "";
  return all.map((one) => showPartnershipTo(one, { own, relationshipId }));
}

async function showOne(deps: PartnershipsApiDeps, partnership: Partnership) {
  const [shown] = await show(deps, [partnership]);
  if (shown === undefined) throw new NotFound(`there is no partnership ${partnership.id}`);
  return shown;
}

const place = cursorOf(z.tuple([z.iso.datetime(), z.uuid()]));

function readRoutes(api: Api, deps: PartnershipsApiDeps): void {
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const after = place.read(cursor);
    const from = after === null ? {} : { after: { changed: new Date(after[0]), id: after[1] } };
    const found = await listPartnerships(deps.db, { ...from, limit: limit + 1 });
    const page = goOn(c, found, limit, ({ changed, id }) => place.write([changed.toISOString(), id]));
    return c.json({ ...page, items: await show(deps, page.items) }, 200);
  });
  api.openapi(read, async (c) => {
    const { id } = c.req.valid("param");
    const found = await findPartnership(deps.db, id);
    if (found === null) throw new NotFound(`there is no partnership ${id}`);
    return c.json(await showOne(deps, found), 200);
  });
}

// Without an Idempotency-Key: what was asked already is refused, and nobody waits for another server inside a transaction.
function askRoute(api: Api, deps: PartnershipsApiDeps): void {
  api.openapi(ask, async (c) => {
    const { to, ...said } = c.req.valid("json");
    if ((await deps.ownHost(deps.db)) === null) throw notSetUp();
    const other = orProblem(await deps.findHost(to));
    const asking = { ...proposedIn(said), to: other, batch: null };
    const made = await deps.db.transaction().execute(async (tx) => {
      return orProblem(await askPartnership(tx, asking, { now: deps.now() }));
    });
    return c.json(await showOne(deps, made), 201, { location: `${deps.origin}${path}/${made.id}` });
  });
}

const deed = (
  operationId: keyof typeof operations,
  at: string,
  { left, refusals }: { readonly left: z.input<typeof PartnershipShape>; readonly refusals: readonly string[] },
) => ({
  ...({ method: "post", path: `${path}/{id}/${at}`, operationId, ...mine, ...operations[operationId] } as const),
  responses: {
    200: shape("The request or partnership, as it now stands", left),
    404: unknown,
    409: refuses("It does not stand so that this can be done", refusals),
  },
});
const unreadable = { 422: refuses("This cannot be read", ["invalid"]) };
const over = ["partnership-expired", "partnership-over"];
const answering = ["not-yours-to-answer", "answered-already", ...over];
const body = <Shape extends z.ZodType>(form: Shape, given: z.input<Shape>) => ({
  ...{ ...byId, body: { ...bodyOf(form, given), required: false } },
});

const accepting = deed("acceptPartnership", "acceptance", {
  ...{ left: shown.accepted, refusals: ["not-yours-to-answer", ...over] },
});
const accept = createRoute({
  ...accepting,
  request: body(AcceptanceInput, { shown: true }),
  responses: { ...accepting.responses, ...unreadable },
});
const declining = deed("declinePartnership", "refusal", { left: shown.declined, refusals: answering });
const decline = createRoute({
  ...declining,
  request: body(RefusalInput, { reason: "Not this year." }),
  responses: { ...declining.responses, ...unreadable },
});
const { to: _, ...countered } = partnershipAsked;
const counter = createRoute({
  ...deed("counterPartnership", "counter", { left: shown.counter, refusals: answering }),
  request: { ...byId, body: bodyOf(CounterInput, countered) },
  responses: {
    201: shape("The other proposal, on its way", shown.counter),
    404: unknown,
    409: refuses("It does not stand so that this can be done", answering),
    422: refuses("It cannot be proposed like this", ["invalid", "expires-in-the-past"]),
  },
});

function answerRoutes(api: Api, deps: PartnershipsApiDeps): void {
  const change = changing(deps);
  api.openapi(accept, async (c) => {
    const { shown = true } = c.req.valid("json");
    return c.json(await change((tx, now) => acceptPartnership(tx, c.req.valid("param").id, { shown, now })), 200);
  });
  api.openapi(decline, async (c) => {
    const { reason } = c.req.valid("json");
    const { id } = c.req.valid("param");
    return c.json(await change((tx, now) => declinePartnership(tx, id, reason || null, { now })), 200);
  });
  api.openapi(counter, async (c) => {
    const { kind, ...said } = c.req.valid("json");
    const { id } = c.req.valid("param");
    const made = await change(async (tx, now) => {
      const found = await findPartnership(tx, id);
      if (found === null) throw new NotFound(`there is no partnership ${id}`);
      return counterPartnership(tx, id, proposedIn({ kind: kind ?? found.kind, ...said }), { now });
    });
    return c.json(made, 201, { location: `${deps.origin}${path}/${made.id}` });
  });
}

const withdraw = createRoute({
  ...deed("withdrawPartnership", "withdrawal", {
    ...{ left: shown.withdrawn, refusals: ["not-yours-to-withdraw", "answered-already", ...over] },
  }),
  request: byId,
});
const end = createRoute({
  ...deed("endPartnership", "end", { left: shown.ended, refusals: ["not-accepted", ...over] }),
  request: byId,
});
const toShow = deed("showPartnership", "showing", { left: shown.accepted, refusals: ["not-accepted", ...over] });
const showing = createRoute({
  ...toShow,
  request: { ...byId, body: bodyOf(ShowInput, { shown: true }) },
  responses: { ...toShow.responses, ...unreadable },
});

function ownRoutes(api: Api, deps: PartnershipsApiDeps): void {
  const change = changing(deps);
  api.openapi(withdraw, async (c) =>
    c.json(await change((tx, now) => withdrawPartnership(tx, c.req.valid("param").id, { now })), 200),
  );
  api.openapi(end, async (c) =>
    c.json(await change((tx, now) => endPartnership(tx, c.req.valid("param").id, { now })), 200),
  );
  api.openapi(showing, async (c) => {
    const { shown } = c.req.valid("json");
    return c.json(await change((tx, now) => showPartnership(tx, c.req.valid("param").id, shown, { now })), 200);
  });
}

type Verb = (tx: Transaction, now: Date) => Promise<Outcome<Partnership, AskRefusal | DeedRefusal>>;

/** Does one thing and shows what it led to; a refusal becomes the answer. */
const changing = (deps: PartnershipsApiDeps) => async (verb: Verb) => {
  const changed = await deps.db.transaction().execute(async (tx) => orProblem(await verb(tx, deps.now())));
  return showOne(deps, changed);
};
