import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeOffer } from "../../src/offers/changes.ts";
import { findWorkingOffer } from "../../src/offers/drafts.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { listOffers } from "../../src/offers/queries.ts";
import { listVersions } from "../../src/offers/versions.ts";
import { eventually } from "../support/eventually.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { signedIn, type Visitor, visitor } from "./desk.ts";
import { type Form, formIn } from "./forms.ts";
import { files, offer, publish } from "./offers.ts";

let site: TestSite;
let ada: Visitor;
let reader: Visitor;

beforeAll(async () => {
  site = await startSite();
  ada = await signedIn(site, "editor");
  reader = await signedIn(site, "reader");
});
afterAll(() => site[Symbol.asyncDispose]());

const html = async (path: string, who = ada) => (await who.get(path)).text();
const toOf = (answer: Response) => answer.headers.get("location") ?? "";
const working = async (slug: string) => {
  const found = await findWorkingOffer(site.db, slug);
  if (found === null) throw new Error(`no offer ${slug}`);
  return found;
};

/** The form of a page as its browser would send it, with some fields written otherwise. */
async function fill(path: string, fields: Form, who = ada) {
  return who.post(path, { ...formIn(await html(path, who)), ...fields });
}

describe("the list of offers", () => {
  test("shows three ways on while it is empty", async () => {
    const page = await html("/admin/offers");
    for (const way of ["/admin/offers/new", "/admin/exchange", "/admin/offers/new?from=blank"])
      expect(page).toContain(`href="${way}"`);
  });

  test("shows each offer in its group, with its room, and what waits to be published", async () => {
    await publish(site.db, "fichiers", files);
    await offer(site.db, "a-venir", StoredOffer.parse({ title: "À venir" }));
    await fill("/admin/offers/fichiers/what", { summary: "Autrement." });
    const page = await html("/admin/offers");
    expect(page).toMatch(/Publiées.*Partager des fichiers.*changements à publier.*state-unknown.*Brouillons.*À venir/s);
  });

  test("is put in another order without a script", async () => {
    await publish(site.db, "agenda", StoredOffer.parse({ title: "Agenda" }));
    const moved = await ada.post("/admin/offers/agenda/move", { way: "up" });
    expect(toOf(moved)).toBe("/admin/offers?done=moved#agenda");
    const published = (await listOffers(site.db, { states: ["published"] })).map(({ slug }) => slug);
    expect(published).toEqual(["agenda", "fichiers"]);
    const many = ["agenda", "fichiers"].flatMap((slug) =>
      [1, 2].map(() => ada.post(`/admin/offers/${slug}/move`, { way: "down" })),
    );
    expect((await Promise.all(many)).map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  });
});

describe("a new offer", () => {
  test("begins as a model, once, however often its form is sent", async () => {
    const form = formIn(await html("/admin/offers/new"));
    const sent = { ...form, from: "collaborative", title: "Écrire à plusieurs" };
    const [first, second] = [await ada.post("/admin/offers", sent), await ada.post("/admin/offers", sent)];
    expect(toOf(first)).toBe("/admin/offers/ecrire-a-plusieurs/what?done=created");
    expect(toOf(second)).toBe(toOf(first));
    expect((await working("ecrire-a-plusieurs")).content.tiers).not.toEqual([]);
  });

  test("from a blank page needs a title, and keeps what was chosen", async () => {
    const refused = await ada.post("/admin/offers", { from: "blank", title: " " });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(/value="blank" checked.*Il manque le titre/s);
    const made = await ada.post("/admin/offers", { from: "blank", title: "Des listes" });
    expect(toOf(made)).toBe("/admin/offers/des-listes/what?done=created");
  });

  test("called “new” does not stand in the way of the next", async () => {
    expect(toOf(await ada.post("/admin/offers", { from: "blank", title: "New" }))).toContain(
      "/admin/offers/new-2/what",
    );
    expect((await site.api("POST", "/offers", { title: "New", slug: "new" })).status).toBe(409);
  });
});

const sections = [
  "what",
  "scope",
  "price",
  "accompaniment",
  "support",
  "safety",
  "leaving",
  "territory",
  "start",
  "software",
];

describe("the editor", () => {
  test.each(sections)("sends back the section %s as it came, and nothing is lost", async (section) => {
    const slug = `entier-${section}`;
    await offer(site.db, slug, {
      ...files,
      extra: { count: 16 },
      does: [" avec des espaces "],
      notes: ["deux\nlignes"],
    });
    const before = await working(slug);
    const answer = await fill(`/admin/offers/${slug}/${section}`, { do: "save" });
    expect(toOf(answer)).toBe(`/admin/offers/${slug}/${section}?done=nothing`);
    expect(await working(slug)).toEqual(before);
  });

  test("saves each section and goes on to the next, the last to the preview", async () => {
    await offer(site.db, "pas-a-pas", StoredOffer.parse({ title: "Pas à pas" }));
    const path = "/admin/offers/pas-a-pas";
    expect(toOf(await fill(`${path}/scope`, { doesNot: "Vos ordinateurs", do: "next" }))).toBe(
      `${path}/price?done=saved`,
    );
    expect(toOf(await fill(`${path}/software`, { do: "next" }))).toBe(`${path}/preview`);
    const { content, offer: saved } = await working("pas-a-pas");
    expect(content.doesNot).toEqual(["Vos ordinateurs"]);
    const [entry] = await site.db.selectFrom("journal").selectAll().orderBy("id", "desc").limit(1).execute();
    expect(entry).toMatchObject({ deed: "offer-saved", subject: "Pas à pas", who: "editor@example.org" });
    expect((await listVersions(site.db, saved.id))[0]?.who).toBe("editor@example.org");
  });

  test("gives back a price that cannot be read, with the reason beside it and nothing lost", async () => {
    await offer(site.db, "prix", StoredOffer.parse({ title: "Prix" }));
    const typed = {
      "tiers.0.title": "Une <équipe>",
      "tiers.0.price.model": "flat",
      "tiers.0.price.flat.amount": "deux",
    };
    const answer = await fill("/admin/offers/prix/price", typed);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('href="#tiers.0.price.flat.amount"');
    expect(page).toContain("Formule 1 · Prix");
    expect(page).toMatch(/id="tiers\.0\.price\.flat\.amount"[^>]*value="deux"[^>]*aria-invalid="true"/);
    expect(page).toContain('value="Une &lt;équipe&gt;"');
    expect((await working("prix")).content.tiers).toEqual([]);
    const right = await ada.post("/admin/offers/prix/price", { ...formIn(page), "tiers.0.price.flat.amount": "2,50" });
    expect(right.status).toBe(303);
    expect((await working("prix")).content.tiers).toMatchObject([{ id: "une-equipe", price: { amount: 250 } }]);
  });

  test("saves, and comes back with an empty row, when one is asked for", async () => {
    const answer = await fill("/admin/offers/prix/price", { "tiers.0.title": "Une équipe", add: "tiers" });
    expect(toOf(answer)).toBe("/admin/offers/prix/price?add=tiers#tiers");
    expect(await html("/admin/offers/prix/price")).not.toContain("Nouvelle formule");
    expect(await html(toOf(answer))).toContain("Nouvelle formule");
    const filled = { "tiers.1.title": "Sur mesure", "tiers.1.price.model": "on-quote" };
    await fill("/admin/offers/prix/price?add=tiers", { ...filled, do: "save" });
    expect((await working("prix")).content.tiers.map(({ title }) => title)).toEqual(["Une équipe", "Sur mesure"]);
  });

  test("shows both versions when a colleague was quicker in the same section, and keeps one’s own in the fields", async () => {
    await offer(site.db, "a-deux", StoredOffer.parse({ title: "À deux", summary: "Avant" }));
    const path = "/admin/offers/a-deux/what";
    const opened = formIn(await html(path));
    const elsewhere = formIn(await html("/admin/offers/a-deux/scope"));
    await fill(path, { summary: "De Grace" });
    expect((await ada.post("/admin/offers/a-deux/scope", { ...elsewhere, does: "Autre chose" })).status).toBe(303);
    const late = await ada.post(path, { ...opened, summary: "D’Ada" });
    const page = await late.text();
    expect(late.status).toBe(409);
    expect(page).toMatch(/Votre version.*D’Ada.*De Grace/s);
    expect(page).toMatch(/<textarea[^>]*name="summary"[^>]*>D’Ada<\/textarea>/);
    expect((await working("a-deux")).content.summary).toBe("De Grace");
    expect((await ada.post(path, formIn(page))).status).toBe(303);
    expect((await working("a-deux")).content).toMatchObject({ summary: "D’Ada", does: ["Autre chose"] });
  });

  test("advises beside the form, with a link to where it is written, and never refuses for it", async () => {
    const page = await html("/admin/offers/a-deux/what");
    expect(page).toContain("Dites comment les données sont sauvegardées, et quand une restauration a été essayée.");
    expect(page).toContain('href="/admin/offers/a-deux/safety"');
    await fill("/admin/offers/a-deux/safety", { backups: "Chaque nuit" });
    expect(await html("/admin/offers/a-deux/what")).not.toContain("quand une restauration a été essayée");
  });

  test("lets readers read, and change nothing", async () => {
    const page = await html("/admin/offers/a-deux/what", reader);
    expect(page).toContain("Vous pouvez lire cette offre");
    expect(page).toMatch(/<fieldset[^>]*disabled/);
    expect(page).not.toContain("Enregistrer et continuer");
    expect((await reader.post("/admin/offers/a-deux/what", { title: "Non" })).status).toBe(403);
  });

  test("has no section of another name", async () => {
    expect((await ada.get("/admin/offers/a-deux/nothing")).status).toBe(404);
    expect((await ada.get("/admin/offers/nothing/what")).status).toBe(404);
    expect((await ada.post("/admin/offers/nothing/publish")).status).toBe(404);
  });
});

describe("the calculator of the editor", () => {
  const typed = {
    ...{ "tiers.0.title": "Un espace", "tiers.0.price.model": "graduated", "tiers.0.price.graduated.unit": "Go" },
    ...{ "tiers.0.price.graduated.minimumUnits": "5", "tiers.0.price.graduated.base.upTo": "5" },
    ...{ "tiers.0.price.graduated.base.amount": "2,50" },
    ...{ "tiers.0.price.graduated.bands.0.upTo": "10", "tiers.0.price.graduated.bands.0.unitAmount": "0,50" },
    ...{ "tiers.0.price.graduated.bands.1.upTo": "100", "tiers.0.price.graduated.bands.1.unitAmount": "0,25" },
    ...{ "tiers.0.price.graduated.bands.2.upTo": "", "tiers.0.price.graduated.bands.2.unitAmount": "0,10" },
    ...{ "tiers.0.price.membership.nonMemberSurcharge.amount": "1" },
    ...{ "tiers.0.price.membership.nonMemberSurcharge.period": "month" },
  };
  const total = (page: string) => /<tfoot>.*?<td>([^<]*)<\/td>/s.exec(page)?.[1];

  test.each([
    ["5", "yes", "2,50"],
    ["10", "yes", "5"],
    ["20", "yes", "7,50"],
    ["50", "yes", "15"],
    ["100", "yes", "27,50"],
    ["200", "yes", "37,50"],
    ["20", "no", "8,50"],
  ])("works out %s GB (member: %s) at %s €, before anything is saved", async (quantity, member, amount) => {
    await offer(site.db, `calcul-${quantity}-${member}`, StoredOffer.parse({ title: "Calcul" }));
    const path = `/admin/offers/calcul-${quantity}-${member}/price`;
    const answer = await fill(path, { ...typed, "quantity.Go": quantity, member, do: "compute" });
    expect(answer.status).toBe(200);
    expect(total(await answer.text())).toBe(`${amount}\u00a0€`);
    expect((await working(`calcul-${quantity}-${member}`)).content.tiers).toEqual([]);
  });

  test("refuses less than the minimum, beside its field, and answers a script with itself alone", async () => {
    await offer(site.db, "calcul", StoredOffer.parse({ title: "Calcul" }));
    const form = { ...formIn(await html("/admin/offers/calcul/price")), ...typed, "quantity.Go": "4", member: "yes" };
    const alone = await ada.post("/admin/offers/calcul/price/calculator", form);
    const page = await alone.text();
    expect(page).not.toContain("<html");
    expect(page).toContain("C’est moins que le minimum. Cette offre commence à 5");
    expect(total(page)).toBeUndefined();
  });
});

describe("publishing", () => {
  test("says first who is told and what is said, then does it", async () => {
    await offer(site.db, "nouvelle", { ...files, title: "Une <nouvelle> offre" });
    const page = await html("/admin/offers/nouvelle/publish");
    expect(page).toContain("Personne ne suit encore votre compte");
    expect(page).toMatch(/class="post-text[^"]*"[^>]*>.*Une &lt;nouvelle&gt; offre.*chez La Pomme/s);
    const done = await fill("/admin/offers/nouvelle/publish", {});
    expect(toOf(done)).toBe("/admin/offers/nouvelle?done=published");
    expect((await fetch(`${site.origin}/offers/nouvelle`)).status).toBe(200);
  });

  test("keeps what is saved afterwards from everyone until it is published, difference by difference", async () => {
    await fill("/admin/offers/nouvelle/what", { summary: "Un espace commun pour les papiers de votre association." });
    const seen = await (await fetch(`${site.origin}/offers/nouvelle`)).text();
    expect(seen).toContain("pour les documents de");
    const page = await html("/admin/offers/nouvelle/publish");
    expect(page).toMatch(/<del>documents<\/del><ins>papiers<\/ins>/);
    await fill("/admin/offers/nouvelle/publish", {});
    expect(await (await fetch(`${site.origin}/offers/nouvelle`)).text()).toContain("pour les papiers de");
  });

  test("does not publish what nobody has read: a change meanwhile is shown first", async () => {
    await fill("/admin/offers/nouvelle/what", { summary: "De nous" });
    const read = formIn(await html("/admin/offers/nouvelle/publish"));
    await site.db
      .transaction()
      .execute((tx) => changeOffer(tx, "nouvelle", { ...files, title: "D’un programme" }, { now: new Date() }));
    const late = await ada.post("/admin/offers/nouvelle/publish", read);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain("L’offre a changé pendant que vous lisiez");
    expect((await working("nouvelle")).offer.content.title).toBe("D’un programme");
  });

  test("can be thought better of: what waits is abandoned, and taken up again from the history", async () => {
    await ada.post("/admin/offers/nouvelle/drop");
    const { draft, offer: kept } = await working("nouvelle");
    expect(draft).toBeNull();
    const abandoned = (await listVersions(site.db, kept.id)).find(({ content }) => content.summary === "De nous");
    const restored = await ada.post("/admin/offers/nouvelle/restore", { to: String(abandoned?.id) });
    expect(toOf(restored)).toBe("/admin/offers/nouvelle?done=restored");
    expect((await working("nouvelle")).draft?.content.summary).toBe("De nous");
    expect((await working("nouvelle")).offer.content.title).toBe("D’un programme");
  });
});

test("the preview is the page of the public, kept from search engines, with what is not published yet", async () => {
  await offer(site.db, "bientot", { ...files, title: "Bientôt" });
  const page = await html("/admin/offers/bientot/preview?quantity.GB=20&member=yes");
  expect(page).toContain('<meta name="robots" content="noindex"/>');
  expect(page).toMatch(/Aperçu.*<h1[^>]*>Bientôt<\/h1>.*7,50\u00a0€/s);
  expect(page).toContain('action="/admin/offers/bientot/preview#calculator"');
  expect((await fetch(`${site.origin}/offers/bientot`)).status).toBe(404);
  expect((await visitor(site).get("/admin/offers/bientot/preview")).status).toBe(303);
});

test("the post that is shown is the post that is sent", async () => {
  await offer(site.db, "message", { ...files, title: "Un message" });
  const shown = /class="post-text[^"]*"[^>]*>(.*?)<\/div>/s.exec(await html("/admin/offers/message/post"))?.[1] ?? "";
  await fill("/admin/offers/message/publish", {});
  const { offer: published } = await working("message");
  const sent = await eventually(async () =>
    site.db
      .selectFrom("notes")
      .select("content")
      .where("actor", "=", published.id)
      .where("kind", "=", "announcement")
      .executeTakeFirst(),
  );
  const words = (markup: string) => markup.replaceAll(/<(br|\/p)[^>]*>/g, "\n").replaceAll(/<[^>]+>/g, "");
  expect(words(shown)).toBe(words(sent.content));
});

