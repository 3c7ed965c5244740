import { type Context, Hono } from "hono";
import { findFundingById } from "../funding/queries.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { listPledges } from "../pledges/queries.ts";
import { showPage } from "../web/respond.ts";
import { LinkPage, type LinkProblem } from "./link-page.tsx";
import { findSaying } from "./queries.ts";
import type { Saying } from "./sayings.ts";

export interface LinkDeps extends PageDeps {
  /** Who is there with an account elsewhere, and how people write it. */
  visitorOf(c: Context): Promise<{ readonly actor: string; readonly address: string } | null>;
}

/** `/f/TOKEN`: the link that our accounts send to who wrote to them; it opens the form that their words fill in, for them alone. */
export function linkRoutes(deps: LinkDeps): Hono {
  return new Hono().get("/f/:token", (c) => open(deps, c));
}

async function open(deps: LinkDeps, c: Context): Promise<Response> {
  const token = (c.req.param("token") ?? "").toLowerCase();
  const saying = await findSaying(deps.db, token);
  if (saying === null) return show(deps, c, { problem: "gone", saying, here: "" });
  const visitor = await deps.visitorOf(c);
  if (visitor === null) return c.redirect(`/sign-in?then=${encodeURIComponent(`/f/${token}`)}`, 303);
  if (visitor.actor !== saying.actor) return show(deps, c, { problem: "other", saying, here: visitor.address });
  if (saying.withdrawn !== null) return show(deps, c, { problem: "withdrawn", saying, here: "" });
  if (saying.used !== null) return show(deps, c, { problem: "used", saying, here: "" });
  return c.redirect(await pageOf(deps, saying), 303);
}

/** A promise in the place of another opens where that one is changed. */
async function pageOf({ db }: LinkDeps, { token, kind, actor, request: id, deed }: Saying): Promise<string> {
  if (kind === "asking") return `/together/ask?from=${token}`;
  const request = id === null ? null : await findFundingById(db, id);
  if (request === null) return `/funding/new?from=${token}`;
  const own = deed === "change" ? await listPledges(db, request, { ended: false }) : [];
  const [only, ...others] = own.filter(({ party }) => party.actor === actor);
  const page = only !== undefined && others.length === 0 ? `pledges/${only.id}/change` : "pledge";
  return `/funding/${request.code}/${page}?from=${token}`;
}

interface Shown {
  readonly problem: LinkProblem;
  readonly saying: Saying | null;
  readonly here: string;
}

const statuses = { gone: 404, withdrawn: 410, used: 410, other: 403 } as const;

async function show(deps: LinkDeps, c: Context, { problem, saying, here }: Shown): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const request = saying?.request ? await findFundingById(deps.db, saying.request) : null;
  const ask = saying?.kind === "asking" ? "/together/ask" : "/funding/new";
  const form = request === null ? ask : `/funding/${request.code}`;
  const page = <LinkPage {...{ frame, problem, here, form }} kind={saying?.kind ?? "request"} />;
  const answer = await showPage(c, deps.origin, page, statuses[problem]);
  answer.headers.set("cache-control", "private, no-store");
  return answer;
}
