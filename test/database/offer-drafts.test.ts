import fc from "fast-check";
import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { Conflict } from "../../src/foundation/errors.ts";
import { adviceOn } from "../../src/offers/advice.ts";
import { changeOffer, createOffer, duplicateOffer, publishOffer, withdrawOffer } from "../../src/offers/changes.ts";
import { dropDraft, findWorkingOffer, listDrafted, publishWorkingOffer, saveOffer } from "../../src/offers/drafts.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { createFromModel } from "../../src/offers/models.ts";
import { offerModels } from "../../src/offers/offer-model.ts";
import { findOffer, listOffers } from "../../src/offers/queries.ts";
import { archiveOffer, moveOffer, unarchiveOffer } from "../../src/offers/shelf.ts";
import { findVersion, keptVersions, listVersions } from "../../src/offers/versions.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(5);
const now = new Date("2026-11-24T10:00:00Z");
const who = "Ada";

beforeEach(async () => {
  await sql`truncate offers, handles, events cascade`.execute(db);
});

const change = <Value>(work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);
const saying = (title: string, summary = "") => StoredOffer.parse({ title, summary });
const write = (slug: string) => change((tx) => createOffer(tx, saying("Courriel"), { slug, now, who }));
const publish = (slug: string) => change((tx) => publishWorkingOffer(tx, slug, { now, who }));
const save = (slug: string, summary: string) =>
  change((tx) => saveOffer(tx, slug, saying("Courriel", summary), { now, who }));
const working = async (slug: string) => {
  const found = await findWorkingOffer(db, slug);
  if (found === null) throw new Error(`no offer ${slug}`);
  return found;
};
const historyOf = async (slug: string) => listVersions(db, (await working(slug)).offer.id);
const told = async () =>
  (await db.selectFrom("events").select("name").orderBy("happened").execute()).map((e) => e.name);

describe("what somebody writes", () => {
  test("of an offer that nobody has seen stands in the offer", async () => {
    await write("courriel");
    await save("courriel", "Un");
    expect((await findOffer(db, "courriel"))?.content.summary).toBe("Un");
    expect((await working("courriel")).draft).toBeNull();
  });

  test("of a published offer waits beside it: nobody sees it, and nobody is told", async () => {
    await write("courriel");
    await publish("courriel");
    const before = await findOffer(db, "courriel");
    expect(await save("courriel", "Pas encore")).toMatchObject({ done: true });
    expect(await findOffer(db, "courriel")).toEqual(before);
    expect(await working("courriel")).toMatchObject({
      content: { summary: "Pas encore" },
      draft: { who, changed: now },
    });
    expect(await listDrafted(db)).toEqual(new Set([before?.id]));
    expect(await told()).toEqual(["offer-published"]);
  });

  test("is shown to everyone by publishing it, and told of", async () => {
    await write("courriel");
    await publish("courriel");
    await save("courriel", "Nouveau");
    expect(await publish("courriel")).toMatchObject({ value: { version: 3, content: { summary: "Nouveau" } } });
    expect((await working("courriel")).draft).toBeNull();
    expect(await told()).toEqual(["offer-published", "offer-changed", "offer-settled"]);
    expect(await publish("courriel")).toEqual({ done: false, reason: "already-published" });
  });

  test("waits for nothing once it says again what everyone sees", async () => {
    await write("courriel");
    await publish("courriel");
    await save("courriel", "Essai");
    await save("courriel", "");
    expect((await working("courriel")).draft).toBeNull();
  });

  test("stays when a program changes what everyone sees meanwhile, and is not published over it unseen", async () => {
    await write("courriel");
    await publish("courriel");
    await save("courriel", "De nous");
    const { offer } = await working("courriel");
    await change((tx) => changeOffer(tx, "courriel", saying("Courriel", "Du programme"), { now }));
    expect(await working("courriel")).toMatchObject({
      offer: { content: { summary: "Du programme" } },
      content: { summary: "De nous" },
    });
    const unseen = change((tx) => publishWorkingOffer(tx, "courriel", { now, who, version: offer.version }));
    await expect(unseen).rejects.toThrow(Conflict);
  });

  test("can be let go, and is still in the history", async () => {
    await write("courriel");
    await publish("courriel");
    await save("courriel", "Finalement non");
    await change((tx) => dropDraft(tx, "courriel"));
    expect(await working("courriel")).toMatchObject({ draft: null, content: { summary: "" } });
    expect((await historyOf("courriel"))[0]).toMatchObject({
      content: { summary: "Finalement non" },
      published: false,
    });
  });

  test("is refused without a title, and once the offer is withdrawn", async () => {
    await write("courriel");
    expect(await change((tx) => saveOffer(tx, "courriel", saying(" "), { now }))).toMatchObject({
      reason: "title-missing",
    });
    await publish("courriel");
    await save("courriel", "En attente");
    await change((tx) => withdrawOffer(tx, "courriel", now, { farewell: "Plus de place" }));
    expect(await save("courriel", "Trop tard")).toMatchObject({ reason: "offer-is-withdrawn" });
    expect(await working("courriel")).toMatchObject({ draft: null, offer: { farewell: "Plus de place" } });
  });
});

