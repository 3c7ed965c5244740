import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { hearRefusal, hearStamp } from "../../src/joint/hearing.ts";
import type { JointInvitation, JointPaper } from "../../src/joint/joint.ts";
import { listInvitations, listPapers } from "../../src/joint/queries.ts";
import { keepInvitation, type ShownPaper } from "../../src/joint/receiving.ts";
import { settlePaper } from "../../src/joint/settling.ts";
import { findOffer } from "../../src/offers/queries.ts";
import { askedByRucher, rucher } from "../support/joint-asked.ts";
import { listHost } from "../support/listed.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor } from "./desk.ts";
import { type Form, formIn } from "./forms.ts";

let site: TestSite;
let ada: Visitor;
let reader: Visitor;
let own: string;
const bruyere = {
  actor: "https://bruyere.example/ap/actors/host",
  name: "La Bruyère",
  page: "https://bruyere.example/@hote",
};

beforeAll(async () => {
  site = await startSite();
  ada = await signedIn(site, "editor");
  reader = await signedIn(site, "reader");
  await listHost(site.db, "https://lerucher.example", { name: rucher.name });
  await listHost(site.db, "https://bruyere.example", { name: bruyere.name, profile: { capabilities: ["training"] } });
  own = (await site.db.selectFrom("catalogueHosts").select("actor").where("trust", "=", 4).executeTakeFirstOrThrow())
    .actor;
});

afterAll(() => site[Symbol.asyncDispose]());

const change = <Value>(work: (tx: Transaction) => Promise<Value>) => site.db.transaction().execute(work);
const text = async (answer: Response | Promise<Response>) => (await answer).text();

/** Sends what a browser would send of a page, with what is typed. */
async function fill(who: Visitor, page: string, action: string, typed: Form = {}): Promise<Response> {
  const [, form = ""] = new RegExp(`action="${action}"(.*?)</form>`, "s").exec(await text(who.get(page))) ?? [];
  return who.post(action, { ...formIn(`<main${form}`), ...typed });
}

async function drafted(title: string, partners: readonly string[]): Promise<JointPaper> {
  const named = Object.fromEntries(partners.map((one, at) => [`with-${at + 1}`, one]));
  const begun = await fill(ada, "/admin/joint/new", "/admin/joint", {
    ...named,
    title,
    price: "120",
    needs: ["file-sharing"],
  });
  expect(begun.headers.get("location")).toMatch(/^\/admin\/joint\/[0-9a-f-]{36}\/terms\?done=drafted$/);
  return paperOf(title);
}

async function paperOf(title: string): Promise<JointPaper> {
  const paper = (await listPapers(site.db)).find((one) => one.title === title);
  if (paper === undefined) throw new Error(`there is no ${title}`);
  return paper;
}

/** What another site would show of its agreement. */
const signs = ({ id, version }: JointPaper, actor: string) =>
  change(async (tx) => {
    const address = `${new URL(actor).origin}/ap/relationships/${id}`;
    await hearStamp(tx, id, actor, { address, version, part: "open", partNote: null }, new Date());
    await settlePaper(tx, id, new Date());
  });

describe("an offer that our host leads", () => {
  test("begins with its hosts and what it is; a host that is not found is said beside its field", async () => {
    expect(await text(ada.get("/admin/joint"))).toContain("Aucune offre commune pour l’instant");
    const wrong = await text(
      fill(ada, "/admin/joint/new", "/admin/joint", { "with-1": "@x@nulle-part.example", title: "A" }),
    );
    expect(wrong).toMatch(/id="with-1-error".*Nous ne trouvons pas d’hébergeur/s);
    const [, kept] = /id="with-1"[^>]*value="([^"]*)"/.exec(wrong) ?? [];
    expect(kept).toBe("@x@nulle-part.example");
    const { partners, terms } = await drafted("Un Nextcloud accompagné", ["@hote@lerucher.example", bruyere.page]);
    expect(partners.map(({ name, roles }) => [name, roles])).toEqual([
      ["Le Rucher", ["hosting"]],
      ["La Bruyère", ["training"]],
    ]);
    expect(terms).toMatchObject({ invoicing: own, total: { amount: 12_000, currency: "EUR", period: "year" } });
  });

  test("says who does what; shares that do not add up come back with a sentence", async () => {
    const { id } = await paperOf("Un Nextcloud accompagné");
    const path = `/admin/joint/${id}/terms`;
    const typed = { "share-0": "60", "share-1": "40", "share-2": "10", liability: "Chacun répond de sa part." };
    expect(await text(fill(ada, path, path, typed))).toContain("Les parts ne font pas le prix en tout");
    const saved = await fill(ada, path, path, {
      ...typed,
      "share-2": "20 €",
      mode: "shrink",
      support: "",
      supportWords: "aide@lerucher.example",
    });
    expect(saved.headers.get("location")).toBe(`/admin/joint/${id}?done=saved`);
    const { terms } = await paperOf("Un Nextcloud accompagné");
    expect(terms).toMatchObject({ supportEntry: "aide@lerucher.example", onLeaving: { mode: "shrink" } });
    expect(terms.parts.map(({ share }) => share)).toEqual(
      [60, 40, 20].map((euros) => ({ amount: euros * 100, currency: "EUR", period: "year" })),
    );
  });

  test("is asked for, tells whom it waits for, and appears once all have signed", async () => {
    const { id } = await paperOf("Un Nextcloud accompagné");
    const path = `/admin/joint/${id}`;
    expect(await text(ada.get(path))).toContain("Vous n’avez encore invité personne.");
    expect((await fill(ada, path, `${path}/invitation`)).headers.get("location")).toBe(`${path}?done=invited`);
    expect(await text(ada.get(path))).toContain(printed("On attend une réponse : Le Rucher et La Bruyère."));
    await signs(await paperOf("Un Nextcloud accompagné"), rucher.actor);
    expect(await text(ada.get("/admin/joint"))).toContain(printed("On attend une réponse : La Bruyère."));
    expect((await findOffer(site.db, "un-nextcloud-accompagne"))?.state).toBe("draft");
    await signs(await paperOf("Un Nextcloud accompagné"), bruyere.actor);
    expect(await text(ada.get(path))).toContain("l’offre est en ligne");
    const page = await text(
      fetch(`${site.origin}/offers/un-nextcloud-accompagne`, { headers: { "accept-language": "fr" } }),
    );
    expect(page).toMatch(/Une offre commune de.*La Pomme.*Le Rucher.*La Bruyère.*Qui fait quoi/s);
  });

  test("shows what has changed since each signed, and asks anew", async () => {
    const { id } = await paperOf("Un Nextcloud accompagné");
    const path = `/admin/joint/${id}`;
    await fill(ada, `${path}/terms`, `${path}/terms`, { "does-1": "Héberge vos fichiers." });
    const page = await text(ada.get(path));
    expect(page).toContain(printed("On attend un nouvel accord : Le Rucher et La Bruyère."));
    expect(page).toMatch(
      /Ce qui a changé depuis l’accord donné par Le Rucher et La Bruyère.*<ins>.*Héberge vos fichiers/s,
    );
  });

  test("stands on Today once somebody has refused, with the reason", async () => {
    const paper = await drafted("Sauvegarde croisée", [rucher.page]);
    await fill(ada, `/admin/joint/${paper.id}`, `/admin/joint/${paper.id}/invitation`);
    await change((tx) => hearRefusal(tx, paper.id, rucher.actor, "Pas cette année.", new Date()));
    expect(await text(ada.get("/admin"))).toContain(printed("Le Rucher ne donne pas « Sauvegarde croisée » avec vous"));
    expect(await text(ada.get(`/admin/joint/${paper.id}`))).toContain(printed("« Pas cette année. »"));
    await fill(ada, `/admin/joint/${paper.id}`, `/admin/joint/${paper.id}/withdrawal`);
    expect((await paperOf("Sauvegarde croisée")).state).toBe("withdrawn");
  });
});

