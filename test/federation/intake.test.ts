import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyone } from "../../federation/vocabulary/contexts.ts";
import { dateWords } from "../../src/foundation/date-words.ts";
import { useSaying } from "../../src/sayings/changes.ts";
import { findPrefill } from "../../src/sayings/queries.ts";
import { eventually } from "../support/eventually.ts";
import { type Activity, startFakeMastodon } from "../support/fake-mastodon.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { type Visitor, visitor } from "../web/desk.ts";
import { comeInByMessage, day } from "../web/visiting.ts";

let site: TestSite;
let intake: string;
beforeAll(async () => {
  site = await startSite();
  const { id } = await site.db
    .selectFrom("handles")
    .select("id")
    .where("name", "=", "demandes")
    .executeTakeFirstOrThrow();
  intake = `${site.origin}/ap/actors/${id}`;
});
afterAll(() => site[Symbol.asyncDispose]());

const objectOf = ({ object }: Activity) => object as Record<string, unknown> & { readonly id: string };
const answersTo = (asked: Activity, type: string) => (one: Activity) =>
  one.type === type && objectOf(one)["inReplyTo"] === objectOf(asked).id;
const linkIn = (note: Record<string, unknown>) =>
  /href="[^"]*\/f\/([2-9a-z]{8})"/.exec(String(note["content"]))?.[1] ?? "";

const deadline = day(60);
const inWords = dateWords(deadline, "fr");
const wish = `nous cherchons à financer à plusieurs un Nextcloud, 600 € par an avant le ${inWords.replace(/ \d{4}$/, "")}`;
const mention = (text: string) =>
  `<p><span class="h-card" translate="no"><a href="${site.origin}/@demandes" class="u-url mention">@<span>demandes</span></a></span> ${text}</p>`;

const pathTo = async (browser: Visitor, path: string) => {
  const answer = await browser.get(path);
  return [answer.status, answer.headers.get("location")];
};

