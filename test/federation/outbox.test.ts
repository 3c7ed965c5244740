import { expect, test } from "vitest";
import { changeHost } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { changeOffer, withdrawOffer } from "../../src/offers/changes.ts";
import {
  type Federated,
  followedBy,
  nextcloud,
  open,
  say,
  sentBy,
  startFederated,
  withOffer,
} from "../support/federated.ts";

async function since(site: Federated, before: number) {
  return (await sentBy(site.db)).slice(before).map(({ document }) => document);
}
const count = async (site: Federated) => (await sentBy(site.db)).length;

test("a published offer is announced by its own account, boosted by the host, and its proposal passed on to peers", async () => {
  await using site = await startFederated();
  await followedBy(site, "https://b.example/ap/instance");
  const offer = await withOffer(site);
  const sent = await since(site, 0);
  const create = sent.find(({ type }) => type === "Create");
  expect(create).toMatchObject({
    actor: `${site.origin}/ap/actors/${offer.id}`,
    to: ["https://www.w3.org/ns/activitystreams#Public"],
    object: { type: "Note", context: `${site.origin}/ap/proposals/${offer.id}` },
  });
  expect(create.object.content).toContain("<strong>Nextcloud 50 Go</strong> chez Hôte A");
  expect(create.object.content).toContain("Vos fichiers &lt;ensemble&gt; &amp; à l’abri.");
  const boosts = sent.filter(({ type }) => type === "Announce");
  expect(boosts.map(({ actor, object }) => [actor, object])).toContainEqual([
    `${site.origin}/ap/instance`,
    `${site.origin}/ap/proposals/${offer.id}`,
  ]);
  expect(boosts.map(({ object }) => object)).toContain(create.object.id);
  expect(sent).toHaveLength(3);
});

test("an opening is said aloud once and boosted; the pinned states are edited", async () => {
  await using site = await startFederated();
  await withOffer(site);
  const before = await count(site);
  await say(site, open);
  const sent = await since(site, before);
  const [news] = sent.filter(({ type }) => type === "Create");
  expect(news.object.content).toContain("Nextcloud 50 Go\u00a0: <strong>Ouvert (7 places sur 40)</strong>");
  expect(news.object.content.indexOf(`${site.origin}/offers/nextcloud`)).toBeLessThan(
    news.object.content.indexOf("/tags/"),
  );
  expect(sent.filter(({ type, object }) => type === "Announce" && object === news.object.id)).toHaveLength(1);
  const edits = sent.filter(({ type, object }) => type === "Update" && object.type === "Note");
  expect(edits).toHaveLength(2);
  for (const { object } of edits) expect(new Date(object.updated) > new Date(object.published)).toBe(true);
  expect(sent.filter(({ type, object }) => type === "Update" && object.type === "Service")).toHaveLength(2);
});

test("a change of detail edits what is pinned and says nothing aloud", async () => {
  await using site = await startFederated();
  await withOffer(site);
  await say(site, open);
  const before = await count(site);
  await say(site, { ...open, slots: 5 });
  const types = (await since(site, before)).map(({ type }) => type);
  expect(types).not.toContain("Create");
  expect(types).toContain("Update");
});

test("an edited offer is told by one update of its account, and nothing when nothing shows", async () => {
  await using site = await startFederated();
  await withOffer(site);
  const before = await count(site);
  await site.change((tx) => changeOffer(tx, "nextcloud", { ...nextcloud, summary: "Autrement." }, { now: new Date() }));
  await site.change((tx) => changeOffer(tx, "nextcloud", { ...nextcloud, summary: "Encore." }, { now: new Date() }));
  const last = await site.db
    .selectFrom("events")
    .selectAll()
    .where("name", "=", "offer-settled")
    .orderBy("happened", "desc")
    .execute();
  expect(last).toHaveLength(2);
  await site.tellAll();
  const shown = (await since(site, before)).filter(
    ({ type, object }) => type === "Update" && object.type === "Service",
  );
  expect(shown).toHaveLength(1);
  expect(shown[0].object.summary).toContain("Encore.");
});

test("a withdrawn offer takes its leave, and nobody follows it any more", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  const before = await count(site);
  await site.change((tx) => withdrawOffer(tx, "nextcloud", new Date()));
  await site.tellAll();
  const sent = await since(site, before);
  const actor = `${site.origin}/ap/actors/${offer.id}`;
  expect(sent.filter(({ type }) => type === "Delete")).toMatchObject([{ actor, object: actor }]);
  const pinned = await (await site.get(`${await hostPath(site)}/featured`))?.json();
  expect(pinned.orderedItems[0].content).toContain("Aucune offre");
});

test("a host that takes another name is shown anew, and those named after it", async () => {
  await using site = await startFederated();
  await withOffer(site);
  const before = await count(site);
  const host = await findHost(site.db);
  if (!host) throw new Error("no host");
  await site.change((tx) => changeHost(tx, { ...host.profile, name: "Autre Nom" }, new Date()));
  await site.tellAll();
  const shown = (await since(site, before)).filter(({ type, object }) => type === "Update" && object.type !== "Note");
  expect(shown.map(({ object }) => object.name)).toEqual(
    expect.arrayContaining(["Autre Nom", "Disponibilités – Autre Nom", "Nextcloud 50 Go – Autre Nom"]),
  );
});

test("an event told twice is said once", async () => {
  await using site = await startFederated();
  await withOffer(site);
  await say(site, open);
  const [sent, notes] = [await count(site), await site.db.selectFrom("notes").selectAll().orderBy("id").execute()];
  await site.db.updateTable("events").set({ told: null }).where("name", "!=", "availability-changed").execute();
  await site.tellAll();
  expect(await site.db.selectFrom("notes").select("id").execute()).toHaveLength(notes.length);
  const creates = (await sentBy(site.db)).filter(({ document }) => document.type === "Create");
  expect(creates).toHaveLength(2);
  expect(await count(site)).toBeLessThanOrEqual(sent + 1);
});

test("followers get what is said, through each server's shared inbox once", async () => {
  await using site = await startFederated();
  const offer = await withOffer(site);
  for (const name of ["alice", "bob"]) {
    const id = `https://social.example/users/${name}`;
    const inbox = "https://social.example/inbox";
    await site.db.insertInto("remoteActors").values({ id, type: "Person", inbox }).execute();
    await site.db
      .insertInto("followers")
      .values({ actor: offer.id, follower: id, follow: `${id}/f`, inbox, accepted: true })
      .execute();
  }
  await say(site, open);
  const { sql } = await import("kysely");
  const { rows } = await sql<{ payload: { inbox: string } }>`
    select payload from graphile_worker._private_jobs as job
    join graphile_worker._private_tasks as task on task.id = job.task_id where identifier = 'deliver'`.execute(site.db);
  // The offer's account edits its state and shows itself anew.
  expect(rows.map(({ payload }) => payload.inbox)).toEqual([
    "https://social.example/inbox",
    "https://social.example/inbox",
  ]);
});

async function hostPath(site: Federated): Promise<string> {
  const host = await findHost(site.db);
  return `/ap/actors/${host?.id}`;
}
