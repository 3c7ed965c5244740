import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { findAvailability } from "../../src/availability/queries.ts";
import type { ImportRefusal, ImportReport } from "../../src/exchange/exchange.ts";
import { readJsonFile } from "../../src/exchange/json-file.ts";
import { importSample } from "../../src/exchange/sample.ts";
import { type Database, openDatabase, openPool, type Transaction } from "../../src/foundation/database.ts";
import type { Outcome } from "../../src/foundation/outcome.ts";
import { changeHost, setUp } from "../../src/hosts/changes.ts";
import { findHost } from "../../src/hosts/queries.ts";
import { withdrawOffer } from "../../src/offers/changes.ts";
import type { Offer } from "../../src/offers/offer.ts";
import { findOffer, listOffers } from "../../src/offers/queries.ts";
import { freshDatabase } from "../support/database.ts";
import { sample, sampleText } from "../support/sample/sample.ts";

const now = new Date("2026-11-22T10:00:00Z");

let db: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const fresh = await freshDatabase();
  db = openDatabase(openPool(fresh.url, 2, () => {}));
  drop = fresh.drop;
});

afterAll(async () => {
  await db.destroy();
  await drop();
});

/** What a test writes is taken back at its end. */
let tx: Transaction;
let rollBack: () => Promise<void>;

beforeEach(() => begin());
afterEach(() => rollBack());

async function begin(): Promise<void> {
  const controlled = await db.startTransaction().execute();
  tx = controlled;
  rollBack = async () => void (await controlled.rollback().execute());
  await setUp(tx, { name: "Hôte A", handle: "hote_a", now });
}

const take = (
  host: string,
  document: unknown = sample(),
  publish = false,
): Promise<Outcome<ImportReport, ImportRefusal>> => importSample(tx, document, { host, publish, now });

async function taken(host: string, document?: unknown, publish?: boolean): Promise<ImportReport> {
  const outcome = await take(host, document, publish);
  if (!outcome.done) throw new Error(outcome.reason);
  return outcome.value;
}

async function offer(slug: string): Promise<Offer> {
  const found = await findOffer(tx, slug);
  if (!found) throw new Error(`no offer ${slug}`);
  return found;
}

test("all fifteen hosts and their thirty-three offers go in, as drafts, and nothing is left unread", async () => {
  let count = 0;
  for (const { id, name, offers } of sample().hosts) {
    const report = await taken(id);
    expect(report).toEqual({
      host: name,
      taken: offers.map((one) => one["id"]),
      changed: [],
      unchanged: [],
      notUnderstood: [],
    });
    const drafts = await listOffers(tx, { states: ["draft"] });
    expect(drafts.map(({ slug }) => slug)).toEqual(report.taken);
    expect((await findHost(tx))?.profile.name).toBe(name);
    count += drafts.length;
    await rollBack();
    await begin();
  }
  expect(count).toBe(33);
});

test("who the host is replaces what was said at the set-up, and its handle stays", async () => {
  await taken("la-contre-voie");
  const host = await findHost(tx);
  expect(host).toMatchObject({
    handle: "hote_a",
    profile: {
      website: "https://lacontrevoie.fr/",
      legalForm: "association",
      commune: "com:16015",
      memberOf: ["CHATONS"],
      capabilities: ["hosting", "accompaniment", "training"],
      solidarity: { notFor: ["public-body"] },
    },
  });
  expect(host?.profile.referrals[0]).toEqual({
    to: "Framasoft",
    why: "free Nextcloud for up to 50 accounts and 40 GB",
  });
  expect(host?.profile.facts).toHaveLength(4);
});

test("what the file says nothing of stays as the host has it", async () => {
  const host = await findHost(tx);
  if (!host) throw new Error("nobody hosts here");
  const contact = { email: "bonjour@example.org", phone: null, url: null, address: null };
  await changeHost(tx, { ...host.profile, contact, tagline: "Des services libres" }, now);
  await taken("nubo");
  expect((await findHost(tx))?.profile).toMatchObject({ name: "Nubo", contact, tagline: "Des services libres" });
});

test("a host that hosts nothing gives accompaniment", async () => {
  await taken("liberons-nos-ordis");
  const host = await findHost(tx);
  expect(host?.profile.capabilities).toEqual(["accompaniment", "training", "hardware"]);
  expect(host?.profile.doesNot).toContain("Nous n'hébergeons pas de services web.");
  expect((await offer("lno-services")).content.requiresPartnerRole).toBe("hosting");
});

test("a graduated price arrives with its bands, its surcharge and its source", async () => {
  await taken("nubo");
  const { content } = await offer("nubo-mail-cloud");
  expect(content.tiers).toHaveLength(1);
  expect(content.tiers[0]?.price).toMatchObject({
    model: "graduated",
    unit: "GB",
    minimumUnits: 5,
    base: { upTo: 5, amount: 250 },
    bands: [
      { from: 6, upTo: 10, unitAmount: 50 },
      { from: 11, upTo: 100, unitAmount: 25 },
      { from: 101, upTo: null, unitAmount: 10 },
    ],
    membership: { nonMemberSurcharge: { amount: 100, period: "month" } },
  });
  expect(content.extra).toMatchObject({ source: { marks: { pricing: ["S0"], "features[0]": ["W-NUBOSVC"] } } });
});

