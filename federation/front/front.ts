import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { withRequest } from "../../src/foundation/log.ts";
import type { Incoming } from "../guard/incoming.ts";
import { Refused } from "../guard/refused.ts";
import { readBody } from "./body.ts";
import type { Bytes, Documents } from "./documents.ts";
import { readTarget } from "./target.ts";

/** What stands behind the front. */
export interface Behind {
  readonly origin: string;
  readonly documents: Documents;
  /** Takes in a request to an inbox; throws `Refused`. Resolves once the activity is stored for good. */
  readonly inbox: (incoming: Incoming) => Promise<void>;
  /** `socket` is the address at the other end of the connection: a client's, or a proxy's. */
  readonly application: (request: Request, socket: string) => Response | Promise<Response>;
  readonly report: (error: unknown, what: string) => void;
}

/** The server before the web application: documents go out as bytes, activities come in through the guard, the rest passes by. */
export function openFront(behind: Behind): Server {
  const application = getRequestListener(
    (request, { incoming }) => behind.application(pinned(request, behind.origin), incoming.socket.remoteAddress ?? ""),
    { overrideGlobalObjects: false },
  );
  const server = createServer((request, response) => {
    const id = requestId(request.headers["x-request-id"]);
    response.setHeader("x-request-id", id);
    void withRequest(id, () => serve(behind, request, response, application));
  });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
  return server;
}

// Addresses are built from the configured origin, never from what a request says of the host. Joined, not resolved: the
// path //other.example would be resolved to another server.
function pinned(request: Request, origin: string): Request {
  const { pathname, search, origin: said } = new URL(request.url);
  return said === origin ? request : new Request(origin + pathname + search, request);
}

function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : randomUUID();
}

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

async function serve(behind: Behind, request: IncomingMessage, response: ServerResponse, application: Listener) {
  const path = readTarget(request);
  if (typeof path === "number") return answer(response, path);
  request.url = path;
  if (request.method === "POST" && isInbox(path)) return receive(behind, request, response);
  if (!asksForDocument(request, path)) return application(request, response);
  const known = behind.documents.find(path);
  if (known) return send(known, request, response);
  try {
    const made = await behind.documents.make(path);
    return made ? send(made, request, response) : await application(request, response);
  } catch (error) {
    behind.report(error, "a document could not be made");
    return answer(response, 503, "try again later");
  }
}

const inboxes = /^\/(inbox|ap\/instance\/inbox|ap\/actors\/[0-9a-f-]{36}\/inbox)$/;
const documents =
  /^\/(ap\/instance|ap\/(actors|proposals|notes|activities|relationships)\/[0-9a-f-]{36}|@[a-z0-9_]{1,30}|offers\/[a-z0-9-]{1,80}|funding\/[a-z0-9]{4,8})$/;

const isInbox = (path: string): boolean => inboxes.test(path);

function asksForDocument({ method, headers }: IncomingMessage, path: string): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  const accept = headers.accept ?? "";
  return documents.test(path) && /application\/(activity|ld)\+json/.test(accept) && !accept.includes("text/html");
}

function send({ body, etag }: Bytes, request: IncomingMessage, response: ServerResponse): void {
  const headers = { etag, vary: "Accept", "cache-control": "public, max-age=0, must-revalidate", ...unframed };
  if (isKnown(request.headers["if-none-match"], etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, "content-type": "application/activity+json", "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

const unframed = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

const isKnown = (known: string | undefined, etag: string): boolean =>
  known?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag) ?? false;

async function receive(behind: Behind, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  if (typeof body === "number")
    return answer(response, body, body === 413 ? "the body is larger than 256 KiB" : "the body did not come in time");
  const { method = "POST", url: target = "/", rawHeaders: fields } = request;
  try {
    await behind.inbox({ method, target, fields, body });
    answer(response, 202);
  } catch (error) {
    if (error instanceof Refused) return answer(response, error.status, error.message);
    behind.report(error, "an activity could not be stored");
    answer(response, 503, "try again later");
  }
}

/** Says what is wrong as a problem (RFC 9457, FEP-c180). */
function answer(response: ServerResponse, status: number, detail?: string): void {
  if (response.headersSent || response.destroyed) return;
  const again = status === 503 ? { "retry-after": "300" } : {};
  const close = status === 408 || status === 413 ? { connection: "close" } : {};
  const text = status < 300 ? "" : JSON.stringify({ type: "about:blank", title: STATUS_CODES[status], status, detail });
  const type = status < 300 ? {} : { "content-type": "application/problem+json" };
  response.writeHead(status, { ...type, ...again, ...close, ...unframed, "content-length": Buffer.byteLength(text) });
  response.end(text);
}
