import { createServer, type Server } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** The figures of one process, for Prometheus. Labels come from short lists, never from what someone sent, and none names a person. */
export interface Metrics {
  /** Counts what a server answers, by the group that `groupOf` finds for an address. */
  watch(server: Server, groupOf: (path: string) => string): void;
  countDelivery(outcome: string): void;
  /** All figures in the text format, and the type it is sent as. */
  read(): Promise<{ readonly text: string; readonly type: string }>;
}

/** A figure that is read when somebody asks: a value, or one for each value of a label. */
export interface Reading {
  readonly name: string;
  readonly help: string;
  readonly label?: string;
  read(): Promise<number | Readonly<Record<string, number>>>;
}

export function openMetrics(version: string, readings: readonly Reading[]): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({ registers, name: "essaim_build_info", help: "The version that runs", labelNames: ["version"] }).set(
    { version },
    1,
  );
  for (const reading of readings) openReading(registry, reading);
  const deliveries = new Counter({
    ...{
      registers,
      name: "essaim_delivery_tries_total",
      help: "Tries to deliver to other servers, by what came of them",
    },
    labelNames: ["outcome"],
  });
  const answers = openAnswers(registry);
  return {
    watch: (server, groupOf) => watch(server, groupOf, answers),
    countDelivery: (outcome) => deliveries.inc({ outcome }),
    read: async () => ({ text: await registry.metrics(), type: registry.contentType }),
  };
}

/** Serves the figures, and nothing else, on a port of their own. Resolves once it listens. */
export async function serveMetrics(metrics: Metrics, { bind, port }: { bind: string; port: number }): Promise<Server> {
  const server = createServer(async (request, response) => {
    const asked = request.url?.split("?")[0] === "/metrics";
    if (!asked) return void response.writeHead(404).end("The figures are at /metrics.\n");
    if (request.method !== "GET" && request.method !== "HEAD")
      return void response.writeHead(405, { allow: "GET" }).end();
    try {
      const { text, type } = await metrics.read();
      response.writeHead(200, { "content-type": type, "cache-control": "no-store" }).end(text);
    } catch (error) {
      response.writeHead(503).end(`The figures cannot be read: ${error instanceof Error ? error.message : error}\n`);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, bind, resolve);
  });
  return server;
}

function openReading(registry: Registry, { name, help, label, read }: Reading): void {
  new Gauge({
    ...{ name, help, registers: [registry], labelNames: label === undefined ? [] : [label] },
    async collect() {
      const value = await read();
      this.reset();
      if (typeof value === "number") return this.set(value);
      for (const [one, count] of Object.entries(value)) this.set({ [label ?? ""]: one }, count);
    },
  });
}

type Answers = ReturnType<typeof openAnswers>;

function openAnswers(registry: Registry) {
  const registers = [registry];
  const seconds = new Histogram({
    ...{ registers, name: "essaim_http_request_seconds", help: "How long requests took, by group and class of status" },
    labelNames: ["group", "status"],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
  });
  const inbox = new Counter({
    ...{ registers, name: "essaim_inbox_requests_total", help: "Activities that came in, accepted or refused and why" },
    labelNames: ["outcome", "reason"],
  });
  return { seconds, inbox };
}

function watch(server: Server, groupOf: (path: string) => string, { seconds, inbox }: Answers): void {
  server.on("request", ({ url, method }, response) => {
    const began = performance.now();
    const group = groupOf((url ?? "/").split("?")[0] ?? "/");
    response.once("close", () => {
      // Who went away before the answer was told nothing.
      const code = response.headersSent ? response.statusCode : null;
      const status = code === null ? "aborted" : `${Math.floor(code / 100)}xx`;
      seconds.observe({ group, status }, (performance.now() - began) / 1_000);
      if (group === "inbox" && method === "POST") inbox.inc(outcomeOf(code));
    });
  });
}

function outcomeOf(status: number | null): { outcome: string; reason: string } {
  if (status === 202) return { outcome: "accepted", reason: "" };
  return { outcome: "refused", reason: status === null ? "sender-left" : (reasons[status] ?? "other") };
}

const reasons: Readonly<Record<number, string>> = {
  400: "malformed",
  401: "signature",
  403: "blocked",
  408: "too-slow",
  413: "too-large",
  415: "not-an-activity",
  421: "other-host",
  429: "too-many",
  503: "not-now",
};
