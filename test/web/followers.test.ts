import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAvailability } from "../../src/availability/changes.ts";
import { eventually } from "../support/eventually.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "./desk.ts";
import { files, publish } from "./offers.ts";

let site: TestSite;
let alice: FakeMastodon;
let ada: Visitor;
beforeAll(async () => {
  site = await startSite();
  alice = await startFakeMastodon();
  ada = await signedIn(site, "administrator");
});
afterAll(async () => {
  await alice[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

const read = async (path: string, visitor = ada) => (await visitor.get(path)).text();
const idOf = async (kind: string) =>
  (await site.db.selectFrom("handles").select("id").where("kind", "=", kind).executeTakeFirstOrThrow()).id;

/** Somebody of another server follows one of our accounts. */
async function follow(account: string, host: string, name: string): Promise<string> {
  const id = `https://${host}/users/${name}`;
  const actor = { id, type: "Person", name: `${name} Martin`, handle: name, inbox: `${id}/inbox` };
  await site.db
    .insertInto("remoteActors")
    .values(actor)
    .onConflict((known) => known.doNothing())
    .execute();
  const row = { actor: account, follower: id, follow: `${id}#follow`, inbox: actor.inbox, accepted: true };
  await site.db.insertInto("followers").values(row).execute();
  return id;
}

describe("who follows", () => {
  test("is counted by account, and listed by server; other instances are not among them", async () => {
    const [host, instance] = [await idOf("host"), await idOf("instance")];
    for (const name of ["lea", "leo"]) await follow(host, "piaille.example", name);
    await follow(host, "framapiaf.example", "max");
    await follow(instance, "instance.example", "robot");
    const page = await read("/admin/followers");
    expect(page).toMatch(/<b>3<\/b><span>@la_pomme/);
    expect(page.indexOf("piaille.example")).toBeLessThan(page.indexOf("framapiaf.example"));
    expect(page).not.toContain("instance.example");
    expect(await read("/admin/followers/people?server=piaille.example")).toContain("@lea@piaille.example");
  });

  test.each([
    { search: "LEA", found: "@lea@piaille.example" },
    { search: "@max@frama", found: "@max@framapiaf.example" },
    { search: "%", found: "Personne ne correspond" },
  ])("is found by a part of a name or an address: $search", async ({ search, found }) => {
    expect(await read(`/admin/followers?q=${encodeURIComponent(search)}`)).toContain(found);
  });

  test("is shown page by page where there are thousands", async () => {
    const host = await idOf("host");
    const many = Array.from({ length: 10_000 }, (_, n) => `https://s${n % 400}.example/users/u${n}`);
    await site.db.transaction().execute(async (tx) => {
      for (let from = 0; from < many.length; from += 2_000) {
        const some = many.slice(from, from + 2_000);
        await tx
          .insertInto("remoteActors")
          .values(some.map((id) => ({ id, type: "Person", inbox: `${id}/inbox` })))
          .execute();
        const rows = some.map((id) => ({
          actor: host,
          follower: id,
          follow: `${id}#f`,
          inbox: `${id}/inbox`,
          accepted: true,
        }));
        await tx.insertInto("followers").values(rows).execute();
      }
    });
    const servers = new Set<string>();
    let page = 1;
    for (; ; page += 1) {
      const html = await read(`/admin/followers?page=${page}`);
      for (const [, server = ""] of html.matchAll(/people\?server=(s\d+\.example)/g)) servers.add(server);
      if (!html.includes(`page=${page + 1}`)) break;
    }
    expect(servers.size).toBe(400);
    expect(page).toBe(9);
    await site.db.deleteFrom("remoteActors").where("id", "in", many).execute();
  });
});

test("who is removed hears of it, and gets nothing more", async () => {
  await using bob = await startFakeMastodon("bob");
  await publish(site.db, "fichiers", files);
  const account = await idOf("availability");
  const actor = `${site.origin}/ap/actors/${account}`;
  for (const one of [alice, bob]) {
    await one.follow(actor);
    await one.waitFor(({ type }) => type === "Accept");
  }
  const question = `/admin/followers/removal?${new URLSearchParams({ account, follower: alice.actor })}`;
  expect(await read(question)).toContain(`Retirer @${alice.handle}`);
  const removed = await ada.post("/admin/followers/removal", { account, follower: alice.actor });
  expect(removed.headers.get("location")).toBe("/admin/followers?done=removed");
  const reject = await alice.waitFor(({ type }) => type === "Reject");
  expect(reject).toMatchObject({ actor, object: { type: "Follow", actor: alice.actor, object: actor } });
  const statement = {
    state: "closed" as const,
    slots: null,
    capacity: null,
    nextOpening: null,
    waves: [],
    approval: null,
    territory: null,
    message: null,
  };
  await site.db.transaction().execute((tx) => changeAvailability(tx, "fichiers", statement, { now: new Date() }));
  await bob.waitFor((one: Activity) => one.type === "Create" && one["actor"] === actor);
  expect(alice.received.map(({ type }) => type)).toEqual(["Accept", "Reject"]);
  expect((await ada.get(question)).status).toBe(404);
  const deed = await site.db.selectFrom("journal").select(["deed", "subject"]).orderBy("id", "desc").executeTakeFirst();
  expect(deed).toEqual({ deed: "follower-removed", subject: `@${alice.handle}` });
});

describe("a server", () => {
  test("is blocked after one has read what follows, and unblocked again", async () => {
    const host = await idOf("host");
    await follow(host, "nuisance.example", "mallory");
    const page = await read("/admin/followers/blocks/new?domain=https%3A%2F%2Fnuisance.example%2Fabout");
    expect(page).toContain("Bloquer nuisance.example");
    expect(page).toContain("1 abonné est retiré");
    await ada.post("/admin/followers/blocks", { domain: "nuisance.example", reason: "Harcèlement" });
    await eventually(async () => !(await read("/admin/followers")).includes("nuisance.example"));
    const list = await read("/admin/followers/blocks");
    expect(list).toContain("Harcèlement");
    const [, id = ""] = /blocks\/([0-9a-f-]{36})\/removal/.exec(list) ?? [];
    await ada.post(`/admin/followers/blocks/${id}/removal`);
    expect(await read("/admin/followers/blocks?done=unblocked")).toContain("Aucun serveur n’est bloqué.");
  });

  test.each(["", "*.example.org", "127.0.0.1"])(
    "cannot be blocked under a name that is none or ours: %s",
    async (domain) => {
      const refused = await ada.get(`/admin/followers/blocks/new?domain=${encodeURIComponent(domain)}`);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('class="error-summary"');
      expect((await ada.post("/admin/followers/blocks", { domain })).status).toBe(422);
    },
  );
});

test("only administrators change any of this; the others see no button that would refuse them", async () => {
  const account = await idOf("host");
  await follow(account, "piaille.example", "zoe");
  const editor = await signedIn(site, "editor");
  const forms = ["/admin/followers/removal", "/admin/followers/blocks", "/admin/followers/peers"];
  for (const path of forms) expect((await editor.post(path, { account })).status, path).toBe(403);
  for (const path of [
    "/admin/followers/people?server=piaille.example",
    "/admin/followers/blocks",
    "/admin/followers/peers",
  ]) {
    const main = (await read(path, editor)).split('<div class="desk-main">')[1]?.split("</main>")[0] ?? "";
    expect(main, path).not.toMatch(/<button|class="button/);
  }
});

// Last: a second site in this process takes the way out with it when it ends.
describe("another instance", () => {
  test("is followed by its address, asks and is accepted, and the link ends", async () => {
    await using other = await startSite({ name: "Mille Sabots", handle: "sabots" });
    const wrong = await ada.post("/admin/followers/peers", { url: "pas une adresse" });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="pas une adresse"');
    const asked = await ada.post("/admin/followers/peers", { url: other.origin });
    expect(asked.headers.get("location")).toBe("/admin/followers/peers?done=asked");
    const eve = await signedIn(other, "administrator");
    await eventually(async () => (await read("/admin/followers/peers", eve)).includes("demande à vous suivre"));
    const [, id = ""] = /peers\/([0-9a-f-]{36})\/approval/.exec(await read("/admin/followers/peers", eve)) ?? [];
    await eve.post(`/admin/followers/peers/${id}/approval`);
    await eventually(async () => (await read("/admin/followers/peers")).includes("nous nous suivons"));
    const [, mine = ""] = /peers\/([0-9a-f-]{36})\/end/.exec(await read("/admin/followers/peers")) ?? [];
    expect(await read(`/admin/followers/peers/${mine}/end`)).toContain("Aucune des deux instances");
    await ada.post(`/admin/followers/peers/${mine}/end`);
    expect(await read("/admin/followers/peers")).toContain("Vous ne connaissez encore aucune autre instance.");
  });
});
