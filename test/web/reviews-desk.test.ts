import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { changeHost } from "../../src/hosts/changes.ts";
import { emptyProfile } from "../../src/hosts/host.ts";
import { needHost } from "../../src/hosts/queries.ts";
import { digestOf } from "../../src/reviews/digests.ts";
import { keepReview } from "../../src/reviews/keeping.ts";
import { findOwnActor, listOwnReviews } from "../../src/reviews/queries.ts";
import { eventually } from "../support/eventually.ts";
import { know } from "../support/known-hosts.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor } from "./desk.ts";
import { formIn } from "./forms.ts";

let site: TestSite;
let ada: Visitor;
const rucher = "https://rucher.example";
const claim = "Nous publions nos comptes.";
const reviews = "/admin/followers/reviews";
const hostPage = `/admin/followers/hosts/site?${new URLSearchParams({ origin: rucher })}`;
const form = { origin: rucher, claim: digestOf(claim) };
const formPath = `${reviews}/write?${new URLSearchParams(form)}`;

beforeAll(async () => {
  site = await startSite();
  ada = await signedIn(site);
  await eventually(async () => (await findOwnActor(site.db)) !== null);
});
afterAll(() => site[Symbol.asyncDispose]());
beforeEach(async () => {
  await site.db.deleteFrom("instances").where("source", "<>", "own").execute();
  for (const table of ["reviews", "listedReviews", "reviewReadings", "vouches"] as const)
    await site.db.deleteFrom(table).execute();
  const actor = await know(site.db, { origin: rucher, name: "Le Rucher", trust: 4, source: "peer" });
  const commitments = [{ claim, evidence: "https://rucher.example/comptes", asOf: null, answer: null }];
  const profile = JSON.stringify({ ...emptyProfile("Le Rucher", "fr"), commitments });
  await site.db.updateTable("catalogueHosts").set({ profile }).where("actor", "=", actor).execute();
});

const read = async (path: string, visitor = ada) => (await visitor.get(path)).text();
const review = (sent: Readonly<Record<string, string>>, visitor = ada) =>
  visitor.post(`${reviews}/write`, { ...form, ...sent });
const longAgo = new Date("2024-03-01T10:00:00Z");
const ageAll = async () => {
  await site.db.updateTable("reviews").set({ said: longAgo }).execute();
  await site.db.updateTable("vouches").set({ given: longAgo }).execute();
};

