import { isActor, Object as Thing } from "@fedify/vocab";
import { expect, test } from "vitest";
import { bundledContexts } from "../../federation/bundled-contexts.ts";
import { open, say, startFederated, withOffer } from "../support/federated.ts";

test("each actor answers at its address, and at its page when asked for the document", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  for (const [path, type, name] of [
    ["/ap/instance", "Application", "instance"],
    ["/@hote_a", "Organization", "hote_a"],
    ["/@disponibilites", "Service", "disponibilites"],
    [`/ap/actors/${offer.id}`, "Service", offer.handle],
    ["/offers/nextcloud", "Service", offer.handle],
    [`/@${offer.handle}`, "Service", offer.handle],
  ] as const) {
    const response = await site.get(path);
    expect(response?.status, path).toBe(200);
    expect(response?.headers.get("content-type")).toBe("application/activity+json");
    expect(response?.headers.get("vary")).toBe("Accept");
    expect(await response?.json()).toMatchObject({ type, preferredUsername: name });
    expect((await site.render(path))?.length).toBeGreaterThan(100);
  }
});

test("each actor's two keys are read by whoever reads it as JSON-LD", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  const loaders = { contextLoader: bundledContexts, documentLoader: bundledContexts };
  for (const path of ["/ap/instance", "/@hote_a", "/@disponibilites", `/ap/actors/${offer.id}`]) {
    const actor = await Thing.fromJsonLd(await (await site.get(path))?.json(), loaders);
    if (!isActor(actor)) throw new Error(`${path} is no actor`);
    expect(actor.publicKeyId?.href, path).toBe(`${actor.id?.href}#main-key`);
    expect(actor.assertionMethodId?.href, path).toBe(`${actor.id?.href}#multikey-2`);
  }
});

test("a browser gets no document: pages answer, and addresses of documents lead to pages", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  const browser = "text/html,application/xhtml+xml,*/*;q=0.8";
  expect(await site.get("/@hote_a", browser)).toBeNull();
  expect(await site.get("/offers/nextcloud", browser)).toBeNull();
  const lead = async (path: string) => (await site.get(path, browser))?.headers.get("location");
  expect(await lead(`/@${offer.handle}`)).toBe(`${site.origin}/offers/nextcloud`);
  expect(await lead(`/ap/actors/${offer.id}`)).toBe(`${site.origin}/offers/nextcloud`);
  expect(await lead(`/ap/proposals/${offer.id}`)).toBe(`${site.origin}/offers/nextcloud`);
  expect(await lead("/ap/instance")).toBe(`${site.origin}/about`);
  const note = await site.db
    .selectFrom("notes")
    .select("id")
    .where("kind", "=", "announcement")
    .executeTakeFirstOrThrow();
  expect(await lead(`/ap/notes/${note.id}`)).toBe(`${site.origin}/@${offer.handle}/${note.id}`);
  expect(await site.get(`/@${offer.handle}/${note.id}`, browser)).toBeNull();
});

test("a document that has not changed is not sent again", async () => {
  await using site = await startFederated();
  await withOffer(site);
  const etag = (await site.get("/@hote_a"))?.headers.get("etag") ?? "";
  const headers = { accept: "application/activity+json", "if-none-match": etag };
  const again = await site.fetch(new Request(`${site.origin}/@hote_a`, { headers }));
  expect(again?.status).toBe(304);
});

test("the proposal says price and places, for other instances", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  await say(site, open);
  const proposal = await (await site.get(`/ap/proposals/${offer.id}`))?.json();
  expect(proposal).toMatchObject({
    type: "Proposal",
    purpose: "offer",
    attributedTo: `${site.origin}/ap/actors/${offer.id}`,
    publishes: {
      resourceConformsTo: "https://www.wikidata.org/wiki/Q25874683",
      availableQuantity: { hasNumericalValue: "7" },
    },
    reciprocal: {
      resourceConformsTo: "https://www.wikidata.org/wiki/Q4916",
      resourceQuantity: { hasNumericalValue: "24" },
    },
    availabilityState: "open",
    billingPeriod: "P1Y",
    freePrice: false,
  });
});

test("the data sheets have the whole profile and the whole offer, amounts as decimals", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  await say(site, open);
  expect(await (await site.get("/hosts/hote_a/datasheet.json"))?.json()).toMatchObject({ profile: { name: "Hôte A" } });
  expect(await (await site.get("/offers/nextcloud/datasheet.json"))?.json()).toMatchObject({
    proposal: `${site.origin}/ap/proposals/${offer.id}`,
    offer: { summary: offer.content.summary, tiers: [{ price: { amount: "24" } }] },
    availability: { state: "open", slots: 7 },
  });
});

test("a draft is nobody's business, and what was withdrawn says that it is gone", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  const { createOffer, withdrawOffer } = await import("../../src/offers/changes.ts");
  const draft = await site.change((tx) =>
    createOffer(tx, { ...offer.content, title: "Brouillon" }, { slug: "brouillon", now: new Date() }),
  );
  if (!draft.done) throw new Error(draft.reason);
  for (const path of [
    `/ap/actors/${draft.value.id}`,
    "/offers/brouillon",
    `/ap/proposals/${draft.value.id}`,
    "/offers/brouillon/datasheet.json",
  ]) {
    expect((await site.get(path))?.status ?? 404, path).toBe(404);
  }
  await site.change((tx) => withdrawOffer(tx, "nextcloud", new Date()));
  await site.tellAll();
  const note = await site.db
    .selectFrom("notes")
    .select("id")
    .where("kind", "=", "announcement")
    .executeTakeFirstOrThrow();
  for (const path of [
    `/ap/actors/${offer.id}`,
    "/offers/nextcloud",
    `/ap/proposals/${offer.id}`,
    `/ap/notes/${note.id}`,
  ]) {
    const response = await site.get(path);
    expect(response?.status, path).toBe(410);
    expect(await response?.json()).toMatchObject({ type: "Tombstone" });
    expect(await site.render(path)).toBeNull();
  }
});

test("public activities can be fetched, private ones cannot (R22)", async () => {
  await using site = await startFederated();
  await withOffer(site);
  const { id, body } = await site.db.selectFrom("outgoing").select(["id", "body"]).executeTakeFirstOrThrow();
  expect(await (await site.get(`/ap/activities/${id}`))?.text()).toBe(body);
  await site.db.updateTable("outgoing").set({ public: false }).where("id", "=", id).execute();
  expect(await site.get(`/ap/activities/${id}`)).toBeNull();
});
