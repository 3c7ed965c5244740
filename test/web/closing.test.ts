import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeAvailability, expireAvailabilities } from "../../src/availability/changes.ts";
import { withdrawClosing } from "../../src/availability/closing-changes.ts";
import { StoredDetails } from "../../src/availability/form.ts";
import { findAvailability } from "../../src/availability/queries.ts";
import { needHost } from "../../src/hosts/queries.ts";
import { findOffer } from "../../src/offers/queries.ts";
import { eventually } from "../support/eventually.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { printed, signedIn, type Visitor } from "./desk.ts";
import { files, lists, publish } from "./offers.ts";

let site: TestSite;
let ada: Visitor;
beforeAll(async () => {
  site = await startSite();
  ada = await signedIn(site);
  await publish(site.db, "fichiers", files);
  await publish(site.db, "listes", lists);
  await site.db
    .transaction()
    .execute((tx) =>
      changeAvailability(
        tx,
        "fichiers",
        { ...StoredDetails.parse({ slots: 7, capacity: 40, message: "Deux semaines." }), state: "limited" },
        { now: new Date() },
      ),
    );
});
afterAll(() => site[Symbol.asyncDispose]());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const ends = inDays(120);
const plan = {
  ends,
  notice: "Nous sommes trop peu <nombreux>.",
  successor: "https://suite.example/",
  exitGuide: "pomme.example/partir",
};
const post = (form: Record<string, string>, by = ada) => by.post("/admin/host/closing", form);
const closing = async () => (await needHost(site.db)).profile.closing;
const said = async (slug: string) => {
  const offer = await findOffer(site.db, slug);
  return offer && findAvailability(site.db, offer.id);
};
const notes = async () =>
  (
    await site.db
      .selectFrom("notes")
      .select("content")
      .where("kind", "=", "announcement")
      .orderBy("published")
      .execute()
  ).map(({ content }) => content);

describe("a host that closes", () => {
  test("sees what will happen before anything does", async () => {
    const html = await (await post({ ...plan, do: "review" })).text();
    expect(html).toContain("Voici ce qui va se passer");
    expect(html).toContain(printed("Vos 2 offres publiées passent « En cours d’arrêt »"));
    expect(html).toContain("Nous sommes trop peu &lt;nombreux&gt;.");
    expect(await closing()).toBeNull();
    expect((await said("fichiers"))?.state).toBe("limited");
  });

  test("is asked for a day to come, and loses nothing that it typed", async () => {
    for (const day of ["", inDays(0), inDays(-3), "31 février"]) {
      const answer = await post({ ...plan, ends: day, exitGuide: "pas une adresse", do: "announce" });
      const html = await answer.text();
      expect(answer.status, day).toBe(422);
      expect(html).toContain('href="#ends"');
      expect(html).toContain('href="#exitGuide"');
      expect(html).toContain("Nous sommes trop peu &lt;nombreux&gt;.");
    }
    expect(await closing()).toBeNull();
  });

  test("says so everywhere at once: offers, page, and a note to those who follow", async () => {
    const form = { ...plan, form: crypto.randomUUID(), do: "announce" };
    const [first, second] = await Promise.all([post(form), post(form)]);
    expect([first.headers.get("location"), second.headers.get("location")]).toEqual(
      Array(2).fill("/admin/host/closing?done=announced"),
    );
    expect(await closing()).toEqual({
      ends,
      announced: inDays(0),
      notice: plan.notice,
      successor: plan.successor,
      exitGuide: "https://pomme.example/partir",
    });
    for (const slug of ["fichiers", "listes"]) {
      const now = await said(slug);
      expect(now).toMatchObject({ state: "ending", slots: null });
      expect(now?.message).toContain("Nous fermons le");
      expect(now?.expires.getTime()).toBeGreaterThan(new Date(`${ends}T00:00:00Z`).getTime());
    }
    expect(await (await fetch(`${site.origin}/about`)).text()).toContain("Nous fermons le");
    const told = await eventually(
      async () => (await notes()).filter((note) => note.includes("Nous fermons le")).length || null,
    );
    expect(told).toBe(1);
    const note = (await notes()).find((one) => one.includes("Nous fermons le"));
    expect(note).toContain("Nous sommes trop peu &lt;nombreux&gt;.");
    expect(note).toContain('<a href="https://suite.example/">');
    const feed = await (await fetch(`${site.origin}/feed.atom?lang=fr`)).text();
    expect(feed.match(/<title>Nous fermons le/g)).toHaveLength(1);
    expect(feed).toContain("Nous sommes trop peu");
    expect(await journal()).toMatchObject({ deed: "closing-announced", subject: ends });
  });

  test("can move the day; it was announced when it was", async () => {
    await site.db.transaction().execute(async (tx) => {
      const { profile } = await needHost(tx);
      await tx
        .updateTable("hosts")
        .set({ profile: JSON.stringify({ ...profile, closing: { ...plan, announced: "2026-01-01" } }) })
        .execute();
    });
    await post({ ...plan, ends: inDays(200), do: "announce" });
    expect(await closing()).toMatchObject({ ends: inDays(200), announced: "2026-01-01" });
  });

  test("can stay open after all: its offers say again what they said, and it is made known", async () => {
    const answer = await post({ do: "stay" });
    expect(answer.headers.get("location")).toBe("/admin/host/closing?done=withdrawn");
    expect(await closing()).toBeNull();
    expect(await said("fichiers")).toMatchObject({
      state: "limited",
      slots: 7,
      capacity: 40,
      message: "Deux semaines.",
    });
    // Of the other nothing was known before.
    await site.db.transaction().execute((tx) => expireAvailabilities(tx, new Date()));
    const state = await (await fetch(`${site.origin}/api/v1/offers/listes`)).json();
    expect(state).toMatchObject({ availability: { state: "unknown" } });
    await eventually(async () => (await notes()).some((note) => note.includes("Nous restons ouverts")));
    const feed = await (await fetch(`${site.origin}/feed.atom?lang=fr`)).text();
    expect(feed).toContain("<title>Nous restons ouverts</title>");
    expect(feed).not.toContain("<title>Nous fermons");
    expect((await post({ do: "stay" })).headers.get("location")).toBe("/admin/host/closing");
  });

  test("keeps what it said of an offer meanwhile, when it stays open", async () => {
    await post({ ...plan, do: "announce" });
    await site.db
      .transaction()
      .execute((tx) =>
        changeAvailability(tx, "listes", { ...StoredDetails.parse({}), state: "closed" }, { now: new Date() }),
      );
    await post({ do: "stay" });
    expect((await said("listes"))?.state).toBe("closed");
    expect((await said("fichiers"))?.state).toBe("limited");
  });

  test("cannot take it back once the day is over", async () => {
    await post({ ...plan, do: "announce" });
    const later = new Date(new Date(`${ends}T00:00:00Z`).getTime() + 25 * 3_600_000);
    expect(await site.db.transaction().execute((tx) => withdrawClosing(tx, later))).toBe(false);
    expect(await site.db.transaction().execute((tx) => withdrawClosing(tx, new Date(`${ends}T20:00:00Z`)))).toBe(true);
  });

  test("is announced by those who administer the site only", async () => {
    const editor = await signedIn(site, "editor");
    expect((await post({ ...plan, do: "announce" }, editor)).status).toBe(403);
    expect(await (await editor.get("/admin/host/closing")).text()).toContain("Seules les personnes qui administrent");
    expect(await closing()).toBeNull();
  });
});

const journal = () =>
  site.db.selectFrom("journal").selectAll().where("deed", "like", "closing%").orderBy("id", "desc").executeTakeFirst();
