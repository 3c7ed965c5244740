import { expect, test } from "vitest";
import { followActor, unfollow } from "../../federation/send/follow.ts";
import type { Database, Transaction } from "../../src/foundation/database.ts";
import { startFakeMastodon } from "../support/fake-mastodon.ts";
import { startSite } from "../support/site.ts";

/** The names of everything in a document, at any depth, by which it could prove to a third who said it. */
function proofsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [
    ...(/signature|proof|jws/i.test(name) ? [name] : []),
    ...proofsIn(one),
  ]);
}

async function instanceOf(db: Database) {
  const { id } = await db.selectFrom("handles").select("id").where("kind", "=", "instance").executeTakeFirstOrThrow();
  return { id, kind: "instance" as const };
}

test("what is said between two carries no proof that could be shown to others: on the wire there is the HTTP signature alone", async () => {
  await using site = await startSite();
  await using mastodon = await startFakeMastodon();
  const change = (work: (tx: Transaction) => Promise<void>) => site.db.transaction().execute(work);
  const hosts = await fetch(`${site.origin}/@la_pomme`, { headers: { accept: "application/activity+json" } });
  const { id: host } = (await hosts.json()) as { id: string };

  await mastodon.follow(host);
  await mastodon.waitFor(({ type }) => type === "Accept");
  const reach = { origin: site.origin } as Parameters<typeof followActor>[1];
  const following = { actor: await instanceOf(site.db), followed: { id: mastodon.actor, inbox: mastodon.inbox } };
  await change((tx) => followActor(tx, reach, following, "11111111-1111-4111-8111-111111111111"));
  await mastodon.waitFor(({ type }) => type === "Follow");
  await change((tx) => unfollow(tx, reach, following));
  await mastodon.waitFor(({ type }) => type === "Undo");

  expect(mastodon.received.map(({ type }) => type)).toEqual(["Accept", "Follow", "Undo"]);
  for (const one of mastodon.received) {
    expect(proofsIn(one), one.type).toEqual([]);
    expect(JSON.stringify(one)).not.toContain("security"); // nor the vocabulary to say one in
    expect((await fetch(one.id, { headers: { accept: "application/activity+json" } })).status, one.type).toBe(404);
  }
  expect(mastodon.refused).toEqual([]);
});
