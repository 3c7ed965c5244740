import { expect, test } from "vitest";
import { startFederated, withOffer } from "../support/federated.ts";

test("the site says where it says what it is, and which actor stands for it (FEP-2677)", async () => {
  await using site = await startFederated();
  const response = await site.get("/.well-known/nodeinfo");
  const links = (await response?.json())?.links;
  expect(links).toContainEqual({
    rel: "http://nodeinfo.diaspora.software/ns/schema/2.1",
    href: `${site.origin}/nodeinfo/2.1`,
  });
  expect(links).toContainEqual({
    rel: "https://www.w3.org/ns/activitystreams#Application",
    href: `${site.origin}/ap/instance`,
  });
});

test("what it is, with true counts or none (FEP-0151)", async () => {
  await using site = await startFederated();
  await withOffer(site);
  const info = await (await site.get("/nodeinfo/2.1", "application/json"))?.json();
  expect(info).toMatchObject({ version: "2.1", protocols: ["activitypub"], openRegistrations: false });
  expect(info.software).toMatchObject({ name: "essaim", version: "0.1.0" });
  const { length } = await site.db.selectFrom("notes").select("id").execute();
  expect(info.usage).toEqual({ users: {}, localPosts: length, localComments: 0 });
  expect(info.metadata.nodeName).toBe("Hôte A");
  expect(info.metadata.staffAccounts).toHaveLength(1);
});

test("before the set-up it says no more than the software", async () => {
  await using site = await startFederated();
  const info = await (await site.get("/nodeinfo/2.1", "*/*"))?.json();
  expect(info.metadata?.nodeName).toBeUndefined();
});
