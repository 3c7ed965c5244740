import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { depart } from "../../src/catalogue/departed.ts";
import { type Database, openDatabase, openPool } from "../../src/foundation/database.ts";
import { emptyProfile } from "../../src/hosts/host.ts";
import { dropReview, heedClaims, keepReview, keepReviews } from "../../src/reviews/keeping.ts";
import { listReviewsOf } from "../../src/reviews/queries.ts";
import { isSound, type Review, type Verdict, verdicts, wordingOf } from "../../src/reviews/reviews.ts";
import { freshDatabase } from "../support/database.ts";
import { know } from "../support/known-hosts.ts";

let db: Database;
let drop: () => Promise<void>;
let reviewer: string;
let reviewed: string;
beforeAll(async () => {
  const fresh = await freshDatabase();
  db = openDatabase(openPool(fresh.url, 2, () => {}));
  drop = fresh.drop;
});
afterAll(async () => {
  await db.destroy();
  await drop();
});
beforeEach(async () => {
  await db.deleteFrom("instances").execute();
  await db.deleteFrom("departed").execute();
  reviewer = await know(db, { origin: "https://rucher.example", name: "Le Rucher", trust: 4 });
  reviewed = await know(db, { origin: "https://sabots.example", name: "Mille Sabots", trust: 3 });
  await claim("Nous publions nos comptes.");
});

/** From now on the reviewed host claims this and nothing else. */
async function claim(...claims: readonly string[]): Promise<void> {
  const commitments = claims.map((text) => ({ claim: text, evidence: null, asOf: null, answer: null }));
  const profile = JSON.stringify({ ...emptyProfile("Mille Sabots", "fr"), commitments });
  await db.updateTable("catalogueHosts").set({ profile }).where("actor", "=", reviewed).execute();
  await db.transaction().execute((tx) => heedClaims(tx, reviewed, new Date()));
}

const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n));
const addressOf = (n: number) => `https://rucher.example/ap/relationships/${n}`;

function review(n: number, changed: Partial<Review> = {}): Review {
  return {
    ...{ address: addressOf(n), reviewer, reviewed, claim: "Nous publions nos comptes.", verdict: "confirms" },
    ...{ why: "Nous les avons lus.", evidence: null, said: minute(0), ...changed },
  };
}

const one = (said: Review, asked: Date) => db.transaction().execute((tx) => keepReview(tx, said, asked));
const all = (said: readonly Review[], asked: Date) =>
  db.transaction().execute((tx) => keepReviews(tx, reviewer, said, asked));
const shown = async () => (await listReviewsOf(db, reviewed)).map(({ verdict, why }) => ({ verdict, why }));

interface Word {
  readonly at: number;
  readonly says: Verdict | null;
}

/** What stands at an address at a moment, when its host said these things in turn: null while nothing does. */
function standing(words: readonly Word[], at: number): Review | null {
  const last = words.findLast((word) => word.at <= at);
  return last?.says == null ? null : review(0, { verdict: last.says, why: `dit ${last.at}`, said: minute(last.at) });
}

const history = fc
  .array(fc.option(fc.constantFrom(...verdicts), { nil: null }), { minLength: 1, maxLength: 6 })
  .map((said) => said.map((says, n): Word => ({ at: 10 * (n + 1), says })));
const look = fc.record({ at: fc.integer({ min: 0, max: 75 }), whole: fc.boolean() });

/** Its own address says that it is no more, as a visit hears it. */
const gone = (n: number, asked: Date) =>
  db.transaction().execute(async (tx) => {
    if (!(await dropReview(tx, addressOf(n), asked))) await depart(tx, "unseen", [addressOf(n)], asked);
  });

/** One copy of it: the whole list, or what its own address shows. */
const take = (said: Review | null, whole: boolean, asked: Date) => {
  if (whole) return all(said === null ? [] : [said], asked);
  return said === null ? gone(0, asked) : one(said, asked);
};

