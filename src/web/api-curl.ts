import { type Operation, scopeOf } from "./api-document.ts";

/** A call as one types it in a terminal, with the description's own examples. */
export function curlOf(origin: string, path: string, method: string, operation: Operation): string {
  const body = bodyOf(operation);
  const asksForToken = scopeOf(operation) !== null;
  const lines = [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}${origin}${fill(path, operation)}`,
    ...(asksForToken ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(takes(operation, "idempotency-key") ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body === null ? [] : ['-H "Content-Type: application/json"', `-d '${body.replaceAll("'", "'\\''")}'`]),
  ];
  return lines.join(" \\\n  ");
}

/** The address with an example in the place of each name. */
function fill(path: string, { parameters = [] }: Operation): string {
  return path.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => {
    return String(parameters.find((parameter) => parameter.name === name)?.schema?.example ?? whole);
  });
}

function takes({ parameters = [] }: Operation, name: string): boolean {
  return parameters.some((parameter) => parameter.name === name);
}

function bodyOf({ requestBody }: Operation): string | null {
  const example = requestBody?.content["application/json"]?.example;
  return example === undefined ? null : JSON.stringify(example, null, 2);
}
