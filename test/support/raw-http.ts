import { connect } from "node:net";

/** A request as bytes may have it, sane or not. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** The request as it goes over the wire, each character a byte. */
function bytesOf({ method, target, fields, body }: RawRequest): Buffer {
  const lines = [`${method} ${target} HTTP/1.1`, ...fields.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), Buffer.from(body)]);
}

/** Sends a request over a connection of its own. Gives the status of the answer; 0 when the server just hung up, null when nothing came. */
export function statusOf(
  origin: string,
  request: RawRequest,
  from = "127.0.0.1",
  seconds = 20,
): Promise<number | null> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    let got = "";
    const socket = connect({ host: hostname, port: Number(port), localAddress: from }, () => {
      socket.write(bytesOf(request));
      if (!isWhole(request)) socket.end(); // whoever promises more and hangs up
    });
    const finish = (status: number | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(status);
    };
    const timer = setTimeout(() => finish(null), seconds * 1_000);
    socket.on("data", (chunk) => {
      got = (got + chunk.toString("latin1")).replace(/^(HTTP\/1\.1 1\d\d .*\r\n\r\n)+/, "");
      const status = /^HTTP\/1\.1 (\d{3}) /.exec(got)?.[1];
      if (status !== undefined) finish(Number(status));
    });
    socket.on("close", () => finish(0));
    socket.on("error", () => finish(0));
  });
}

function isWhole({ fields, body }: RawRequest): boolean {
  const value = (wanted: string) => fields.find(([name]) => name === wanted)?.[1];
  return value("transfer-encoding") === undefined && Number(value("content-length") ?? 0) <= Buffer.byteLength(body);
}
