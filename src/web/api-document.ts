import type { Language } from "../foundation/language.ts";
import type { Api } from "./api.ts";
import type { ApiTexts } from "./api-texts.ts";
import { problemTitles, problemType } from "./problem.ts";

/** The description of the API: OpenAPI 3.1. */
export type ApiDocument = ReturnType<Api["getOpenAPI31Document"]>;

/** One call of the description. */
export interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  security?: readonly Readonly<Record<string, readonly string[]>>[];
  parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Record<string, Answer>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: { readonly type?: unknown; readonly example?: unknown };
  description?: string;
}

export interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, Media>>;
  headers?: Readonly<Record<string, Header>>;
}

interface Media {
  readonly schema?: unknown;
  readonly example?: unknown;
  examples?: Record<string, { readonly value?: unknown }>;
}

interface Header {
  readonly description: string;
  readonly schema: unknown;
  readonly example: string;
}

export interface Described {
  readonly api: Api;
  readonly origin: string;
  readonly version: string;
  readonly texts: Record<Language, ApiTexts>;
}

/** Describes the API from the very schemas that check what comes in, with all that the frame adds to each call. */
export function describeApi({ api, origin, version, texts: { en } }: Described): ApiDocument {
  const document = api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Essaim",
      version,
      description: en.introduction,
      license: { name: "AGPL-3.0-or-later", url: "https://www.gnu.org/licenses/agpl-3.0.html" },
    },
    servers: [{ url: origin }],
    tags: Object.entries(en.tags).map(([name, description]) => ({ name, description })),
  });
  for (const { method, operation } of operationsOf(document)) {
    complete(operation, method);
    explain(operation, en);
  }
  return document;
}

/** Each call, in the order of the document. */
export function operationsOf(document: ApiDocument): readonly Call[] {
  const methods = ["get", "post", "put", "patch", "delete"] as const;
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      // The library's type allows references everywhere; ours are all written out.
      const operation = item[method] as Operation | undefined;
      return operation ? [{ path, method, operation }] : [];
    }),
  );
}

export interface Call {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

/** What the frame does around every call of its kind: who may, how often, how much, and what it answers otherwise. */
function complete(operation: Operation, method: string): void {
  const takes = new Set(operation.parameters?.map(({ name }) => name));
  const scope = scopeOf(operation);
  const refusals: (readonly [number, string, ...string[]])[] = [
    [429, "Too many requests", "too-many-requests"],
    scope === null
      ? [401, "The token is not known", "token-unknown"]
      : [401, "The token is missing or not known", "token-missing", "token-unknown"],
  ];
  operation.security ??= [{}, { token: [] }];
  if (scope !== null && scope !== "read") refusals.push([403, "The token opens less than this", "scope-too-narrow"]);
  if (operation.requestBody !== undefined) refusals.push(...ofBodies);
  if (takes.has("if-match")) refusals.push([412, "It was changed meanwhile", "changed-meanwhile"], ofHeaders);
  if (takes.has("idempotency-key")) refusals.push(...ofKeys, ofHeaders);
  for (const [status, description, ...codes] of refusals) addRefusal(operation.responses, status, description, codes);
  if (method === "get") addReading(operation);
  addHeaders(operation.responses);
}

/** The scope without which a call is refused; null when everyone may. */
export function scopeOf({ security = [] }: Operation): string | null {
  return security.flatMap((way) => way["token"] ?? [])[0] ?? null;
}

const ofBodies: (readonly [number, string, ...string[]])[] = [
  [400, "The request cannot be read", "json-malformed", "json-refused"],
  [413, "The body is larger than 256 KiB", "body-too-large"],
  [415, "The body is not JSON", "not-json"],
  [422, "What was sent cannot be accepted", "invalid"],
];
const ofKeys: (readonly [number, string, ...string[]])[] = [
  [409, "The first request with this key is still at work", "request-in-progress"],
  [422, "The key was sent with another request", "key-reused"],
];
const ofHeaders: readonly [number, string, ...string[]] = [400, "A header cannot be read", "header-invalid"];

function addRefusal(responses: Operation["responses"], status: number, description: string, codes: readonly string[]) {
  const schema = { $ref: "#/components/schemas/Problem" };
  const there = responses[status] ?? { description, content: { "application/problem+json": { schema } } };
  const content = there.content?.["application/problem+json"];
  const all = new Set([...Object.keys(content?.examples ?? {}), ...codes]);
  if (content) content.examples = Object.fromEntries([...all].map((code) => [code, {}]));
  responses[status] = there;
}

function addReading(operation: Operation): void {
  const known: Parameter = { name: "if-none-match", in: "header", required: false, schema: { type: "string" } };
  operation.parameters = [...(operation.parameters ?? []), known];
  operation.responses["304"] = { description: "What you have is still true" };
}

function addHeaders(responses: Operation["responses"]): void {
  for (const [status, response] of Object.entries(responses)) response.headers = headersOf(status, response);
}

const text = (description: string, example: string): Header => ({ description, schema: { type: "string" }, example });

function headersOf(status: string, response: Answer): Readonly<Record<string, Header>> {
  if (status === "401") return { "WWW-Authenticate": text("How to show a token.", 'Bearer realm="essaim"') };
  const limits = {
    RateLimit: text("What is left to you, and for how many seconds.", '"token";r=2999;t=300'),
    "RateLimit-Policy": text("How many requests in how many seconds.", '"token";q=3000;w=300'),
  };
  if (status === "429") return { ...limits, "Retry-After": text("Come back in so many seconds.", "120") };
  const isList = status === "200" && Object.hasOwn(exampleOf(response), "next");
  const link = { Link: text("The next part of the list, where there is one.", '<https://…>; rel="next"') };
  return { ...limits, ...(isList && link) };
}

function exampleOf({ content }: Answer): object {
  const example = content?.["application/json"]?.example;
  return typeof example === "object" && example !== null ? example : {};
}

/** Says in plain words what the names mean, and shows each problem as it comes. */
function explain(operation: Operation, { parameters, problems }: ApiTexts): void {
  for (const parameter of operation.parameters ?? []) parameter.description ??= parameters[parameter.name] ?? "";
  for (const [status, response] of Object.entries(operation.responses)) {
    const examples = problemsOf(response);
    for (const code of Object.keys(examples)) {
      const detail = problems[code] ?? response.description;
      const problem = { type: problemType(code), title: problemTitles[Number(status)], status: Number(status) };
      examples[code] = { value: { ...problem, detail, code } };
    }
  }
}

/** The problems that an answer may be, by their codes. */
export function problemsOf({ content }: Answer): Record<string, { readonly value?: unknown }> {
  return content?.["application/problem+json"]?.examples ?? {};
}
