// The files that are read here are those a site writes itself.
import { expect, onTestFinished, test } from "vitest";
import { importChatons } from "../../src/exchange/chatons/walk.ts";
import type { Database } from "../../src/foundation/database.ts";
import { openOutbound } from "../../src/foundation/outbound.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { listOffers } from "../../src/offers/queries.ts";
import { createService } from "../../src/services/changes.ts";
import { StoredService } from "../../src/services/form.ts";
import { listServices } from "../../src/services/queries.ts";
import { startSite, type TestSite } from "../support/site.ts";

const folder = "/.well-known/chatonsinfos";

async function fill({ api, db }: TestSite): Promise<void> {
  for (const [slug, title, state] of [
    ["courriel", "Courriel", "limited"],
    ["nuage", "Nuage", "closed"],
  ]) {
    await api("POST", "/offers", {
      slug,
      title,
      needs: ["email"],
      summary: `Du ${title}\nen deux lignes`,
      registration: "member",
    });
    await api("POST", `/offers/${slug}/publication`);
    await api("PUT", `/offers/${slug}/availability`, { state });
  }
  await api("POST", "/offers", { slug: "brouillon", title: "Brouillon secret" });
  const nuage = (await listOffers(db)).find(({ slug }) => slug === "nuage");
  const content = StoredService.parse({
    name: "Nuage",
    load: "open",
    extra: { "service.colour": "vert" },
    metrics: { "metrics.a.b": "1,2" },
  });
  await db
    .transaction()
    .execute((tx) =>
      createService(tx, content, { slug: "nuage", source: null, offer: nuage?.id ?? null, now: new Date() }),
    );
}

async function importFrom(db: Database, origin: string, from: string) {
  const outbound = openOutbound({ ranges: ["127.0.0.0/8"], origin });
  const root = { name: "organization.properties", address: `${from}${folder}/organization.properties`, bytes: null };
  const outcome = await importChatons(
    {
      reader: db,
      transaction: (work) => db.transaction().execute(work),
      outbound,
      origin,
      now: () => new Date(),
      step() {},
    },
    root,
  );
  // It carries the test's own requests too, from now on.
  onTestFinished(() => outbound.close());
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value;
}

test("a host's services can be gathered from its own site, for what is published only", async () => {
  await using site = await startSite();
  await fill(site);
  const answer = await fetch(`${site.origin}${folder}/organization.properties`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const text = await answer.text();
  expect(text).toContain("file.class = Organization\n");
  expect(text).toContain("organization.name = La Pomme\n");
  expect(text).toContain(`subs.courriel = ${site.origin}${folder}/service-courriel.properties\n`);
  const courriel = await (await fetch(`${site.origin}${folder}/service-courriel.properties`)).text();
  expect(courriel).toContain("service.registration.load = OPEN\n");
  expect(courriel).toContain("service.registration = Member\n");
  expect(courriel).toContain("service.description = Du Courriel en deux lignes\n");
  const nuage = await (await fetch(`${site.origin}${folder}/service-nuage.properties`)).text();
  expect(nuage, "the offer knows better than the service").toContain("service.registration.load = FULL\n");
  expect(nuage).toContain("service.colour = vert\n");
  expect(text + courriel + nuage).not.toMatch(/secret/);
  for (const name of ["service-brouillon.properties", "nothing.properties", "..%2f..%2fpackage.json", ""])
    expect((await fetch(`${site.origin}${folder}/${name}`)).status, name).toBe(404);
});

test("a file that has not changed is not sent again, and one that has is", async () => {
  await using site = await startSite();
  await fill(site);
  const address = `${site.origin}${folder}/service-courriel.properties`;
  const etag = (await fetch(address)).headers.get("etag") ?? "";
  for (const said of [etag, `W/${etag}`, `"other", ${etag}`])
    expect((await fetch(address, { headers: { "if-none-match": said } })).status).toBe(304);
  await site.api("PUT", "/offers/courriel/availability", { state: "paused" });
  const after = await fetch(address, { headers: { "if-none-match": etag } });
  expect(after.status).toBe(200);
  expect(after.headers.get("etag")).not.toBe(etag);
  expect((await fetch(address, { method: "HEAD" })).status).toBe(200);
});

test("to take in one's own files changes nothing", async () => {
  await using site = await startSite();
  await fill(site);
  const state = async () => ({
    host: await findHost(site.db),
    services: await listServices(site.db),
    offers: await listOffers(site.db),
    availabilities: await site.db.selectFrom("availabilities").selectAll().orderBy("offer").execute(),
  });
  await site.db.updateTable("services").set({ source: "https://elsewhere.example/nuage.properties" }).execute();
  const before = await state();
  const report = await importFrom(site.db, site.origin, site.origin);
  expect(report).toMatchObject({ taken: [], changed: [], refused: [] });
  expect(report.notUnderstood).toMatchObject([{ key: "service.colour", reason: "unknown-field" }]);
  expect(report.unchanged).toHaveLength(3);
  expect(await state()).toEqual(before);
});

test("another site that takes them in says the same of its services, and offers drafts", async () => {
  await using site = await startSite();
  await using other = await startSite({ name: "Autre", handle: "autre" });
  await fill(site);
  const report = await importFrom(other.db, other.origin, site.origin);
  expect(report).toMatchObject({ host: "La Pomme", notUnderstood: [{ key: "service.colour" }] });
  expect((await listOffers(other.db)).map(({ slug, state }) => [slug, state])).toEqual([
    ["nuage", "draft"],
    ["courriel", "draft"],
  ]);
  const textOf = async (origin: string, name: string) =>
    (await (await fetch(`${origin}${folder}/${name}`)).text()).replaceAll(/^file\..*\n/gm, "");
  for (const name of ["service-nuage.properties", "service-courriel.properties"])
    expect(await textOf(other.origin, name)).toBe(await textOf(site.origin, name));
});
