import "temporal-polyfill/global";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { answerTogether, askTogether, hasHeardOf, isPromised, promiseTogether, type Together } from "./demo-funding.ts";
import { workTogether } from "./demo-partners.ts";
import {
  administrator,
  approve,
  ask,
  follow,
  hasNewsOf,
  hosts,
  hub,
  isAnswered,
  knows,
  latecomer,
  lists,
  type Running,
  shows,
  startOne,
  tellNews,
  trusts,
  vouchForAll,
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

/** A hub and three hosts that federate for real on the loopback; and one host that comes later. */
async function start(): Promise<void> {
  process.stdout.write("A hub and three hosts with invented names are being set up…\n");
  const embedded = await openEmbedded(folder, { settings: { max_connections: "300" } });
  opened.push(embedded);
  const ground = { clusterUrl: embedded.url, folder, opened };
  const all: Running[] = [];
  for (const invented of [hub, ...hosts]) {
    goOn();
    all.push(await startOne(ground, invented));
  }
  process.stdout.write("Each host is given one address, and learns of all others by itself…\n");
  for (const one of all) await joinOne(one, all);
  const known = await timed(() => untilAll(all, (one) => knows(one, all)));
  process.stdout.write(`After ${known} all directories had all offers.\n`);
  for (const one of all) await vouchForAll(one);
  await untilAll(all, (one) => trusts(one, all));
  await tellAll(all);
  const together = await fundTogether(all);
  const offer = await partner(all);
  process.stdout.write(`${all.map(describe).join("")}${whatToTry(all, together, offer)}`);
  await comeLate(await startOne(ground, latecomer), all);
}

/** Its people give it the one address that they know; the people there agree. */
async function joinOne(one: Running, all: readonly Running[]): Promise<void> {
  const other = all.find(({ invented }) => invented.id === one.invented.joins);
  if (other === undefined) return;
  await ask(one, other);
  await until(() => approve(other, one));
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    if (!to.invented.hub) await follow(from, to); // a hub has no places to tell of
}

/** Something opens at each host, and all directories show it. */
async function tellAll(all: readonly Running[]): Promise<void> {
  await untilAll(all, isAnswered);
  for (const host of all.filter(({ invented }) => invented.news)) {
    const shown = await timed(async () => {
      await tellNews(host);
      await untilAll(all, (one) => shows(one, host));
    });
    process.stdout.write(`What ${host.invented.name} told of its places was in all directories after ${shown}.\n`);
  }
  for (const one of all) await until(() => hasNewsOfNeighbours(one, all));
}

/** One asks for something that all pay for together; the others hear of it, and promise from their own sites. */
async function fundTogether(all: readonly Running[]): Promise<Together> {
  const together = await askTogether(all);
  const { asking, invention } = together;
  const heard = await timed(() => untilAll(all, (one) => hasHeardOf(one, together)));
  const counted = await timed(async () => {
    await promiseTogether(all, together);
    await until(() => isPromised(together));
  });
  await answerTogether(all, together);
  process.stdout.write(
    `${asking.invented.name} asks for “${invention.asked.title}”: all had heard of it after ${heard}, and what others promised from their own sites counted after ${counted}.\n`,
  );
  return together;
}

/** Hosts agree on things, one waits for an answer, and three give one offer, which no directory has before all have signed. */
async function partner(all: readonly Running[]): Promise<string> {
  const { title, url } = await workTogether({ all, until });
  const shown = await timed(() => untilAll(all, (one) => lists(one, url)));
  process.stdout.write(
    `“${title}” is given by three hosts: after the last had signed, it was in all directories after ${shown}.\n`,
  );
  return url;
}

// An account on a server is only told what it follows.
async function hasNewsOfNeighbours(one: Running, all: readonly Running[]): Promise<boolean> {
  const near = all.filter(
    ({ invented: { id, joins, news } }) => news && (joins === one.invented.id || id === one.invented.joins),
  );
  return (await Promise.all(near.map((other) => hasNewsOf(one, other)))).every(Boolean);
}

async function comeLate(late: Running, all: readonly Running[]): Promise<void> {
  const everyone = [...all, late];
  const known = await timed(async () => {
    await joinOne(late, everyone);
    await untilAll(everyone, (one) => knows(one, everyone));
  });
  for (const one of everyone) await vouchForAll(one);
  const { name } = late.invented;
  process.stdout.write(`
${name} has come later, knowing one address, and after ${known} held all offers of all others, and they its own: ${late.config.origin}
`);
}

async function timed(act: () => Promise<void>): Promise<string> {
  const started = performance.now();
  await act();
  return `${((performance.now() - started) / 1_000).toFixed(1)} s`;
}

async function untilAll(all: readonly Running[], came: (one: Running) => Promise<boolean>): Promise<void> {
  for (const one of all) await until(() => came(one));
}

/** Waits until something has come about between the instances. */
async function until(came: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_200; tries += 1) {
    goOn();
    if (await came()) return;
    await pause(50);
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

function whatToTry([portal, ...others]: readonly Running[], { asking, code, url }: Together, offer: string): string {
  const { config: { origin } = { origin: "" }, token = "" } = portal ?? {};
  const far = others.at(-1)?.config.origin ?? "";
  const rucher = others.find(({ invented }) => invented.id === "le-rucher")?.config.origin ?? "";
  return `
All is invented, and nothing leaves this machine. Try this:
  1. Search the directory of any of them: ${origin}/directory or ${far}/directory
  2. Open an offer with one of the lines above, and reload the directory of another.
  3. See who is in touch with whom: curl ${origin}/api/v1/peers -H 'Authorization: Bearer ${token}'
  4. See what is paid for together: ${url}, and among all at ${origin}/funding
  5. Promise what is missing: one promise then holds whose condition it was, and the sum is there.
     curl ${asking.config.origin}/api/v1/funding-requests/${code}/pledges \\
       -H 'Authorization: Bearer ${asking.token}' -H 'Content-Type: application/json' -d '{"amount":"100.00"}'
  6. See what three hosts give together: ${offer}, and who works with whom: ${origin}/partners
  7. Sign in at ${rucher}/admin as ${administrator.email} with the password ${administrator.password}:
     one host asks Le Rucher for a partnership, another sends a choir to it, and both wait for its answer.

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
