import "temporal-polyfill/global";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  approve,
  ask,
  follow,
  hasNewsOf,
  hosts,
  hub,
  isAnswered,
  type Running,
  startOne,
  tellNews,
} from "./demo-sites.ts";
import { openEmbedded, removeEmbedded } from "./foundation/embedded-postgres.ts";
import { configureLog } from "./foundation/log.ts";

const folder = await mkdtemp(join(tmpdir(), "essaim-demo-"));
await chmod(folder, 0o755);
await configureLog({ logLevel: "warning", logFormat: "text" }, (line) => process.stderr.write(line));
const opened: { stop(): Promise<void> }[] = [];
let ending = false;
const starting = start().catch((error) => {
  if (!ending) process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  end(1);
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));

/** A hub and three hosts that federate for real on the loopback. */
async function start(): Promise<void> {
  process.stdout.write("A hub and three hosts with invented names are being set up…\n");
  const embedded = await openEmbedded(folder, { settings: { max_connections: "300" } });
  opened.push(embedded);
  const ground = { clusterUrl: embedded.url, folder, opened };
  const portal = await startOne(ground, hub);
  const others: Running[] = [];
  for (const host of hosts) {
    goOn();
    others.push(await startOne(ground, host));
  }
  process.stdout.write("They get in touch with each other…\n");
  await connect(portal, others);
  process.stdout.write(`${[portal, ...others].map(describe).join("")}${whatToTry(portal)}`);
}

/** Each host gets in touch with the hub; all of them hear of the places of the others, and then something opens. */
async function connect(portal: Running, others: readonly Running[]): Promise<void> {
  for (const host of others) {
    await ask(host, portal);
    await until(() => approve(portal, host));
  }
  const all = [portal, ...others];
  for (const one of all) for (const other of others) if (one !== other) await follow(one, other);
  for (const one of all) await until(() => isAnswered(one));
  for (const host of others) await tellNews(host);
  for (const host of others) await until(() => hasNewsOf(portal, host));
}

/** Waits until something has come about between the instances. */
async function until(came: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    goOn();
    if (await came()) return;
    await pause(100);
  }
  throw new Error("The instances do not hear of each other. Is the loopback reachable?");
}

/** Ctrl-C is heeded between two steps of the start too. */
function goOn(): void {
  if (ending) throw new Error("ended while it started");
}

function describe({ invented: { name, handle, toTry }, config: { origin }, token }: Running): string {
  const open =
    toTry === undefined
      ? ""
      : `
  open    curl -X PUT ${origin}/api/v1/offers/${toTry}/availability \\
            -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '{"state":"open","slots":7}'`;
  return `
${name}
  pages   ${origin}
  account @${handle}@${new URL(origin).host}${open}
`;
}

function whatToTry({ config: { origin }, token }: Running): string {
  return `
All is invented, and nothing leaves this machine. Try this:
  1. Look at the hub, ${origin}: at the bottom stands what its hosts said last.
  2. Open an offer with one of the lines above, and reload the hub.
  3. See who is in touch with whom: curl ${origin}/api/v1/peers -H 'Authorization: Bearer ${token}'

Ctrl-C ends this and removes everything.
`;
}

function end(code: number): void {
  if (ending) return;
  ending = true;
  void clearAway().finally(() => process.exit(code));
}

async function clearAway(): Promise<void> {
  await starting;
  for (const part of opened.splice(0).reverse()) await part.stop().catch(() => {});
  await removeEmbedded(folder);
}
