import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** What is wrong with one field, and what to do. */
export interface Fault {
  /** Where in what was sent: "tiers.0.price.amount"; empty for the whole. */
  readonly path: string;
  /** A sentence for a person. */
  readonly reason: string;
  /** Stays the same when the sentence changes. */
  readonly code: string;
}

/** An answer that says why not (RFC 9457). Thrown by handlers of the JSON API, and by nothing else. */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly errors: readonly Fault[];
  readonly more: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  /** `code` stays the same; `detail` is a sentence that says what to do. */
  constructor(
    status: ContentfulStatusCode,
    code: string,
    detail: string,
    { errors = [], more = {}, headers = {} }: ProblemDetails = {},
  ) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.more = more;
    this.headers = headers;
  }
}

/** What a problem may say beyond its sentence. */
interface ProblemDetails {
  readonly errors?: readonly Fault[];
  readonly more?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ProblemShape = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(z.object({ path: z.string(), reason: z.string(), code: z.string() })).optional(),
  })
  .openapi("Problem");

/** What a status says of any problem. */
export const problemTitles: Readonly<Record<number, string>> = {
  400: "The request cannot be read",
  401: "A valid token is needed",
  403: "The token does not allow this",
  404: "There is nothing here",
  405: "This address does not take this method",
  409: "The state of things does not allow this",
  412: "It was changed meanwhile",
  413: "The request is too large",
  415: "The request is not JSON",
  422: "What was sent cannot be accepted",
  429: "Too many requests",
  500: "Something went wrong here",
};

/** Where the page of the API explains a problem. */
export const problemType = (code: string) => `/api#problem-${code}`;

/** The problem as an answer. Its type leads to the description of the API. */
export function showProblem(c: Context, { status, code, message, errors, more, headers }: Problem): Response {
  if (status === 401) c.header("www-authenticate", 'Bearer realm="essaim"');
  const body = {
    type: problemType(code),
    title: problemTitles[status] ?? "Refused",
    status,
    detail: message,
    code,
    ...(errors.length > 0 && { errors }),
    ...more,
  };
  return c.body(JSON.stringify(body), status, {
    ...headers,
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  });
}

/** What a schema found wrong, field by field. */
export function faultsOf({ issues }: z.ZodError, prefix: readonly PropertyKey[] = []): readonly Fault[] {
  return issues.slice(0, 50).map((issue) => {
    const path = [...prefix, ...issue.path];
    return { path: path.map(String).join("."), reason: sentenceOf(issue), code: issue.code };
  });
}

/** Our own messages name what is expected ("a day like 2026-11-22"); zod's are sentences already. */
function sentenceOf({ message }: z.core.$ZodIssue): string {
  if (/^(Invalid|Too|Unrecognized|Expected)/.test(message)) return `${message}.`;
  return `It must be ${message}.`;
}
