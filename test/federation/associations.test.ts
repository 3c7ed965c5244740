import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { acceptedOn, hiddenOn, idOf } from "../web/associations.ts";
import { signedIn, type Visitor, visitor } from "../web/desk.ts";
import { files, publish } from "../web/offers.ts";

const ap = { accept: "application/activity+json" };

let site: TestSite;
let other: TestSite;
let person: FakeMastodon;
let member: Visitor;
const name = "Les Lavandières";

beforeAll(async () => {
  site = await startSite({ settings: { TRUSTED_PROXIES: "127.0.0.0/8" } });
  other = await startSite({ name: "La Poire", handle: "la_poire" });
  person = await startFakeMastodon();
  member = await acceptedOn(site, { name, email: "lavandieres@asso.example" });
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
  await person[Symbol.asyncDispose]();
});

const text = async (path: string, browser = member) => (await browser.get(path)).text();
const follow = async (account: string) =>
  (await member.post("/association/follow", { account })).headers.get("location");
const addressOf = (at: TestSite, handle: string) => `@${handle}@${new URL(at.origin).host}`;

const publishOffer = (at: TestSite, slug: string, title: string) => publish(at.db, slug, { ...files, title });

describe("an association that follows", () => {
  test("a host on another instance, in one click, and reads what its offers say", async () => {
    expect(await follow(addressOf(other, "la_poire"))).toBe("/association/following?done=asked");
    await eventually(async () =>
      expect(await text("/association/following")).toContain('<td class="table-named" data-word="État">suivi'),
    );
    await publishOffer(other, "nuage", "Le nuage de poire");
    await eventually(async () => expect(await text("/association/news")).toContain("Le nuage de poire"));
    expect(await text("/", visitor(site))).not.toContain("Le nuage de poire"); // for those who follow, not for the host's home
  });

  test("shows whom it follows its name alone, as long as it wants no more, and is followed by nobody", async () => {
    const id = await idOf(site, name);
    const shown = await person.find(`@les_lavandieres@${new URL(site.origin).host}`);
    expect(shown).toMatchObject({
      ...{ id: `${site.origin}/ap/actors/${id}`, type: "Organization", name, attachment: [] },
      ...{ discoverable: false, indexable: false, manuallyApprovesFollowers: true },
    });
    expect(JSON.stringify(shown)).not.toContain("laverie");
    const asked = await person.follow(String(shown["id"]));
    await person.waitFor(({ type, object }) => type === "Reject" && (object as Activity).id === asked.id);
    expect(await text("/@les_lavandieres", visitor(site))).not.toContain("laverie");
  });

  test("the host of this site, without a word on the network", async () => {
    const follows = () => site.db.selectFrom("outgoing").select("id").where("type", "=", "Follow").execute();
    const before = await follows();
    await publishOffer(site, "courriel", "Le courriel de pomme");
    expect(await text("/@la_pomme")).toContain("Suivre avec Les Lavandières");
    expect(await follow(addressOf(site, "la_pomme"))).toBe("/association/following?done=followed");
    await eventually(async () => expect(await text("/association/news")).toContain("Le courriel de pomme"));
    expect((await follows()).length).toBe(before.length);
    expect(await text("/@la_pomme", visitor(site))).toContain("Un compte suit cette page.");
  });

  test("any account of the Fediverse; what it writes is cleaned, and goes from the page with the following", async () => {
    expect(await follow(person.handle)).toBe("/association/following?done=asked");
    const asked = await person.waitFor(({ type }) => type === "Follow");
    expect(asked["actor"]).toBe(`${site.origin}/ap/actors/${await idOf(site, name)}`);
    const { "@context": _, ...object } = asked;
    const accept = { id: `${person.origin}/accept`, type: "Accept", actor: person.actor, object };
    expect(await person.post(accept, { to: String(asked["actor"]) })).toBe(202);
    await eventually(async () => expect(await text("/association/following")).not.toContain("attend sa réponse"));
    await person.mention(String(asked["actor"]), "<p>Bonjour à qui me suit <script>alert(1)</script></p>");
    await eventually(async () => expect(await text("/association")).toContain("Bonjour à qui me suit"));
    const page = await text("/association/news");
    expect(page).toContain("nouveau");
    expect(page).not.toContain("<script>alert");
    expect(await text("/association/news")).not.toContain("nouveau</strong>"); // read meanwhile
    const admin = await signedIn(site);
    expect(await text("/admin/messages", admin)).not.toContain("Bonjour à qui me suit"); // not the host's to read
    await member.post("/association/unfollow", { actor: person.actor });
    await person.waitFor(({ type, object: undone }) => type === "Undo" && (undone as Activity).id === asked.id);
    expect(await text("/association/news")).not.toContain("Bonjour à qui me suit");
  });

  test("reads the same by a secret feed, whose address can be changed", async () => {
    const [, feed = ""] = /href="(\/association\/news\/[^"]+feed\.atom)"/.exec(await text("/association/news")) ?? [];
    const anyone = visitor(site);
    expect(await text(feed, anyone)).toContain("Le nuage de poire");
    await member.post("/association/news/feed");
    expect((await anyone.get(feed)).status).toBe(404);
  });

  test("is found and followed once it shows its profile", async () => {
    const { version = "" } = await hiddenOn(member, "/association/profile");
    const profile = {
      name,
      presentation: "Une laverie partagée.",
      territory: "69100 Villeurbanne",
      public: "yes",
      version,
    };
    expect((await member.post("/association/profile", profile)).status).toBe(303);
    const shown = await eventually(async () => {
      const found = await person.find(`@les_lavandieres@${new URL(site.origin).host}`);
      expect(found["discoverable"]).toBe(true);
      return found;
    });
    expect(String(shown["summary"])).toContain("Une laverie partagée.");
    expect(shown["location"]).toMatchObject({ type: "Place", name: "Villeurbanne" });
    const asked = await person.follow(String(shown["id"]));
    await person.waitFor(({ type, object }) => type === "Accept" && (object as Activity).id === asked.id);
    await eventually(async () => {
      const pinned = await (await fetch(`${String(shown["id"])}/featured`, { headers: ap })).json();
      return expect(JSON.stringify(pinned)).toContain("Une laverie partagée.");
    });
  });

  test("refuses what cannot be followed, in words", async () => {
    for (const [account, sentence] of [
      ["", "Il manque une adresse."],
      ["la poire", "Nous n’arrivons pas à lire cette adresse."],
      [addressOf(other, "personne"), "Il n’y a là aucun compte"],
      [addressOf(site, "instance"), "Il n’y a là aucun compte"],
      [addressOf(site, "les_lavandieres"), "C’est le compte de votre association."],
      ["@x@127.0.0.1:9", "Ce serveur ne répond pas."],
    ] as const) {
      const answer = await member.post("/association/follow", { account });
      expect([account, answer.status, (await answer.text()).includes(sentence)]).toEqual([account, 422, true]);
    }
  });

  test("takes its leave when its account is closed: nothing that names it stays", async () => {
    const id = await idOf(site, name);
    const closed = await member.post("/association/account/close", { confirm: name });
    const page = closed.headers.get("location") ?? "";
    expect(page).toMatch(/^\/erasures\/[\w-]{43}$/);
    // Documents are told of a change a moment after it.
    await eventually(async () => (await fetch(`${site.origin}/ap/actors/${id}`, { headers: ap })).status === 410);
    expect((await fetch(`${site.origin}/@les_lavandieres`)).status).toBe(404);
    const { rows } = await sql`select from messages where ${id}::uuid = any(recipients)`.execute(site.db);
    expect(rows).toEqual([]);
    await eventually(async () => {
      const left = await other.db
        .selectFrom("followers")
        .select("follower")
        .where("follower", "like", `%${id}`)
        .execute();
      return expect(left).toEqual([]);
    });
    await eventually(async () => {
      const html = await (await fetch(site.origin + page)).text();
      expect(html).toContain(`<strong>${new URL(other.origin).host}</strong> a confirmé le`);
      return expect(html).toContain(`<strong>${new URL(person.origin).host}</strong>`);
    });
  });
});
