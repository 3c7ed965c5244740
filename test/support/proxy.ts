import { readFileSync } from "node:fs";
import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { createServer } from "node:https";
import { projectPath } from "../../src/foundation/project-path.ts";

const certificates = projectPath("test", "support", "certificates");

/** For `NODE_EXTRA_CA_CERTS`: who trusts this, trusts `good` and `expired`. */
export const authority = `${certificates}/authority.pem`;

type Certificate = "good" | "expired" | "misnamed" | "self-signed";
type Headers = IncomingHttpHeaders;

/** How a proxy goes wrong. */
export interface Fault {
  readonly certificate?: Certificate;
  /** What becomes of the headers on their way to the site. */
  readonly forward?: (headers: Headers) => Headers;
  /** What becomes of the headers on their way back. */
  readonly back?: (headers: Headers) => Headers;
  /** Requests that it answers by itself. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** A proxy with HTTPS on loopback, before a site on another port; it does all as it should unless `break` says otherwise. */
export interface HttpsProxy extends AsyncDisposable {
  readonly origin: string;
  break(fault: Fault): void;
}

export async function startProxy(port: number): Promise<HttpsProxy> {
  let fault: Fault = {};
  const server = createServer(shownBy("good"), (request, response) => {
    if (fault.answer?.(request, response)) return;
    const headers = (fault.forward ?? identity)(forwarded(request));
    const options = { host: "127.0.0.1", port, method: request.method ?? "GET", path: request.url ?? "/", headers };
    const onward = send(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, (fault.back ?? identity)(answer.headers));
      answer.pipe(response);
    });
    onward.on("error", () => response.writeHead(502).end("Bad Gateway"));
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port: own } = server.address() as { port: number };
  return {
    origin: `https://127.0.0.1:${own}`,
    break(next) {
      fault = next;
      server.setSecureContext(shownBy(next.certificate ?? "good"));
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function shownBy(certificate: Certificate) {
  const read = (name: string) => readFileSync(`${certificates}/${name}.pem`);
  return { key: read("key"), cert: read(certificate) };
}

const identity = (headers: Headers): Headers => headers;

function forwarded({ headers, socket }: IncomingMessage): Headers {
  return { ...headers, "x-forwarded-for": socket.remoteAddress ?? "", "x-forwarded-proto": "https" };
}