test("composite prices keep their parts, their slices, their VAT and their membership", async () => {
  await taken("immae");
  expect((await offer("immae-nc-dedicated")).content.tiers[0]?.price).toMatchObject({
    vat: { regime: "excluded", percent: 20 },
    indicative: true,
    parts: [{ unitAmount: 150, unit: "user", slice: { size: 10, unit: "GB" } }, { amount: 500 }, { amount: 1_000 }],
  });
  await taken("arn");
  expect((await offer("arn-groupe")).content.tiers[0]).toMatchObject({
    accountsMax: 10,
    storageGb: 40,
    price: { membership: { required: true, included: true }, vat: { regime: "exempt" } },
  });
});

test("every other way to price goes in too", async () => {
  await taken("sleto");
  const tiers = (await offer("sleto-diacamma")).content.tiers;
  expect(tiers.map(({ price }) => price?.model)).toEqual(["free", "flat", "flat", "on-quote"]);
  expect(tiers[0]?.price).toMatchObject({ duration: "P15D" });
  expect(tiers[3]).toMatchObject({ tailored: true, includesAllOf: "emeraude", price: { note: "suivant vos besoins" } });
  await taken("marsnet");
  expect((await offer("marsnet-forfait")).content.tiers[0]?.storageGb).toBe(0.1);
  expect((await offer("marsnet-supplement")).content).toMatchObject({
    addonTo: "marsnet-forfait",
    tiers: [{ price: { model: "per-unit", unitAmount: 1_200 } }],
  });
  await taken("deuxfleurs");
  expect((await offer("deux-demande")).content.tiers[0]?.price).toMatchObject({
    model: "free-price",
    suggested: 1_500,
  });
  await taken("paheko-cloud");
  expect((await offer("paheko-cotisation")).content).toMatchObject({ registration: "member", tiers: [] });
  await taken("paquerette");
});

test("what the file remarks about an offer is kept, and not shown as its host's words", async () => {
  for (const { id, offers } of sample().hosts) {
    await taken(id);
    for (const one of offers) {
      const { content } = await offer(String(one["id"]));
      expect(content.notes).toEqual([]);
      expect(content.extra["notes"]).toEqual(one["notes"]);
      const hint = one["pricingHint"] as { text: string; source: unknown } | undefined;
      expect(content.extra["pricingHint"]).toEqual(hint && { text: hint.text });
      expect(JSON.stringify(content.extra["source"])).toContain(hint ? JSON.stringify(hint.source) : "");
    }
    await rollBack();
    await begin();
  }
});

test("availability is said with its waves and its approval", async () => {
  await taken("framaspace");
  const availability = await findAvailability(tx, (await offer("framaspace-space")).id);
  expect(availability).toMatchObject({
    state: "by-approval",
    approval: "the request must be validated",
    confirmed: now,
  });
  expect(availability?.waves).toHaveLength(5);
  expect(availability?.waves[0]).toEqual({ opens: null, until: "2022-12", places: null, note: "200 to 300 spaces" });
  expect(availability?.waves[4]).toMatchObject({ until: "2025-12", places: 10_000 });
  expect(await findAvailability(tx, (await offer("framasoft-services")).id)).toBeNull();
});

test("an offer that is planned takes nobody in yet", async () => {
  await taken("ville-echirolles");
  expect(await findAvailability(tx, (await offer("echirolles-gestion")).id)).toMatchObject({ state: "paused" });
  const { content } = await offer("echirolles-site");
  expect(content.territory).toEqual({ codes: ["com:38151"], policy: "only" });
  expect(content.extra).toMatchObject({ training: { sessions: 6 } });
});

test("a country may be written the way some do", async () => {
  const document = sample();
  Object.assign(document.hosts[0] ?? {}, { territory: { codes: ["iso:BE", "dep:00"], policy: "priority" } });
  const report = await taken("nubo", document);
  expect((await findHost(tx))?.profile.territory).toEqual({ codes: ["country:BE"], policy: "priority" });
  expect(report.notUnderstood).toMatchObject([{ path: "hosts[0].territory.codes", reason: "not-a-territory" }]);
});

test("published at once when that is asked for", async () => {
  const report = await taken("nubo", sample(), true);
  expect(report.notUnderstood).toEqual([]);
  expect((await offer("nubo-mail-cloud")).state).toBe("published");
  const events = await tx.selectFrom("events").select("name").execute();
  expect(events.map(({ name }) => name)).toContain("offer-published");
  expect((await taken("nubo", sample(), true)).unchanged).toEqual(["nubo-mail-cloud"]);
});

test("an offer that names no need is published all the same", async () => {
  const report = await taken("infini", sample(), true);
  expect(report.notUnderstood).toEqual([]);
  expect((await listOffers(tx)).map(({ state }) => state)).toEqual(["published", "published"]);
});

