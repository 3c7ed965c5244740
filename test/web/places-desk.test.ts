import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listJournal } from "../../src/accounts/journal.ts";
import { findAvailability } from "../../src/availability/queries.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { followRequest } from "../../src/places/answering.ts";
import { changePlaceSettings, makeLink, receiveRequest } from "../../src/places/changes.ts";
import { deeds } from "../../src/places/deed-words.ts";
import type { Asked } from "../../src/places/form.ts";
import { hostActs } from "../../src/places/places.ts";
import { findRequest, listEntries } from "../../src/places/queries.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";
import { files, publish, say } from "./offers.ts";

let site: TestSite;
let ada: Visitor;
let bob: Visitor;
let reader: Visitor;
let offer: string;

const change = <Value>(work: (tx: Transaction) => Promise<Value>) => site.db.transaction().execute(work);

beforeAll(async () => {
  site = await startSite();
  await publish(site.db, "fichiers", files);
  offer = (await site.db.selectFrom("offers").select("id").executeTakeFirstOrThrow()).id;
  [ada, bob, reader] = [
    await signedIn(site, "editor", "ada@example.org"),
    await signedIn(site, "administrator", "bob@example.org"),
    await signedIn(site, "reader"),
  ];
});

afterAll(() => site[Symbol.asyncDispose]());

beforeEach(async () => {
  await site.db.deleteFrom("placeRequests").execute();
  await site.db.deleteFrom("placeSettings").execute();
  await say(site.db, "fichiers", { state: "limited", slots: 2 });
});

async function received(more: Partial<Asked> = {}, days = 0): Promise<string> {
  const contact = { kind: "email" as const, address: `${randomUUID()}@example.org` };
  const asked = { name: "Les Jardins du Lavoir", people: 20, message: "Nos dossiers", contact, ...more };
  const now = new Date(Date.now() - days * 86_400_000);
  await say(site.db, "fichiers", { state: "limited", slots: 2 }, now);
  const outcome = await change((tx) => receiveRequest(tx, asked, { offer, form: randomUUID(), language: "fr", now }));
  await say(site.db, "fichiers", { state: "limited", slots: 2 });
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value.id;
}

const text = async (answer: Response | Promise<Response>) => (await answer).text();

/** What a form of the page has hidden in it. */
async function formOf(who: Visitor, id: string, act: string): Promise<Record<string, string>> {
  const page = await text(who.get(`/admin/requests/${id}`));
  const [, form = ""] = new RegExp(`action="/admin/requests/${id}/${act}"(.*?)</form>`, "s").exec(page) ?? [];
  return Object.fromEntries(
    [...form.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map((one) => one.slice(1)),
  );
}

async function does(who: Visitor, id: string, act: string, typed: Record<string, string> = {}): Promise<Response> {
  return who.post(`/admin/requests/${id}/${act}`, { ...(await formOf(who, id, act)), ...typed });
}

const stateOf = async (id: string) => (await findRequest(site.db, id))?.state;
const slots = async () => {
  const said = await findAvailability(site.db, offer);
  return [said?.state, said?.slots];
};

describe("the list of requests", () => {
  test("says what to do while there is none", async () => {
    expect(await text(ada.get("/admin/requests"))).toMatch(
      /Aucune demande pour l’instant.*href="\/admin\/availability"/s,
    );
  });

  test("has those who wait first, the late ones on top, and counts them in the menu", async () => {
    await change((tx) => changePlaceSettings(tx, { answerDays: 3, keptMonths: 12 }));
    await received({ name: "Hier" }, 1);
    await received({ name: "Il y a longtemps" }, 5);
    const done = await received({ name: "Déjà répondue" }, 9);
    await does(ada, done, "answer", { answer: "Oui" });
    const page = await text(ada.get("/admin/requests"));
    expect(page).toMatch(/Il y a longtemps.*?En retard.*?attend depuis 5 jours.*Hier.*attend depuis 1 jour/s);
    expect(page.match(/En retard/g)).toHaveLength(1);
    expect(page).not.toContain("Déjà répondue");
    expect(page).toMatch(/href="\/admin\/requests"[^>]*>.*?<span class="count">2/s);
    expect(await text(ada.get("/admin/requests?state=answered"))).toContain("Déjà répondue");
    expect(await text(ada.get("/admin/requests?state=declined"))).toContain("Aucune demande dans cet état");
  });

  test("goes on where a page ends", async () => {
    for (let i = 51; i >= 0; i -= 1) {
      const id = await received({ name: `Asso ${i}` }, 2 + i);
      await site.db
        .updateTable("placeRequests")
        .set({ state: "declined", waiting: null })
        .where("id", "=", id)
        .execute();
    }
    const first = await text(ada.get("/admin/requests?state=declined"));
    const [, next = ""] = /href="([^"]+)">Voir les plus anciennes/.exec(first) ?? [];
    const second = await text(ada.get(next.replaceAll("&amp;", "&")));
    const names = [first, second].flatMap((page) => [...page.matchAll(/>(Asso \d+)</g)].map(([, name]) => name));
    expect(names).toEqual(Array.from({ length: 52 }, (_, i) => `Asso ${i}`));
    expect(second).not.toContain("Voir les plus anciennes");
  });

  test("leaves as a table that no spreadsheet computes, and the journal says who took it", async () => {
    await received({ name: "=1+1", message: "Ligne 1\nLigne 2" });
    const answer = await reader.get("/admin/requests/export.csv");
    expect(answer.headers.get("content-disposition")).toContain("demandes.csv");
    const table = await answer.text();
    expect(table).toContain(`"'=1+1"`);
    expect(table).toContain("Ligne 1\nLigne 2");
    expect((await listJournal(site.db, 1))[0]).toMatchObject({
      deed: "place-requests-exported",
      who: "reader@example.org",
    });
  });

  test("is for who is signed in", async () => {
    const id = await received();
    for (const path of ["/admin/requests", `/admin/requests/${id}`, "/admin/requests/export.csv"])
      expect((await visitor(site).get(path)).headers.get("location"), path).toMatch(/^\/admin\/sign-in/);
  });
});