describe("who mentions the account for requests with a sentence", () => {
  test("is answered beside the public with what was understood, and a link that opens for them alone", async () => {
    await using alice = await startFakeMastodon();
    await using bob = await startFakeMastodon("bob");
    const asked = await alice.mention(intake, mention(wish));
    const answered = await alice.waitFor(answersTo(asked, "Create"));
    const note = objectOf(answered);
    expect(note).toMatchObject({ attributedTo: intake, to: [alice.actor], cc: [everyone] });
    expect(note["tag"]).toEqual([{ type: "Mention", href: alice.actor, name: `@${alice.handle}` }]);
    expect(note["content"]).toContain("600\u00a0€ par an");
    expect(note["content"]).toContain(`avant le ${inWords}`);
    const path = `/f/${linkIn(note)}`;
    const served = (await (
      await fetch(note.id, { headers: { accept: "application/activity+json" } })
    ).json()) as Record<string, unknown>;
    expect(served["content"]).toBe(note["content"]);
    expect(await pathTo(visitor(site), path)).toEqual([303, `/sign-in?then=${encodeURIComponent(path)}`]);
    expect(await pathTo(await comeInByMessage(site, bob), path)).toEqual([403, null]);
    expect(await pathTo(await comeInByMessage(site, alice), path)).toEqual([303, `/funding/new?from=${linkIn(note)}`]);
    const acting = { kind: "actor", actor: alice.actor, name: "Alice", address: alice.actor } as const;
    const prefill = await findPrefill(site.db, "request", linkIn(note), acting);
    expect(prefill).toMatchObject({
      fields: { minimum: "600", currency: "EUR", period: "year", deadline, kind: "shared-purchase" },
      original: objectOf(asked).id,
    });
    expect(prefill?.unsure).not.toContain("minimum");
    expect(await findPrefill(site.db, "request", linkIn(note), { ...acting, actor: bob.actor })).toBeNull();
    // Nobody at the desk has to answer what can mean nothing else.
    const { answered: settled } = await site.db
      .selectFrom("messages")
      .select("answered")
      .where("id", "=", objectOf(asked).id)
      .executeTakeFirstOrThrow();
    expect(settled).not.toBeNull();
  });

  test("may edit it before confirming: the answer is edited too, and the link stays", async () => {
    await using alice = await startFakeMastodon();
    const asked = await alice.mention(intake, mention(wish));
    const note = objectOf(await alice.waitFor(answersTo(asked, "Create")));
    const edited = {
      ...objectOf(asked),
      content: mention(wish.replace("600", "1.500")),
      updated: new Date().toISOString(),
    };
    const update = { id: `${objectOf(asked).id}#edit`, type: "Update", actor: alice.actor, object: edited };
    await alice.post({ "@context": "https://www.w3.org/ns/activitystreams", ...update }, { to: intake });
    const updated = objectOf(await alice.waitFor((one) => one.type === "Update" && objectOf(one).id === note.id));
    expect(linkIn(updated)).toBe(linkIn(note));
    expect(updated["content"]).toMatch(/À vérifier\u00a0:[^.]*1\u202f500\u00a0€ par an ou 1,50\u00a0€ par an/);
    const acting = { kind: "actor", actor: alice.actor, name: "Alice", address: alice.actor } as const;
    expect((await findPrefill(site.db, "request", linkIn(note), acting))?.unsure).toContain("minimum");
  });

  test("may delete it before confirming: nothing of it stays, and what we answered is taken back", async () => {
    await using alice = await startFakeMastodon();
    const asked = await alice.mention(intake, mention(wish));
    const note = objectOf(await alice.waitFor(answersTo(asked, "Create")));
    const removal = {
      id: `${objectOf(asked).id}#delete`,
      type: "Delete",
      actor: alice.actor,
      object: objectOf(asked).id,
    };
    await alice.post({ "@context": "https://www.w3.org/ns/activitystreams", ...removal }, { to: intake });
    await alice.waitFor((one) => one.type === "Delete" && objectOf(one).id === note.id);
    const saying = await site.db
      .selectFrom("sayings")
      .select(["text", "fields", "withdrawn"])
      .where("token", "=", linkIn(note))
      .executeTakeFirstOrThrow();
    expect(saying).toMatchObject({ text: "", fields: {} });
    expect(saying.withdrawn).not.toBeNull();
    expect(await pathTo(await comeInByMessage(site, alice), `/f/${linkIn(note)}`)).toEqual([410, null]);
  });

  test("is answered in private where they write in private, and nobody boosts that", async () => {
    await using alice = await startFakeMastodon();
    const asked = await alice.mention(intake, mention(wish), { to: [intake], cc: [] });
    const note = objectOf(await alice.waitFor(answersTo(asked, "Create")));
    expect(note).toMatchObject({ to: [alice.actor], cc: [] });
    const acting = { kind: "actor", actor: alice.actor, name: "Alice", address: alice.actor } as const;
    expect(await findPrefill(site.db, "request", linkIn(note), acting)).toMatchObject({ original: null });
  });

  test("confirms once: then the link opens nothing more", async () => {
    await using alice = await startFakeMastodon();
    const asked = await alice.mention(intake, mention(wish));
    const token = linkIn(objectOf(await alice.waitFor(answersTo(asked, "Create"))));
    const acting = { kind: "actor", actor: alice.actor, name: "Alice", address: alice.actor } as const;
    const use = () => site.db.transaction().execute((tx) => useSaying(tx, token, acting, new Date()));
    expect([await use(), await use()]).toEqual([true, false]);
    expect(await findPrefill(site.db, "request", token, acting)).toBeNull();
    expect(await pathTo(await comeInByMessage(site, alice), `/f/${token}`)).toEqual([410, null]);
  });

  test("hears once a day how to ask, when a message is no request; a person reads it", async () => {
    await using alice = await startFakeMastodon();
    const asked = await alice.mention(intake, mention("Bonjour, à quelle heure ouvrez-vous ?"));
    const note = objectOf(await alice.waitFor(answersTo(asked, "Create")));
    expect(note["content"]).toContain("/funding/new");
    const again = await alice.mention(intake, mention("Et le samedi ?"));
    const wanted = await alice.mention(intake, mention(wish));
    await alice.waitFor(answersTo(wanted, "Create"));
    expect(alice.received.some(answersTo(again, "Create"))).toBe(false);
    const open = await site.db
      .selectFrom("messages")
      .select("id")
      .where("author", "=", alice.actor)
      .where("answered", "is", null)
      .execute();
    expect(open.map(({ id }) => id).sort()).toEqual([objectOf(asked).id, objectOf(again).id].sort());
  });

  test("is told once when it is too much for a day, and then read by people only", async () => {
    await using alice = await startFakeMastodon();
    const asked: Activity[] = [];
    for (let n = 0; n < 22; n += 1) asked.push(await alice.mention(intake, mention(`${wish} (${n})`)));
    await eventually(async () => {
      const { count } = await site.db
        .selectFrom("messages")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("author", "=", alice.actor)
        .executeTakeFirstOrThrow();
      return count === 22;
    });
    await eventually(() => alice.received.filter(({ type }) => type === "Create").length === 21);
    const sayings = await site.db.selectFrom("sayings").select("token").where("actor", "=", alice.actor).execute();
    expect(sayings).toHaveLength(20);
    const texts = alice.received.filter(({ type }) => type === "Create").map((one) => String(objectOf(one)["content"]));
    expect(texts.filter((text) => text.includes("beaucoup de messages"))).toHaveLength(1);
  });
});
