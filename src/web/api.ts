import { randomUUID } from "node:crypto";
import { OpenAPIHono, type RouteConfig, type z } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { Conflict, NotAllowed, NotFound } from "../foundation/errors.ts";
import { checkBody } from "./api-body.ts";
import { type Fault, faultsOf, Problem, ProblemShape, showProblem } from "./problem.ts";

/** What a token opens; each opens all that those before it do. */
export type ApiScope = "read" | "offers" | "admin";

const scopes: readonly ApiScope[] = ["read", "offers", "admin"];

/** What the frame itself needs. */
export interface ApiDeps {
  /** What a token opens; null when it is none of ours. */
  authorize(token: string): Promise<ApiScope | null>;
  /** Told of what should not have happened, with the reference that the caller is given. */
  report(error: Error, reference: string): void;
}

export interface ApiEnv {
  Variables: { scope: ApiScope | null };
}

export type Api = OpenAPIHono<ApiEnv>;

/** The JSON API: /api/v1 with the routes of each room, problems for all that is refused. */
export function apiFrame<Deps extends ApiDeps>(deps: Deps, rooms: readonly ((deps: Deps) => Api)[]): Api {
  const api = apiRoutes();
  api.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  api.onError((error, c) => showProblem(c, problemOf(error, c, deps)));
  api.use("/api/v1/*", authenticate(deps));
  api.use("/api/v1/*", checkBody);
  for (const room of rooms) api.route("/", room(deps));
  api.all("/api/v1/*", (c) => {
    const allowed = methodsOf(api, c.req.path);
    if (allowed.length === 0) throw new Problem(404, "not-found", "The API has nothing at this address. See /api.");
    c.header("allow", allowed.join(", "));
    throw new Problem(405, "method-not-allowed", `Use ${allowed.join(" or ")} here.`);
  });
  return api;
}

/** An empty set of routes, for a room to fill. */
export function apiRoutes(): Api {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      throw invalid(faultsOf(result.error, result.target === "json" ? [] : [result.target]), result.target);
    },
  });
}

/** What was sent does not fit, field by field. */
export function invalid(errors: readonly Fault[], target: string = "json"): Problem {
  if (target === "param") return new Problem(404, "not-found", "There is nothing at this address.");
  const [first] = errors;
  const detail = first ? `${first.path || "The body"}: ${first.reason}` : "See errors.";
  return new Problem(target === "json" ? 422 : 400, "invalid", detail, { errors });
}

/** Lets through only callers whose token opens this. */
export function needsScope(scope: ApiScope): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const given = c.get("scope");
    if (given === null) throw new Problem(401, "token-missing", "Send the header Authorization: Bearer TOKEN.");
    if (!opens(given, scope)) throw new Problem(403, "scope-too-narrow", `This needs a token of scope ${scope}.`);
    await next();
  };
}

/** Whether a token's scope opens what asks for another. */
export function opens(given: ApiScope | null, asked: ApiScope): boolean {
  return given !== null && scopes.indexOf(given) >= scopes.indexOf(asked);
}

/** The version that `If-Match` names; null when the caller does not mind. */
export function readVersion(c: Context): number | null {
  const header = c.req.header("if-match")?.trim();
  if (header === undefined || header === "*") return null;
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(header) ?? [];
  if (version === undefined)
    throw new Problem(412, "changed-meanwhile", "If-Match names no version of this. Read it again.");
  return Number(version);
}

/** Answers of a route, for its description. */
export const answers = <Shape extends z.ZodType>(schema: Shape, description: string) => ({
  description,
  content: { "application/json": { schema } },
});
export const refuses = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ProblemShape } },
});
export const bodyOf = <Shape extends z.ZodType>(schema: Shape) => ({
  required: true,
  content: { "application/json": { schema } },
});
export const withToken = [{ token: [] }];

function authenticate({ authorize }: ApiDeps): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const header = c.req.header("authorization");
    const scope = header === undefined ? null : await scopeOf(header, authorize);
    c.set("scope", scope);
    await next();
    c.header("vary", "Authorization", { append: true });
    if (!c.res.headers.has("cache-control")) c.header("cache-control", scope === null ? "no-cache" : "no-store");
  };
}

async function scopeOf(header: string, authorize: ApiDeps["authorize"]): Promise<ApiScope> {
  const [, token] = /^Bearer +([A-Za-z0-9._~+/=-]{1,500}) *$/i.exec(header) ?? [];
  const scope = token === undefined ? null : await authorize(token);
  if (scope === null) throw new Problem(401, "token-unknown", "This token is not known here.");
  return scope;
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
