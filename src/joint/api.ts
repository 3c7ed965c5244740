import { createRoute, z } from "@hono/zod-openapi";
import type { Reader, Transaction } from "../foundation/database.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Outcome } from "../foundation/outcome.ts";
import { findOfferById } from "../offers/queries.ts";
import { type Api, answers, apiRoutes, bodyOf, emptyIsNone, needs, refuses } from "../web/api.ts";
import { IdempotencyKey, type OnceDeps, once } from "../web/once.ts";
import { cursorOf, goOn, Paging, pageShape } from "../web/paging.ts";
import { Problem } from "../web/problem.ts";
import { jointAsked, jointShown } from "./api-examples.ts";
import {
  AcceptanceInput,
  JointOfferShape,
  jointProblem,
  NewJointOffer,
  ReasonInput,
  showInvitation,
  showPaper,
} from "./api-shapes.ts";
import { words } from "./api-words.ts";
import { findOwn, type JointDeskDeps } from "./desk-doing-parts.tsx";
import { giveUpJoint, proposeJoint } from "./drafting.ts";
import { acceptInvitation, leaveJoint, refuseInvitation } from "./invitations.ts";
import type { JointInvitation, JointPaper, JointRefusal, Named } from "./joint.ts";
import { findInvitation, findPaper, listJointPage } from "./queries.ts";

export interface JointApiDeps extends OnceDeps, Pick<JointDeskDeps, "actorId" | "findPartner"> {
  readonly origin: string;
  now(): Date;
}

const { operations } = words.en;
const mine = { tags: ["joint-offers"], ...needs("admin") };
const path = "/api/v1/joint-offers";
const byId = z.object({ id: z.uuid().openapi({ example: jointShown.id }) });
const missing = refuses("There is no such joint offer", ["not-found"]);
const late = (...codes: readonly string[]) => refuses("This cannot be done now", codes);
const shown = (description: string, state: "awaiting" | "withdrawn" = "awaiting") =>
  answers(JointOfferShape, description, { ...jointShown, state });
const answered = (description: string) => answers(JointOfferShape, description);

const list = createRoute({
  ...{ method: "get", path, operationId: "listJointOffers", ...mine, ...operations.listJointOffers },
  request: { query: Paging },
  responses: {
    200: answers(pageShape(JointOfferShape), "Some of them, the last changed first", {
      items: [jointShown],
      next: null,
    }),
    400: refuses("The cursor or limit cannot be read", ["query-invalid", "cursor-unknown"]),
  },
});

const read = createRoute({
  ...{ method: "get", path: `${path}/{id}`, operationId: "readJointOffer", ...mine, ...operations.readJointOffer },
  request: { params: byId },
  responses: { 200: shown("The joint offer"), 404: missing },
});

const propose = createRoute({
  ...{ method: "post", path, operationId: "proposeJointOffer", ...mine, ...operations.proposeJointOffer },
  request: { body: bodyOf(NewJointOffer, jointAsked), headers: IdempotencyKey },
  responses: {
    201: shown("The joint offer, waiting for its partners"),
    409: refuses("The address is taken", ["slug-taken"]),
    422: refuses("This cannot be proposed", [
      ...["invalid", "partner-unknown", "partner-twice", "split-mixed", "split-differs", "percent-differs"],
    ]),
  },
});

const act = (operationId: "acceptJointOffer" | "refuseJointOffer" | "withdrawJointOffer" | "leaveJointOffer") => ({
  ...{ method: "post" as const, operationId, ...mine, ...operations[operationId] },
});

const accept = createRoute({
  ...{ ...act("acceptJointOffer"), path: `${path}/{id}/acceptance` },
  request: { params: byId, body: { ...bodyOf(AcceptanceInput), required: false }, headers: IdempotencyKey },
  responses: { 200: answered("The joint offer, accepted"), 404: missing, 409: late("wrong-state", "other-version") },
});

const refuse = createRoute({
  ...{ ...act("refuseJointOffer"), path: `${path}/{id}/refusal` },
  request: { params: byId, body: { ...bodyOf(ReasonInput), required: false }, headers: IdempotencyKey },
  responses: { 200: answered("The joint offer, refused"), 404: missing, 409: late("wrong-state") },
});

const withdraw = createRoute({
  ...{ ...act("withdrawJointOffer"), path: `${path}/{id}/withdrawal` },
  request: { params: byId, headers: IdempotencyKey },
  responses: { 200: shown("The joint offer, withdrawn", "withdrawn"), 404: missing, 409: late("wrong-state") },
});

const leave = createRoute({
  ...{ ...act("leaveJointOffer"), path: `${path}/{id}/leaving` },
  request: { params: byId, body: { ...bodyOf(ReasonInput), required: false }, headers: IdempotencyKey },
  responses: { 200: answered("The joint offer, left"), 404: missing, 409: late("wrong-state", "not-signed") },
});

