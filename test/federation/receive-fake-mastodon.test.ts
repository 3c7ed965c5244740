import { expect, test } from "vitest";
import { startFakeMastodon } from "../support/fake-mastodon.ts";

test.each(["cavage", "rfc9421"] as const)("two of them follow each other under %s", async (scheme) => {
  await using alice = await startFakeMastodon();
  await using bob = await startFakeMastodon("bob");
  expect(await alice.find(`@${bob.handle}`)).toMatchObject({ id: bob.actor });
  const follow = await alice.follow(bob.actor, scheme);
  expect(await bob.waitFor(({ type }) => type === "Follow")).toEqual(follow);
  await alice.undo(follow, scheme);
  await bob.mention(alice.actor, "<p>Bonjour</p>");
  expect(await alice.waitFor(({ type }) => type === "Create")).toMatchObject({ actor: bob.actor });
  expect(bob.received.map(({ type }) => type)).toEqual(["Follow", "Undo"]);
  expect(bob.schemes).toEqual([scheme, scheme]);
});

test("one that is told to refuses, is slow or wants the newer scheme", async () => {
  await using alice = await startFakeMastodon();
  await using bob = await startFakeMastodon("bob");
  const follow = { id: `${alice.origin}/1`, type: "Follow", actor: alice.actor, object: bob.actor };
  bob.behave({ status: 410 });
  expect(await alice.post(follow, { to: bob.actor })).toBe(410);
  bob.behave({ refuseCavage: true });
  expect(await alice.post(follow, { to: bob.inbox })).toBe(401);
  expect(await alice.post(follow, { to: bob.sharedInbox, scheme: "rfc9421" })).toBe(202);
  bob.behave({ delayMs: 5 });
  expect(await alice.post(follow, { to: bob.inbox })).toBe(202);
});

test("nobody speaks for another", async () => {
  await using alice = await startFakeMastodon();
  await using bob = await startFakeMastodon("bob");
  await using mallory = await startFakeMastodon("mallory");
  const follow = { id: `${alice.origin}/1`, type: "Follow", actor: alice.actor, object: bob.actor };
  expect(await mallory.post(follow, { to: bob.inbox })).toBe(401);
  expect(bob.received).toEqual([]);
  expect(bob.refused).toHaveLength(1);
});
