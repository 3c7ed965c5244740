import { AsyncLocalStorage } from "node:async_hooks";
import { configure, type LogRecord, type Sink, withContext } from "@logtape/logtape";
import type { Config } from "./config.ts";
import { cleanProperties, cleanText, isPrivate } from "./log-privacy.ts";

/** Sends what is logged, without bodies, secrets or persons, to `write`, one line each. */
export async function configureLog(
  config: Pick<Config, "logLevel" | "logFormat">,
  write: (line: string) => void,
): Promise<void> {
  const format = config.logFormat === "json" ? formatJson : formatText;
  const sink: Sink = (record) => write(`${format(clean(record))}\n`);
  await configure({
    reset: true,
    contextLocalStorage: new AsyncLocalStorage(),
    sinks: { out: sink },
    loggers: [
      { category: "essaim", lowestLevel: config.logLevel, sinks: ["out"] },
      { category: "fedify", lowestLevel: config.logLevel === "error" ? "error" : "warning", sinks: ["out"] },
      { category: ["logtape", "meta"], lowestLevel: "error", sinks: ["out"] },
    ],
  });
}

/** All that is logged inside carries the request's id. */
export function withRequest<Value>(request: string, act: () => Value): Value {
  return withContext({ request }, act);
}

interface Line {
  readonly time: string;
  readonly level: string;
  readonly category: string;
  readonly message: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

function clean(record: LogRecord): Line {
  const properties = cleanProperties(record.properties);
  return {
    time: new Date(record.timestamp).toISOString(),
    level: record.level,
    category: record.category.join("."),
    message: messageOf(record, properties),
    properties,
  };
}

// Filled in again from the clean properties: what LogTape has filled in already holds the others.
function messageOf(record: LogRecord, properties: Readonly<Record<string, unknown>>): string {
  if (typeof record.rawMessage !== "string") return cleanText(record.message.map(readable).join(""));
  const filled = record.rawMessage.replaceAll(/\{([\w.[\]?"-]+)\}/g, (_, path: string) =>
    readable(valueAt(properties, path)),
  );
  return cleanText(filled);
}

function valueAt(properties: Readonly<Record<string, unknown>>, path: string): unknown {
  const names = path.split(/[.[\]?"]+/).filter((name) => name !== "");
  if (names.some(isPrivate)) return "…";
  return names.reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], properties);
}

function formatJson({ properties, ...line }: Line): string {
  return JSON.stringify({ ...properties, ...line });
}

function formatText({ time, level, category, message, properties }: Line): string {
  const rest = Object.entries(properties).map(([name, value]) => ` ${name}=${readable(value)}`);
  return `${time} ${level.toUpperCase().padEnd(7)} ${category}: ${message}${rest.join("")}`;
}

function readable(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
