import { connect, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";

/** One request as bytes, and what came of it. */
export interface Shot {
  /** The status of the answer. */
  readonly status: number;
  /** From the first byte out to the last byte in. */
  readonly milliseconds: number;
}

/** Where the requests go. */
export interface Target {
  readonly host: string;
  readonly port: number;
  /** Through TLS, with a certificate of nobody's. */
  readonly tls?: boolean;
}

/** A request in HTTP/1.1, ready to be written to a socket. */
export function requestBytes(
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string | null = null,
): Buffer {
  const { host, pathname, search } = new URL(url);
  const length = body === null ? [] : [`content-length: ${Buffer.byteLength(body)}`];
  const fields = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([`${method} ${pathname}${search} HTTP/1.1`, ...fields, ...length, "", body ?? ""].join("\r\n"));
}

/**
 * A closed loop: so many connections, each with one request in hand, until `next` gives no more. It knows just enough of
 * HTTP to be far lighter than the server it loads: answers must carry a Content-Length.
 */
export async function shoot(target: Target, connections: number, next: () => Buffer | null): Promise<readonly Shot[]> {
  const shots: Shot[] = [];
  await Promise.all(Array.from({ length: connections }, () => shootAlone(target, next, shots)));
  return shots;
}

async function shootAlone(target: Target, next: () => Buffer | null, shots: Shot[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = open(target);
  let started = 0;
  let pending: Buffer = Buffer.alloc(0);
  const fire = () => {
    const request = next();
    if (request === null) return void end(socket, resolve);
    started = performance.now();
    socket.write(request);
  };
  socket.on(target.tls === true ? "secureConnect" : "connect", fire);
  socket.on("error", reject);
  socket.on("close", () => reject(new Error("the server closed a connection that was in use")));
  socket.on("data", (chunk: Buffer) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const status = wholeAnswer(pending);
    if (status === null) return;
    pending = Buffer.alloc(0);
    shots.push({ status, milliseconds: performance.now() - started });
    fire();
  });
  await promise;
}

function open({ host, port, tls = false }: Target): Socket {
  if (!tls) return connect({ host, port, noDelay: true });
  return connectTls({ host, port, servername: "localhost", rejectUnauthorized: false });
}

function end(socket: Socket, ended: () => void): void {
  ended();
  socket.destroy();
}

/** The status once the whole answer is there; null before. */
function wholeAnswer(bytes: Buffer): number | null {
  const head = bytes.indexOf("\r\n\r\n");
  if (head < 0) return null;
  const text = bytes.toString("latin1", 0, head);
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text)?.[1] ?? "0");
  return bytes.length >= head + 4 + length ? Number(text.slice(9, 12)) : null;
}

/** The value below which this share of the shots lies. */
export function quantile(shots: readonly Shot[], share: number): number {
  const sorted = shots.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