describe("an answer", () => {
  test("is sent once, stands in the history with its author, and the journal does not name who asked", async () => {
    const id = await received();
    const form = { ...(await formOf(ada, id, "answer")), answer: "Pour quand ?" };
    const [first, again] = [
      await ada.post(`/admin/requests/${id}/answer`, form),
      await ada.post(`/admin/requests/${id}/answer`, form),
    ];
    for (const answer of [first, again])
      expect(answer.headers.get("location")).toBe(`/admin/requests/${id}?done=answer`);
    expect((await listEntries(site.db, [id], { notes: true })).get(id)).toHaveLength(1);
    const page = await text(ada.get(`/admin/requests/${id}?done=answer`));
    expect(page).toMatch(/Votre réponse est partie.*thread-ours.*ada@example\.org.*Pour quand \?/s);
    const [entry] = await listJournal(site.db, 1);
    expect(entry).toMatchObject({ deed: "place-request-answer", subject: "Partager des fichiers et des agendas" });
    expect(JSON.stringify(await listJournal(site.db, 50))).not.toContain("Lavoir");
  });

  test.each([
    ["answer", {}, "answer", "Il manque le texte"],
    ["decline", { decline: " " }, "decline", "Il manque la raison"],
    ["refer", { refer: "Plus près" }, "referred", "Il manque le nom de l’hébergeur"],
    ["note", { note: "a".repeat(4_001) }, "note", "trop long"],
  ])("that lacks something comes back with what was typed: %s %j", async (act, typed, field, why) => {
    const id = await received();
    const answer = await does(ada, id, act, typed);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toMatch(new RegExp(`error-summary.*href="#${field}">[^<]*${why}`, "s"));
    expect(page).toMatch(new RegExp(`id="${field}-error"`));
    if ("refer" in typed) expect(page).toContain("Plus près</textarea>");
    expect(await stateOf(id)).toBe("received");
  });

  test("is not sent over what a colleague or the asker wrote meanwhile, and is not lost", async () => {
    const id = await received();
    const form = { ...(await formOf(ada, id, "answer")), answer: "Ma réponse" };
    await does(bob, id, "answer", { answer: "La réponse de Bob" });
    const answer = await ada.post(`/admin/requests/${id}/answer`, form);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toMatch(/error-summary.*Quelqu’un a écrit.*La réponse de Bob.*Ma réponse<\/textarea>/s);
    expect((await listEntries(site.db, [id], { notes: true })).get(id)).toHaveLength(1);
  });

  test("to who has taken the request back is shown once more, to be kept", async () => {
    const id = await received();
    const form = { ...(await formOf(ada, id, "answer")), answer: "Ma longue réponse" };
    await change((tx) => followRequest(tx, id, { act: "withdraw", text: null, now: new Date() }));
    const page = await text(ada.post(`/admin/requests/${id}/answer`, form));
    expect(page).toContain("Ma longue réponse");
    expect(page).not.toContain('name="answer"');
  });
});

