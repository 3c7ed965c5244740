import { createRoute, z } from "@hono/zod-openapi";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { inviteAll, type JointDeed } from "../joint/changes.ts";
import { type Api, answers, apiRoutes, bodyOf, needs, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { cursorOf, goOn, Paging, pageShape } from "../web/paging.ts";
import { Problem } from "../web/problem.ts";
import { type AnswerRefusal, agreeToResult, answerAsking, giveResult } from "./answering.ts";
import { answerGiven, askingSaid, askingShown, quoteAsked } from "./api-examples.ts";
import {
  AgreementInput,
  AnswerInput,
  AskingShape,
  askingProblem,
  PlainInput,
  QuoteInput,
  showAsking,
} from "./api-shapes.ts";
import { words } from "./api-words.ts";
import { beginQuote, mayPropose, type QuoteBeginning, signersIn } from "./quoting.ts";
import { findReceived, listReceived, type ReceivedAsking } from "./received.ts";

export interface AskingsApiDeps extends OnceDeps {
  now(): Date;
  /** The actor of our own host; null before the set-up. */
  ownHost(reader: Reader): Promise<string | null>;
}

const { operations } = words.en;
const mine = { tags: ["askings"], ...needs("admin") };
const path = "/api/v1/askings";
const byId = z.object({ id: z.uuid().openapi({ example: askingShown.id }) });
const missing = refuses("Nothing of this id was asked", ["not-found"]);
const shown = (description: string, example = askingShown) => answers(AskingShape, description, example);
const unreadable = { 422: refuses("This cannot be read", ["invalid"]) };

const list = createRoute({
  ...{ method: "get", path, operationId: "listAskings", ...mine, ...operations.listAskings },
  request: { query: Paging },
  responses: {
    200: answers(pageShape(AskingShape), "Some of them, the last received first", { items: [askingShown], next: null }),
    400: refuses("The cursor or limit cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const read = createRoute({
  ...{ method: "get", path: `${path}/{id}`, operationId: "readAsking", ...mine, ...operations.readAsking },
  request: { params: byId },
  responses: { 200: shown("What was asked"), 404: missing },
});

const act = (operationId: keyof typeof operations, at: string) =>
  ({ method: "post", path: `${path}/{id}/${at}`, operationId, ...mine, ...operations[operationId] }) as const;
const late = (...codes: readonly string[]) => refuses("It does not stand so that this can be done", codes);

const answer = createRoute({
  ...act("answerAsking", "answer"),
  request: { params: byId, body: bodyOf(AnswerInput, answerGiven), headers: IdempotencyKey },
  responses: {
    200: shown("What was asked, answered", askingSaid.answered),
    404: missing,
    409: late("asking-over"),
    ...unreadable,
  },
});

const quote = createRoute({
  ...act("quoteAsking", "quote"),
  request: { params: byId, body: bodyOf(QuoteInput, quoteAsked), headers: IdempotencyKey },
  responses: {
    201: shown("What was asked, with the quote that waits for its partners", askingSaid.quoted),
    404: missing,
    409: late("not-lead", "quote-begun", "nobody-to-sign"),
    ...unreadable,
  },
});

const propose = createRoute({
  ...act("proposeForAsking", "proposal"),
  request: { params: byId, body: bodyOf(PlainInput, { text: "A Nextcloud for 12." }), headers: IdempotencyKey },
  responses: {
    200: shown("What was asked, with the proposal", askingSaid.proposed),
    404: missing,
    409: late("not-lead"),
    ...unreadable,
  },
});

const agree = createRoute({
  ...act("agreeToProposal", "agreement"),
  request: { params: byId, body: bodyOf(AgreementInput, { version: 1 }), headers: IdempotencyKey },
  responses: {
    200: shown("What was asked, agreed to", askingSaid.agreed),
    404: missing,
    409: late("nothing-proposed", "proposal-changed"),
    ...unreadable,
  },
});

/** What associations ask of our host together with others, and what it says to that, with a token. */
export function askingsApi(deps: AskingsApiDeps): Api {
  const api = apiRoutes();
  readRoutes(api, deps);
  answerRoutes(api, deps);
  quoteRoute(api, deps);
  return api;
}

type Place = [received: string, id: string];
const place = cursorOf<Place>(z.tuple([z.iso.datetime(), z.uuid()]));
const placeOf = ({ received, id }: AskingShape): Place => [received, id];

function readRoutes(api: Api, { db }: AskingsApiDeps): void {
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const after = place.read(cursor);
    const all = (await listReceived(db)).map(showAsking).toSorted((one, other) => before(placeOf(one), placeOf(other)));
    const rest = after === null ? all : all.filter((one) => before(after, placeOf(one)) < 0);
    return c.json(
      goOn(c, rest, limit, (one) => place.write(placeOf(one))),
      200,
    );
  });
  api.openapi(read, async (c) => c.json(showAsking(await need(db, c.req.valid("param").id)), 200));
}

/** The last received first. */
function before([at, id]: Place, [otherAt, otherId]: Place): number {
  if (at !== otherAt) return at > otherAt ? -1 : 1;
  return id === otherId ? 0 : id < otherId ? -1 : 1;
}

function answerRoutes(api: Api, deps: AskingsApiDeps): void {
  api.openapi(answer, (c) =>
    once(c, deps, async (tx) => {
      const [{ id }, said] = [c.req.valid("param"), c.req.valid("json")];
      return c.json(await doneTo(tx, id, () => answerAsking(tx, id, said, deps.now())), 200);
    }),
  );
  api.openapi(propose, (c) =>
    once(c, deps, async (tx) => {
      const [{ id }, { text, total }] = [c.req.valid("param"), c.req.valid("json")];
      const money = {
        amount: total?.amount ?? null,
        currency: total?.currency ?? "EUR",
        period: total?.period ?? "once",
      };
      const result = { kind: "quote", url: null, text, paper: null, ...money } as const;
      return c.json(await doneTo(tx, id, () => giveResult(tx, id, result, deps.now())), 200);
    }),
  );
  api.openapi(agree, (c) =>
    once(c, deps, async (tx) => {
      const [{ id }, { version }] = [c.req.valid("param"), c.req.valid("json")];
      return c.json(await doneTo(tx, id, () => agreeToResult(tx, id, version, deps.now())), 200);
    }),
  );
}

async function doneTo(
  tx: Transaction,
  id: string,
  verb: () => Promise<Outcome<ReceivedAsking, AnswerRefusal>>,
): Promise<AskingShape> {
  await need(tx, id);
  const outcome = await verb();
  if (!outcome.done) throw askingProblem(outcome.reason);
  return showAsking(outcome.value);
}

function quoteRoute(api: Api, deps: AskingsApiDeps): void {
  api.openapi(quote, (c) =>
    once(c, deps, async (tx) => {
      const [{ id }, { partners, ...said }] = [c.req.valid("param"), c.req.valid("json")];
      const [asking, own] = [await need(tx, id), await deps.ownHost(tx)];
      if (own === null || !mayPropose(asking)) throw conflict("not-lead");
      const beginning = { ...said, partners: toSign(asking, partners) };
      await beginAndInvite(tx, id, beginning, { now: deps.now(), own });
      return c.json(showAsking(await need(tx, id)), 201);
    }),
  );
}

/** Of those who were chosen and can sign, the ones that are named; all where none is. */
function toSign(asking: ReceivedAsking, named: readonly string[] | undefined): readonly string[] {
  const able = signersIn(asking).map(({ actor }) => actor);
  const asked = able.filter((actor) => named === undefined || named.includes(actor));
  if (asked.length === 0) throw conflict("nobody-to-sign");
  return asked;
}

async function beginAndInvite(tx: Transaction, id: string, beginning: QuoteBeginning, deed: JointDeed): Promise<void> {
  const begun = await beginQuote(tx, id, beginning, deed);
  if (!begun.done) throw conflict("quote-begun");
  await inviteAll(tx, begun.value.id, deed);
}

const conflict = (code: keyof (typeof words)["en"]["problems"]): Problem =>
  new Problem(409, code, words.en.problems[code]);

async function need(reader: Reader, id: string): Promise<ReceivedAsking> {
  const asking = await findReceived(reader, id);
  if (asking === null || asking.seenVersion === 0) throw new NotFound(`nothing of this id was asked: ${id}`);
  return asking;
}
