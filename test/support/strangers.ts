import { generateKeyPairSync } from "node:crypto";
import { request as httpRequest } from "node:http";
import { onTestFinished } from "vitest";
import { signDraftCavage } from "../../federation/delivery/signatures.ts";
import { listen, type Reply } from "./mastodon-http.ts";
import type { TestSite } from "./site.ts";

export type Json = Readonly<Record<string, unknown>>;
export const newKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { key: privateKey, pem: publicKey.export({ type: "spki", format: "pem" }).toString() };
};
export const activity = (json: Json): Reply => ({
  status: 200,
  type: "application/activity+json",
  body: JSON.stringify(json),
});
export const nothing = (status: number): Reply => ({ status, type: "text/plain", body: "" });

/** A server on loopback that shows what it is given to show, and counts who came. */
export async function startServer() {
  const shown = new Map<string, Reply>();
  const visits: string[] = [];
  const { server, origin } = await listen(async ({ url }) => {
    const { pathname } = new URL(url);
    visits.push(pathname);
    return shown.get(pathname) ?? nothing(404);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin, visits, show: (path: string, reply: Reply) => shown.set(path, reply) };
}

type Server = Awaited<ReturnType<typeof startServer>>;

export function actorAt(origin: string, name: string, publicKey: unknown, more: Json = {}): Json {
  const id = `${origin}/users/${name}`;
  const context = ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"];
  return { "@context": context, id, type: "Person", preferredUsername: name, inbox: `${id}/inbox`, publicKey, ...more };
}

/** An actor whose document lists its key in full. */
export function showActor(server: Server, name: string, pem: string, more: Json = {}): { id: string; keyId: string } {
  const id = `${server.origin}/users/${name}`;
  const keyId = `${id}#main-key`;
  server.show(
    `/users/${name}`,
    activity(actorAt(server.origin, name, { id: keyId, owner: id, publicKeyPem: pem }, more)),
  );
  return { id, keyId };
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

export const type = { "content-type": "application/activity+json" };

let count = 0;

/** Ways to write to a site from elsewhere, honest or not. */
export function writingTo(site: () => TestSite) {
  const post = (
    body: string | Buffer,
    headers: Record<string, string>,
    path = "/inbox",
    inPieces = false,
  ): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const asked = httpRequest(`${site().origin}${path}`, { method: "POST", headers }, async (response) => {
        let text = "";
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
      asked.on("error", reject);
      if (inPieces) asked.write(body);
      asked.end(inPieces ? undefined : body);
    });
  return {
    post,
    /** Posts an activity, signed. */
    async say(
      what: Json,
      { keyId, key }: { keyId: string; key: ReturnType<typeof newKey>["key"] },
      sign = signDraftCavage,
    ) {
      const body = JSON.stringify({ "@context": "https://www.w3.org/ns/activitystreams", ...what });
      const url = `${site().origin}/inbox`;
      return post(body, { ...type, ...(await sign({ method: "POST", url, body, keyId, key, now: new Date() })) });
    },
    like(actor: string): Json & { id: string } {
      const { origin } = new URL(actor);
      return { id: `${origin}/likes/${++count}`, type: "Like", actor, object: `${site().origin}/ap/instance` };
    },
    heard: async (id: string) => {
      const { db } = site();
      return (
        (await db.selectFrom("heard").select("activity").where("activity", "=", id).executeTakeFirst()) !== undefined
      );
    },
  };
}
