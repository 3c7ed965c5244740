import { expect, test } from "vitest";
import { settleTrust } from "../../src/catalogue/trust.ts";
import { becomeKnown } from "../../src/catalogue/visits.ts";
import { noFilters } from "../../src/directory/directory.ts";
import { searchOf } from "../../src/directory/normal-form.ts";
import type { Transaction } from "../../src/foundation/database.ts";
import { startWatch } from "../../src/watches/changes.ts";
import { tellFollowed } from "../../src/watches/telling.ts";
import { databaseOfTests } from "../support/database.ts";
import { enterForeignHost, enterForeignOffer } from "../support/foreign-offers.ts";
import { peerWith } from "../support/known-hosts.ts";

const db = await databaseOfTests();
const rucher = "https://rucher.example";
const act = <Value>(work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);
const settle = () => act((tx) => settleTrust(tx, new Date()));
const tell = () => act((tx) => tellFollowed(tx, new Date()));
const told = async () =>
  (await db.selectFrom("events").select("event").where("name", "=", "watch-found").orderBy("position").execute()).map(
    ({ event }) => (event as unknown as { found: readonly unknown[] }).found,
  );

await act((tx) => startWatch(tx, searchOf({ ...noFilters, needs: ["email"] }), new Date()));

test("who watches is told of an offer when visitors see it for the first time, not while nobody here vouches for its host", async () => {
  await enterForeignHost(db, rucher, { name: "Le Rucher", trust: 1 });
  const offer = await enterForeignOffer(db, rucher, "courriel", { state: "open" });
  await enterForeignOffer(db, rucher, "wiki", { title: "Un wiki", content: { needs: ["wiki"] } });
  await settle();
  await tell();
  expect(await told()).toEqual([]);

  await peerWith(db, rucher);
  await settle();
  await tell();
  expect(await told()).toEqual([[{ offer, what: "listed" }]]);
});

test("trust that comes and goes is no news", async () => {
  await db.updateTable("peers").set({ ours: "rejected", theirs: "rejected" }).execute();
  await settle();
  await db.updateTable("peers").set({ ours: "approved", theirs: "approved" }).execute();
  await settle();
  await settle();
  await tell();
  expect(await told()).toHaveLength(1);
});

test("who comes to be trusted while its instance does not answer is told of once it does", async () => {
  const muet = "https://muet.example";
  await enterForeignHost(db, muet, { name: "Le Muet", trust: 1 });
  const offer = await enterForeignOffer(db, muet, "courriel", { state: "open" });
  const state = (to: string) => db.updateTable("instances").set({ state: to }).where("origin", "=", muet).execute();
  await state("hidden");
  await peerWith(db, muet);
  await settle();
  await tell();
  const before = await told();
  const answers = () =>
    act((tx) => becomeKnown(tx, muet, { actor: `${muet}/ap/instance`, name: "Le Muet" }, new Date()));
  await answers();
  await answers();
  await state("hidden");
  await answers();
  await tell();
  expect((await told()).slice(before.length)).toEqual([[{ offer, what: "listed" }]]);
});

test("an offer of a host that is seen already is told of as it comes, once", async () => {
  const offer = await enterForeignOffer(db, rucher, "boites", { title: "Des boîtes", state: "closed" });
  await settle();
  await tell();
  expect((await told()).at(-1)).toEqual([{ offer, what: "listed" }]);
  expect(await told()).toHaveLength(3);
});
