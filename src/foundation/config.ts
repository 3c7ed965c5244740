import { join } from "node:path";
import ipaddr from "ipaddr.js";
import { z } from "zod";
import { done, type Outcome, refused } from "./outcome.ts";

type Role = "web" | "worker" | "all";

/** Every setting, read and checked once at start. `docs/running.md` explains each. */
export interface Config {
  /** Where the world finds this site, without a trailing slash; ids are built from it and from nothing else. */
  readonly origin: string;
  readonly port: number;
  readonly bind: string;
  /** Null: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly role: Role;
  readonly secretFile: string;
  /** CIDR ranges of the proxies whose `X-Forwarded-*` is believed. */
  readonly trustedProxies: readonly string[];
  /** CIDR ranges that outbound requests may reach although private, plain http included. */
  readonly allowedPrivateRanges: readonly string[];
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly language: "fr" | "en";
  readonly logLevel: "debug" | "info" | "warning" | "error";
  readonly logFormat: "text" | "json";
  readonly metricsPort: number | null;
}

const absent = (value: unknown) => (value === "" ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(absent, schema.optional());
const port = z.coerce.number("a number").int().min(0).max(65_535);
const ranges = z.preprocess(
  absent,
  z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((range) => range.trim())
        .filter((range) => range !== ""),
    )
    .refine(
      (list) => list.every((range) => ipaddr.isValidCIDR(range)),
      "a comma-separated list of ranges like 10.0.0.0/8",
    ),
);

const Environment = z.object({
  ORIGIN: optional(z.url({ protocol: /^https?$/, error: "an address like https://example.org" })),
  PORT: z.preprocess(absent, port.default(8080)),
  BIND: z.preprocess(absent, z.string().default("127.0.0.1")),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/, error: "an address like postgres://user@host/name" })),
  DATA_DIR: z.preprocess(absent, z.string().default("./data")),
  ROLE: z.preprocess(absent, z.enum(["web", "worker", "all"], "web, worker or all").default("all")),
  SECRET_FILE: optional(z.string()),
  TRUSTED_PROXIES: ranges,
  ALLOWED_PRIVATE_RANGES: ranges,
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: "an address like smtps://user:password@mail.example.org" })),
  MAIL_FROM: optional(z.email("an e-mail address")),
  LANGUAGE: z.preprocess(absent, z.enum(["fr", "en"]).catch("fr").default("fr")),
  LOG_LEVEL: z.preprocess(
    absent,
    z.enum(["debug", "info", "warning", "error"], "debug, info, warning or error").default("info"),
  ),
  LOG_FORMAT: z.preprocess(absent, z.enum(["text", "json"], "text or json").default("text")),
  METRICS_PORT: optional(port),
});

/** Reads the environment; each refused setting is one sentence that says what it must be. */
export function readConfig(environment: NodeJS.ProcessEnv): Outcome<Config, readonly string[]> {
  const read = Environment.safeParse(environment);
  if (!read.success) {
    return refused(read.error.issues.map((issue) => `${issue.path.join(".")} must be ${issue.message}.`));
  }
  const value = read.data;
  const origin = value.ORIGIN ?? `http://localhost:${value.PORT}`;
  if (new URL(origin).origin !== origin.replace(/\/$/, "")) {
    return refused(["ORIGIN must be a bare origin like https://example.org, without a path."]);
  }
  return done({
    origin: new URL(origin).origin,
    port: value.PORT,
    bind: value.BIND,
    databaseUrl: value.DATABASE_URL ?? null,
    dataDir: value.DATA_DIR,
    role: value.ROLE,
    secretFile: value.SECRET_FILE ?? join(value.DATA_DIR, "secret"),
    trustedProxies: value.TRUSTED_PROXIES,
    allowedPrivateRanges: value.ALLOWED_PRIVATE_RANGES,
    smtpUrl: value.SMTP_URL ?? null,
    mailFrom: value.MAIL_FROM ?? null,
    language: value.LANGUAGE,
    logLevel: value.LOG_LEVEL,
    logFormat: value.LOG_FORMAT,
    metricsPort: value.METRICS_PORT ?? null,
  });
}

/** The names of all settings, for the documentation and its test. */
export const settingNames: readonly string[] = Object.keys(Environment.shape);
