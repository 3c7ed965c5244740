import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One delivery that a peer was asked to take. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Behaviour = (received: Received, response: ServerResponse) => void;

/** Another server, on loopback, that takes deliveries as it is told to. */
export interface Peer extends AsyncDisposable {
  readonly origin: string;
  readonly received: readonly Received[];
  behave(next: Behaviour): void;
}

/** Answers with this status. */
export const answers =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (_, response) =>
    void response.writeHead(status, headers).end();

export async function startPeer(behaviour: Behaviour = answers(202)): Promise<Peer> {
  const received: Received[] = [];
  let current = behaviour;
  const server = createServer(async (request, response) => {
    const seen = { path: request.url ?? "", headers: request.headers, body: await read(request) };
    received.push(seen);
    current(seen, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    behave(next) {
      current = next;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