const shown = (more: Partial<ShownPaper> = {}) => askedByRucher(own, more);

const asked = (more: Partial<ShownPaper> = {}) =>
  change((tx) => keepInvitation(tx, shown(more), crypto.randomUUID(), new Date()));

async function invitation(): Promise<JointInvitation> {
  const [found] = await listInvitations(site.db);
  if (found === undefined) throw new Error("nobody has asked");
  return found;
}

describe("an offer that another host leads", () => {
  test("is read whole, and accepted in exactly the version that was read", async () => {
    await asked();
    expect(await text(ada.get("/admin"))).toContain(
      printed("Le Rucher vous propose de donner ensemble « Un courriel formé »"),
    );
    const { id, version } = await invitation();
    const path = `/admin/joint/invitations/${id}`;
    expect(await text(ada.get(path))).toMatch(/Ce que vous accepteriez.*Deux séances de formation\..*90\s€/s);
    await asked({ terms: { ...shown().terms, liability: "Vous répondez de tout." } });
    const late = await ada.post(`${path}/acceptance`, { version });
    expect([late.status, (await text(late)).includes("L’offre a changé pendant que vous lisiez")]).toEqual([409, true]);
    expect((await invitation()).state).toBe("invited");
    expect((await fill(ada, path, `${path}/acceptance`)).headers.get("location")).toBe(`${path}?done=accepted`);
    expect(await invitation()).toMatchObject({
      state: "accepted",
      stamps: [{ version: (await invitation()).version }],
    });
  });

  test("shows what has changed since our agreement, and says what leaving does", async () => {
    await asked({ terms: { ...shown().terms, liability: "Chacun répond de sa part." } });
    const { id } = await invitation();
    const path = `/admin/joint/invitations/${id}`;
    const page = await text(ada.get(path));
    expect(page).toMatch(/Ce qui a changé depuis la version que vous avez acceptée.*<del>.*Vous.*<ins>.*Chacun/s);
    expect(page).toContain("Trois mois de préavis.");
    await fill(ada, path, `${path}/acceptance`);
    await fill(ada, path, `${path}/closing`, { note: "Complet jusqu’à mars." });
    expect(await invitation()).toMatchObject({ part: "closed", partNote: "Complet jusqu’à mars." });
    await fill(ada, path, `${path}/opening`);
    await fill(ada, path, `${path}/comments`, { text: "Et pour les vacances ?" });
    expect(await text(ada.get(path))).toContain("Et pour les vacances ?");
    await fill(ada, path, `${path}/leaving`);
    expect(await invitation()).toMatchObject({ state: "left", stamps: [] });
  });

  test("is refused with a reason only, and by nobody who only reads", async () => {
    await asked({ proposal: "https://lerucher.example/ap/proposals/2" });
    const { id } = await invitation();
    const path = `/admin/joint/invitations/${id}`;
    expect(await text(fill(ada, path, `${path}/refusal`))).toContain("Dites pourquoi, en quelques mots.");
    expect((await reader.post(`${path}/acceptance`, { version: "" })).status).toBe(403);
    await fill(ada, path, `${path}/refusal`, { reason: "Nous n’avons plus de formatrice." });
    expect((await invitation()).state).toBe("refused");
  });
});
