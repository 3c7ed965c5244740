import { OpenAPIHono, type z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { type Fault, faultsOf, Problem, ProblemShape } from "./problem.ts";

/** What a token opens; each opens all that those before it do. */
export type ApiScope = "read" | "offers" | "admin";

const scopes: readonly ApiScope[] = ["read", "offers", "admin"];

/** Who calls, when they have shown a token that we know. */
export interface Caller {
  /** The token's id. */
  readonly id: string;
  readonly scope: ApiScope;
}

export interface ApiEnv {
  /** The address that the request came from; there is none when no server stands before the application. */
  Bindings: { readonly client?: string };
  Variables: { caller: Caller | null; scope: ApiScope | null };
}

export type Api = OpenAPIHono<ApiEnv>;

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
  if (target === "json") return new Problem(422, "invalid", detail, { errors });
  return new Problem(400, target === "header" ? "header-invalid" : "query-invalid", detail, { errors });
}

/** For a route that only callers with a token of this scope, or a wider one, may use: it is held and described alike. */
export function needs(scope: ApiScope) {
  return { security: [{ token: [scope] }], middleware: needsScope(scope) };
}

function needsScope(scope: ApiScope): MiddlewareHandler<ApiEnv> {
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

/** For routes whose body may be left out: one that is announced as JSON and empty is none. */
export const emptyIsNone: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const { headers, url, method } = c.req.raw;
  if (headers.has("content-type") && (await c.req.raw.clone().text()) === "") {
    const kept = new Headers(headers);
    kept.delete("content-type");
    c.req.raw = new Request(url, { method, headers: kept });
  }
  await next();
};

/** An answer of a route, for its description. */
export const answers = <Shape extends z.ZodType>(schema: Shape, description: string, example?: z.input<Shape>) => ({
  description,
  content: { "application/json": { schema, ...(example !== undefined && { example }) } },
});

/** A refusal of a route; `codes` are the problems that it may be. */
export const refuses = (description: string, codes: readonly string[] = []) => ({
  description,
  content: {
    "application/problem+json": {
      schema: ProblemShape,
      ...(codes.length > 0 && { examples: Object.fromEntries(codes.map((code) => [code, {}])) }),
    },
  },
});

/** What a route takes. */
export const bodyOf = <Shape extends z.ZodType>(schema: Shape, example?: z.input<Shape>) => ({
  required: true,
  content: { "application/json": { schema, ...(example !== undefined && { example }) } },
});
