import { expect, test } from "vitest";
import type { Transaction } from "../../src/foundation/database.ts";
import {
  confirmElsewhere,
  promiseElsewhere,
  promiseOtherwise,
  type Toward,
  withdrawElsewhere,
} from "../../src/sent-pledges/changes.ts";
import { mostSaidADay } from "../../src/sent-pledges/sent-pledge.ts";
import { databaseOfTests } from "../support/database.ts";
import { must, promise, someParty } from "../support/funding.ts";

const db = await databaseOfTests(12);
const now = new Date("2026-11-26T12:00:00Z");
const tomorrow = new Date("2026-11-27T12:00:01Z");
const change = <Value>(work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);
const toward: Toward = {
  ...{ campaign: "https://rucher.example/ap/actors/1", proposal: "https://rucher.example/ap/proposals/1" },
  ...{ page: "https://rucher.example/funding/7q4k", title: "Un wiki à plusieurs", currency: "EUR" },
  ...{ open: true, closes: null, minimumPledge: null, most: 100_000 },
};
const sending = { promised: promise(2_000), words: null };
const party = async () => (await change((tx) => someParty(tx, now))).id;
const send = (by: string, at = now) => change((tx) => promiseElsewhere(tx, toward, sending, { by, now: at }));

test("so many promises leave for other instances in a day, however many come at once, and the next day as many again", async () => {
  const [eager, other] = [await party(), await party()];
  const all = await Promise.all(Array.from({ length: mostSaidADay + 5 }, () => send(eager)));
  expect(all.filter(({ done }) => done)).toHaveLength(mostSaidADay);
  expect(all.filter((one) => !one.done).map((one) => "reason" in one && one.reason)).toEqual(
    Array.from({ length: 5 }, () => "too-many-today"),
  );
  expect((await send(other)).done).toBe(true);
  expect((await send(eager, tomorrow)).done).toBe(true);
});

test("a change counts like a promise; taking one back or confirming it is always possible", async () => {
  const by = await party();
  const saying = { by, now };
  const [changed, asked] = [must(await send(by)), must(await send(by))];
  const again = () => change((tx) => promiseOtherwise(tx, changed.id, toward, sending, saying));
  for (let said = 2; said < mostSaidADay; said += 1) must(await again());
  expect(await again()).toEqual({ done: false, reason: "too-many-today" });
  expect(await send(by)).toEqual({ done: false, reason: "too-many-today" });
  must(await change((tx) => withdrawElsewhere(tx, changed.id, saying)));
  await db.updateTable("sentPledges").set({ confirmUntil: tomorrow }).where("id", "=", asked.id).execute();
  must(await change((tx) => confirmElsewhere(tx, asked.id, saying)));
});
