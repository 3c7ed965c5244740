import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { cutOff, meetAgain } from "../../src/catalogue/blocking.ts";
import { keepSwarmSettings } from "../../src/catalogue/swarm-settings.ts";
import { settleTrust } from "../../src/catalogue/trust.ts";
import { vouchFor } from "../../src/catalogue/vouching.ts";
import { type Archive, readArchive } from "../../src/exchange/archive.ts";
import { loadArchive } from "../../src/exchange/archive-load.ts";
import { archiveTables, sections } from "../../src/exchange/archive-tables.ts";
import { writeArchive } from "../../src/exchange/archive-write.ts";
import type { Database, Transaction } from "../../src/foundation/database.ts";
import { setUp } from "../../src/hosts/changes.ts";
import { blockDomain } from "../../src/peers/block-changes.ts";
import { readBlocklist } from "../../src/peers/blocklist.ts";
import { dismiss, keepSuggestions, subscribe } from "../../src/peers/blocklist-changes.ts";
import { addPick, createSection } from "../../src/portal/changes.ts";
import { fill, recommend } from "../../src/portal/entries.ts";
import { addHighlight, listHighlights } from "../../src/portal/highlights.ts";
import { listSections } from "../../src/portal/queries.ts";
import { fillCatalogue } from "../../src/site-catalogue.ts";
import { enterList, removeUnclaimed } from "../../src/unclaimed/changes.ts";
import { keepWatch, startWatch } from "../../src/watches/changes.ts";
import { findWatch } from "../../src/watches/queries.ts";
import { askToRead, confirmReader } from "../../src/watches/readers.ts";
import { databaseOfTests } from "../support/database.ts";
import { enterForeignHost, enterForeignOffer } from "../support/foreign-offers.ts";
import { peerWith } from "../support/known-hosts.ts";

const origin = "https://pomme.example";
const rucher = "https://rucher.example";
const actor = `${rucher}/ap/actors/host`;
const now = new Date("2026-11-26T10:00:00.123Z");
const search = "need=email&availability=open";
const [before, after] = [await databaseOfTests(), await databaseOfTests()];
const act = <Value>(db: Database, work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);

let offer = "";
beforeAll(async () => {
  await act(before, (tx) => setUp(tx, { name: "La Pomme", handle: "la_pomme", territory: "dep:69", now }));
  await fillCatalogue(before, origin);
  await knowTheRucher(before);
  await peerWith(before, rucher);
  await act(before, async (tx) => {
    await settleTrust(tx, now);
    await keepSwarmSettings(tx, { vouchesNeeded: 2, welcomeVouched: true });
    await vouchFor(tx, {
      actor,
      reason: "Nous partageons nos sauvegardes.",
      addressOf: (id) => `${origin}/${id}`,
      now: new Date(), // after the catalogue was filled
    });
    await curate(tx);
    await shut(tx);
    await watch(tx);
    await nameUnclaimed(tx);
  });
});

async function knowTheRucher(db: Database): Promise<void> {
  await enterForeignHost(db, rucher, { name: "Le Rucher", now });
  offer = await enterForeignOffer(db, rucher, "courriel", { state: "open", now });
}

async function curate(tx: Transaction): Promise<void> {
  const words = { introduction: "Pour débuter.", language: "fr" };
  const picked = { title: "Pour commencer", fill: "picks", query: "", ...words } as const;
  const section = await createSection(tx, { content: picked, shown: true }, now);
  await addPick(tx, section, { kind: "offer", actor: offer, name: "Le courriel" }, now);
  await addPick(tx, section, { kind: "host", actor, name: "Le Rucher" }, now);
  const searched = { title: "Courriels", fill: "search", query: "need=email", ...words } as const;
  await createSection(tx, { content: searched, shown: false }, now);
  const said = { reason: "Trois de nos membres s’en servent.", language: "fr", who: "Ada" };
  await addHighlight(tx, { kind: "host", actor, name: "Le Rucher" }, said, now);
}

async function shut(tx: Transaction): Promise<void> {
  const beyond = { cutOff, meetAgain };
  await blockDomain(tx, { domain: "mechant.example", reason: "Harcèlement", origin, now, beyond });
  const list = await subscribe(tx, { url: "https://reseau.example/liste.csv", now });
  if (!list.done) throw new Error(list.reason);
  const read = readBlocklist("#domain,#severity\r\na.example,suspend\r\nb.example,silence\r\nc**.example,suspend\r\n");
  await keepSuggestions(tx, list.value, { read, origin, now });
  await dismiss(tx, ["b.example"], now);
}

async function watch(tx: Transaction): Promise<void> {
  await startWatch(tx, search, now);
  const mailed = await keepWatch(tx, "need=wiki", now);
  const asked = await askToRead(tx, { watch: mailed.id, email: "eve@example.org", language: "fr", now });
  if (asked.done && asked.value) await confirmReader(tx, asked.value.id, now);
}

