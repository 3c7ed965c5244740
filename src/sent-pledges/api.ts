import { createRoute, z } from "@hono/zod-openapi";
import { NotFound } from "../foundation/errors.ts";
import { hostParty } from "../funding/parties.ts";
import { findListedFunding } from "../listed-funding/queries.ts";
import { amountProblem } from "../pledges/api-shapes.ts";
import { promisedIn } from "../pledges/form.ts";
import { type Api, answers, apiRoutes, bodyOf, needs, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { cursorOf, goOn, Paging, pageShape } from "../web/paging.ts";
import { orProblem, requestUnknown, SentPledgeShape, showSent } from "./api-shapes.ts";
import { words } from "./api-words.ts";
import { promiseElsewhere, withdrawElsewhere } from "./changes.ts";
import { SentPledgeInput } from "./form.ts";
import { findSentPledge, listSentPledges } from "./queries.ts";
import { towardOf } from "./toward.ts";

export interface SentPledgesApiDeps extends OnceDeps {
  readonly origin: string;
  now(): Date;
}

const { operations } = words.en;
const mine = { tags: ["sent-pledges"], ...needs("admin") };
const path = "/api/v1/sent-pledges";
const asked: z.input<typeof SentPledgeInput> = { request: "0192f3b8-0000-7000-8000-000000000002", amount: "20.00" };
const example: z.input<typeof SentPledgeShape> = {
  id: "0192f3c0-0000-7000-8000-000000000001",
  request: "https://mille-sabots.example/ap/actors/0192f1c7-0000-7000-8000-000000000002",
  ...{ title: "A Nextcloud for four cycling associations", url: "https://mille-sabots.example/funding/7q4k" },
  ...{ state: "sent", reason: null, amount: "20.00", currency: "EUR", counted: null, inKind: null, condition: null },
  ...{ visibility: "visible", validUntil: null, confirmUntil: null, version: 1 },
  ...{ made: "2026-11-24T10:00:00.000Z", changed: "2026-11-24T10:00:00.000Z" },
};
const amounts = ["other-currency", "malformed", "negative", "decimals", "zero", "too-large"].map(
  (one) => `amount-${one}`,
);

const list = createRoute({
  ...{ method: "get", path, operationId: "listSentPledges", ...mine, ...operations.listSentPledges },
  request: { query: Paging },
  responses: {
    200: answers(pageShape(SentPledgeShape), "Some pledges, the last first", { items: [example], next: null }),
    400: refuses("The cursor or limit cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const send = createRoute({
  ...{ method: "post", path, operationId: "sendPledge", ...mine, ...operations.sendPledge },
  request: { body: bodyOf(SentPledgeInput, asked), headers: IdempotencyKey },
  responses: {
    201: answers(SentPledgeShape, "The pledge, on its way", example),
    409: refuses("The request takes no pledge now", ["request-over", "deadline-passed", "too-many-today"]),
    422: refuses("This cannot be promised", [
      ...["invalid", "request-unknown", ...amounts, "pledge-too-small", "pledge-too-large", "valid-in-the-past"],
    ]),
  },
});

const withdraw = createRoute({
  ...{ method: "delete", path: `${path}/{id}`, operationId: "withdrawSentPledge", ...mine },
  ...operations.withdrawSentPledge,
  request: { params: z.object({ id: z.uuid().openapi({ example: example.id }) }) },
  responses: {
    204: { description: "It is taken back; the other instance is told" },
    404: refuses("The host has sent no such pledge", ["not-found"]),
    409: refuses("It holds no more", ["pledge-lapsed"]),
  },
});

/** What the host promises towards requests of other instances, with a token. */
export function sentPledgesApi(deps: SentPledgesApiDeps): Api {
  const api = apiRoutes();
  listRoute(api, deps);
  sendRoute(api, deps);
  withdrawRoute(api, deps);
  return api;
}

function listRoute(api: Api, { db, now }: SentPledgesApiDeps): void {
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const after = place.read(cursor);
    const { id: party } = await db.transaction().execute((tx) => hostParty(tx, now()));
    const all = (await listSentPledges(db, [party])).map(showSent);
    const rest =
      after === null ? all : all.filter(({ made, id }) => made < after[0] || (made === after[0] && id > after[1]));
    const page = goOn(c, rest, limit, ({ made, id }) => place.write([made, id]));
    return c.json(page, 200);
  });
}

const place = cursorOf(z.tuple([z.iso.datetime(), z.uuid()]));

function sendRoute(api: Api, deps: SentPledgesApiDeps): void {
  api.openapi(send, (c) =>
    once(c, deps, async (tx) => {
      const { request, ...input } = c.req.valid("json");
      const copy = await findListedFunding(tx, request);
      if (copy === null) throw requestUnknown();
      const read = promisedIn(input, copy.terms.goal.currency);
      if (!read.done) throw amountProblem(read.reason);
      const now = deps.now();
      const { id: by } = await hostParty(tx, now);
      const sending = { promised: read.value, words: input.inKind?.what ?? null };
      const sent = orProblem(await promiseElsewhere(tx, towardOf(copy), sending, { by, now }));
      return c.json(showSent(sent), 201);
    }),
  );
}

function withdrawRoute(api: Api, { db, now: clock }: SentPledgesApiDeps): void {
  api.openapi(withdraw, async (c) => {
    const { id } = c.req.valid("param");
    await db.transaction().execute(async (tx) => {
      const now = clock();
      const { id: by } = await hostParty(tx, now);
      if ((await findSentPledge(tx, id))?.party !== by) throw new NotFound(`the host has sent no pledge ${id}`);
      orProblem(await withdrawElsewhere(tx, id, { by, now }));
    });
    return c.body(null, 204);
  });
}