describe("the history", () => {
  test("compares two versions field by field in words, whichever was chosen as which", async () => {
    await offer(site.db, "historique", StoredOffer.parse({ title: "Historique", needs: ["email"] }));
    await fill("/admin/offers/historique/what", { needs: ["email", "calendar"] });
    const [newer, older] = await listVersions(site.db, (await working("historique")).offer.id);
    for (const [before, after] of [
      [newer, older],
      [older, newer],
    ]) {
      const page = await html(`/admin/offers/historique/history/comparison?before=${before?.id}&after=${after?.id}`);
      expect(page).toMatch(/Besoins couverts.*<ins>.*Agenda partagé.*<\/ins>/s);
    }
    expect(await html("/admin/offers/historique/history")).toContain("1 champ changé");
  });

  test("is of this offer only", async () => {
    const [other] = await listVersions(site.db, (await working("a-deux")).offer.id);
    const asked = await ada.get(`/admin/offers/historique/history/comparison?before=${other?.id}&after=${other?.id}`);
    expect(asked.status).toBe(404);
    expect((await ada.post("/admin/offers/historique/restore", { to: String(other?.id) })).status).toBe(404);
  });
});

describe("the end of an offer", () => {
  test("is asked for once more, and its page says why", async () => {
    await publish(site.db, "finie", { ...files, title: "Finie" });
    const page = await html("/admin/offers/finie/withdraw");
    expect(page).toContain("Personne ne suit cette offre");
    const done = await fill("/admin/offers/finie/withdraw", { reason: "Nous manquons de <temps>." });
    expect(toOf(done)).toBe("/admin/offers/finie?done=withdrawn");
    const gone = await fetch(`${site.origin}/offers/finie`);
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain("Nous manquons de &lt;temps&gt;.");
    const late = await fill("/admin/offers/finie/what", { summary: "Trop tard" });
    expect(late.status).toBe(409);
    expect(await late.text()).toMatch(/dupliquez-la.*Trop tard/s);
    const again = await ada.post("/admin/offers/finie/duplicate");
    expect(toOf(again)).toBe("/admin/offers/finie-2?done=duplicated");
  });

  test("of a draft takes all of it away; a published offer cannot be deleted", async () => {
    await offer(site.db, "rature", StoredOffer.parse({ title: "Rature" }));
    expect(toOf(await fill("/admin/offers/rature/delete", {}))).toBe("/admin/offers?done=deleted");
    expect((await ada.get("/admin/offers/rature")).status).toBe(404);
    const refused = toOf(await ada.post("/admin/offers/fichiers/delete"));
    expect(refused).toBe("/admin/offers/fichiers?done=late");
    expect(await html(refused)).toContain("Quelqu’un a été plus rapide");
    expect((await working("fichiers")).offer.state).toBe("published");
  });

  test("may be only out of sight", async () => {
    await offer(site.db, "rangee", StoredOffer.parse({ title: "Rangée" }));
    expect(toOf(await ada.post("/admin/offers/rangee/archive"))).toBe("/admin/offers/rangee?done=archived");
    expect(await html("/admin/offers")).toMatch(/Archivées.*Rangée/s);
    expect(toOf(await ada.post("/admin/offers/rangee/unarchive"))).toBe("/admin/offers/rangee?done=unarchived");
    expect((await working("rangee")).offer.archived).toBeNull();
  });
});

test("each deed is in the journal under who did it", async () => {
  const entries = await site.db
    .selectFrom("journal")
    .select(["deed", "who"])
    .where("deed", "like", "offer-%")
    .execute();
  const deeds = new Set(entries.map(({ deed }) => deed));
  for (const deed of ["created", "saved", "published", "changes-published", "draft-dropped", "restored", "withdrawn"])
    expect(deeds).toContain(`offer-${deed}`);
  for (const deed of ["duplicated", "archived", "unarchived", "deleted", "moved"])
    expect(deeds).toContain(`offer-${deed}`);
  expect(entries.every(({ who }) => who === "editor@example.org")).toBe(true);
});
