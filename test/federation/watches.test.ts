import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFollowed, listFollowers } from "../../src/followers/queries.ts";
import { retireWatch } from "../../src/watches/changes.ts";
import { sweepWatches } from "../../src/watches/sweep.ts";
import { passTime } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { enterForeignHost, enterForeignOffer } from "../support/foreign-offers.ts";
import { startSite, type TestSite } from "../support/site.ts";

const banal = "https://banal.example";
const search = "need=email&availability=open";
let site: TestSite;
let alice: FakeMastodon;

beforeAll(async () => {
  site = await startSite();
  alice = await startFakeMastodon();
  await enterForeignHost(site.db, banal);
  await enterForeignOffer(site.db, banal, "courriel", { state: "closed" });
});

afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await alice[Symbol.asyncDispose]();
});

async function watch(query: string): Promise<string> {
  const page = await (await fetch(`${site.origin}/directory/watch?${query}`)).text();
  const [, known] = /@(veille_[a-z0-9]+)/.exec(page) ?? [];
  if (known !== undefined) return known;
  const [, seal = ""] = /name="form" value="([^"]+)"/.exec(page) ?? [];
  const body = new URLSearchParams({ form: seal, website: "", search: query });
  const headers = { origin: site.origin };
  const answer = await fetch(`${site.origin}/directory/watch`, { method: "POST", body, headers, redirect: "manual" });
  expect(answer.status).toBe(303);
  const shown = await (await fetch(site.origin + (answer.headers.get("location") ?? ""))).text();
  return /@(veille_[a-z0-9]+)/.exec(shown)?.[1] ?? "";
}

const document = async (path: string) => {
  const response = await fetch(site.origin + path, { headers: { accept: "application/activity+json" } });
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
};
const isAccept = (of: Activity) => (one: Activity) => one.type === "Accept" && (one["object"] as Activity).id === of.id;
const contentOf = (one: Activity) => (one["object"] as { content?: string }).content ?? "";

describe("a search that somebody watches", () => {
  let name: string;
  let actor: string;

  test("has an account that can be found and says in words what it watches, and how to stop", async () => {
    name = await watch(search);
    const found = await alice.find(`@${name}@${new URL(site.origin).host}`);
    actor = String(found["id"]);
    expect(found).toMatchObject({
      ...{ type: "Service", preferredUsername: name, discoverable: true, indexable: false },
      manuallyApprovesFollowers: false,
    });
    expect(String(found["name"])).toMatch(/^Veille\u00a0: Courrier électronique.* · Ouvert$/);
    const fields = (found["attachment"] as { name: string; value: string }[]).map((one) => [one.name, one.value]);
    expect(Object.fromEntries(fields)["Tout ce qui correspond"]).toContain(
      `${site.origin}/directory?need=email&amp;availability=open`,
    );
    expect(Object.fromEntries(fields)["Pour arrêter"]).toContain("30 jours");
  });

  test("pins what it does before anybody follows", async () => {
    const pinned = await eventually(async () => {
      const { orderedItems } = (await document(`${new URL(actor).pathname}/featured`)) as { orderedItems?: unknown };
      return (orderedItems as { content: string }[])[0];
    });
    expect(pinned.content).toContain("Ce compte veille sur une recherche");
  });

  test("is the same for everybody who searches for the same", async () => {
    expect(await watch("availability=open&need=email&need=email&sort=confirmed")).toBe(name);
    expect(await watch("need=email")).not.toBe(name);
  });

  test("tells those who follow when an offer of another instance opens, in one Note for all of them", async () => {
    await alice.waitFor(isAccept(await alice.follow(actor)));
    await enterForeignOffer(site.db, banal, "courriel", { state: "open" });
    await enterForeignOffer(site.db, banal, "boites", { title: "Des boîtes <bleues>", state: "open" });
    await enterForeignOffer(site.db, banal, "wiki", { title: "Un wiki", state: "open", content: { needs: ["wiki"] } });
    await passTime(site.db, "tell-watches");
    const note = await alice.waitFor((one) => one.type === "Create" && one["actor"] === actor);
    expect(contentOf(note)).toContain("2 offres correspondent à cette recherche");
    expect(contentOf(note)).toContain(`${banal}/offers/courriel`);
    expect(contentOf(note)).toContain("Des boîtes &lt;bleues&gt;, Le Four banal");
    expect(contentOf(note)).toContain("nouvelle dans l’annuaire");
    expect(contentOf(note)).not.toContain("wiki");
    expect(alice.refused).toEqual([]);
  });

  test("says nothing of what has closed again meanwhile, nor of what does not fit", async () => {
    const before = alice.received.filter(({ type }) => type === "Create").length;
    await enterForeignOffer(site.db, banal, "courriel", { state: "paused" });
    await enterForeignOffer(site.db, banal, "courriel", { state: "open" });
    await enterForeignOffer(site.db, banal, "courriel", { state: "closed" });
    await passTime(site.db, "tell-watches");
    await eventually(async () => {
      const left = await site.db.selectFrom("catalogueNews").select("id").where("told", "is", null).execute();
      return left.length === 0;
    });
    const told = await site.db.selectFrom("events").select("id").where("name", "=", "watch-found").execute();
    // The other search, for e-mail alone, has heard of the first opening too.
    expect(told).toHaveLength(2);
    expect(alice.received.filter(({ type }) => type === "Create")).toHaveLength(before);
  });

  test("has a page for people, which says what it said and how else to be told", async () => {
    const page = await (await fetch(`${site.origin}/@${name}`, { headers: { accept: "text/html" } })).text();
    expect(page).toContain("2 offres correspondent");
    expect(page).toContain("/directory/feed.atom?need=email&amp;availability=open");
    expect(page).toContain('action="/follow"');
  });

  test("stays as long as it is followed, and takes its leave when nobody has followed for 30 days", async () => {
    const sweep = (days: number) =>
      site.db.transaction().execute((tx) => sweepWatches(tx, new Date(Date.now() + days * 86_400_000)));
    await sweep(100);
    expect((await document(`/@${name}`)).status).toBe(200);
    const [other] = await site.db
      .selectFrom("handles")
      .select(["id", "gone"])
      .where("kind", "=", "watch")
      .where("name", "<>", name)
      .execute();
    expect(other?.gone).not.toBeNull();
    await site.db.deleteFrom("followers").execute();
    await sweep(101);
    await sweep(130);
    expect((await document(`/@${name}`)).status).toBe(200);
    await sweep(132);
    expect(await document(`/@${name}`)).toMatchObject({ status: 410, type: "Tombstone" });
    expect((await fetch(`${site.origin}/@${name}`, { headers: { accept: "text/html" } })).status).toBe(410);
    expect(await watch(search)).not.toBe(name);
  });
});

