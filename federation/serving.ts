import { createHash } from "node:crypto";
import type { Reader } from "../src/foundation/database.ts";
import { findFundingById } from "../src/funding/queries.ts";
import { findHandle, findHandleById } from "../src/hosts/handles.ts";
import { findOfferById } from "../src/offers/queries.ts";
import { actorPage, fundingPage, notePage, offerPage, readAnswerPath, readLocal, readPaperPath } from "./addresses.ts";
import { findCollection } from "./collections.ts";
import { findSheet } from "./datasheets.ts";
import { findDocument } from "./documents.ts";
import { wantsDocument, wantsPage } from "./negotiation.ts";
import { nodeInfoLinks } from "./nodeinfo.ts";
import type { Reach } from "./reach.ts";
import type { Served } from "./served.ts";
import { findInstanceList, isInstanceList } from "./swarm/lists.ts";
import { hostMeta } from "./webfinger.ts";

/** What answering needs besides. */
export interface ServingReach extends Reach {
  /** The origin whose actor signed a request; null for everybody else. */
  signedBy(request: Request): Promise<string | null>;
}

/** Answers what other servers ask; `otherwise` is asked for names and for what the site is. Null: for people only. */
export async function answer(
  reach: ServingReach,
  request: Request,
  otherwise: () => Promise<Response | null>,
): Promise<Response | null> {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === "/.well-known/nodeinfo") return nodeInfoLinks(reach.origin);
  if (pathname === "/.well-known/host-meta") return hostMeta(reach.origin);
  if (pathname === "/.well-known/webfinger" || pathname.startsWith("/nodeinfo/")) return otherwise();
  if (pathname === "/authorize_interaction") return interaction(reach, searchParams.get("uri"));
  if (pathname.endsWith("/datasheet.json"))
    return json(request, await findSheet(reach.db, reach, pathname), "application/json");
  if (isInstanceList(pathname))
    return json(request, await findInstanceList(reach, pathname, searchParams), "application/json");
  if (pathname.startsWith("/ap/")) return documentAt(reach, request, pathname, searchParams.get("page"));
  return pageAt(reach, request, pathname);
}

/** The bytes of a document, for the front that keeps them. */
export async function render(reach: Reach, path: string): Promise<Buffer | null> {
  const served = await findDocument(reach.db, reach, path);
  return served?.status === 200 ? Buffer.from(served.body) : null;
}

/** An address that only machines know: a browser that comes by is shown the page. */
async function documentAt(
  reach: ServingReach,
  request: Request,
  path: string,
  cursor: string | null,
): Promise<Response | null> {
  if (wantsPage(request.headers.get("accept"))) {
    const page = await findPage(reach, path);
    if (page !== null) return redirect(page);
  }
  const served = await findDocument(reach.db, reach, path, () => reach.signedBy(request));
  if (served) return served.for === null ? document(request, served.body, served.status) : sealed(served);
  if (mayBeSealed(reach.origin, path)) return absent();
  return json(request, await findCollection(reach.db, reach, path, cursor), activityJson);
}

/** An address of people that is a document for machines too; the account of an offer or a funding request has its page under that. */
async function pageAt(reach: Reach, request: Request, path: string): Promise<Response | null> {
  if (!["/@", "/offers/", "/funding/"].some((start) => path.startsWith(start))) return null;
  if (wantsDocument(request.headers.get("accept"))) {
    const served = await findDocument(reach.db, reach, path);
    return served && document(request, served.body, served.status);
  }
  const [, name] = /^\/@([a-z0-9_]{1,30})$/i.exec(path) ?? [];
  const page = name === undefined ? null : await pageOf(reach, name.toLowerCase());
  return page === null || page.startsWith(`${reach.origin}/@`) ? null : redirect(page);
}

/** Where people read of one of our accounts: an offer has a page of its own, and so has a funding request. */
async function pageOf({ db, origin }: Pick<Reach, "db" | "origin">, name: string): Promise<string | null> {
  const handle = await findHandle(db, name);
  if (handle === null) return null;
  const offer = handle.kind === "offer" ? await findOfferById(db, handle.id) : null;
  const request = handle.kind === "campaign" ? await findFundingById(db, handle.id) : null;
  if (request) return fundingPage(origin, request.code);
  if (offer?.state === "draft") return null;
  return offer ? offerPage(origin, offer.slug) : actorPage(origin, handle.name);
}