test("the same file again changes nothing and tells nobody anything", async () => {
  await taken("framaspace", sample(), true);
  const before = await tx.selectFrom("events").select("id").execute();
  const report = await taken("framaspace", sample(), true);
  expect(report).toMatchObject({ taken: [], changed: [], unchanged: ["framaspace-space", "framasoft-services"] });
  expect(await tx.selectFrom("events").select("id").execute()).toEqual(before);
  expect(await listOffers(tx)).toHaveLength(2);
});

test("a file that says something else updates what it names", async () => {
  await taken("framaspace");
  const document = sample();
  const [space, services] = document.hosts.find(({ id }) => id === "framaspace")?.offers ?? [];
  Object.assign(space ?? {}, { availability: { status: "closed" } });
  Object.assign(services ?? {}, { title: "Services en ligne" });
  expect(await taken("framaspace", document)).toMatchObject({
    taken: [],
    changed: ["framaspace-space", "framasoft-services"],
  });
  expect((await offer("framasoft-services")).content.title).toBe("Services en ligne");
  expect(await findAvailability(tx, (await offer("framaspace-space")).id)).toMatchObject({
    state: "closed",
    waves: [],
  });
});

test("an offer that was withdrawn does not come back by itself", async () => {
  await taken("nubo", sample(), true);
  await withdrawOffer(tx, "nubo-mail-cloud", now);
  const report = await taken("nubo", sample(), true);
  expect(report.notUnderstood).toMatchObject([{ path: "hosts[0].offers[0]", reason: "publication-refused" }]);
  expect((await offer("nubo-mail-cloud")).state).toBe("withdrawn");
});

test("what is not understood is said line by line, and kept", async () => {
  const file = readJsonFile(
    sampleText
      .replace('"isolation": "shared"', '"couleur": "verte",\n     "isolation": "floating"')
      .replace('"unit": "GB"', '"unit": 5'),
  );
  if (!file.done) throw new Error(file.reason);
  const { document, lineOf } = file.value;
  const outcome = await importSample(tx, document, { host: "nubo", publish: false, now, lineOf });
  if (!outcome.done) throw new Error(outcome.reason);
  const said = outcome.value.notUnderstood.map(({ path, reason }) => `${path}: ${reason}`);
  expect(said).toEqual([
    "hosts[0].offers[0].isolation: unknown-code",
    "hosts[0].offers[0].pricing.unit: not-a-text",
    "hosts[0].offers[0].pricing: price-incomplete",
    "hosts[0].offers[0].couleur: unknown-field",
  ]);
  const text = JSON.stringify(document, null, 1).split("\n");
  expect(text[(outcome.value.notUnderstood[3]?.line ?? 0) - 1]).toContain("couleur");
  const { extra, tiers } = (await offer("nubo-mail-cloud")).content;
  expect(extra).toMatchObject({ couleur: "verte", isolation: "floating", pricing: { model: "graduated", unit: 5 } });
  expect(tiers).toEqual([]);
});

test("bad input is refused with its reason, and nothing is written", async () => {
  const nameless = { hosts: [{ id: "a", offers: [] }] };
  const zero = { hosts: [{ id: "a", name: "A\0" }] };
  const half = { hosts: [{ id: "a", name: "A", ["\ud800"]: 1 }] };
  const refusals: readonly [unknown, string, string][] = [
    [null, "a", "not-this-format"],
    [[], "a", "not-this-format"],
    [{ hosts: {} }, "a", "not-this-format"],
    [{ hosts: [] }, "a", "host-not-in-file"],
    [sample(), "nobody", "host-not-in-file"],
    [nameless, "a", "host-malformed"],
    [zero, "a", "unstorable-characters"],
    [half, "a", "unstorable-characters"],
  ];
  for (const [document, host, reason] of refusals) expect(await take(host, document)).toEqual({ done: false, reason });
  expect(await listOffers(tx)).toEqual([]);
  expect((await findHost(tx))?.profile.name).toBe("Hôte A");
  for (const text of ["", "{", "{'a':1}", '{"a":1}}'])
    expect(readJsonFile(text)).toEqual({ done: false, reason: "not-json" });
});

test("nothing is imported before someone hosts here", async () => {
  await tx.deleteFrom("hosts").execute();
  expect(await take("nubo")).toEqual({ done: false, reason: "not-set-up" });
});

test("offers that are none, or that come twice, are kept with the host and said", async () => {
  const document = {
    hosts: [{ id: "a", name: "A", offers: ["x", { id: "one", title: "Un" }, { id: "one", title: "Deux" }, {}] }],
  };
  const report = await taken("a", document);
  expect(report.taken).toEqual(["one"]);
  expect(report.notUnderstood.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
    "hosts[0].offers[0] not-an-object",
    "hosts[0].offers[2].id said-twice",
    "hosts[0].offers[3].id missing",
    "hosts[0].offers[3].title missing",
  ]);
  const host = await findHost(tx);
  expect(host?.profile.extra["offers"]).toEqual(["x", { id: "one", title: "Deux" }, {}]);
});
