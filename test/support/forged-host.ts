import { type KeyObject, randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Stamp } from "../../federation/vocabulary/stamp.ts";
import { emptyProfile } from "../../src/hosts/host.ts";
import { eventually } from "./eventually.ts";
import { listen, type Reply } from "./mastodon-http.ts";
import type { TestSite } from "./site.ts";
import { activity, type Json, newKey, nothing, writingTo } from "./strangers.ts";

/** A host elsewhere that is listed here, and says and shows whatever a test has it say. */
export interface ForgedHost extends AsyncDisposable {
  readonly origin: string;
  readonly actor: string;
  readonly name: string;
  readonly page: string;
  /** The addresses that it was asked for. */
  readonly asked: readonly string[];
  /** What was posted to it, the first first. */
  readonly heard: readonly Json[];
  /** Has a document stand at an address of its own, or this status instead. */
  show(address: string, document: Json | number): void;
  /** Says something, signed with the key that it had last, or with one that it had before. */
  post(said: Json, key?: ReturnType<ForgedHost["key"]>): Promise<void>;
  key(): { readonly keyId: string; readonly key: KeyObject };
  /** The same, and waits until the site has heard it. */
  say(said: Json): Promise<void>;
  /** Its server answers nobody, or does again. */
  sleep(asleep: boolean): void;
  /** Shows its actor otherwise, or with another key, which signs from now on. */
  change(actor: Json & { readonly newKey?: boolean }): void;
}

const context = [
  "https://www.w3.org/ns/activitystreams",
  "https://w3id.org/security/v1",
  { essaim: "https://w3id.org/essaim/ns#" },
];

export async function startForgedHost(site: TestSite, name = "Le Rucher"): Promise<ForgedHost> {
  const documents = new Map<string, Reply>();
  const heard: Json[] = [];
  const asked: string[] = [];
  let asleep = false;
  const { server, origin } = await listen(async ({ method, url, body }) => {
    if (method === "GET") asked.push(url);
    if (asleep) return nothing(503);
    if (method !== "POST") return documents.get(url) ?? nothing(404);
    heard.push(JSON.parse(body) as Json);
    return nothing(202);
  });
  const actor = `${origin}/ap/actors/1`;
  let signer = { ...newKey(), keyId: `${actor}#main-key` };
  let shown: Json = { id: actor, type: "Organization", name, preferredUsername: "hote", inbox: `${actor}/inbox` };
  const show = (address: string, document: Json | number) =>
    void documents.set(
      address,
      typeof document === "number" ? nothing(document) : activity({ "@context": context, ...document }),
    );
  const change = ({ newKey: another = false, ...more }: Json & { readonly newKey?: boolean }) => {
    if (another) signer = { ...newKey(), keyId: `${actor}#${randomUUID()}` };
    shown = { ...shown, ...more };
    const publicKey = { id: signer.keyId, owner: actor, publicKeyPem: signer.pem };
    show(actor, { ...shown, publicKey });
  };
  change({});
  await enter(site, { origin, actor, name });
  const to = writingTo(() => site);
  const post = async (said: Json, key: ReturnType<ForgedHost["key"]> = signer) => {
    const { status, body } = await to.say({ actor, ...said }, key);
    if (status !== 202) throw new Error(`${status} ${body}`);
  };
  return {
    ...{ origin, actor, name, page: `${origin}/@hote`, asked, heard, show, change, post },
    key: () => signer,
    sleep(now) {
      asleep = now;
    },
    async say(said) {
      const like = to.like(actor);
      await post(said);
      await post(like);
      await eventually(() => to.heard(like.id)); // what came before it was heard before it
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As a visit would have left it. */
async function enter({ db }: TestSite, { origin, actor, name }: { origin: string; actor: string; name: string }) {
  const now = new Date();
  await db
    .insertInto("instances")
    .values({ origin, actor: `${origin}/ap/instance`, name, source: "peer", state: "known", met: now, seen: now })
    .execute();
  const row = { actor, origin, handle: "hote", url: `${origin}/@hote`, trust: 4, asked: now, confirmed: now };
  await db
    .insertInto("catalogueHosts")
    .values({ ...row, profile: JSON.stringify(emptyProfile(name, "fr")) })
    .execute();
}

/** Its signature under what stands at an address, as it should be. */
export const stampOf = (host: Pick<ForgedHost, "origin" | "actor">, object: string, version: string): Stamp => ({
  ...{ id: `${host.origin}/ap/relationships/1`, subject: host.actor, object, version, part: "open", note: null },
  ...{ given: new Date(), changed: new Date() },
});

/** Until no such job of a site is under way or due. */
export const doneWith = ({ db }: TestSite, task: string) =>
  eventually(async () => {
    const { rows } = await sql`
      select from graphile_worker._private_jobs as job join graphile_worker._private_tasks as task on task.id = task_id
      where identifier = ${task} and ((attempts = 0 and run_at <= now()) or locked_at is not null)`.execute(db);
    return rows.length === 0;
  });
