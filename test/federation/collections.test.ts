import { expect, test } from "vitest";
import { findHost } from "../../src/hosts/queries.ts";
import { type Federated, open, say, startFederated, withOffer } from "../support/federated.ts";

const read = async (site: Federated, path: string) => (await site.get(path))?.json();

async function follow(site: Federated, actor: string, accepted: boolean) {
  const id = `https://social.example/users/${accepted ? "alice" : "bob"}`;
  await site.db
    .insertInto("remoteActors")
    .values({ id, type: "Person", inbox: `${id}/inbox` })
    .execute();
  await site.db
    .insertInto("followers")
    .values({ actor, follower: id, follow: `${id}/f`, inbox: `${id}/inbox`, accepted })
    .execute();
}

test("followers and followed are counted, and never listed", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  await follow(site, offer.id, true);
  await follow(site, offer.id, false);
  const followers = await read(site, `/ap/actors/${offer.id}/followers`);
  expect(followers).toMatchObject({ type: "OrderedCollection", totalItems: 1 });
  expect(followers).not.toHaveProperty("orderedItems");
  expect(followers).not.toHaveProperty("first");
  expect(await read(site, `/ap/actors/${offer.id}/following`)).toMatchObject({ totalItems: 0 });
});

test("each actor but the instance and the intake has one pinned note: what holds now", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  await say(site, open);
  const handles = await site.db.selectFrom("handles").selectAll().execute();
  for (const { id, kind } of handles) {
    const path = kind === "instance" ? "/ap/instance" : `/ap/actors/${id}`;
    const { orderedItems, totalItems } = await read(site, `${path}/featured`);
    expect(totalItems, kind).toBe(["instance", "intake"].includes(kind) ? 0 : 1);
    expect(orderedItems).toHaveLength(totalItems);
    if (kind === "availability")
      expect(orderedItems[0].content).toContain("Nextcloud 50 Go\u00a0: Ouvert (7 places sur 40)");
  }
  expect(await read(site, `/ap/actors/${offer.id}/tags`)).toMatchObject({
    orderedItems: [{ type: "Hashtag", name: "#Nextcloud" }, { name: "#HebergementEthique" }],
  });
});

test("the outbox has what was said in public, the newest first, page by page", async () => {
  await using site = await startFederated();
  await withOffer(site);
  for (const slots of Array.from({ length: 25 }, (_, n) => n + 1)) await say(site, { ...open, slots });
  const host = await findHost(site.db);
  const availability = await site.db
    .selectFrom("handles")
    .select("id")
    .where("kind", "=", "availability")
    .executeTakeFirstOrThrow();
  const path = `/ap/actors/${availability.id}/outbox`;
  const { totalItems, first } = await read(site, path);
  expect(totalItems).toBeGreaterThan(20);
  const page = await read(site, first.slice(site.origin.length));
  expect(page.orderedItems).toHaveLength(20);
  expect(page.orderedItems[0].published > page.orderedItems[19].published).toBe(true);
  const last = await read(site, page.next.slice(site.origin.length));
  expect(last.orderedItems).toHaveLength(totalItems - 20);
  expect(last).not.toHaveProperty("next");
  expect(await read(site, `/ap/actors/${host?.id}/outbox?page=x`)).toBeUndefined();
});

test("the host lists its offers, the instance the hosts it knows and the peers it is in touch with", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  const host = await findHost(site.db);
  const known = { b: ["approved", "none"], c: ["requested", "none"], d: ["none", "approved"], e: ["approved", "none"] };
  for (const [name, [ours, theirs]] of Object.entries(known)) {
    const origin = `https://${name}.example`;
    const peer = { id: crypto.randomUUID(), origin, actor: `${origin}/ap/instance`, name, seen: new Date() };
    await site.db
      .insertInto("peers")
      .values({ ...peer, ours: String(ours), theirs: String(theirs) })
      .execute();
  }
  await site.db.insertInto("blocks").values({ id: crypto.randomUUID(), domain: "e.example" }).execute();
  const items = async (path: string) => (await read(site, path))?.orderedItems;
  expect(await items(`/ap/actors/${host?.id}/offers`)).toEqual([`${site.origin}/ap/actors/${offer.id}`]);
  expect(await items(`/ap/actors/${host?.id}/partners`)).toEqual([]);
  expect(await items("/ap/instance/directory")).toEqual([`${site.origin}/ap/actors/${host?.id}`]);
  expect(await items("/ap/instance/peers")).toEqual(["https://b.example/ap/instance", "https://d.example/ap/instance"]);
  expect(await items(`/ap/actors/${offer.id}/offers`)).toBeUndefined();
  expect(await items(`/ap/actors/${host?.id}/nothing`)).toBeUndefined();
});

test("the replies to a note are listed, but for private and deleted ones", async () => {
  await using site = await startFederated();
  await withOffer(site);
  const { id, actor } = await site.db
    .selectFrom("notes")
    .select(["id", "actor"])
    .where("kind", "=", "announcement")
    .executeTakeFirstOrThrow();
  const note = `${site.origin}/ap/notes/${id}`;
  const reply = {
    recipients: [actor],
    author: "https://social.example/users/alice",
    kind: "reply",
    content: "",
    inReplyTo: note,
  };
  await site.db
    .insertInto("messages")
    .values([
      { ...reply, id: "https://social.example/1", visibility: "public" },
      { ...reply, id: "https://social.example/2", visibility: "direct" },
      { ...reply, id: "https://social.example/3", visibility: "unlisted", deleted: new Date() },
    ])
    .execute();
  expect(await read(site, `/ap/notes/${id}/replies`)).toMatchObject({
    totalItems: 1,
    orderedItems: ["https://social.example/1"],
  });
});
