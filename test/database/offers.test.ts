import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import { Conflict, NotFound } from "../../src/foundation/errors.ts";
import { findHandle } from "../../src/hosts/handles.ts";
import {
  changeOffer,
  createOffer,
  deleteOffer,
  duplicateOffer,
  publishOffer,
  withdrawOffer,
} from "../../src/offers/changes.ts";
import { StoredOffer } from "../../src/offers/form.ts";
import { countOffers, findOffer, findOfferById, listOffers } from "../../src/offers/queries.ts";
import { databaseOfTests } from "../support/database.ts";

const db = await databaseOfTests(5);
const now = new Date("2026-11-24T10:00:00Z");

beforeEach(async () => {
  await sql`truncate offers, handles, events cascade`.execute(db);
});

const change = <Value>(work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);
const offer = (title: string, more: object = {}) => StoredOffer.parse({ title, needs: ["email"], ...more });
const create = (title: string, slug?: string) =>
  change((tx) => createOffer(tx, offer(title), { now, ...(slug !== undefined && { slug }) }));
const publish = (slug: string) => change((tx) => publishOffer(tx, slug, now));
const withdraw = (slug: string) => change((tx) => withdrawOffer(tx, slug, now));
const rewrite = (slug: string, content: StoredOfferType, version?: number) =>
  change((tx) => changeOffer(tx, slug, content, { now, ...(version !== undefined && { version }) }));
type StoredOfferType = ReturnType<typeof offer>;
const told = async () =>
  (await db.selectFrom("events").select(["name", "bundle"]).orderBy("happened").execute()).map(({ name }) => name);

describe("a new offer", () => {
  test("is a draft under an address and a name made from its title", async () => {
    const created = await create("Mail & cloud coopératifs, à Lyon");
    expect(created).toMatchObject({
      value: {
        slug: "mail-cloud-cooperatifs-a-lyon",
        handle: "mail_cloud_cooperatifs_a_lyon",
        state: "draft",
        version: 1,
      },
    });
    expect(await told()).toEqual([]);
  });

  test("has an address of its own when another has the same title", async () => {
    await create("Courriel");
    const second = await create("Courriel");
    expect(second).toMatchObject({ value: { slug: "courriel-2", handle: "courriel_2" } });
  });

  test("comes after those that were there before", async () => {
    for (const title of ["Un", "Deux", "Trois"]) await create(title);
    expect((await listOffers(db)).map(({ slug }) => slug)).toEqual(["un", "deux", "trois"]);
  });

  test("has a name of at most 30 characters, even one that is reserved", async () => {
    const long = await create("Une offre dont le titre est vraiment beaucoup trop long pour un nom");
    const reserved = await create("Support");
    expect(long.done && long.value.handle).toMatch(/^[a-z0-9_]{1,30}$/);
    expect(reserved).toMatchObject({ value: { slug: "support", handle: "support_2" } });
  });

  test("whose title holds no letter of ours still has an address", async () => {
    expect(await create("日本語")).toMatchObject({ value: { slug: "offre" } });
  });

  test("is refused an address that is taken or malformed, and without a title", async () => {
    await create("Courriel");
    expect(await create("Autre", "courriel")).toEqual({ done: false, reason: "slug-taken" });
    expect(await create("Autre", "Pas Ça")).toEqual({ done: false, reason: "slug-malformed" });
    expect(await create("  ")).toEqual({ done: false, reason: "title-missing" });
  });

  test("made twice at the same moment is made twice, or one is told of the conflict", async () => {
    const made = await Promise.allSettled([create("Agenda"), create("Agenda"), create("Agenda")]);
    const failures = made.filter((result) => result.status === "rejected");
    for (const { reason } of failures) expect(reason).toBeInstanceOf(Conflict);
    expect((await listOffers(db)).length).toBe(3 - failures.length);
  });

  test("with a fraction of a cent is not written", async () => {
    const content = offer("Centimes", { tiers: [{ id: "t", price: { model: "flat", amount: 100 } }] });
    const broken = {
      ...content,
      tiers: content.tiers.map((tier) => ({ ...tier, price: { ...tier.price, amount: 0.5 } })),
    };
    await expect(change((tx) => createOffer(tx, broken as StoredOfferType, { now }))).rejects.toThrow();
  });
});

