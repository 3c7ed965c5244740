import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listJournal } from "../../src/accounts/journal.ts";
import type { HostSheet } from "../../src/catalogue/catalogue.ts";
import { deeds } from "../../src/partnerships/deed-words.ts";
import { actOutside, askOutside, sweepOutside } from "../../src/partnerships/outside-changes.ts";
import { listOutside } from "../../src/partnerships/outside-queries.ts";
import { findPartnership, listPartnerships } from "../../src/partnerships/queries.ts";
import { knowNeighbours } from "../support/neighbours.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor, visitor } from "./desk.ts";
import { files, publish } from "./offers.ts";

let site: TestSite;
let ada: Visitor;
let reader: Visitor;
let rucher: HostSheet;
let loutre: HostSheet;

beforeAll(async () => {
  site = await startSite();
  const lacking = { ...files.accompaniment, included: [], notIncluded: ["training"] };
  await publish(site.db, "fichiers", { ...files, accompaniment: lacking });
  const known = [
    { id: "arn", profile: { name: "Le Rucher", territory: { codes: ["dep:69"], policy: "only" as const } } },
    { id: "nubo", profile: { name: "La Loutre", territory: { codes: ["dep:29"], policy: "only" as const } } },
  ].map((one) => ({ ...one, profile: { ...one.profile, capabilities: ["training" as const], closing: null } }));
  const sheets = await knowNeighbours(site.db, known, new Date());
  [rucher, loutre] = [sheets[0] as HostSheet, sheets[1] as HostSheet];
  [ada, reader] = [await signedIn(site, "editor", "ada@example.org"), await signedIn(site, "reader")];
});

afterAll(() => site[Symbol.asyncDispose]());

