import { expect, test } from "vitest";
import { notesOf } from "../../federation/notes.ts";
import { followActor, unfollow } from "../../federation/send/follow.ts";
import { instanceName } from "../../src/hosts/handles.ts";
import { open, say, sentBy, startFederated, withOffer } from "../support/federated.ts";

test("the page of an account shows what it said: what holds now, then the newest", async () => {
  await using site = await startFederated();
  await withOffer(site);
  await say(site, open);
  await say(site, { ...open, state: "closed", slots: null });
  const { id } = await site.db
    .selectFrom("handles")
    .select("id")
    .where("kind", "=", "availability")
    .executeTakeFirstOrThrow();
  const notes = await notesOf(site.db, site.origin, id);
  expect(notes.map(({ pinned }) => pinned)).toEqual([true, false, false]);
  expect(notes[1]?.content).toContain("<strong>Fermé aux nouvelles demandes");
  expect(notes[2]?.content).toContain("<strong>Ouvert");
  for (const { url } of notes) expect(url).toMatch(/^https:\/\/hote-a\.example\/@disponibilites\/[0-9a-f-]{36}$/);
});

test("an actor of ours follows one elsewhere, once, and no longer when it says so", async () => {
  await using site = await startFederated();
  await site.setUp();
  const actor = await site.db
    .selectFrom("handles")
    .selectAll()
    .where("name", "=", instanceName)
    .executeTakeFirstOrThrow();
  const followed = { id: "https://b.example/ap/instance", inbox: "https://b.example/inbox" };
  const following = { actor: { id: actor.id, kind: "instance" as const }, followed };
  const ids = ["11111111-1111-4111-8111-111111111111", "33333333-3333-4333-8333-333333333333"] as const;
  for (const id of ids) await site.change((tx) => followActor(tx, site.reach, following, id));
  expect(await sentBy(site.db)).toMatchObject([
    {
      open: false,
      document: {
        id: `${site.origin}/ap/activities/${ids[0]}`,
        type: "Follow",
        object: followed.id,
        to: [followed.id],
      },
    },
  ]);
  for (const _ of [1, 2]) await site.change((tx) => unfollow(tx, site.reach, following));
  const sent = (await sentBy(site.db)).map(({ document }) => document);
  expect(sent.map(({ type }) => type)).toEqual(["Follow", "Undo"]);
  expect(sent[1].object).toMatchObject({
    id: sent[0].id,
    type: "Follow",
    actor: `${site.origin}/ap/instance`,
    object: followed.id,
  });
  expect(await site.db.selectFrom("followings").selectAll().execute()).toEqual([]);
});

test("a follow that was refused can be asked for again", async () => {
  await using site = await startFederated();
  await site.setUp();
  const actor = await site.db
    .selectFrom("handles")
    .selectAll()
    .where("name", "=", instanceName)
    .executeTakeFirstOrThrow();
  const following = {
    actor: { id: actor.id, kind: "instance" as const },
    followed: { id: "https://b.example/ap/instance", inbox: "https://b.example/inbox" },
  };
  await site.change((tx) => followActor(tx, site.reach, following, "11111111-1111-4111-8111-111111111111"));
  await site.db.updateTable("followings").set({ state: "rejected" }).execute();
  await site.change((tx) => followActor(tx, site.reach, following, "33333333-3333-4333-8333-333333333333"));
  expect(await site.db.selectFrom("followings").select(["state", "follow"]).execute()).toEqual([
    { state: "requested", follow: `${site.origin}/ap/activities/33333333-3333-4333-8333-333333333333` },
  ]);
});
