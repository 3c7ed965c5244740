import { readFileSync } from "node:fs";
import { type Dispatcher, setGlobalDispatcher, request as undiciRequest } from "undici";
import { Unreachable } from "./errors.ts";
import { guardDispatcher, largestAnswer, longestAnswer, RefusedAddress, type Resolve } from "./guarded-dispatcher.ts";
import { projectPath } from "./project-path.ts";

export { RefusedAddress } from "./guarded-dispatcher.ts";

/** What is asked of another server. */
interface Asked {
  readonly method?: "GET" | "HEAD" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** At most and by default 1 MiB. */
  readonly maxBytes?: number;
  /** All in all, redirects included; by default 10 s. */
  readonly deadlineMs?: number;
  /** How many redirects are followed, by default 3; those of a POST never are. The answer to the last one is given as it is. */
  readonly redirects?: number;
}

/** What another server answered, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** Where the answer came from, after redirects. */
  readonly url: string;
}

/** How this site speaks to the rest of the world. */
export interface Outbound {
  readonly dispatcher: Dispatcher;
  /** Whether the operator wants nothing to do with whom this address belongs to. */
  refuses(url: string | URL): boolean;
  /** Throws `Unreachable` when there is no answer that can be used, and `RefusedAddress` for where we never go. */
  request(url: string | URL, asked?: Asked): Promise<Answer>;
  close(): Promise<void>;
}

/** What the operator settled: ranges that may be reached although private, and the origin by which others know us. */
export interface OutboundSettings {
  readonly ranges: readonly string[];
  readonly origin?: string;
  readonly resolve?: Resolve;
  /** Addresses that are never asked, redirected to or delivered to; asked anew each time. */
  readonly refuses?: (url: string | URL) => boolean;
}

/** Opens the one way out, for `request` and for every `fetch` of this process. */
export function openOutbound({ ranges, origin, resolve, refuses = () => false }: OutboundSettings): Outbound {
  const { dispatcher, close } = guardDispatcher(ranges, { refuses, ...(resolve && { resolve }) });
  setGlobalDispatcher(dispatcher);
  const userAgent = userAgentOf(origin);
  return {
    dispatcher,
    refuses,
    request: (url, asked = {}) =>
      askWithin(dispatcher, url, { ...asked, headers: { "user-agent": userAgent, ...asked.headers } }),
    close,
  };
}

/** By what name this site goes to others: `Essaim/1.2.3 (+https://example.org)`. */
function userAgentOf(origin: string | undefined): string {
  const { version } = JSON.parse(readFileSync(projectPath("package.json"), "utf8")) as { version: string };
  return `Essaim/${version}${origin === undefined ? "" : ` (+${origin})`}`;
}

async function askWithin(dispatcher: Dispatcher, url: string | URL, asked: Asked): Promise<Answer> {
  const signal = AbortSignal.timeout(asked.deadlineMs ?? longestAnswer);
  // A request that waits for a free connection does not hear its signal: the caller does.
  const { promise: late, reject } = Promise.withResolvers<never>();
  const end = () => reject(new Unreachable(`${shown(url)}: no answer in time`));
  signal.addEventListener("abort", end, { once: true });
  try {
    return await Promise.race([follow(dispatcher, addressOf(url), asked, signal), late]);
  } catch (error) {
    throw readable(error, url);
  } finally {
    signal.removeEventListener("abort", end);
  }
}

async function follow(dispatcher: Dispatcher, url: URL, asked: Asked, signal: AbortSignal): Promise<Answer> {
  const answer = await ask(dispatcher, url, asked, signal);
  const left = asked.method === "POST" ? 0 : (asked.redirects ?? 3);
  const next = left > 0 ? redirectOf(answer) : null;
  if (!next) return answer;
  return follow(
    dispatcher,
    next,
    { ...asked, headers: withoutSecrets(asked.headers ?? {}), redirects: left - 1 },
    signal,
  );
}

async function ask(dispatcher: Dispatcher, url: URL, asked: Asked, signal: AbortSignal): Promise<Answer> {
  const response = await undiciRequest(url, {
    dispatcher,
    signal,
    method: asked.method ?? "GET",
    headers: { ...asked.headers },
    body: asked.body ?? null,
  });
  const body = await readAtMost(response.body, asked.maxBytes ?? largestAnswer);
  return { status: response.statusCode, headers: response.headers, body, url: url.href };
}

async function readAtMost(stream: AsyncIterable<Buffer>, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > bytes) throw new Error(`the answer is larger than ${bytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function redirectOf({ status, headers, url }: Answer): URL | null {
  const { location } = headers;
  if (![301, 302, 303, 307, 308].includes(status) || typeof location !== "string") return null;
  return addressOf(location, url);
}

// A signature is good for one address only, and so is what else proves who asks.
function withoutSecrets(headers: Readonly<Record<string, string>>): Record<string, string> {
  const spent = ["host", "signature", "signature-input", "authorization", "cookie"];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !spent.includes(name.toLowerCase())));
}

function addressOf(text: string | URL, base?: string): URL {
  const url = URL.canParse(String(text), base) ? new URL(text, base) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new RefusedAddress(shown(text));
  return url;
}

function readable(error: unknown, url: string | URL): Error {
  if (error instanceof RefusedAddress || error instanceof Unreachable) return error;
  const { code, message } = error as { code?: string; message?: string };
  return new Unreachable(`${shown(url)}: ${code ?? message ?? "no answer"}`, { cause: error });
}

// Paths may name persons: messages, which end in logs, show the host only.
function shown(url: string | URL): string {
  return URL.canParse(String(url)) ? new URL(url).host : "not an address";
}