beforeEach(async () => {
  await site.db.deleteFrom("partnerships").execute();
  await site.db.deleteFrom("outsidePartnerships").execute();
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const asked = { kind: "joint-offer", offered: ["hosting"], wanted: ["training"], message: "Vous formez ?" };

/** A request that the other host has sent, as its arrival leaves it. */
async function received(from: HostSheet, more: object = {}): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  const lists = { rolesOffered: ["training"], rolesWanted: ["hosting"], message: "On se complète ?" };
  await site.db
    .insertInto("partnerships")
    .values({
      ...{ id, side: "asked", state: "received", kind: "joint-offer", shown: false, theirShown: true, ...lists },
      ...{ other: from.actor, otherName: from.profile.name, otherPage: from.url, asked: now, changed: now },
      ...{ offer: `${from.origin}/ap/activities/${id}`, document: `${from.origin}/ap/relationships/${id}`, ...more },
    })
    .execute();
  return id;
}

describe("the list", () => {
  test("leads to what is missing while there is nothing", async () => {
    expect(await text(ada.get("/admin/partners"))).toMatch(/Aucun partenariat.*href="\/admin\/partners\/gaps"/s);
  });

  test("says of each view what to do while nothing is in it", async () => {
    await received(rucher, { state: "declined" });
    expect(await text(ada.get("/admin/partners"))).toContain("Personne n’attend votre réponse");
    const sent = await text(ada.get("/admin/partners?state=sent"));
    expect(sent).toMatch(/class="empty".*Aucune de vos demandes.*class="button" href="\/admin\/partners\/gaps"/s);
  });

  test("goes on where it is long", async () => {
    for (let n = 0; n < 51; n += 1) await received(rucher, { state: "declined" });
    const linesOf = (page: string) => [...page.matchAll(/<th scope="row">/g)].length;
    const first = await text(ada.get("/admin/partners?state=past"));
    expect(linesOf(first)).toBe(50);
    expect(first).toContain('href="/admin/partners?state=past&amp;page=2"');
    expect(linesOf(await text(ada.get("/admin/partners?state=past&page=2")))).toBe(1);
  });

  test("says of each what is waited for, and shows those whom nobody knows apart", async () => {
    await received(rucher, { expires: new Date("2099-03-01T23:59:59Z") });
    await received(loutre, { fromUnknown: true });
    const page = await text(ada.get("/admin/partners"));
    expect(page).toContain("Votre réponse, avant le 1er mars 2099.");
    expect(page.indexOf("Le Rucher")).toBeLessThan(page.indexOf("personne d’ici ne connaît"));
    expect(page.indexOf("La Loutre")).toBeGreaterThan(page.indexOf("personne d’ici ne connaît"));
    expect(await text(ada.get("/admin"))).toMatch(/Le Rucher vous demande un partenariat/);
  });
});

describe("asking", () => {
  test("goes to several hosts at once, each of which sees only its own", async () => {
    const form = { ...asked, to: [rucher.actor, loutre.actor], form: randomUUID() };
    const first = await ada.post("/admin/partners/new", form);
    const again = await ada.post("/admin/partners/new", form);
    expect([first.status, first.headers.get("location")]).toEqual([303, "/admin/partners?state=sent&done=asked"]);
    expect(again.headers.get("location")).toBe(first.headers.get("location"));
    const sent = await listPartnerships(site.db, { states: ["sent"] });
    expect(sent.map(({ otherName }) => otherName).sort()).toEqual(["La Loutre", "Le Rucher"]);
    expect(new Set(sent.map(({ batch }) => batch)).size).toBe(1);
    expect(await text(ada.get(`/admin/partners/${sent[0]?.id}`))).toContain("Demandé aussi à");
    expect((await listJournal(site.db, 1))[0]?.deed).toBe("partnership-ask");
  });

  test("is all or nothing, and keeps what was typed", async () => {
    await ada.post("/admin/partners/new", { ...asked, to: rucher.actor });
    const answer = await ada.post("/admin/partners/new", { ...asked, to: [loutre.actor, rucher.actor] });
    expect(answer.status).toBe(422);
    expect(await text(answer)).toMatch(
      new RegExp(`${printed("Le Rucher : Vous le lui avez déjà demandé")}.*Vous formez \\?`, "s"),
    );
    expect(await listPartnerships(site.db)).toHaveLength(1);
  });

  test.each([
    [{ to: [] }, "Choisissez au moins un hébergeur."],
    [{ kind: "" }, "Choisissez un type de partenariat."],
    [{ expires: "2020-01-01" }, "Écrivez un jour à venir"],
    [{ about: "javascript:1" }, "Écrivez une adresse qui commence par https://"],
    [{ message: "x".repeat(5_001) }, "Votre message est trop long"],
  ])("says what is wrong with %o", async (wrong, sentence) => {
    const answer = await ada.post("/admin/partners/new", { ...asked, to: rucher.actor, ...wrong });
    expect([answer.status, await text(answer)]).toEqual([422, expect.stringContaining(sentence)]);
    expect(await listPartnerships(site.db)).toEqual([]);
  });

  test("begins at the page of a host, for who is signed in at the desk", async () => {
    const path = `/directory/hosts/${new URL(rucher.origin).host}`;
    const way = `/admin/partners/new?to=${encodeURIComponent(rucher.actor)}`;
    expect(await text(ada.get(path))).toContain(way);
    expect(await text(visitor(site).get(path))).not.toContain("/admin/partners");
    const form = await text(ada.get(`${way}&role=training`));
    expect(form).toMatch(new RegExp(`name="to" value="${rucher.actor}" checked`));
    expect(form).toMatch(/name="wanted" value="training" checked/);
  });
});

describe("one request", () => {
  test("is accepted, shown, hidden and ended, each told in the journal", async () => {
    const id = await received(rucher);
    for (const [act, form, state] of [
      ["accept", { shown: "yes" }, "accepted"],
      ["hide", {}, "accepted"],
      ["show", {}, "accepted"],
      ["end", {}, "ended"],
    ] as const) {
      const answer = await ada.post(`/admin/partners/${id}/${act}`, form);
      expect([act, answer.headers.get("location")]).toEqual([act, `/admin/partners/${id}?done=${act}`]);
      expect((await findPartnership(site.db, id))?.state).toBe(state);
      expect((await listJournal(site.db, 1))[0]?.deed).toBe(`partnership-${act}`);
      expect(deeds.fr).toHaveProperty(`partnership-${act}`);
    }
    expect(await text(ada.get(`/admin/partners/${id}`))).toMatch(/Terminé.*Rien.*terminé/s);
  });

  test("is declined with a reason, which is asked for", async () => {
    const id = await received(rucher);
    const bare = await ada.post(`/admin/partners/${id}/decline`);
    expect([bare.status, await text(bare)]).toEqual([422, expect.stringContaining("Dites pourquoi")]);
    await ada.post(`/admin/partners/${id}/decline`, { reason: "Pas avant l’été." });
    expect(await findPartnership(site.db, id)).toMatchObject({ state: "declined", reason: "Pas avant l’été." });
  });

  test("is answered with another proposal, which stands below it in the thread", async () => {
    const id = await received(rucher);
    const answer = await ada.post(`/admin/partners/${id}/counter`, { ...asked, kind: "subcontracting" });
    const next = answer.headers.get("location") ?? "";
    const page = await text(ada.get(next));
    expect(page).toMatch(/On se complète \?.*Vous formez \?/s);
    expect(page).toContain("La réponse de Le Rucher.");
    expect((await findPartnership(site.db, id))?.state).toBe("countered");
  });

  test("cannot be changed by who only reads, nor answered twice", async () => {
    const id = await received(rucher);
    expect((await reader.post(`/admin/partners/${id}/accept`)).status).toBe(403);
    expect(await text(reader.get(`/admin/partners/${id}`))).not.toContain("<summary>Refuser");
    await ada.post(`/admin/partners/${id}/accept`);
    const late = await ada.post(`/admin/partners/${id}/decline`, { reason: "Non." });
    expect([late.status, await text(late)]).toEqual([422, expect.stringContaining("déjà une réponse")]);
    expect((await ada.get(`/admin/partners/${randomUUID()}`)).status).toBe(404);
  });
});

test("what an offer lacks leads to whoever gives it near here, and not to who is there for others", async () => {
  const page = await text(ada.get("/admin/partners/gaps"));
  expect(page).toMatch(/Formation.*non compris dans l’offre.*Le Rucher.*dans le même département/s);
  expect(page).not.toContain("La Loutre");
  expect(page).toContain(`to=${encodeURIComponent(rucher.actor)}&amp;role=training`);
});

describe("a host without a site of its own", () => {
  const form = { name: "Les Ateliers", email: "ateliers@example.org", language: "fr", ...asked };

  /** Asks by link, and makes the link that the team passes on by hand. */
  async function linked(): Promise<{ readonly id: string; readonly path: string }> {
    const answer = await ada.post("/admin/partners/outside/new", form);
    const id = /outside\/([0-9a-f-]{36})\?done=asked-by-hand/.exec(answer.headers.get("location") ?? "")?.[1] ?? "";
    const page = await text(ada.post(`/admin/partners/outside/${id}/link`));
    return { id, path: /\/p\/[\w-]{43}/.exec(page)?.[0] ?? "" };
  }

  const stateOf = async (id: string) =>
    (await listOutside(site.db, { states: ["sent", "accepted", "declined", "withdrawn", "expired"] })).find(
      (one) => one.id === id,
    )?.state;

  test("stands apart in the list, which says that nobody can check its answer", async () => {
    await received(rucher, { state: "accepted" });
    const { path } = await linked();
    await visitor(site).post(path, { answer: "accept", shown: "yes" });
    const page = printed(await text(ada.get("/admin/partners?state=accepted")));
    const apart = page.indexOf("Avec des hébergeurs sans Essaim");
    expect(page.slice(0, apart)).toContain("Le Rucher");
    expect(page.slice(0, apart)).not.toContain("Les Ateliers");
    expect(page.slice(apart)).toMatch(/rien ne prouve.*Les Ateliers.*Accord non vérifié/s);
  });

  test("answers by its private link, and stays not verified", async () => {
    const { id, path } = await linked();
    const them = visitor(site);
    const page = await them.get(path);
    expect([page.status, page.headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(await text(page)).toMatch(/<meta name="robots" content="noindex".*Formation/s);
    expect((await them.post(path, {})).status).toBe(422);
    expect((await them.post(path, { answer: "accept", shown: "yes" })).status).toBe(303);
    expect(await stateOf(id)).toBe("accepted");
    expect(await text(ada.get(`/admin/partners/outside/${id}`))).toMatch(/Accord non vérifié.*Non vérifié/s);
    expect(await text(them.get("/about"))).not.toContain("Les Ateliers");
    await ada.post(`/admin/partners/outside/${id}/show`);
    expect(await text(them.get("/about"))).toMatch(/Les Ateliers.*Non vérifié/s);
    expect(await text(them.get("/partners"))).not.toContain("Les Ateliers");
  });

  test("goes back on it later, and can say no with a reason", async () => {
    const { id, path } = await linked();
    const them = visitor(site);
    await them.post(path, { answer: "accept" });
    await them.post(`${path}/withdrawal`);
    expect(await stateOf(id)).toBe("withdrawn");
    expect((await them.post(path, { answer: "accept" })).status).toBe(422);
    const other = await linked();
    await them.post(other.path, { answer: "decline", reason: "Trop loin." });
    expect(await text(ada.get(`/admin/partners/outside/${other.id}`))).toMatch(/Refusé.*Trop loin\./s);
  });

  test("a wrong link, an older link and an erased one open what nothing opens", async () => {
    const { id, path } = await linked();
    const them = visitor(site);
    const absent = await text(them.get("/nothing-here"));
    await ada.post(`/admin/partners/outside/${id}/link`);
    const plain = (page: string) => page.replaceAll(/nothing-here|p\/[\w-]{43}/g, "…");
    for (const wrong of [path, `/p/${"x".repeat(43)}`])
      expect([wrong, plain(await text(them.get(wrong)))]).toEqual([wrong, plain(absent)]);
    expect((await them.post(path, { answer: "accept" })).status).toBe(404);
    await ada.post(`/admin/partners/outside/${id}/erasure`);
    expect(await stateOf(id)).toBeUndefined();
  });

  test("is asked until a day, and forgotten months after the end", async () => {
    const [now, { id }] = [new Date(), await linked()];
    const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
    await site.db
      .updateTable("outsidePartnerships")
      .set({ expires: days(1) })
      .execute();
    const sweep = (at: Date) => site.db.transaction().execute((tx) => sweepOutside(tx, at));
    await sweep(now);
    expect(await stateOf(id)).toBe("sent");
    await sweep(days(2));
    expect(await stateOf(id)).toBe("expired");
    await sweep(days(100));
    expect(await stateOf(id)).toBe("expired");
    await sweep(days(200));
    expect(await stateOf(id)).toBeUndefined();
  });

  test("an agreement in force is kept however long it lasts", async () => {
    const now = new Date();
    const said = { name: "A", email: "a@example.org", language: "fr", kind: "continuity", message: "" } as const;
    const kept = { rolesOffered: [], rolesWanted: [], expires: null, shown: false };
    const { id } = await site.db.transaction().execute(async (tx) => {
      const outcome = await askOutside(tx, { ...said, ...kept }, now);
      if (!outcome.done) throw new Error(outcome.reason);
      await actOutside(tx, outcome.value.id, { act: "accept", by: "them", reason: null, now });
      await sweepOutside(tx, new Date(now.getTime() + 900 * 86_400_000));
      return outcome.value;
    });
    expect(await stateOf(id)).toBe("accepted");
  });
});