describe("a change", () => {
  test("raises the version; a change of an older one is a conflict", async () => {
    await create("Courriel");
    expect(await rewrite("courriel", offer("Courriel sûr"), 1)).toMatchObject({
      value: { version: 2, slug: "courriel" },
    });
    await expect(rewrite("courriel", offer("Autre"), 1)).rejects.toThrow(Conflict);
  });

  test("of a draft is told to nobody, of a published offer to directories at once, to those who follow once for all within a minute", async () => {
    await create("Courriel");
    await rewrite("courriel", offer("Courriel 2"));
    await publish("courriel");
    await rewrite("courriel", offer("Courriel 3"));
    await rewrite("courriel", offer("Courriel 4"));
    const each = ["offer-changed", "offer-settled"];
    expect((await told()).sort()).toEqual([...each, ...each, "offer-published"].sort());
    const { rows } = await sql<{ bundle: string | null; jobs: number }>`
      select name, bundle, count(distinct job.id)::integer as jobs from events
      left join graphile_worker.jobs as job on job.key = bundle
      where name <> 'offer-published' group by name, bundle order by name`.execute(db);
    expect(rows).toMatchObject([
      { name: "offer-changed", bundle: null },
      { name: "offer-settled", bundle: expect.stringContaining("tell:offer-settled:"), jobs: 1 },
    ]);
  });

  test("that changes nothing is none", async () => {
    await create("Courriel");
    await publish("courriel");
    expect(await rewrite("courriel", offer("Courriel"))).toMatchObject({ value: { version: 2 } });
    expect(await told()).toEqual(["offer-published"]);
  });

  test("cannot take from a published offer what it needs to be published", async () => {
    await create("Courriel");
    await publish("courriel");
    expect(await rewrite("courriel", offer(" "))).toMatchObject({ reason: "title-missing" });
  });

  test("of nothing is not found", async () => {
    await expect(rewrite("rien", offer("Rien"))).rejects.toThrow(NotFound);
  });
});

describe("publication", () => {
  test("asks for no need: an offer that names none is advised, not refused", async () => {
    const write = (title: string, more: object) =>
      change((tx) => createOffer(tx, offer(title, { needs: [], ...more }), { now }));
    await write("Rien", {});
    await write("Formation", { accompaniment: { included: ["training"] } });
    await write("Plus", { addonTo: "formation" });
    expect(await publish("rien")).toMatchObject({ done: true });
    expect(await publish("formation")).toMatchObject({ value: { state: "published", published: now } });
    expect(await publish("plus")).toMatchObject({ done: true });
    expect(await publish("plus")).toEqual({ done: false, reason: "already-published" });
  });

  test("ends for good: the name stays taken, and a duplicate is another offer", async () => {
    await create("Courriel");
    expect(await withdraw("courriel")).toEqual({ done: false, reason: "not-published" });
    await publish("courriel");
    expect(await withdraw("courriel")).toMatchObject({ value: { state: "withdrawn", withdrawn: now } });
    expect((await findHandle(db, "courriel"))?.gone).toEqual(now);
    for (const again of [publish("courriel"), withdraw("courriel"), rewrite("courriel", offer("Autre"))]) {
      expect(await again).toEqual({ done: false, reason: "offer-is-withdrawn" });
    }
    expect(await change((tx) => duplicateOffer(tx, "courriel", now))).toMatchObject({
      value: { slug: "courriel-2", state: "draft" },
    });
    expect(await told()).toEqual(["offer-published", "offer-withdrawn"]);
  });
});

test("only a draft can be thrown away, and then its name is free", async () => {
  await create("Courriel");
  await create("Agenda");
  await publish("agenda");
  expect(await change((tx) => deleteOffer(tx, "courriel", { now }))).toMatchObject({ done: true });
  expect(await change((tx) => deleteOffer(tx, "agenda", { now }))).toEqual({ done: false, reason: "not-a-draft" });
  expect(await create("Courriel")).toMatchObject({ value: { slug: "courriel", handle: "courriel" } });
});

test("offers are found by address and by id, and counted by state", async () => {
  const created = await create("Courriel");
  await create("Agenda");
  await publish("agenda");
  const id = created.done ? created.value.id : "";
  expect(await findOfferById(db, id)).toEqual(await findOffer(db, "courriel"));
  expect(await findOffer(db, "rien")).toBeNull();
  expect((await listOffers(db, { states: ["published"] })).map(({ slug }) => slug)).toEqual(["agenda"]);
  expect(await countOffers(db)).toEqual({ draft: 1, published: 1, withdrawn: 0 });
});
