import { randomUUID } from "node:crypto";
import type { RouteConfig } from "@hono/zod-openapi";
import type { Context } from "hono";
import { cors } from "hono/cors";
import { etag, RETAINED_304_HEADERS } from "hono/etag";
import { HTTPException } from "hono/http-exception";
import { Conflict, NotAllowed, NotFound } from "../foundation/errors.ts";
import { type Api, apiRoutes } from "./api.ts";
import { checkBody } from "./api-body.ts";
import { type Authorize, limitCallers } from "./api-callers.ts";
import { Problem, showProblem } from "./problem.ts";

/** What the frame itself needs. */
export interface ApiDeps {
  /** Whose token this is; null when it is none of ours. */
  readonly authorize: Authorize;
  /** Told of what should not have happened, with the reference that the caller is given. */
  report(error: Error, reference: string): void;
}

const inside = "/api/v1/*";
const kept = ["access-control-allow-origin", "access-control-expose-headers", "ratelimit", "ratelimit-policy"];
const readable = ["ETag", "Link", "RateLimit", "RateLimit-Policy", "Retry-After"];

/** The JSON API: /api/v1 with the routes of each room, problems for all that is refused. */
export function apiFrame<Deps extends ApiDeps>(deps: Deps, rooms: readonly ((deps: Deps) => Api)[]): Api {
  const api = apiRoutes();
  api.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  api.onError((error, c) => showProblem(c, problemOf(error, c, deps)));
  // The pages of other sites may read what is public, in their readers' browsers.
  api.use(
    inside,
    cors({ origin: "*", allowMethods: ["GET", "HEAD"], allowHeaders: ["If-None-Match"], exposeHeaders: readable }),
  );
  // What a script has already is not sent again: If-None-Match is answered 304.
  api.use(inside, etag({ retainedHeaders: [...RETAINED_304_HEADERS, ...kept] }));
  api.use(inside, limitCallers(deps.authorize));
  api.use(inside, checkBody);
  for (const room of rooms) api.route("/", room(deps));
  api.all(inside, (c) => {
    const allowed = methodsOf(api, c.req.path);
    if (allowed.length === 0) throw new Problem(404, "not-found", "The API has nothing at this address. See /api.");
    c.header("allow", allowed.join(", "));
    throw new Problem(405, "method-not-allowed", `Use ${allowed.join(" or ")} here.`);
  });
  return api;
}

function problemOf(error: Error, c: Context, { report }: ApiDeps): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof NotFound) return new Problem(404, "not-found", sentence(error));
  if (error instanceof NotAllowed) return new Problem(403, "not-allowed", sentence(error));
  if (error instanceof Conflict) {
    const expected = c.req.header("if-match") !== undefined;
    return new Problem(expected ? 412 : 409, "changed-meanwhile", `${sentence(error)} Read it again.`);
  }
  if (error instanceof HTTPException && error.status < 500) return ofStatus(error.status);
  const reference = randomUUID();
  report(error, reference);
  return new Problem(500, "failed", "Try again later. Give the reference when you report this.", {
    more: { reference },
  });
}

function ofStatus(status: number): Problem {
  if (status === 415) return new Problem(415, "not-json", "Send JSON with the header Content-Type: application/json.");
  return new Problem(400, "json-malformed", "The body is not well-formed JSON.");
}

function sentence({ message }: Error): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** The methods that some route takes at an address. */
function methodsOf(api: Api, path: string): readonly string[] {
  const routes = api.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === "route" ? [definition.route as RouteConfig] : [],
  );
  const here = routes.filter((route) => new RegExp(`^${route.path.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(path));
  return here.map(({ method }) => method.toUpperCase());
}