describe("the history of an offer", () => {
  test("says who wrote what, and what everyone saw", async () => {
    await write("courriel");
    await save("courriel", "Un");
    await publish("courriel");
    await change((tx) => changeOffer(tx, "courriel", saying("Courriel", "Deux"), { now }));
    const said = (await historyOf("courriel")).map((version) => [
      version.content.summary,
      version.published,
      version.who,
    ]);
    expect(said).toEqual([
      ["Deux", true, null],
      ["Un", true, who],
      ["Un", false, who],
      ["", false, who],
    ]);
  });

  test("is of one offer only, and keeps the last of it", async () => {
    await write("courriel");
    await write("agenda");
    for (let n = 0; n < keptVersions + 5; n += 1) await save("courriel", `Version ${n}`);
    const versions = await historyOf("courriel");
    expect(versions).toHaveLength(keptVersions);
    expect(versions[0]?.content.summary).toBe(`Version ${keptVersions + 4}`);
    const [first] = await historyOf("agenda");
    const other = (await working("courriel")).offer.id;
    expect(await findVersion(db, other, first?.id ?? 0)).toBeNull();
  });

  test("played again ends where the offer is, whatever was done to it", async () => {
    const verbs = {
      save: (summary: string) => save("courriel", summary),
      publish: () => publish("courriel"),
      program: (summary: string) => change((tx) => changeOffer(tx, "courriel", saying("Courriel", summary), { now })),
    };
    const deed = fc.oneof(
      fc.record({ deed: fc.constant("save" as const), summary: fc.constantFrom("Un", "Deux", "Trois") }),
      fc.record({ deed: fc.constant("program" as const), summary: fc.constantFrom("Quatre", "Cinq") }),
      fc.constant({ deed: "publish" as const, summary: "" }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 8 }), async (deeds) => {
        await sql`truncate offers, handles, events cascade`.execute(db);
        await write("courriel");
        for (const { deed, summary } of deeds) await verbs[deed](summary);
        const { offer, content } = await working("courriel");
        const history = await historyOf("courriel");
        const shown = offer.state === "published" ? history.find(({ published }) => published) : history[0];
        expect(shown?.content).toEqual(offer.content);
        expect(history.map((version) => version.content)).toContainEqual(content);
      }),
      { numRuns: 25 },
    );
  });
});

describe("the order of offers", () => {
  const order = async () => (await listOffers(db)).map(({ slug }) => slug);

  test("is changed by moving one past its neighbour of the same state", async () => {
    for (const slug of ["a", "b", "c", "d"]) await write(slug);
    await publish("a");
    await publish("c");
    await change((tx) => moveOffer(tx, "c", "up"));
    expect(await order()).toEqual(["c", "b", "a", "d"]);
    await change((tx) => moveOffer(tx, "c", "up"));
    await change((tx) => moveOffer(tx, "d", "down"));
    expect(await order()).toEqual(["c", "b", "a", "d"]);
  });

  test("is whole after many have moved at once", async () => {
    for (const slug of ["a", "b", "c", "d"]) await write(slug);
    await Promise.all(
      ["a", "b", "c", "d"].map((slug, n) => change((tx) => moveOffer(tx, slug, n % 2 ? "up" : "down"))),
    );
    expect((await order()).sort()).toEqual(["a", "b", "c", "d"]);
    expect((await listOffers(db)).map(({ position }) => position)).toEqual([1, 2, 3, 4]);
  });
});

test("an offer is put away and taken out again, but not while everyone sees it", async () => {
  await write("courriel");
  expect(await change((tx) => archiveOffer(tx, "courriel", now))).toMatchObject({ value: { archived: now } });
  expect((await findOffer(db, "courriel"))?.archived).toEqual(now);
  await change((tx) => unarchiveOffer(tx, "courriel"));
  await change((tx) => archiveOffer(tx, "courriel", now));
  await change((tx) => publishOffer(tx, "courriel", now));
  expect((await findOffer(db, "courriel"))?.archived).toBeNull();
  expect(await change((tx) => archiveOffer(tx, "courriel", now))).toEqual({ done: false, reason: "still-published" });
});

test("a duplicate says what the other says, and begins a history of its own", async () => {
  await write("courriel");
  await save("courriel", "Un");
  const made = await change((tx) => duplicateOffer(tx, "courriel", now));
  expect(made).toMatchObject({ value: { slug: "courriel-2", content: { summary: "Un" } } });
  expect(await historyOf("courriel-2")).toHaveLength(1);
});

describe.each(offerModels)("the model %s", (model) => {
  test.each(["fr", "en"] as const)(
    "is a draft with a price to correct and nothing to advise, in %s",
    async (language) => {
      const made = await change((tx) => createFromModel(tx, model, language, now, { who }));
      if (!made.done) throw new Error(made.reason);
      const { state, content } = made.value;
      expect(state).toBe("draft");
      expect(content.language).toBe(language);
      expect(adviceOn(content)).toEqual([]);
      for (const { price } of content.tiers) expect(price).toMatchObject({ indicative: true, asOf: "2026-11-24" });
    },
  );

  test("takes the title of whoever has one already", async () => {
    const made = await change((tx) => createFromModel(tx, model, "fr", now, { title: " Des listes " }));
    expect(made).toMatchObject({ value: { slug: "des-listes", content: { title: "Des listes" } } });
  });
});
