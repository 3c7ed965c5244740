import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase, openPool, type Transaction } from "../../src/foundation/database.ts";
import { draftFunding } from "../../src/funding/changes.ts";
import { actorParty } from "../../src/funding/parties.ts";
import { isTooMuchToday, mostOfActor, mostOfServer } from "../../src/pledges/daily.ts";
import { makePledge } from "../../src/pledges/making.ts";
import { freshDatabase } from "../support/database.ts";
import { asked, must, promise, someFunding } from "../support/funding.ts";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let db: Database;
beforeAll(async () => {
  database = await freshDatabase();
  db = openDatabase(openPool(database.url, 2, () => {}));
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const now = new Date("2026-11-26T10:00:00Z");
const change = <Value>(work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);
const partyOf = (tx: Transaction, actor: string) => actorParty(tx, { actor, name: "A", address: null }, now);

test("one account writes so many drafts in a day, and the next day again", async () => {
  const actor = "https://a.example/users/a";
  await change(async (tx) => {
    const requester = await partyOf(tx, actor);
    for (let n = 0; n < mostOfActor - 1; n += 1) must(await draftFunding(tx, asked({}, now), { requester, now }));
    expect(await isTooMuchToday(tx, "drafts", actor, now)).toBe(false);
    must(await draftFunding(tx, asked({}, now), { requester, now }));
    expect(await isTooMuchToday(tx, "drafts", actor, now)).toBe(true);
    expect(await isTooMuchToday(tx, "drafts", "https://a.example/users/b", now)).toBe(false);
    expect(await isTooMuchToday(tx, "drafts", actor, new Date(now.getTime() + 25 * 3_600_000))).toBe(false);
  });
});

test("all accounts of one server make so many promises in a day, and those of others still may", async () => {
  const request = await someFunding(db, now);
  await change(async (tx) => {
    for (let n = 0; n < mostOfServer; n += 1) {
      const party = await partyOf(tx, `https://b.example/users/${n}`);
      must(await makePledge(tx, promise(500), { request: request.id, by: party.id, now }));
    }
    expect(await isTooMuchToday(tx, "promises", "https://b.example/users/new", now)).toBe(true);
    expect(await isTooMuchToday(tx, "promises", "https://b.example.org/users/new", now)).toBe(false);
  });
});
