import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audienceOf, noteOfAnswer, type StoredAnswer } from "../../federation/answers.ts";
import { everyone } from "../../federation/vocabulary/contexts.ts";
import { embedNote } from "../../federation/vocabulary/note.ts";
import { visibilityOfAnswer } from "../../src/messages/answer.ts";
import type { Visibility } from "../../src/messages/messages.ts";
import { eventually } from "../support/eventually.ts";
import { type Activity, type FakeMastodon, startFakeMastodon } from "../support/fake-mastodon.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor } from "../web/desk.ts";

let site: TestSite;
let alice: FakeMastodon;
let ada: Visitor;
let host: string;
beforeAll(async () => {
  site = await startSite();
  alice = await startFakeMastodon();
  ada = await signedIn(site, "editor");
  host = String((await alice.find(`la_pomme@${new URL(site.origin).host}`))["id"]);
});
afterAll(async () => {
  await alice[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

const machine = { headers: { accept: "application/activity+json" } };
const objectOf = ({ object }: Activity) => object as Record<string, unknown> & { readonly id: string };
const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? "";

/** Alice writes to the host; gives her note and the number under which the desk has it. */
async function isAsked(html: string, more: Record<string, unknown> = {}) {
  const { id } = objectOf(await alice.mention(host, html, more));
  const { number } = await eventually(() =>
    site.db.selectFrom("messages").select("number").where("id", "=", id).executeTakeFirst(),
  );
  return { id, path: `/admin/messages/${number}` };
}

async function answer(path: string, text: string): Promise<void> {
  const page = await (await ada.get(path)).text();
  const form = { form: hidden(page, "form"), seen: hidden(page, "seen"), actor: hidden(page, "actor"), language: "fr" };
  const sent = await ada.post(path, { ...form, text });
  expect(sent.status).toBe(303);
}

const answersTo = (asked: string, type: string) => (one: Activity) =>
  one.type === type && objectOf(one)["inReplyTo"] === asked;

test("someone who mentions us is answered beside the public, by name, in a note that verifies", async () => {
  const { id, path } = await isAsked("<p>Bonjour, reste-t-il de la place ?</p>");
  await answer(path, "Oui, trois places.\nVoyez https://pomme.example/prix.\n\nÀ bientôt <3");
  const created = await alice.waitFor(answersTo(id, "Create"));
  const note = objectOf(created);
  expect(created).toMatchObject({ actor: host, to: [alice.actor], cc: [everyone] });
  expect(note).toMatchObject({ type: "Note", attributedTo: host, to: [alice.actor], cc: [everyone], inReplyTo: id });
  expect(note["tag"]).toEqual([{ type: "Mention", href: alice.actor, name: `@${alice.handle}` }]);
  expect(note["content"]).toBe(
    `<p><span class="h-card" translate="no"><a href="${alice.origin}/@alice" class="u-url mention">@<span>alice</span></a></span> ` +
      'Oui, trois places.<br>Voyez <a href="https://pomme.example/prix">https://pomme.example/prix</a>.</p><p>À bientôt &lt;3</p>',
  );
  expect(alice.refused).toEqual([]);
  const { "@context": _, ...served } = (await (await fetch(note.id, machine)).json()) as Record<string, unknown>;
  expect(served).toEqual(note);
  const page = await fetch(String(note["url"]), { headers: { accept: "text/html" } });
  expect(await page.text()).toContain('<meta name="robots" content="noindex"/>');
  const outbox = await (await fetch(`${host}/outbox?page=0`, machine)).text();
  expect(outbox).not.toContain("trois places");
  await eventually(async () => (await (await ada.get(path)).text()).includes("arrivée"));
});

test("a private message is answered in private, and nobody else can fetch the answer or learn that it is", async () => {
  const { id, path } = await isAsked("<p>Entre nous</p>", { to: [host], cc: [] });
  await answer(path, "Entre nous aussi.");
  const note = objectOf(await alice.waitFor(answersTo(id, "Create")));
  expect(note).toMatchObject({ to: [alice.actor], cc: [] });
  expect(note["replies"]).toBeUndefined();
  const { id: activity } = await site.db
    .selectFrom("outgoing")
    .select("id")
    .where("body", "like", "%Entre nous aussi%")
    .executeTakeFirstOrThrow();
  const hiddenPlaces = [note.id, String(note["url"]), `${note.id}/replies`, `${site.origin}/ap/activities/${activity}`];
  for (const address of hiddenPlaces) {
    for (const accept of ["application/activity+json", "text/html"]) {
      const answered = await fetch(address, { headers: { accept } });
      expect(answered.status, `${accept} of ${address}`).toBe(404);
      expect(await answered.text()).not.toContain("Entre nous");
    }
  }
  expect(await (await fetch(`${site.origin}/@la_pomme`)).text()).not.toContain("Entre nous");
});

test("what is changed or taken back arrives too, the newest version last", async () => {
  const { id, path } = await isAsked("<p>Combien ?</p>");
  await answer(path, "Cinq euros.");
  const { id: note } = objectOf(await alice.waitFor(answersTo(id, "Create")));
  const edit = `${path}/answers/${note.split("/").at(-1)}`;
  await ada.post(edit, { version: "1", text: "Six euros." });
  const updated = objectOf(await alice.waitFor(answersTo(id, "Update")));
  expect(updated["content"]).toContain("Six euros.");
  expect(Date.parse(String(updated["updated"]))).toBeGreaterThan(Date.parse(String(updated["published"])));
  await ada.post(`${edit}/removal`);
  const deleted = await alice.waitFor((one) => one.type === "Delete" && objectOf(one).id === note);
  expect(deleted).toMatchObject({ actor: host, to: [alice.actor], object: { type: "Tombstone" } });
  const gone = await fetch(note, machine);
  expect([gone.status, await gone.json()]).toMatchObject([410, { type: "Tombstone", formerType: "Note" }]);
  const open = await site.db.selectFrom("outgoing").select("body").where("public", "=", true).execute();
  expect(open.some(({ body }) => body.includes("euros"))).toBe(false);
});

test("whoever answers our answer goes on with the conversation, even in private", async () => {
  const { id, path } = await isAsked("<p>Une question</p>");
  await answer(path, "Une réponse");
  const note = objectOf(await alice.waitFor(answersTo(id, "Create")));
  const more = await isAsked("<p>Merci</p>", { to: [host], cc: [], inReplyTo: note.id });
  const page = await (await ada.get(more.path)).text();
  for (const word of ["Une question", "Une réponse", "Merci"]) expect(page).toContain(word);
  expect(await site.db.selectFrom("messages").select("kind").where("id", "=", more.id).executeTakeFirst()).toEqual({
    kind: "reply",
  });
});

test("nothing of one who says too much in a day is kept beyond the limit, but what is known may change", async () => {
  const { id } = await isAsked("<p>La première</p>");
  const rows = Array.from({ length: 500 }, (_, n) => ({
    ...{ id: `${alice.origin}/flood/${n}`, author: alice.actor, recipients: [], kind: "mention" },
    ...{ visibility: "public", content: "" },
  }));
  await site.db.insertInto("messages").values(rows).execute();
  const flood = objectOf(await alice.mention(host, "<p>Une de trop</p>"));
  const object = { ...noteBy(id), content: "<p>La première, corrigée</p>", updated: new Date().toISOString() };
  await alice.post({ id: `${id}#updates/1`, type: "Update", actor: alice.actor, object }, { to: host });
  await eventually(async () => {
    const row = await site.db.selectFrom("messages").select("content").where("id", "=", id).executeTakeFirst();
    return row?.content === "<p>La première, corrigée</p>";
  });
  expect(await site.db.selectFrom("messages").select("id").where("id", "=", flood.id).execute()).toEqual([]);
  await site.db.deleteFrom("messages").where("id", "like", `${alice.origin}/flood/%`).execute();

  function noteBy(note: string) {
    return { id: note, type: "Note", attributedTo: alice.actor, to: [everyone], cc: [host] };
  }
});

const visibilities: readonly Visibility[] = ["public", "unlisted", "followers", "direct"];
const stored = fc.record({
  ...{
    id: fc.uuid(),
    actor: fc.uuid(),
    language: fc.constantFrom("fr", "en"),
    version: fc.integer({ min: 1, max: 9 }),
  },
  text: fc.oneof(fc.string({ unit: "grapheme", minLength: 1 }), fc.constant("a https://b.example/?x=1&y='2'>\n\n<b>")),
  told: fc.constant(0),
  ...{ published: fc.date({ noInvalidDate: true }), updated: fc.constant(null), deleted: fc.constant(null) },
  message: fc.webUrl(),
  author: fc.webUrl({ validSchemes: ["https"] }),
  ...{ handle: fc.option(fc.stringMatching(/^[a-z0-9_]{1,20}$/), { nil: null }), url: fc.constant(null) },
  inbox: fc.constant(null),
});
const kinds = ["instance", "host", "offer", "availability"] as const;

test("whatever was asked by whomever of whichever account, only its asker is addressed and named, and the public hears of what it could read already", () => {
  fc.assert(
    fc.property(stored, fc.constantFrom(...visibilities), fc.constantFrom(...kinds), (some, asked, kind) => {
      const answer: StoredAnswer = { ...some, visibility: visibilityOfAnswer(asked) };
      const note = noteOfAnswer("https://pomme.example", { id: some.actor, name: "a", kind }, answer);
      const couldRead = asked === "public" || asked === "unlisted";
      const { to, cc } = audienceOf(answer);
      expect({ to: note.to, cc: note.cc }).toEqual({ to, cc });
      expect(to).toEqual([some.author]);
      expect(cc).toEqual(couldRead ? [everyone] : []);
      expect(note.mentions.map(({ href }) => href)).toEqual([some.author]);
      const wire = embedNote(note);
      expect("replies" in wire).toBe(couldRead);
      expect(JSON.stringify(wire).includes(everyone)).toBe(couldRead);
      expect(wire.content.replaceAll(/<\/?(?:p|br|a|span)(?: [^<>]*)?>/g, "")).not.toMatch(/[<>]/);
    }),
  );
});