/** Where people read what machines read at this path. */
async function findPage({ db, origin }: Reach, path: string): Promise<string | null> {
  const local = readLocal(origin, `${origin}${path}`);
  if (local === null || local.thing === "agreement") return null; // between two machines: no page tells of it
  if (local.thing === "instance" || local.thing === "relationship") return `${origin}/about`;
  if (local.thing === "note") return findNotePage(db, origin, local.id);
  const actor = local.thing === "activity" ? await authorOf(db, local.id) : local.id;
  const handle = actor === null ? null : await findHandleById(db, actor);
  return handle && pageOf({ db, origin }, handle.name);
}

async function findNotePage(db: Reader, origin: string, id: string): Promise<string | null> {
  const said = db
    .selectFrom("notes")
    .select("actor")
    .where("id", "=", id)
    .unionAll(db.selectFrom("answers").select("actor").where("id", "=", id).where("visibility", "=", "unlisted"))
    .as("said");
  const row = await db
    .selectFrom(said)
    .innerJoin("handles", "handles.id", "said.actor")
    .select("handles.name")
    .executeTakeFirst();
  return row ? notePage(origin, row.name, id) : null;
}

async function authorOf(db: Reader, activity: string): Promise<string | null> {
  const row = await db
    .selectFrom("outgoing")
    .select("actor")
    .where("id", "=", activity)
    .where("public", "=", true)
    .executeTakeFirst();
  return row?.actor ?? null;
}

/** Someone is sent here to act on an address: ours are shown, for others there is a page that says where to go. */
async function interaction(reach: Reach, uri: string | null): Promise<Response | null> {
  const [, name, host] = /^(?:acct:)?@?([a-z0-9_]{1,30})@([^@/]+)$/i.exec(uri ?? "") ?? [];
  const page = name !== undefined && host === new URL(reach.origin).host && (await pageOf(reach, name.toLowerCase()));
  if (page) return redirect(page);
  if (uri === null || !URL.canParse(uri) || new URL(uri).origin !== reach.origin) return null;
  const { pathname } = new URL(uri);
  return redirect((await findPage(reach, pathname)) ?? `${reach.origin}${pathname}`);
}

const activityJson = "application/activity+json";

function document(request: Request, body: string, status: 200 | 410): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = { "content-type": activityJson, vary: "Accept", etag, "cache-control": "max-age=0, must-revalidate" };
  const known = request.headers
    .get("if-none-match")
    ?.split(",")
    .some((tag) => tag.trim().replace(/^W\//, "") === etag);
  return known && status === 200
    ? new Response(null, { status: 304, headers })
    : new Response(body, { status, headers });
}

// What is between two hosts is answered to the other one alone, and nobody in between may keep it. To everybody else it is
// what was never there: the same answer, to the letter.
const forOneOnly = { vary: "Accept, Signature, Signature-Input", "cache-control": "private, no-store" };

function sealed({ body, status }: Served): Response {
  return new Response(body, { status, headers: { "content-type": activityJson, ...forOneOnly } });
}

function absent(): Response {
  const body = JSON.stringify({ type: "about:blank", title: "Not Found", status: 404 });
  return new Response(body, { status: 404, headers: { "content-type": "application/problem+json", ...forOneOnly } });
}

/** Whether what stands at addresses like this may be between two hosts only. */
function mayBeSealed(origin: string, path: string): boolean {
  const { thing = null } = readLocal(origin, `${origin}${path}`) ?? {};
  return (
    thing === "relationship" || thing === "proposal" || readPaperPath(path) !== null || readAnswerPath(path) !== null
  );
}

function json(request: Request, body: object | null, type: string): Response | null {
  if (body === null) return null;
  const response = document(request, JSON.stringify(body), 200);
  response.headers.set("content-type", type);
  return response;
}

function redirect(location: string): Response {
  return new Response(null, { status: 303, headers: { location, vary: "Accept" } });
}
