import { expect, test } from "vitest";
import { startFederated, withOffer } from "../support/federated.ts";

interface Descriptor {
  readonly subject: string;
  readonly links: readonly { rel: string; href?: string; template?: string; type?: string }[];
}

async function resolve(site: Awaited<ReturnType<typeof startFederated>>, resource: string): Promise<Descriptor | null> {
  const response = await site.get(`/.well-known/webfinger?resource=${encodeURIComponent(resource)}`);
  return response?.status === 200 ? await response.json() : null;
}
const self = (found: Descriptor | null) => found?.links.find(({ rel }) => rel === "self")?.href;

test("an account, its permanent address and its page all lead to the same actor", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  const actor = `${site.origin}/ap/actors/${offer.id}`;
  for (const resource of [
    `acct:${offer.handle}@hote-a.example`,
    `acct:${offer.handle.toUpperCase()}@hote-a.example`,
    actor,
    `${site.origin}/offers/nextcloud`,
    `${site.origin}/@${offer.handle}`,
  ]) {
    const found = await resolve(site, resource);
    expect(self(found), resource).toBe(actor);
    const links = found?.links ?? [];
    expect(links.find(({ rel }) => rel === "http://webfinger.net/rel/profile-page")?.href).toBe(
      `${site.origin}/offers/nextcloud`,
    );
    expect(links.find(({ rel }) => rel === "http://ostatus.org/schema/1.0/subscribe")?.template).toContain("{uri}");
  }
});

test("the site itself is found by its address and by its name (FEP-d556)", async () => {
  await using site = await startFederated();
  await withOffer(site);
  for (const resource of [
    site.origin,
    `${site.origin}/`,
    "acct:instance@hote-a.example",
    "acct:hote-a.example@hote-a.example",
  ]) {
    expect(self(await resolve(site, resource)), resource).toBe(`${site.origin}/ap/instance`);
  }
  const { links } = (await resolve(site, `${site.origin}/`)) as Descriptor;
  const service = links.find(({ rel }) => rel === "https://www.w3.org/ns/activitystreams#Service");
  expect(service?.href).toBe(`${site.origin}/ap/instance`);
});

test("an account on an origin with a port is found", async () => {
  await using site = await startFederated("http://localhost:8080");
  await site.setUp();
  const found = await resolve(site, "acct:hote_a@localhost:8080");
  expect(found?.subject).toBe("acct:hote_a@localhost:8080");
  expect(self(found)).toMatch(/^http:\/\/localhost:8080\/ap\/actors\//);
});

test("nobody is found who is not here, not yet published, or elsewhere", async () => {
  await using site = await startFederated();
  await withOffer(site);
  const { createOffer } = await import("../../src/offers/changes.ts");
  const { nextcloud } = await import("../support/federated.ts");
  const draft = await site.change((tx) => createOffer(tx, { ...nextcloud, title: "Brouillon" }, { now: new Date() }));
  const handle = draft.done ? draft.value.handle : "";
  for (const resource of [
    "acct:nobody@hote-a.example",
    "acct:hote_a@elsewhere.example",
    "https://elsewhere.example/",
    `${site.origin}/@nobody`,
    `acct:${handle}@hote-a.example`,
    `${site.origin}/ap/actors/not-an-id`,
  ]) {
    expect(await resolve(site, resource), resource).toBeNull();
  }
});

test("older software is told where to ask", async () => {
  await using site = await startFederated();
  const response = await site.get("/.well-known/host-meta");
  expect(await response?.text()).toContain(`${site.origin}/.well-known/webfinger?resource={uri}`);
});

test("someone sent here to act on an address of ours is shown its page", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  const uri = encodeURIComponent(`${site.origin}/ap/actors/${offer.id}`);
  const response = await site.get(`/authorize_interaction?uri=${uri}`, "text/html");
  expect(response?.headers.get("location")).toBe(`${site.origin}/offers/nextcloud`);
  for (const name of ["acct:hote_a@hote-a.example", "@hote_a@hote-a.example"]) {
    const found = await site.get(`/authorize_interaction?uri=${encodeURIComponent(name)}`, "text/html");
    expect(found?.headers.get("location")).toBe(`${site.origin}/@hote_a`);
  }
  for (const other of ["https://elsewhere.example/", "acct:hote_a@elsewhere.example", "acct:nobody@hote-a.example"])
    expect(
      await site.get(`/authorize_interaction?uri=${encodeURIComponent(other)}`, "text/html"),
      "left to the page for people",
    ).toBeNull();
});
