import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import { byCode, type FundingApiDeps, findVisible, paths, shownWith } from "../funding/api-shown.ts";
import type { FundingRequest } from "../funding/funding.ts";
import { hostParty } from "../funding/parties.ts";
import { type Api, answers, apiRoutes, bodyOf, needs, opens, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { cursorOf, goOn, Paging, pageShape } from "../web/paging.ts";
import { commitRoute } from "./api-commitment.ts";
import { pledgeMaker } from "./api-making.ts";
import { amountProblem, orProblem, PledgeShape, showPledge } from "./api-shapes.ts";
import { words } from "./api-words.ts";
import { PledgeInput, promisedIn } from "./form.ts";
import { digestOf, findLast } from "./ledger.ts";
import { changePledge, confirmPledge, type Saying, withdrawPledge } from "./making.ts";
import { listPledges } from "./queries.ts";

export interface PledgesApiDeps extends FundingApiDeps, OnceDeps {}

const { operations } = words.en;
const tags = ["pledges"];
const mine = { tags, ...needs("admin") };
const example: z.input<typeof PledgeShape> = {
  ...{ id: "0192f3ac-0000-7000-8000-000000000001", request: "7q4k", name: "La Pomme" },
  by: "https://pomme.example/ap/actors/0192f1a0-0000-7000-8000-000000000001",
  ...{ amount: "20.00", currency: "EUR", inKind: null, condition: { total: null, participants: 4 } },
  ...{ visibility: "visible", state: "waiting", validUntil: null, version: 1 },
  ...{ made: "2026-11-24T10:00:00.000Z", changed: "2026-11-24T10:00:00.000Z" },
};
const asked: z.input<typeof PledgeInput> = { amount: "20.00", condition: { participants: 4 } };
const byPledge = byCode.extend({ pledge: z.uuid().openapi({ example: example.id }) });

const amounts = ["other-currency", "malformed", "negative", "decimals", "zero", "too-large"].map(
  (one) => `amount-${one}`,
);
const wrong = refuses("This cannot be promised", [
  ...["invalid", ...amounts, "pledge-too-small", "pledge-too-large", "valid-in-the-past"],
]);
const closed = ["not-open", "being-confirmed", "cap-reached"];
const missing = refuses("There is no such request", ["not-found"]);
const missingPledge = refuses("There is no such pledge", ["not-found"]);
const foreign = refuses("The pledge is somebody else's", ["not-yours"]);

const list = createRoute({
  ...{ method: "get", path: paths.pledges, operationId: "listPledges", tags, ...operations.listPledges },
  request: { params: byCode, query: Paging },
  responses: {
    200: answers(pageShape(PledgeShape), "Some pledges, the first one first", { items: [example], next: null }),
    400: refuses("The cursor or limit cannot be read", ["query-invalid", "cursor-unknown"]),
    404: missing,
  },
});

const make = createRoute({
  ...{ method: "post", path: paths.pledges, operationId: "makePledge", ...mine, ...operations.makePledge },
  request: { params: byCode, body: bodyOf(PledgeInput, asked), headers: IdempotencyKey },
  responses: {
    201: answers(PledgeShape, "The pledge", example),
    ...{ 404: missing, 409: refuses("The request takes no such pledge now", closed), 422: wrong },
  },
});

const change = createRoute({
  ...{ method: "put", path: paths.pledge, operationId: "changePledge", ...mine, ...operations.changePledge },
  request: { params: byPledge, body: bodyOf(PledgeInput, { ...asked, amount: "50.00" }), headers: IdempotencyKey },
  responses: {
    200: answers(PledgeShape, "The pledge as it is now", { ...example, amount: "50.00", version: 2 }),
    ...{ 403: foreign, 404: missingPledge },
    409: refuses("The pledge cannot change now", [...closed, "pledge-withdrawn", "pledge-lapsed"]),
    422: wrong,
  },
});

const withdraw = createRoute({
  ...{ method: "delete", path: paths.pledge, operationId: "withdrawPledge", ...mine, ...operations.withdrawPledge },
  request: { params: byPledge },
  responses: {
    ...{ 204: { description: "It is taken back" }, 403: foreign, 404: missingPledge },
    409: refuses("The order is signed", ["committed"]),
  },
});

const confirm = createRoute({
  ...{ method: "post", path: paths.confirmation, operationId: "confirmPledge", ...mine, ...operations.confirmPledge },
  request: { params: byPledge, headers: IdempotencyKey },
  responses: {
    200: answers(PledgeShape, "The pledge, confirmed", { ...example, condition: null, state: "confirmed" }),
    ...{ 403: foreign, 404: missingPledge },
    409: refuses("The pledge cannot be confirmed now", ["nothing-to-confirm", "pledge-withdrawn", "pledge-lapsed"]),
  },
});

/** What is promised towards requests: read by everyone as far as each wants it shown, made with a token in the name of the host. */
export function pledgesApi(deps: PledgesApiDeps): Api {
  const api = apiRoutes();
  listRoute(api, deps);
  makeRoutes(api, deps);
  withdrawRoute(api, deps);
  confirmRoute(api, deps);
  commitRoute(api, deps);
  return api;
}

function listRoute(api: Api, deps: PledgesApiDeps): void {
  const { db } = deps;
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const request = await findVisible(db, c.req.valid("param").id, c.get("scope"));
    const after = place.read(cursor);
    const reading = opens(c.get("scope"), "admin") ? await findOwn(deps) : null;
    const found = await listPledges(db, request, {
      ...{ ended: reading !== null, limit: limit + 1 },
      ...(after && { after: { made: new Date(after[0]), id: after[1] } }),
    });
    const page = goOn(c, found, limit, ({ made, id }) => place.write([made.toISOString(), id]));
    const shown = await shownWith(db, deps);
    return c.json({ ...page, items: page.items.map((one) => showPledge(one, request, shown, reading)) }, 200);
  });
}

