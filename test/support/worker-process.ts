import { createPrivateKey } from "node:crypto";
import { deliveryWork } from "../../federation/delivery/delivery-work.ts";
import { openDatabase, openPool } from "../../src/foundation/database.ts";
import { openOutbound } from "../../src/foundation/outbound.ts";
import { startWorker } from "../../src/foundation/worker.ts";

// A process of its own, to be killed: a worker that delivers, and a job that never ends.
const { url, key } = JSON.parse(process.argv[2] ?? "") as { url: string; key: string };
const pool = openPool(url, 14, () => {});
const privateKey = createPrivateKey(key);
const work = deliveryWork({
  db: openDatabase(pool),
  outbound: openOutbound({ ranges: ["127.0.0.0/8"] }),
  keys: async (actor) => ({ keyId: `https://ours.test/ap/actors/${actor}#main-key`, key: privateKey }),
  isDenied: async () => false,
});
const endless = () => new Promise<never>(() => {});
await startWorker({
  pool,
  url,
  tasks: { ...work.tasks, endless },
  concurrency: 24,
  lost: () => process.exit(1),
  freed: () => {},
});
process.stdout.write("ready\n");
