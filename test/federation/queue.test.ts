import { randomUUID } from "node:crypto";
import { type Context, createFederation, MemoryKvStore } from "@fedify/fedify";
import { testMessageQueue } from "@fedify/testing";
import { Create, Note, Person } from "@fedify/vocab";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { keysIn, keysOut } from "../../federation/delivery/private-keys.ts";
import { enlist, GraphileQueue } from "../../federation/delivery/queue.ts";
import type { Database } from "../../src/foundation/database.ts";
import { countJobs, startDeliverySite } from "../support/delivery-site.ts";

const payloads = async (db: Database): Promise<string[]> => {
  const { rows } = await sql<{ payload: string }>`select payload::text from graphile_worker._private_jobs`.execute(db);
  return rows.map(({ payload }) => payload);
};

test("Fedify's own conformance test passes, ordering keys included", async () => {
  await using site = await startDeliverySite();
  const queues = [new GraphileQueue(site.db, { task: "fedify" }), new GraphileQueue(site.db, { task: "fedify" })];
  await site.work({ fedify: (payload, helpers) => queues[0]?.task(payload, helpers) });
  let made = 0;
  await testMessageQueue(
    () => queues[made++] as GraphileQueue,
    ({ controller }) => controller.abort(),
    { testOrderingKey: true },
  );
  expect(await queues[0]?.getDepth()).toEqual({ queued: 0, ready: 0, delayed: 0 });
});

test("what is queued in a transaction that fails leaves nothing", async () => {
  await using site = await startDeliverySite();
  const queue = new GraphileQueue(site.db, { task: "fedify" });
  const failing = site.db.transaction().execute((tx) =>
    enlist(tx, async () => {
      await queue.enqueue({ n: 1 });
      await queue.enqueueMany([{ n: 2 }, { n: 3 }]);
      throw new Error("no");
    }),
  );
  await expect(failing).rejects.toThrow("no");
  expect(await countJobs(site.db)).toBe(0);
  await site.db.transaction().execute((tx) => enlist(tx, () => queue.enqueue({ n: 4 })));
  expect(await queue.getDepth()).toEqual({ queued: 1, ready: 1, delayed: 0 });
});

test("no row holds a private key, and Fedify signs with it nevertheless", async () => {
  await using site = await startDeliverySite();
  const pairs = await generatePairs();
  const found: string[] = [];
  const queue = new GraphileQueue(site.db, {
    task: "fedify",
    encode: keysOut,
    decode: keysIn(async (keyId) => {
      found.push(keyId);
      const pair = pairs[keyId.endsWith("#main-key") ? 0 : 1];
      return crypto.subtle.exportKey("jwk", (pair as CryptoKeyPair).privateKey);
    }),
  });
  const context = federationOn(queue, pairs);
  const inbox = new URL("https://peer.test/inbox");
  await context.sendActivity(
    { identifier: "host" },
    { id: new URL("https://peer.test/u"), inboxId: inbox },
    createOf(context),
  );
  const stored = await payloads(site.db);
  expect(stored).toHaveLength(1);
  expect(stored[0]).toContain("#main-key");
  for (const secret of ["privateKey", '"d":', '"p":', '"qi":']) expect(stored.join()).not.toContain(secret);
  const handled: unknown[] = [];
  void queue.listen((message) => void handled.push(message));
  await queue.task(JSON.parse(stored[0] ?? ""), {} as never);
  expect(found).toHaveLength(2);
  expect(JSON.stringify(handled[0])).toContain('"d":');
});

test("messages without keys pass as they are", async () => {
  const message = { type: "inbox", activity: { id: "x" } };
  expect(keysOut(message)).toBe(message);
  expect(await keysIn(async () => ({}))(message)).toBe(message);
  expect(keysOut("text")).toBe("text");
});

const rsa = {
  name: "RSASSA-PKCS1-v1_5",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: "SHA-256",
};

const generatePairs = async (): Promise<CryptoKeyPair[]> => [
  await crypto.subtle.generateKey(rsa, true, ["sign", "verify"]),
  (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair,
];

function federationOn(queue: GraphileQueue, pairs: CryptoKeyPair[]): Context<void> {
  const federation = createFederation<void>({
    kv: new MemoryKvStore(),
    queue: { outbox: queue },
    manuallyStartQueue: true,
  });
  federation
    .setActorDispatcher(
      "/actors/{identifier}",
      (context, identifier) => new Person({ id: context.getActorUri(identifier) }),
    )
    .setKeyPairsDispatcher(() => pairs);
  return federation.createContext(new URL("https://ours.test/"), undefined);
}

const createOf = (context: Context<void>) =>
  new Create({
    id: new URL(`https://ours.test/${randomUUID()}`),
    actor: context.getActorUri("host"),
    object: new Note({ content: "open" }),
  });
