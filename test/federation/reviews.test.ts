import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askVisit } from "../../src/catalogue/visits.ts";
import { changeHost } from "../../src/hosts/changes.ts";
import { needHost } from "../../src/hosts/queries.ts";
import { listReviewsOf } from "../../src/reviews/queries.ts";
import { eventually } from "../support/eventually.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { befriend } from "../support/peers.ts";
import { startSite, type TestSite } from "../support/site.ts";

let mail: MailServer;
let claimer: TestSite;
let reviewer: TestSite;
let third: TestSite;
beforeAll(async () => {
  mail = await startMailServer();
  const settings = { SMTP_URL: mail.url, MAIL_FROM: "essaim@pomme.example" };
  claimer = await startSite({ name: "La Pomme", handle: "la_pomme", settings });
  reviewer = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  third = await startSite({ name: "Mille Sabots", handle: "mille_sabots" });
  await claims("Nous publions nos comptes.");
  await befriend(claimer, reviewer);
  await befriend(third, reviewer);
  await befriend(third, claimer);
});
afterAll(async () => {
  for (const site of [claimer, reviewer, third]) await site?.[Symbol.asyncDispose]();
  await mail[Symbol.asyncDispose]();
});

const activity = { headers: { accept: "application/activity+json" } };
const french = { headers: { "accept-language": "fr" } };

async function claims(claim: string, answer: string | null = null): Promise<void> {
  await claimer.db.transaction().execute(async (tx) => {
    const { profile } = await needHost(tx);
    const contact = { ...profile.contact, email: "bonjour@pomme.example" };
    const commitments = [{ claim, evidence: null, asOf: null, answer }];
    await changeHost(tx, { ...profile, contact, commitments }, new Date());
  });
}

async function hostOf({ db, origin }: TestSite): Promise<string> {
  const { id } = await db.selectFrom("hosts").select("id").executeTakeFirstOrThrow();
  return `${origin}/ap/actors/${id}`;
}

/** What a site shows of what is said of the claimer. */
const shownAt = async (site: TestSite) =>
  (await listReviewsOf(site.db, await hostOf(claimer))).map(({ name, verdict, why }) => [name, verdict, why]);

const untilShown = (site: TestSite, expected: readonly unknown[]) =>
  eventually(async () => JSON.stringify(await shownAt(site)) === JSON.stringify(expected));

const copyAt = async (site: TestSite) =>
  (await fetch(`${site.origin}/directory/hosts/${new URL(claimer.origin).host}`, french)).text();

interface Given {
  readonly id: string;
  readonly address: string;
}

