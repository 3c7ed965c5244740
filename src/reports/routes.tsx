import { type Context, Hono } from "hono";
import { neighbourhoodOf } from "../foundation/client-address.ts";
import { NotFound } from "../foundation/errors.ts";
import type { Secret } from "../foundation/secret.ts";
import { isPublic } from "../funding/life.ts";
import { findFunding } from "../funding/queries.ts";
import { type PageDeps, readFrame } from "../hosts/parts.tsx";
import { keepReport } from "../messages/changes.ts";
import { listPledges } from "../pledges/queries.ts";
import type { Wrong } from "../web/form-parts.tsx";
import { readSeal, sealForm, sealName } from "../web/form-seal.tsx";
import { openLimit, quotas } from "../web/limits.ts";
import { showPage } from "../web/respond.ts";
import { type Reported, ReportedPage, ReportPage, type ReportPageProps } from "./report-page.tsx";
import { words } from "./words.ts";

export interface ReportDeps extends PageDeps {
  readonly secret: Secret;
  /** Who is there with an account elsewhere. */
  visitorOf(c: Context): Promise<{ readonly actor: string } | null>;
}

type ReportEnv = { readonly Bindings: { readonly client?: string } };
type ReportContext = Context<ReportEnv>;

/** `/funding/CODE/report`: whoever reads a request can say that something is wrong with it, or with a promise. */
export function reportRoutes(deps: ReportDeps): Hono<ReportEnv> {
  const limit = openLimit(quotas.reports);
  return new Hono<ReportEnv>()
    .get("/funding/:code/report", async (c) => {
      const reported = await findReported(deps, c, c.req.query("pledge"));
      if (c.req.query("done") === undefined) return show(deps, c, reported);
      const { frame } = await readFrame(deps, c.req.raw);
      return showPage(c, deps.origin, <ReportedPage frame={frame} code={reported.code} />);
    })
    .post("/funding/:code/report", async (c) => {
      const { exceeded, reset } = await limit.count(neighbourhoodOf(c.env?.client ?? "unknown"));
      if (exceeded) c.header("retry-after", String(reset));
      return take(deps, c, exceeded);
    });
}

const longest = { reason: 5_000, contact: 200 };

async function take(deps: ReportDeps, c: ReportContext, tooMany: boolean): Promise<Response> {
  const form = await c.req.parseBody();
  const text = (name: "reason" | "contact") =>
    String(form[name] ?? "")
      .replaceAll(/\r\n?/g, "\n")
      .slice(0, 100_000);
  const typed = { reason: text("reason"), contact: text("contact") };
  const reported = await findReported(deps, c, form["pledge"]);
  const again = { typed, seal: String(form[sealName] ?? "") };
  if (tooMany) return show(deps, c, reported, { ...again, notSent: "too-many-from-here" }, 429);
  const seal = readSeal(deps.secret, reported.code, form, deps.now());
  if (!seal.done) {
    const fresh = seal.reason === "stale" ? { typed } : again;
    return show(deps, c, reported, { ...fresh, notSent: seal.reason }, 422);
  }
  const { frame } = await readFrame(deps, c.req.raw);
  const wrong = wrongIn(typed, words[frame.language]);
  if (Object.keys(wrong).length > 0) return show(deps, c, reported, { ...again, wrong }, 422);
  await keep(deps, c, reported, typed, seal.value);
  return c.redirect(`/funding/${reported.code}/report?done`, 303);
}

type Typed = ReportPageProps["typed"];

function wrongIn({ reason, contact }: Typed, word: (typeof words)["fr"]): Wrong {
  return {
    ...(reason.trim() === "" && { reason: word.reasonMissing }),
    ...(reason.length > longest.reason && { reason: word.reasonTooLong }),
    ...(contact.length > longest.contact && { contact: word.contactTooLong }),
  };
}

/** Sent twice, it is one. */
async function keep(
  deps: ReportDeps,
  c: ReportContext,
  { code, pledge }: Reported,
  { reason, contact }: Typed,
  form: string,
): Promise<void> {
  const reporter = (await deps.visitorOf(c))?.actor ?? null;
  const about = `${deps.origin}/funding/${code}${pledge === null ? "" : `#pledge-${pledge}`}`;
  const said = { content: reason.trim(), contact: contact.trim() === "" ? null : contact.trim() };
  await deps.db
    .transaction()
    .execute((tx) => keepReport(tx, { id: `form:${form}`, reporter, objects: [about], ...said }));
}

/** The request that everybody reads, and the promise shown with it. */
async function findReported({ db }: ReportDeps, c: ReportContext, pledge: unknown): Promise<Reported> {
  const request = await findFunding(db, c.req.param("code") ?? "");
  if (request === null || !isPublic(request)) throw new NotFound("there is no such request");
  const id = typeof pledge === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(pledge) ? pledge : null;
  const [promised] = id === null ? [] : await listPledges(db, request, { pledge: id });
  return { code: request.code, title: request.content.title, pledge: promised?.id ?? null };
}

async function show(
  deps: ReportDeps,
  c: ReportContext,
  reported: Reported,
  sent: Partial<Omit<ReportPageProps, "frame" | "reported">> = {},
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const { frame } = await readFrame(deps, c.req.raw);
  const props: ReportPageProps = {
    ...{ frame, reported, typed: { reason: "", contact: "" }, wrong: {}, notSent: null },
    seal: sealForm(deps.secret, reported.code, deps.now()),
    ...sent,
  };
  return showPage(c, deps.origin, <ReportPage {...props} />, status);
}