/** What our host gives together with others: led by it, or by one of them. */
export function jointApi(deps: JointApiDeps): Api {
  const api = apiRoutes();
  api.use(`${path}/:id/:deed`, emptyIsNone);
  readRoutes(api, deps);
  proposeRoute(api, deps);
  answerRoutes(api, deps);
  api.openapi(withdraw, (c) =>
    once(c, deps, async (tx) => {
      const { id } = c.req.valid("param");
      const found = await need(tx, id);
      if ("lead" in found) throw jointProblem("wrong-state");
      const { actor: own } = await findOwn(deps);
      const paper = orProblem(await giveUpJoint(tx, id, { now: deps.now(), own }));
      return c.json(await show(tx, paper, deps), 200);
    }),
  );
  return api;
}

function readRoutes(api: Api, deps: JointApiDeps): void {
  const { db } = deps;
  api.openapi(list, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const found = await listJointPage(db, { after: place.read(cursor), limit: limit + 1 });
    const page = goOn(c, found, limit, ({ changed, id }) => place.write([changed.toISOString(), id]));
    const items = await Promise.all(page.items.map((one) => show(db, one, deps)));
    return c.json({ ...page, items }, 200);
  });
  api.openapi(read, async (c) => c.json(await show(db, await need(db, c.req.valid("param").id), deps), 200));
}

const place = cursorOf<readonly [changed: string, id: string]>(z.tuple([z.iso.datetime(), z.uuid()]));

function proposeRoute(api: Api, deps: JointApiDeps): void {
  api.openapi(propose, async (c) => {
    const { partners, lead, slug, title, summary, language, needs: codes, tiers, ...rest } = c.req.valid("json");
    const own = await findOwn(deps);
    const hosts = await Promise.all(partners.map(({ actor }) => needHost(deps, actor)));
    const actorOf = async (typed: string) => (await needHost(deps, typed)).actor;
    const invoicing = rest.invoicing === null ? own.actor : await actorOf(rest.invoicing);
    const parts = partners.map(({ roles, does, share }, at) => ({ actor: hosts[at]?.actor ?? "", roles, does, share }));
    const turned = partners.findIndex(({ actor }) => actor === rest.supportEntry);
    const supportEntry = hosts[turned]?.actor ?? (rest.supportEntry === own.page ? own.actor : rest.supportEntry);
    const terms = { ...rest, invoicing, supportEntry, parts: [{ ...lead, actor: own.actor }, ...parts] };
    const offer = { slug: slug ?? null, title, summary, language, needs: codes, tiers };
    return once(c, deps, async (tx) => {
      const made = await proposeJoint(tx, { offer, terms, hosts }, { now: deps.now(), own: own.actor });
      if (!made.done && made.reason === "slug-taken")
        throw new Problem(409, "slug-taken", "Another offer has this address. Choose another one.");
      return c.json(await show(tx, orProblem(made as Outcome<JointPaper, JointRefusal>), deps), 201);
    });
  });
}

async function needHost(deps: JointApiDeps, typed: string): Promise<Named> {
  const own = await findOwn(deps);
  if (typed === own.actor || typed === own.page) return own;
  const found = await deps.findPartner(typed);
  if (found !== null) return found;
  const detail = `No host is known at ${typed}. Give the address of its page, its account or its actor.`;
  throw new Problem(422, "partner-unknown", detail);
}

function answerRoutes(api: Api, deps: JointApiDeps): void {
  const answer = (tx: Transaction, id: string, verb: (asked: JointInvitation) => Answered) =>
    need(tx, id).then(async (found) => {
      if (!("lead" in found)) throw jointProblem("wrong-state");
      return show(tx, orProblem(await verb(found)), deps);
    });
  api.openapi(accept, (c) =>
    once(c, deps, async (tx) => {
      const [{ id }, now, version] = [c.req.valid("param"), deps.now(), c.req.valid("json")?.version ?? null];
      return c.json(await answer(tx, id, (asked) => acceptInvitation(tx, id, version ?? asked.version, now)), 200);
    }),
  );
  api.openapi(refuse, (c) =>
    once(c, deps, async (tx) => {
      const [{ id }, reason] = [c.req.valid("param"), c.req.valid("json")?.reason ?? null];
      return c.json(await answer(tx, id, () => refuseInvitation(tx, id, reason, deps.now())), 200);
    }),
  );
  api.openapi(leave, (c) =>
    once(c, deps, async (tx) => {
      const [{ id }, reason] = [c.req.valid("param"), c.req.valid("json")?.reason ?? null];
      return c.json(await answer(tx, id, () => leaveJoint(tx, id, reason, deps.now())), 200);
    }),
  );
}

type Answered = Promise<Outcome<JointInvitation, JointRefusal>>;

async function need(reader: Reader, id: string): Promise<JointPaper | JointInvitation> {
  const found = (await findPaper(reader, id)) ?? (await findInvitation(reader, id));
  if (found === null) throw new NotFound(`there is no joint offer ${id}`);
  return found;
}

async function show(reader: Reader, one: JointPaper | JointInvitation, deps: JointApiDeps): Promise<JointOfferShape> {
  const own = await findOwn(deps);
  if ("lead" in one) return showInvitation(one, own);
  const offer = one.offer === null ? null : await findOfferById(reader, one.offer);
  return showPaper(one, own, offer && { ...offer, url: `${deps.origin}/offers/${offer.slug}` });
}

function orProblem<Value>(outcome: Outcome<Value, JointRefusal>): Value {
  if (outcome.done) return outcome.value;
  throw jointProblem(outcome.reason);
}
