import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { AvailabilityState } from "../../src/availability/availability.ts";
import { changeAvailability } from "../../src/availability/changes.ts";
import { importSample } from "../../src/exchange/sample.ts";
import { projectPath } from "../../src/foundation/project-path.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { startSite, type TestSite } from "../support/site.ts";

const sample = JSON.parse(await readFile(projectPath("test", "support", "sample", "hosts.json"), "utf8")) as unknown;

async function nubo(site: TestSite): Promise<string> {
  await site.db
    .transaction()
    .execute((tx) => importSample(tx, sample, { host: "nubo", publish: true, now: new Date() }));
  const { slug } = await site.db.selectFrom("offers").select("slug").executeTakeFirstOrThrow();
  return slug;
}

async function say(site: TestSite, slug: string, state: AvailabilityState, slots: number | null = null): Promise<void> {
  const statement = {
    state,
    slots,
    capacity: null,
    nextOpening: null,
    waves: [],
    approval: null,
    territory: null,
    message: null,
  };
  const outcome = await site.db
    .transaction()
    .execute((tx) => changeAvailability(tx, slug, statement, { now: new Date() }));
  if (!outcome.done) throw new Error(outcome.reason);
}

async function actorOf(site: TestSite, name: string): Promise<string> {
  const response = await fetch(`${site.origin}/@${name}`, { headers: { accept: "application/activity+json" } });
  return ((await response.json()) as { id: string }).id;
}

const isAccept = (of: Activity) => (one: Activity) => one.type === "Accept" && (one["object"] as Activity).id === of.id;
const createdBy = (actor: string) => (one: Activity) => one.type === "Create" && one["actor"] === actor;

test.each(["cavage", "rfc9421"] as const)(
  "someone on Mastodon follows the availability by %s, and hears when something opens",
  async (scheme) => {
    await using site = await startSite();
    await using mastodon = await startFakeMastodon();
    const slug = await nubo(site);
    const availability = await actorOf(site, "disponibilites");
    const follow = await mastodon.follow(availability, scheme);
    await mastodon.waitFor(isAccept(follow));

    await say(site, slug, "limited", 7);
    const { object } = (await mastodon.waitFor(createdBy(availability))) as unknown as { object: { content: string } };
    expect(object.content).toContain(`${site.origin}/offers/${slug}`);
    expect(mastodon.refused).toEqual([]);
  },
);

test("the host passes on what its offers and its availability say, and an offer can be followed alone", async () => {
  await using site = await startSite();
  await using mastodon = await startFakeMastodon();
  const slug = await nubo(site);
  const host = await actorOf(site, "la_pomme");
  const offer = (
    (await (
      await fetch(`${site.origin}/offers/${slug}`, { headers: { accept: "application/activity+json" } })
    ).json()) as Activity
  ).id;
  for (const actor of [host, offer]) await mastodon.waitFor(isAccept(await mastodon.follow(actor)));

  await say(site, slug, "open");
  const boost = await mastodon.waitFor((one) => one.type === "Announce" && one["actor"] === host);
  const note = await fetch(String(boost["object"]), { headers: { accept: "application/activity+json" } });
  expect(await note.json()).toMatchObject({ type: "Note", attributedTo: await actorOf(site, "disponibilites") });
});

test("after an Undo nothing more arrives", async () => {
  await using site = await startSite();
  await using mastodon = await startFakeMastodon();
  await using other = await startFakeMastodon("bob");
  const slug = await nubo(site);
  const availability = await actorOf(site, "disponibilites");
  const follow = await mastodon.follow(availability);
  await mastodon.waitFor(isAccept(follow));
  await other.waitFor(isAccept(await other.follow(availability)));
  await mastodon.undo(follow);
  await gone(site, mastodon);

  await say(site, slug, "open");
  await other.waitFor(createdBy(availability));
  expect(mastodon.received.filter(({ type }) => type !== "Accept")).toEqual([]);
});

async function gone(site: TestSite, { actor }: FakeMastodon): Promise<void> {
  await expect
    .poll(() => site.db.selectFrom("followers").select("since").where("follower", "=", actor).execute(), {
      timeout: 10_000,
    })
    .toEqual([]);
}

test("a mention is kept for the host to answer", async () => {
  await using site = await startSite();
  await using mastodon = await startFakeMastodon();
  const host = await actorOf(site, "la_pomme");
  await mastodon.mention(host, "<p>Bonjour, avez-vous de la place ? <script>alert(1)</script></p>");
  await expect
    .poll(() => site.db.selectFrom("messages").select(["author", "kind", "content"]).execute(), { timeout: 10_000 })
    .toEqual([{ author: mastodon.actor, kind: "mention", content: "<p>Bonjour, avez-vous de la place ? </p>" }]);
});