describe("an acceptance", () => {
  test("says before what becomes of the places, and does that", async () => {
    const [one, two] = [await received(), await received()];
    expect(await text(ada.get(`/admin/requests/${one}`))).toContain(
      "L’offre a 2 places libres\u202f; il en restera 1.",
    );
    await does(ada, one, "accept");
    expect([await stateOf(one), await slots()]).toEqual(["accepted", ["limited", 1]]);
    expect(await text(ada.get(`/admin/requests/${two}`))).toMatch(/dernière place libre.*value="waiting-list"/s);
    await does(ada, two, "accept", { full: "waiting-list", accept: "Bienvenue" });
    expect(await slots()).toEqual(["waiting-list", 0]);
  });

  test("is not done over places that have changed since the page was shown", async () => {
    const id = await received();
    const form = { ...(await formOf(ada, id, "accept")), accept: "Bienvenue" };
    await say(site.db, "fichiers", { state: "limited", slots: 1 });
    const answer = await ada.post(`/admin/requests/${id}/accept`, form);
    const page = await answer.text();
    expect(page).toMatch(
      /Les places libres ont changé.*<details class="more" open="">.*value="closed" checked="".*Bienvenue<\/textarea>/s,
    );
    expect([await stateOf(id), await slots()]).toEqual(["received", ["limited", 1]]);
  });

  test("can be undone, and says before that the place is given back", async () => {
    const id = await received();
    await does(ada, id, "accept");
    expect(await text(ada.get(`/admin/requests/${id}`))).toContain("est rendue\u00a0: l’offre aura 2 places libres");
    await does(ada, id, "reopen", { reopen: "Une erreur de notre part" });
    expect([await stateOf(id), await slots()]).toEqual(["answered", ["limited", 2]]);
  });
});

test("whoever may only read reads all, and changes nothing", async () => {
  const id = await received();
  const page = await text(reader.get(`/admin/requests/${id}`));
  expect(page).toContain("Nos dossiers");
  expect(page).not.toContain("<textarea");
  expect((await reader.post(`/admin/requests/${id}/answer`, { answer: "Oui" })).status).toBe(403);
  expect((await reader.post(`/admin/requests/${id}/erasure`)).status).toBe(403);
  expect((await reader.post("/admin/requests/settings", { answerDays: "1" })).status).toBe(403);
  expect(await stateOf(id)).toBe("received");
});

test("an erasure at the desk leaves nothing, not even the asker’s page", async () => {
  const id = await received();
  const link = await change((tx) => makeLink(tx, id, new Date()));
  expect((await ada.post(`/admin/requests/${id}/erasure`)).headers.get("location")).toBe("/admin/requests?done=erased");
  expect((await ada.get(`/admin/requests/${id}`)).status).toBe(404);
  expect((await fetch(`${site.origin}/requests/${link}`)).status).toBe(404);
  expect(await text(ada.get("/admin/requests?done=erased"))).toContain("La demande est effacée");
});

test("the host says how soon it answers and how long it keeps requests, or is told what does not fit", async () => {
  const save = (form: Record<string, string>) => ada.post("/admin/requests/settings", form);
  expect((await save({ answerDays: "3", keptMonths: "6" })).headers.get("location")).toBe("/admin/requests?done=saved");
  expect(await text(ada.get("/admin/requests/settings"))).toMatch(/name="answerDays"[^>]*value="3"/);
  expect(await text(fetch(`${site.origin}/offers/fichiers/place`))).toContain("Réponse sous 3 jours");
  for (const wrong of [{ answerDays: "0" }, { answerDays: "trois" }, { keptMonths: "99" }]) {
    const answer = await save({ answerDays: "", keptMonths: "6", ...wrong });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(Object.values(wrong)[0] ?? "")]);
  }
  await save({ answerDays: "", keptMonths: "" });
  expect(await text(ada.get("/admin/requests/settings"))).toMatch(/name="keptMonths"[^>]*value="12"/);
});

test("the journal has words for all that is done with requests, in both languages", () => {
  const made = [...hostActs.map((act) => `place-request-${act}`), "place-request-erased", "place-requests-exported"];
  for (const language of ["fr", "en"] as const)
    expect(Object.keys(deeds[language]).sort()).toEqual([...made, "place-settings-changed"].sort());
});