describe("three hosts", () => {
  let given: Given;
  const asked = async (body: object) =>
    reviewer.api("POST", "/reviews", { actor: await hostOf(claimer), claim: "Nous publions nos comptes.", ...body });

  test("of which one says what it found of a claim: read at its own address, and alone in its own list", async () => {
    await eventually(async () => (await asked({ verdict: "confirms" })).status < 300);
    const confirmed = await asked({
      verdict: "confirms",
      why: "Nous les avons lus.",
      evidence: "https://pomme.example/c",
    });
    given = (await confirmed.json()) as Given;
    const document = await (await fetch(given.address, activity)).json();
    expect(document).toMatchObject({
      ...{ type: "Relationship", subject: await hostOf(reviewer), object: await hostOf(claimer) },
      ...{ relationship: "https://w3id.org/essaim/ns#confirms", name: "Nous publions nos comptes." },
      ...{ content: "<p>Nous les avons lus.</p>", context: "https://pomme.example/c" },
    });
    const host = (await (await fetch(await hostOf(reviewer), activity)).json()) as {
      attachment: { rel?: string[]; href?: string }[];
    };
    const link = host.attachment.find(({ rel }) => rel?.includes("https://w3id.org/essaim/ns#reviews"));
    const all = await (await fetch(link?.href ?? "", activity)).json();
    expect(all).toMatchObject({ totalItems: 1, orderedItems: [{ id: given.address }] });
  });

  test("show it beside the claim, named and dated, with its reason and its grounds", async () => {
    const expected = [["Le Rucher", "confirms", "Nous les avons lus."]];
    await untilShown(claimer, expected);
    await untilShown(third, expected);
    const about = await (await fetch(`${claimer.origin}/about`, french)).text();
    for (const page of [about, await copyAt(third)]) {
      expect(page).toContain("Ce qu’en disent d’autres hébergeurs");
      expect(page).toContain("Nous les avons lus.");
      expect(page).toContain('href="https://pomme.example/c"');
      expect(page).toContain(`href="${given.address}"`);
    }
    const own = await (await fetch(`${reviewer.origin}/about`, french)).text();
    expect(own).toContain("Ce que nous disons des engagements des autres");
  });

  test("write to the one of whom it is said, once until somebody there has read it", async () => {
    await eventually(async () => mail.posted.length === 1);
    const letter = mail.posted[0];
    expect(letter?.to).toEqual(["bonjour@pomme.example"]);
    await asked({ verdict: "disputes", why: "Ceux de 2025 manquent." });
    await untilShown(claimer, [["Le Rucher", "disputes", "Ceux de 2025 manquent."]]);
    await untilShown(third, [["Le Rucher", "disputes", "Ceux de 2025 manquent."]]);
    await claimer.db.updateTable("listedReviews").set({ read: new Date() }).where("told", "is not", null).execute();
    await asked({ verdict: "cannot-check", why: "Le site est fermé." });
    await eventually(async () => mail.posted.length >= 2);
  });

  test("show below it what the claimer answers, also elsewhere", async () => {
    await claims("Nous publions nos comptes.", "Ils sont de retour depuis lundi.");
    await eventually(async () => (await copyAt(third)).includes("Ils sont de retour depuis lundi."));
    expect(await copyAt(third)).toContain("Réponse de La Pomme");
  });

  test("keep it as one of an earlier wording once the claim reads otherwise", async () => {
    await claims("Nous publions nos comptes chaque année.");
    await eventually(async () => (await copyAt(third)).includes("Nous publions nos comptes chaque année."));
    const page = await copyAt(third);
    expect(page).toContain("Avis sur des engagements formulés autrement");
    expect(page).not.toContain("Ce qu’en disent d’autres hébergeurs");
    expect((await asked({ verdict: "confirms" })).status).toBe(422);
  });

  test("learn it with a visit when they were not there as it was said", async () => {
    const expected = [["Le Rucher", "cannot-check", "Le site est fermé."]];
    await claims("Nous publions nos comptes.");
    await third.db.deleteFrom("listedReviews").execute();
    await third.db.transaction().execute((tx) => askVisit(tx, reviewer.origin));
    await eventually(async () => (await third.db.selectFrom("listedReviews").selectAll().execute()).length === 1);
    await third.db.transaction().execute((tx) => askVisit(tx, claimer.origin));
    await untilShown(third, expected);
  });

  test("show it no longer once it is taken back: its address says that it is gone", async () => {
    expect((await reviewer.api("DELETE", `/reviews/${given.id}`)).status).toBe(204);
    const gone = await eventually(async () => {
      const answer = await fetch(given.address, activity);
      return answer.status === 410 ? answer.json() : null; // documents are told of a change a moment after it
    });
    expect(gone).toMatchObject({ type: "Tombstone", formerType: "Relationship" });
    await untilShown(claimer, []);
    await untilShown(third, []);
  });

  test("of whom one is blocked: nothing that it says is shown", async () => {
    await asked({ verdict: "confirms", why: "Vu." });
    await untilShown(third, [["Le Rucher", "confirms", "Vu."]]);
    await third.api("POST", "/blocks", { domain: new URL(reviewer.origin).host });
    expect(await shownAt(third)).toEqual([]);
    expect(await copyAt(third)).not.toContain("Vu.");
  });
});