test("in whatever order the copies come, and however often, the newest word of a host holds", async () => {
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.uniqueArray(look, { minLength: 1, maxLength: 8, selector: ({ at }) => at }),
      fc.array(fc.nat(), { minLength: 16, maxLength: 16 }),
      async (words, looks, turns) => {
        await db.deleteFrom("listedReviews").execute();
        await db.deleteFrom("reviewReadings").execute();
        await db.deleteFrom("departed").execute();
        const latest = Math.max(...looks.map(({ at }) => at));
        const order = [...looks, ...looks].map((copy, n) => ({ ...copy, turn: turns[n] ?? 0 }));
        for (const { at, whole } of order.toSorted((a, b) => a.turn - b.turn))
          await take(standing(words, at), whole, minute(at));
        const holds = standing(words, latest);
        expect(await shown()).toEqual(holds === null ? [] : [{ verdict: holds.verdict, why: holds.why }]);
      },
    ),
    { numRuns: 60 },
  );
});

test("an older word that is played back, another's word and another's address change nothing", async () => {
  await one(review(1, { verdict: "disputes", why: "Faux.", said: minute(50) }), minute(60));
  const holds = [{ verdict: "disputes", why: "Faux." }];
  await one(review(1, { verdict: "confirms", said: minute(40) }), minute(70));
  expect(await shown()).toEqual(holds);
  await all([review(1, { verdict: "confirms", said: minute(40) })], minute(80));
  expect(await shown()).toEqual(holds);
  await one(review(1, { reviewer: reviewed, reviewed: reviewer, said: minute(90) }), minute(90));
  await one({ ...review(2), address: "https://ailleurs.example/ap/relationships/1" }, minute(90));
  await one(review(3, { reviewed: "https://rucher.example/ap/actors/2" }), minute(90));
  await one(review(4, { said: new Date("2099-01-01") }), minute(90));
  expect(await shown()).toEqual(holds);
});

test("what is gone at its address is shown no more, and a slow answer does not bring it back", async () => {
  await one(review(1), minute(10));
  expect(await db.transaction().execute((tx) => dropReview(tx, addressOf(1), minute(30)))).toBe(true);
  await one(review(1), minute(20));
  expect(await shown()).toEqual([]);
  await gone(2, minute(30));
  await one(review(2), minute(20)); // it had never come
  expect(await shown()).toEqual([]);
  await one(review(2), minute(40));
  expect(await shown()).toHaveLength(1);
});

test("nobody is shown to have claimed what this site never saw claimed; what it saw stays, as an earlier wording", async () => {
  await one(review(1, { claim: "Nous vendons vos données.", verdict: "confirms" }), minute(10));
  expect(await shown()).toEqual([]);
  await one(review(2, { claim: "Nous  publions\nnos comptes. " }), minute(10));
  expect(await shown()).toHaveLength(1);
  await claim("Nous publions nos comptes chaque année.");
  expect((await listReviewsOf(db, reviewed)).map((said) => wordingOf(said.claim))).toEqual([
    "Nous publions nos comptes.",
  ]);
  await claim("Nous vendons vos données.");
  expect(await shown()).toHaveLength(2);
});

test("who is not shown here is not heard here", async () => {
  for (const trust of [0, 1, 2]) {
    await db.updateTable("catalogueHosts").set({ trust: 3 }).where("actor", "=", reviewer).execute();
    await one(review(1), minute(10));
    expect(await shown()).toHaveLength(1);
    await db.updateTable("catalogueHosts").set({ trust }).where("actor", "=", reviewer).execute();
    expect(await shown()).toEqual([]);
    await one(review(5), minute(10));
    expect(await db.selectFrom("listedReviews").select("address").execute()).toHaveLength(1);
  }
});

test("who disputes says why, and nobody reviews their own", () => {
  expect(isSound(review(1, { verdict: "disputes", why: null }))).toBe(false);
  expect(isSound(review(1, { verdict: "cannot-check", why: null }))).toBe(true);
  expect(isSound(review(1, { reviewed: reviewer }))).toBe(false);
  expect(isSound(review(1, { claim: " \n " }))).toBe(false);
});
