import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";

/** A crowd of servers on the loopback, one address of 127.0.0.0/8 each, with one actor each that takes what it is sent. */
export interface Crowd extends AsyncDisposable {
  /** The actor of the server of this number. */
  actor(index: number): string;
  /** The headers that sign a POST of this body in the name of an actor, after draft-cavage. */
  sign(index: number, url: string, body: string): Readonly<Record<string, string>>;
  /** Called for every delivery, with the number of the server and the body. */
  onDelivery(listen: (index: number, body: string) => void): void;
}

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();

/** Opens so many servers. All actors share one key, as far as the site can tell they do not. */
export async function openCrowd(size: number): Promise<Crowd> {
  let listen: (index: number, body: string) => void = () => {};
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const origins = Array.from({ length: size }, (_, index) => `http://${addressOf(index)}:${port}`);
  const servers = origins.map((origin, index) => serverOf(origin, (body) => listen(index, body)));
  await Promise.all(servers.map((server, index) => start(server, addressOf(index), port)));
  const actor = (index: number) => `${origins[index]}/users/someone`;
  return {
    actor,
    sign: (index, url, body) => signature(url, body, `${actor(index)}#main-key`, privateKey),
    onDelivery(next) {
      listen = next;
    },
    async [Symbol.asyncDispose]() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

const addressOf = (index: number): string => `127.1.${Math.floor(index / 250)}.${1 + (index % 250)}`;

function start(server: Server, address: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, resolve);
  });
}

function serverOf(origin: string, took: (body: string) => void): Server {
  const document = JSON.stringify(actorOf(`${origin}/users/someone`));
  return createServer(async (request, response) => {
    if (request.method === "POST") {
      took(await read(request));
      response.writeHead(202, { "content-length": 0 }).end();
    } else {
      response.writeHead(200, { "content-type": "application/activity+json" }).end(document);
    }
  });
}

const actorOf = (id: string) => ({
  "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
  ...{ id, type: "Person", preferredUsername: "someone", name: "Someone", url: id },
  ...{ inbox: `${id}/inbox`, outbox: `${id}/outbox`, followers: `${id}/followers` },
  publicKey: { id: `${id}#main-key`, owner: id, publicKeyPem: pem },
});

function signature(url: string, body: string, keyId: string, key: KeyObject): Readonly<Record<string, string>> {
  const { host, pathname } = new URL(url);
  const digest = `SHA-256=${createHash("sha256").update(body).digest("base64")}`;
  const date = new Date().toUTCString();
  const base = [`(request-target): post ${pathname}`, `host: ${host}`, `date: ${date}`, `digest: ${digest}`].join("\n");
  const made = sign("sha256", Buffer.from(base), key).toString("base64");
  return {
    ...{ date, digest, "content-type": "application/activity+json" },
    signature: `keyId="${keyId}",algorithm="rsa-sha256",headers="(request-target) host date digest",signature="${made}"`,
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
