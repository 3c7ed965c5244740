import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect } from "vitest";
import type { Operation } from "../../src/web/api-document.ts";

/** A call to send: what is left out is taken from the examples of the description. */
export interface Sending {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Undefined: the example. Null: none. A text: as it stands. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null: without one. */
  readonly token?: string | null;
  /** The client's address, as a proxy tells it. */
  readonly from?: string;
}

export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, never> & Record<string, unknown>;
}

export interface DescribedCall {
  readonly id: string;
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

export interface DescribedApi {
  readonly calls: readonly DescribedCall[];
  /** Sends a call and holds the answer to the description, whatever it is. */
  send(call: DescribedCall, sending?: Sending): Promise<Received>;
}

/** An API as its own description tells it, and nothing else known of it. */
export async function readDescription(origin: string): Promise<DescribedApi> {
  const document = (await (await fetch(`${origin}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, "api");
  const calls = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ id: operation.operationId ?? "", path, method, operation })),
  );
  const known = new Map<string, ValidateFunction>();
  const validatorOf = (pointer: string) => {
    const validate = known.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
    known.set(pointer, validate);
    return validate;
  };
  return {
    calls,
    async send(call, sending = {}) {
      const received = await receive(await fetch(...requestOf(origin, call, sending)));
      hold(call, received, validatorOf);
      return received;
    },
  };
}

/** Where a schema stands in the description, as JSON Pointer in a URI fragment has it. */
function pointerTo(call: DescribedCall, ...rest: readonly string[]): string {
  const steps = ["paths", call.path, call.method, ...rest, "schema"];
  return steps.map((step) => `/${encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");
}

function requestOf(
  origin: string,
  { path, method, operation }: DescribedCall,
  sending: Sending,
): [string, RequestInit] {
  const { params = {}, query = "", token = null, from = "203.0.113.1" } = sending;
  const address = path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const parameter = operation.parameters?.find((one) => one.name === name);
    return encodeURIComponent(params[name] ?? String(parameter?.schema?.example));
  });
  const body = bodyOf(operation, sending);
  const headers = {
    "x-forwarded-for": from,
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(body !== null && { "content-type": "application/json" }),
    ...sending.headers,
  };
  return [`${origin}${address}${query}`, { method: method.toUpperCase(), headers, ...(body !== null && { body }) }];
}

function bodyOf({ requestBody }: Operation, { body }: Sending): string | null {
  const sent = body === undefined ? requestBody?.content["application/json"]?.example : body;
  if (sent === undefined || sent === null) return null;
  return typeof sent === "string" ? sent : JSON.stringify(sent);
}

async function receive(response: Response): Promise<Received> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
}

/** Status, type, body and headers are as the description says. */
function hold(call: DescribedCall, { status, headers, body }: Received, validatorOf: (p: string) => ValidateFunction) {
  const where = `${call.id} ${status} ${JSON.stringify(body).slice(0, 300)}`;
  const described = call.operation.responses[String(status)];
  expect(described, `${where} is not described`).toBeDefined();
  for (const name of Object.keys(described?.headers ?? {}))
    if (name !== "Link") expect(headers.get(name), `${where} lacks ${name}`).not.toBeNull();
  const type = headers.get("content-type")?.split(";")[0] ?? null;
  if (described?.content === undefined) return expect(Object.keys(body), where).toEqual([]);
  expect(Object.keys(described.content), where).toContain(type);
  const validate = validatorOf(pointerTo(call, "responses", String(status), "content", String(type)));
  expect(validate(body) ? [] : validate.errors, where).toEqual([]);
  if (status >= 400)
    expect(Object.keys(described.content[String(type)]?.examples ?? {}), where).toContain(String(body["code"]));
}