describe("a commitment of another host", () => {
  test("is reviewed from its page at the desk, and the review changed there", async () => {
    const before = await read(hostPage);
    expect(before).toContain(printed(`Donner un avis sur « ${claim} »`));
    const sent = await review({ verdict: "confirms", why: "Nous les avons lus.", evidence: "" });
    expect(sent.headers.get("location")).toContain("done=reviewed");
    const after = await read(hostPage);
    expect(after).toContain("Vous confirmez");
    expect(await read(formPath)).toContain("Nous les avons lus.");
    await review({ verdict: "disputes", why: "Il manque 2025.", evidence: "https://pomme.example/constat" });
    const [own, ...others] = await listOwnReviews(site.db);
    expect([own?.verdict, own?.why, own?.claim, others]).toEqual(["disputes", "Il manque 2025.", claim, []]);
    expect(await read("/about")).toContain("Il manque 2025.");
  });

  test("is not disputed without a reason, and what was typed comes back", async () => {
    const refused = await review({ verdict: "disputes", why: " ", evidence: "ma tante" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain(printed("Pour contester, dites pourquoi : l’autre doit pouvoir vous répondre."));
    expect(page).toContain("Ce n’est pas une adresse du web.");
    expect(page).toContain('value="ma tante"');
    expect((await review({ verdict: "confirms", why: "très ".repeat(120) })).status).toBe(422);
    expect((await review({ verdict: "ok" })).status).toBe(422);
    expect(await listOwnReviews(site.db)).toEqual([]);
  });

  test("is reviewed by those who administer only, and only as the host words it", async () => {
    const reader = await signedIn(site, "reader");
    expect((await review({ verdict: "confirms" }, reader)).status).toBe(403);
    expect((await reader.get(reviews)).status).toBe(200);
    expect(
      (await ada.post(`${reviews}/write`, { ...form, claim: digestOf("autre"), verdict: "confirms" })).status,
    ).toBe(404);
    expect((await ada.get(`${reviews}/write?origin=javascript:1&claim=x`)).status).toBe(404);
    expect((await ada.post(`${reviews}/renewal`, { what: "review", id: "1" })).status).toBe(404);
  });
});

describe("after a year", () => {
  test("reviews and vouches are asked for again, said again with one click or taken back", async () => {
    await review({ verdict: "confirms", why: "Nous les avons lus." });
    await ada.post("/admin/followers/hosts/site/vouch", { origin: rucher, reason: "Des voisins." });
    expect(await read("/admin")).not.toContain("est-il toujours vrai");
    await ageAll();
    const today = await read("/admin");
    expect(today).toContain(printed("Votre avis sur Le Rucher est-il toujours vrai ?"));
    expect(today).toContain(printed("Vous portez-vous toujours garant de Le Rucher ?"));
    expect(await read(reviews)).toContain("Cela date de plus d’un an.");

    const [own] = await listOwnReviews(site.db);
    const sent = await ada.post(`${reviews}/renewal`, { what: "review", id: own?.id ?? "" });
    expect(sent.headers.get("location")).toBe(`${reviews}?done=renewed`);
    expect((await listOwnReviews(site.db))[0]?.said.getTime()).toBeGreaterThan(longAgo.getTime());
    expect(await read("/admin")).not.toContain("est-il toujours vrai");

    const vouch = await site.db.selectFrom("vouches").selectAll().executeTakeFirstOrThrow();
    await ada.post(`${reviews}/renewal`, { what: "vouch", id: vouch.id });
    const again = await site.db.selectFrom("vouches").selectAll().executeTakeFirstOrThrow();
    expect([again.id, again.reason, again.given > longAgo]).toEqual([vouch.id, "Des voisins.", true]);
    await ada.post(`${reviews}/withdrawal`, { what: "vouch", id: vouch.id });
    await ada.post(`${reviews}/withdrawal`, { what: "review", id: own?.id ?? "" });
    expect(await listOwnReviews(site.db)).toEqual([]);
    expect(await read("/admin/followers/hosts")).not.toContain("Vous confirmez");
    expect((await ada.post(`${reviews}/withdrawal`, { what: "review", id: own?.id ?? "" })).status).toBe(404);
  });
});

describe("what others say of our own commitments", () => {
  const said = async (why: string) => {
    const reviewed = (await findOwnActor(site.db)) ?? "";
    const word = { address: `${rucher}/ap/relationships/1`, reviewer: `${rucher}/ap/actors/1`, reviewed, claim };
    await site.db
      .transaction()
      .execute((tx) =>
        keepReview(tx, { ...word, verdict: "disputes", why, evidence: null, said: new Date() }, new Date()),
      );
  };

  test("waits at the desk until somebody has read it, and can be answered on the page itself", async () => {
    await site.db.transaction().execute(async (tx) => {
      const { profile } = await needHost(tx);
      const commitments = [{ claim, evidence: null, asOf: null, answer: null }];
      await changeHost(tx, { ...profile, commitments }, new Date());
    });
    await said("Il manque <b>2025</b>.");
    await eventually(async () => (await read("/admin")).includes("Le Rucher conteste l’un de vos engagements"));
    const page = await read(reviews);
    expect(page).toContain("Il manque &lt;b&gt;2025&lt;/b&gt;.");
    expect(page).toContain("nouveau");
    await ada.post(`${reviews}/read`);
    expect(await read("/admin")).not.toContain("Le Rucher conteste");
    await said("Il manque aussi 2024.");
    expect(await read("/admin")).toContain("Le Rucher conteste");

    const answer = "Ils arrivent en mars.";
    const typed = formIn(await read("/admin/host/commitments"));
    const kept = await ada.post("/admin/host/commitments", { ...typed, "commitments.0.answer": answer, do: "save" });
    expect(kept.status).toBe(303);
    const about = await read("/about");
    expect(about).toContain("conteste");
    expect(about).toContain(answer);
  });
});