async function nameUnclaimed(tx: Transaction): Promise<void> {
  const sighting = { name: "Le Navet", website: "https://navet.example/", summary: null, language: "fr" };
  const file = "https://navet.example/o.properties";
  const sightings = [{ ...sighting, file, needs: ["email"], territory: "country:FR" }];
  const found = { source: "chatonsinfos" as const, listName: "Le Réseau", files: [file], sightings, left: [] };
  await enterList(tx, "https://reseau.example/f.properties", found, now);
  await removeUnclaimed(tx, "radis.example", "owner", now);
}

/** What an export writes, as another server reads it. */
async function exported(db: Database): Promise<Archive> {
  const text = await act(db, async (tx) => {
    const pieces: string[] = [];
    for await (const piece of writeArchive(tx, { origin, version: "1.0.0", sealed: null })) pieces.push(piece);
    return pieces.join("");
  });
  const archive = readArchive(JSON.parse(text));
  if (!archive.done) throw new Error(JSON.stringify(archive.reason));
  return archive.value;
}

/** The rows of a table: what travels of it, or all where nothing does. */
async function rowsIn(db: Database, table: string): Promise<readonly unknown[]> {
  const section = sections.get(table);
  const columns = section ? sql.join(Object.keys(section.columns).map((column) => sql.ref(column))) : sql`*`;
  const by = section ? sql`order by ${sql.join(section.order.map((column) => sql.ref(column)))}` : sql``;
  return (await sql`select ${columns} from ${sql.table(table)} ${by}`.execute(db)).rows;
}

/** What the swarm and the directory keep, and travels. */
const kept = [
  ...["handles", "hosts", "peers", "vouches", "swarmSettings", "blocklists", "blockSuggestions", "blocks", "watches"],
  ...["sections", "sectionPicks", "highlights", "unclaimed", "unclaimedRemovals", "events"],
];
/** What was copied from others, or given to this server only: it stays behind. */
const stays = [
  ...["instances", "catalogueHosts", "catalogueOffers", "catalogueVouches", "catalogueEntries", "catalogueWords"],
  ...["catalogueSpellings", "catalogueBits", "catalogueNews", "watchReaders"],
];

test("an instance that is taken in elsewhere has all that its team decided of the swarm, and no copy of others", async () => {
  for (const table of [...kept, ...stays]) expect(await rowsIn(before, table), table).not.toEqual([]);
  const archive = await exported(before);
  const loaded = await act(after, (tx) => loadArchive(tx, archive, origin));
  expect(loaded.done).toBe(true);
  for (const table of Object.keys(archiveTables)) {
    const travels = sections.has(table) && table !== "accounts";
    const fresh = ["seedsRead", "signInTries"].includes(table);
    if (!fresh) expect(await rowsIn(after, table), table).toEqual(travels ? await rowsIn(before, table) : []);
  }
});

test("exported again from there, it is the same archive", async () => {
  const [first, again] = [await exported(before), await exported(after)];
  expect(again.data).toEqual(first.data);
  // Those of one moment are done in any order.
  const jobsOf = ({ jobs }: Archive) => jobs.map((job) => JSON.stringify(job)).toSorted();
  expect(jobsOf(again)).toEqual(jobsOf(first));
});

test("started there, it fills with its own host, and with the others as it meets them again", async () => {
  await fillCatalogue(after, origin);
  const hosts = () => after.selectFrom("catalogueHosts").select(["origin", "trust"]).orderBy("origin").execute();
  expect(await hosts()).toEqual([{ origin, trust: 4 }]);
  const sectionsNow = async () => {
    const all = await listSections(after);
    return Promise.all(all.map(async (one) => (await fill(after, one, 10, now)).total));
  };
  expect(await sectionsNow()).toEqual([0, 0]);
  expect(await recommend(after, await listHighlights(after), now)).toEqual([]);

  await knowTheRucher(after);
  await act(after, (tx) => settleTrust(tx, now));
  expect(await hosts()).toEqual([
    { origin, trust: 4 },
    { origin: rucher, trust: 4 },
  ]);
  expect(await sectionsNow()).toEqual([2, 1]);
  expect(await recommend(after, await listHighlights(after), now)).toHaveLength(1);
});

test("a domain that is blocked stays so there, and a watch keeps its account; whoever got letters subscribes anew", async () => {
  await enterForeignHost(after, "https://mechant.example", { name: "Méchant", now });
  await act(after, (tx) => settleTrust(tx, now));
  const met = after.selectFrom("catalogueHosts").select("trust").where("origin", "=", "https://mechant.example");
  expect(await met.executeTakeFirst()).toEqual({ trust: 0 });
  const [there, here] = [await findWatch(after, search), await findWatch(before, search)];
  expect(there).toEqual(here);
  expect(there?.actor).not.toBeNull();
  expect(await act(after, (tx) => startWatch(tx, search, now))).toEqual(
    await act(before, (tx) => startWatch(tx, search, now)),
  );
});
