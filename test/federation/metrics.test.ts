import { expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { startFakeMastodon } from "../support/fake-mastodon.ts";
import { ownPort } from "../support/own-port.ts";
import { startSite } from "../support/site.ts";

async function startWatched() {
  const port = await ownPort();
  const site = await startSite({ settings: { METRICS_PORT: String(port) } });
  const at = `http://127.0.0.1:${port}`;
  /** One figure by its name and labels as they are written; null where there is none. */
  const figure = async (name: string): Promise<number | null> => {
    const line = (await (await fetch(`${at}/metrics`)).text()).split("\n").find((one) => one.startsWith(`${name} `));
    return line === undefined ? null : Number(line.slice(name.length + 1));
  };
  return { site, at, figure };
}

test("the figures stand at one address of their own port, and nothing else does", async () => {
  const { site, at } = await startWatched();
  await using _ = site;
  const answer = await fetch(`${at}/metrics`);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  expect(text).toContain("process_cpu_seconds_total");
  expect(text).toMatch(/essaim_build_info\{version="\d+\.\d+\.\d+"\} 1/);
  for (const path of ["/", "/metrics/x", "/about"]) expect((await fetch(at + path)).status).toBe(404);
  expect((await fetch(`${at}/metrics`, { method: "POST" })).status).toBe(405);
  expect((await fetch(`${site.origin}/metrics`)).status).toBe(404);
});

test("requests are counted by group and class of status, whatever addresses people make up", async () => {
  const { site, at, figure } = await startWatched();
  await using _ = site;
  for (const path of ["/", "/about", "/made-up", "/made-up-too?x=1", "/offers/none", "/feed.atom"])
    await fetch(site.origin + path);
  const requests = (group: string, status: string) =>
    figure(`essaim_http_request_seconds_count{group="${group}",status="${status}"}`);
  await eventually(async () => (await requests("feeds", "2xx")) === 1);
  expect(await requests("pages", "2xx")).toBe(2);
  expect(await requests("pages", "4xx")).toBe(3);
  const text = await (await fetch(`${at}/metrics`)).text();
  expect(text).not.toContain("made-up");
});

test("activities that are refused are counted with the reason", async () => {
  const { site, figure } = await startWatched();
  await using _ = site;
  const post = (body: string, type = "application/activity+json") =>
    fetch(`${site.origin}/inbox`, { method: "POST", body, headers: { "content-type": type } });
  await post("{");
  await post("{}", "text/plain");
  await post("x".repeat(300 * 1024)).catch(() => {}); // the connection may be closed before all is sent
  const refused = (reason: string) => figure(`essaim_inbox_requests_total{outcome="refused",reason="${reason}"}`);
  await eventually(async () => (await refused("too-large")) === 1);
  expect(await refused("malformed")).toBe(1);
  expect(await refused("not-an-activity")).toBe(1);
});

test("what a blocked domain posts is counted as such", async () => {
  const { site, figure } = await startWatched();
  await using _ = site;
  await using peer = await startFakeMastodon("ada");
  const host = await fetch(`${site.origin}/@la_pomme`, { headers: { accept: "application/activity+json" } });
  const { id } = (await host.json()) as { id: string };
  expect((await site.api("POST", "/blocks", { domain: new URL(peer.origin).host })).status).toBe(201);
  const counted = () => figure('essaim_inbox_requests_total{outcome="refused",reason="blocked"}');
  await eventually(async () => {
    await peer.follow(id).catch(() => {}); // a block is heeded as soon as the process has heard of it
    return ((await counted()) ?? 0) > 0;
  });
});

test("followers, deliveries and jobs are counted, and none of them is named", async () => {
  const { site, at, figure } = await startWatched();
  await using _ = site;
  await using peer = await startFakeMastodon("ada");
  const host = await fetch(`${site.origin}/@la_pomme`, { headers: { accept: "application/activity+json" } });
  await peer.follow(((await host.json()) as { id: string }).id);
  await peer.waitFor(({ type }) => type === "Accept");
  expect(await figure('essaim_followers{kind="host"}')).toBe(1);
  expect(await figure('essaim_inbox_requests_total{outcome="accepted",reason=""}')).toBe(1);
  await eventually(async () => (await figure('essaim_delivery_tries_total{outcome="taken"}')) === 1);
  peer.behave({ status: 400 });
  await site.api("POST", "/offers", { title: "Courriel", slug: "courriel", needs: ["email"] });
  await site.api("POST", "/offers/courriel/publication");
  await eventually(async () => ((await figure('essaim_delivery_tries_total{outcome="refused"}')) ?? 0) > 0);
  await eventually(async () => ((await figure('essaim_undelivered{state="waiting"}')) ?? 0) > 0);
  expect(await figure('essaim_queue_jobs{state="later"}')).toBeGreaterThan(0);
  expect(await figure("essaim_queue_oldest_due_seconds")).toBeLessThan(600);
  await site.db.insertInto("peerOrigins").values({ origin: "https://away.example", opened: new Date() }).execute();
  expect(await figure("essaim_circuits_open")).toBe(1);
  const text = await (await fetch(`${at}/metrics`)).text();
  for (const name of ["ada", "away.example", "127.0.0.1"]) expect(text).not.toContain(name);
});

test("without METRICS_PORT nothing is counted, and nobody listens", async () => {
  const port = await ownPort();
  await using site = await startSite();
  expect((await fetch(`${site.origin}/healthz`)).status).toBe(200);
  await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
});
