import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, type Dispatcher } from "undici";
import { type Addresses, addressesWithin, isPublicAddress } from "./address-ranges.ts";

/** An address that this site never speaks to, whoever asks for it. */
export class RefusedAddress extends Error {
  override readonly name = "RefusedAddress";
}

/** The largest answer that is read, in bytes as they are sent. */
export const largestAnswer = 1 << 20;

/** From the first byte asked for to the last one received, in milliseconds. */
export const longestAnswer = 10_000;

/** How names become addresses; `dns.lookup` but in tests. */
export type Resolve = typeof systemLookup;

/**
 * The only way out of the process: https on port 443 to public addresses, and anything to the operator's own ranges.
 * Each address is checked when the connection is made, so that a name cannot change its mind in between.
 */
export function guardDispatcher(
  ranges: readonly string[],
  { resolve = systemLookup, refuses }: { readonly resolve?: Resolve; readonly refuses: (url: URL) => boolean },
): { dispatcher: Dispatcher; close(): Promise<void> } {
  const named = addressesWithin(ranges);
  const named443: Addresses = (address) => named(address) || isPublicAddress(address);
  const open = openAgent(named443, resolve);
  const inside = openAgent(named, resolve);
  const dispatcher = open.compose((dispatch) => (options, handler) => {
    const url = new URL(String(options.origin));
    const usual = url.protocol === "https:" && url.port === "";
    if (refuses(url)) throw new RefusedAddress(url.host);
    checkLiteral(url, usual ? named443 : named);
    const sent = { ...options, headers: askedPlain(options.headers) };
    return usual ? dispatch(sent, new Watch(handler)) : inside.dispatch(sent, new Watch(handler));
  });
  return {
    dispatcher,
    async close() {
      await Promise.all([open.destroy(), inside.destroy()]);
    },
  };
}

function openAgent(allowed: Addresses, resolve: Resolve): Agent {
  return new Agent({
    connect: { timeout: 3_000, lookup: guardedLookup(allowed, resolve) },
    connections: 2,
    headersTimeout: longestAnswer,
    bodyTimeout: longestAnswer,
    maxResponseSize: largestAnswer,
    keepAliveTimeout: 10_000,
    keepAliveMaxTimeout: 60_000,
  });
}

function guardedLookup(allowed: Addresses, resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found = []) => {
      const [first] = found;
      const refusal = error ?? refusalOf(host, found, allowed);
      if (refusal || !first) done(refusal, "", 0);
      else if (options.all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
}

// Every answer must be allowed: a name that resolves half to the inside is refused as a whole.
function refusalOf(host: string, found: readonly LookupAddress[], allowed: Addresses): RefusedAddress | null {
  return found.length > 0 && found.every(({ address }) => allowed(address)) ? null : new RefusedAddress(host);
}

// A literal address is never looked up.
function checkLiteral(url: URL, allowed: Addresses): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !allowed(host)) throw new RefusedAddress(host);
}

type Headers = Dispatcher.DispatchOptions["headers"];

// A compressed answer could grow beyond measure once decoded: none is asked for, and `Watch` takes none.
function askedPlain(headers: Headers): Record<string, string | string[] | undefined> {
  const kept = Object.entries(fieldsOf(headers)).filter(([name]) => name.toLowerCase() !== "accept-encoding");
  return { ...Object.fromEntries(kept), "accept-encoding": "identity" };
}

function fieldsOf(headers: Headers): Record<string, string | string[] | undefined> {
  if (!headers) return {};
  if (Array.isArray(headers)) return Object.fromEntries(pairsOf(headers));
  if (Symbol.iterator in headers)
    return Object.fromEntries(headers as Iterable<[string, string | string[] | undefined]>);
  return headers as Record<string, string | string[] | undefined>;
}

const pairsOf = (flat: readonly string[]): [string, string][] =>
  flat.flatMap((name, i) => (i % 2 === 0 ? [[name, flat[i + 1] ?? ""]] : []));

/** Ends an answer that takes too long or is compressed, and hides the sender's wishes for signatures from those who would obey. */
class Watch implements Dispatcher.DispatchHandler {
  readonly #handler: Dispatcher.DispatchHandler;
  #timer: NodeJS.Timeout | undefined;

  constructor(handler: Dispatcher.DispatchHandler) {
    this.#handler = handler;
  }

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.#timer ??= setTimeout(() => controller.abort(new Error("the answer takes too long")), longestAnswer).unref();
    this.#handler.onRequestStart?.(controller, context);
  }

  onRequestUpgrade(controller: Dispatcher.DispatchController): void {
    controller.abort(new Error("upgrades are not taken"));
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[]>,
    message?: string,
  ): void {
    const { "accept-signature": _, "content-encoding": encoding = "identity", ...kept } = headers;
    if (encoding !== "identity") controller.abort(new Error("the answer is compressed"));
    else this.#handler.onResponseStart?.(controller, status, kept, message);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#handler.onResponseData?.(controller, chunk);
  }

  onResponseEnd(controller: Dispatcher.DispatchController, trailers: Record<string, string | string[]>): void {
    clearTimeout(this.#timer);
    this.#handler.onResponseEnd?.(controller, trailers);
  }

  onResponseError(controller: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.#timer);
    this.#handler.onResponseError?.(controller, error);
  }
}
