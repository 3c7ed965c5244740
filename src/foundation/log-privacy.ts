/** Whether a property of this name may hold a body, a secret or a person, and so stays out of the log. */
export function isPrivate(name: string): boolean {
  return privateName.test(name);
}

/** Properties as they may be logged: private ones left out, errors and long texts shortened. */
export function cleanProperties(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return cleanObject(properties, 4);
}

/** A text without the tokens and passwords that addresses carry. */
export function cleanText(text: string): string {
  const shown = text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text;
  return shown
    .replaceAll(/([?&][\w-]*(?:token|code|secret|key|password)=)[^&\s"]+/gi, "$1…")
    .replaceAll(/\/[\w-]{43}(?![\w-])/g, "/…") // the last part of a private address: 256 bits
    .replaceAll(/(:\/\/[^/\s:@]*):[^/\s@]+@/g, "$1:…@");
}

const privateName =
  /^(activit(y|ies)|json|document|object|content|payload|message|text|form|request|response|context|headers?|actor|persons?|name|ip|addresse?s?)$|body|headers|mail|authori[sz]ation|cookie|password|secret|token|private|keypair|credential|signature/i;

function cleanObject(object: object, depth: number): Record<string, unknown> {
  const kept = Object.entries(object).filter(([name, value]) => !isPrivate(name) || isPlainId(name, value));
  return Object.fromEntries(kept.map(([name, value]) => [name, cleanValue(value, depth)]));
}

// The id that every line of one request carries.
function isPlainId(name: string, value: unknown): boolean {
  return name === "request" && typeof value === "string";
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return cleanText(value);
  if (value instanceof Error) return cleanError(value);
  if (value instanceof URL) return cleanText(value.href);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  return Array.isArray(value)
    ? value.slice(0, 20).map((item) => cleanValue(item, depth - 1))
    : cleanObject(value, depth - 1);
}

// The first line only: the rest of a message may quote what another server answered, or a row of the database.
function cleanError(error: Error): string {
  const [first = ""] = error.message.split("\n");
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`${error.name}: ${cleanText(first.slice(0, 300))}`, ...places.slice(0, 6).map((line) => line.trim())].join(
    " | ",
  );
}