const place = cursorOf(z.tuple([z.iso.datetime(), z.uuid()]));

async function findOwn({ db, now }: PledgesApiDeps): Promise<string> {
  return (await db.transaction().execute((tx) => hostParty(tx, now()))).id;
}

function makeRoutes(api: Api, deps: PledgesApiDeps): void {
  const makeOne = pledgeMaker(deps);
  api.openapi(make, (c) => makeOne(c, c.req.valid("param").id, c.req.valid("json")));
  api.openapi(change, (c) =>
    once(c, deps, async (tx) => {
      const { id, pledge } = c.req.valid("param");
      const input = c.req.valid("json");
      const { request, saying } = await enter(tx, c, deps, id, input);
      const last = await findLast(tx, pledge);
      if (last === null) throw new NotFound(`there is no pledge ${pledge}`);
      const next = { version: last.version + 1, promised: promised(input, request) };
      orProblem(await changePledge(tx, pledge, next, saying));
      return c.json(await show(tx, deps, request.code, pledge, saying), 200);
    }),
  );
}

function withdrawRoute(api: Api, deps: PledgesApiDeps): void {
  api.openapi(withdraw, async (c) => {
    const { id, pledge } = c.req.valid("param");
    await deps.db.transaction().execute(async (tx) => {
      const { saying } = await enter(tx, c, deps, id);
      const last = await findLast(tx, pledge);
      orProblem(await withdrawPledge(tx, pledge, (last?.version ?? 0) + 1, saying));
    });
    return c.body(null, 204);
  });
}

function confirmRoute(api: Api, deps: PledgesApiDeps): void {
  api.openapi(confirm, (c) =>
    once(c, deps, async (tx) => {
      const { id, pledge } = c.req.valid("param");
      const { request, saying } = await enter(tx, c, deps, id);
      orProblem(await confirmPledge(tx, pledge, saying));
      return c.json(await show(tx, deps, request.code, pledge, saying), 200);
    }),
  );
}

/** The request, and who speaks: the host, by a message whose traces are kept. */
async function enter(tx: Transaction, c: Context, deps: PledgesApiDeps, code: string, input?: PledgeInput) {
  const now = deps.now();
  const party = await hostParty(tx, now);
  const request = await findVisible(tx, code, "admin");
  const body = await c.req.text();
  const papers = { words: input?.inKind?.what ?? null, digest: body === "" ? null : digestOf(body) };
  return { request, party, saying: { request: request.id, by: party.id, now, papers } satisfies Saying };
}

function promised(input: PledgeInput, { terms }: FundingRequest) {
  const read = promisedIn(input, terms.goal.currency);
  if (!read.done) throw amountProblem(read.reason);
  return read.value;
}

async function show(reader: Reader, deps: PledgesApiDeps, code: string, pledge: string, { by }: Saying) {
  const request = await findVisible(reader, code, "admin");
  const [found] = await listPledges(reader, request, { pledge, ended: true });
  if (found === undefined) throw new NotFound(`there is no pledge ${pledge}`);
  return showPledge(found, request, await shownWith(reader, deps), by);
}
