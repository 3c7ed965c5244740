import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { meetPeer } from "../../../src/catalogue/visits.ts";
import { findFreePort } from "../../../src/foundation/free-port.ts";
import { shown } from "../figures.ts";
import { usageOf } from "../machine.ts";
import type { Study, StudyWishes } from "../studies.ts";
import { openSubject, type Subject } from "../subject.ts";
import { rowsAsTable } from "../table.ts";

/** A new instance takes in one that offers so much; then it forgets it, and takes it in again. */
export async function studyImport({ quick, note }: StudyWishes): Promise<Study> {
  const offers = quick ? 500 : 5_000;
  const metricsPort = await findFreePort();
  await using peer = await openSubject({ settings: { METRICS_PORT: String(metricsPort) } });
  await offerMuch(peer, offers);
  await using one = await openSubject({ handle: "nouveau" });
  await befriend(one, peer);
  const runs: Run[] = [];
  for (let count = 0; count < 3; count += 1) {
    if (count > 0) await forget(one, peer);
    runs.push(await takeIn(one, { peer, offers, metricsPort }));
    note(`run ${count + 1}: ${shown(runs.at(-1)?.seconds ?? 0)} s`);
  }
  const head = [
    "run",
    "offers",
    "seconds",
    "requests",
    "processor time",
    "memory before",
    "memory after",
    "the peer's memory after",
  ];
  const rows = runs.map(({ seconds, requests, cpuMs, before, after, peerAfter }, at) => [
    ...[String(at + 1), String(offers), shown(seconds), String(requests), `${shown(cpuMs / 1_000)} s`],
    ...[before, after, peerAfter].map((rss) => `${Math.round(rss)} MiB`),
  ]);
  const holds = runs.every(({ seconds }) => seconds <= 300);
  return { text: `The first import of a peer\n\n${rowsAsTable([head, ...rows])}`, figures: { offers, runs }, holds };
}

interface Run {
  readonly seconds: number;
  readonly requests: number;
  readonly cpuMs: number;
  /** MiB. */
  readonly before: number;
  readonly after: number;
  readonly peerAfter: number;
}

/** As many offers as that, all like the one that is there. */
async function offerMuch(peer: Subject, count: number): Promise<void> {
  await peer.stop();
  await sql`
    with made as (select gen_random_uuid() as id, n from generate_series(2, ${count}) as n),
    named as (insert into handles (id, name, kind) select id, 'offre_' || n, 'offer' from made returning id)
    insert into offers (id, slug, state, position, content, published)
    select made.id, 'offre-' || n, 'published', n,
      content || jsonb_build_object('title', content ->> 'title' || ' ' || n, 'summary', repeat('Vos fichiers, à plusieurs. ', 10)), now()
    from made, offers where slug = 'fichiers'`.execute(peer.db);
  await peer.start();
}

async function befriend(one: Subject, peer: Subject): Promise<void> {
  await call(one, "POST", "/peers", { url: peer.origin });
  const find = async () => ((await call(peer, "GET", "/peers")) as { items: { id: string }[] }).items[0]?.id;
  let id = await find();
  for (; id === undefined; id = await find()) await pause(100);
  await call(peer, "POST", `/peers/${id}/approval`);
}

async function call({ origin, token }: Subject, method: string, path: string, body?: object): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Nothing is left of the peer's catalogue; it is visited as if for the first time. */
async function forget({ db }: Subject, { origin }: Subject): Promise<void> {
  const { actor } = await db
    .selectFrom("instances")
    .select("actor")
    .where("origin", "=", origin)
    .executeTakeFirstOrThrow();
  await db.deleteFrom("instances").where("origin", "=", origin).execute();
  await db.transaction().execute((tx) => meetPeer(tx, { actor: actor ?? "", origin, name: "" }, new Date()));
}

interface Taking {
  readonly peer: Subject;
  readonly offers: number;
  readonly metricsPort: number;
}

async function takeIn(one: Subject, { peer, offers, metricsPort }: Taking): Promise<Run> {
  const [asked, { cpuMs, rss: before }] = [await requestsTo(metricsPort), usageOf(one.essaim)];
  const started = performance.now();
  while (!(await isTaken(one, peer, offers))) {
    if (performance.now() - started > 600_000) throw new Error("it does not come to an end");
    await pause(250);
  }
  const seconds = (performance.now() - started) / 1_000;
  const used = usageOf(one.essaim);
  await pause(5_000); // what was only needed meanwhile is freed by then
  return {
    ...{ seconds, requests: (await requestsTo(metricsPort)) - asked, cpuMs: used.cpuMs - cpuMs, before },
    ...{ after: usageOf(one.essaim).rss, peerAfter: usageOf(peer.essaim).rss },
  };
}

async function isTaken({ db }: Subject, { origin }: Subject, offers: number): Promise<boolean> {
  const visited = await db
    .selectFrom("instances")
    .innerJoin("catalogueHosts", "catalogueHosts.origin", "instances.origin")
    .innerJoin("catalogueOffers", "catalogueOffers.host", "catalogueHosts.actor")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("instances.origin", "=", origin)
    .where("visited", "is not", null)
    .executeTakeFirstOrThrow();
  return visited.count === offers;
}

/** How many requests a site has answered, as its metrics say. */
async function requestsTo(metricsPort: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const counts = [...text.matchAll(/^essaim_http_request_seconds_count\S* (\d+)/gm)].map(([, count]) => Number(count));
  return counts.reduce((sum, count) => sum + count, 0);
}