test("an account that is retired at the desk tells its followers so", async () => {
  const name = await watch("need=wiki");
  const { id } = (await document(`/@${name}`)) as unknown as { id: string };
  await alice.waitFor(isAccept(await alice.follow(id)));

  const kept = await site.db
    .selectFrom("watches")
    .select("id")
    .where("search", "=", "need=wiki")
    .executeTakeFirstOrThrow();
  await site.db.transaction().execute((tx) => retireWatch(tx, kept.id, new Date()));
  // It comes to those who know its key: its document is gone, so a server that never saw it would not believe it.
  await eventually(() => alice.refused.some((reason) => reason.includes(`${id}: 410`)));
  const said = await site.db.selectFrom("outgoing").select("body").where("type", "=", "Delete").execute();
  expect(said.map(({ body }) => (JSON.parse(body) as { object: string }).object)).toContain(id);
  await eventually(async () => (await site.db.selectFrom("followers").selectAll().execute()).length === 0);
});

test("whoever stops following a search ends it, when they were the last and nobody comes back within 30 days", async () => {
  const name = await watch("need=calendar");
  const { id } = (await document(`/@${name}`)) as unknown as { id: string };
  const follow = await alice.follow(id);
  await alice.waitFor(isAccept(follow));
  const sweep = (days: number) =>
    site.db.transaction().execute((tx) => sweepWatches(tx, new Date(Date.now() + days * 86_400_000)));
  await sweep(40);
  await alice.undo(follow);
  const handle = await site.db.selectFrom("handles").select("id").where("name", "=", name).executeTakeFirstOrThrow();
  const followers = site.db.selectFrom("followers").select("follower").where("actor", "=", handle.id);
  await eventually(async () => (await followers.execute()).length === 0);
  await sweep(41);
  await sweep(70);
  expect((await document(`/@${name}`)).status).toBe(200);
  await sweep(72);
  expect((await document(`/@${name}`)).status).toBe(410);
});

test("who follows a search is shown to nobody at the desk", async () => {
  const name = await watch("q=secret");
  const { id } = (await document(`/@${name}`)) as unknown as { id: string };
  await alice.waitFor(isAccept(await alice.follow(id)));

  expect((await listFollowed(site.db)).map((one) => one.name)).not.toContain(name);
  expect(await listFollowers(site.db, {}, { limit: 10, offset: 0 })).toEqual([]);
});
