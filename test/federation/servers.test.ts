import { expect, test } from "vitest";
import { openArrivals } from "../../federation/delivery/arrivals.ts";
import { listTroubled, listWell, sendAllAgain } from "../../federation/delivery/servers.ts";
import { activity, countJobs, startDeliverySite } from "../support/delivery-site.ts";
import { eventually } from "../support/eventually.ts";
import { answers, startPeer } from "../support/peer.ts";

test("a server that took something is known to have, and one that did not is not", async () => {
  await using site = await startDeliverySite();
  await using well = await startPeer();
  await using ill = await startPeer();
  ill.behave(answers(422));
  await site.work();
  for (const peer of [well, ill]) await site.send([`${peer.origin}/inbox`], activity(site.actor));
  await eventually(() => well.received.length > 0 && ill.received.length > 0);
  await eventually(async () => (await listTroubled(site.db, { limit: 9 })).length > 0);
  await site.settle();
  expect(await listWell(site.db, 9)).toMatchObject([{ origin: well.origin }]);
  const [trouble] = await listTroubled(site.db, { limit: 9 });
  expect(trouble).toMatchObject({
    origin: ill.origin,
    waiting: 1,
    failed: 0,
    silent: null,
    arrived: null,
    status: 422,
  });
  expect(trouble?.next).toBeInstanceOf(Date);
});

test("many arrivals are written down together, and a late note takes nothing back", async () => {
  await using site = await startDeliverySite();
  const arrivals = openArrivals(site.db, () => {});
  for (let n = 0; n < 100; n += 1) arrivals.note(`https://s${n % 3}.example`);
  await arrivals.flush();
  const later = new Date(Date.now() + 60_000);
  await site.db.updateTable("arrivals").set({ last: later }).where("origin", "=", "https://s1.example").execute();
  arrivals.note("https://s1.example");
  await arrivals.flush();
  const rows = await site.db.selectFrom("arrivals").selectAll().orderBy("origin").execute();
  expect(rows.map(({ origin }) => origin)).toEqual(["https://s0.example", "https://s1.example", "https://s2.example"]);
  expect(rows[1]?.last).toEqual(later);
});

test("all of a server is tried again with one job each, however often that is asked for", async () => {
  await using site = await startDeliverySite();
  for (let n = 0; n < 30; n += 1) {
    const { id } = await site.send([], activity(site.actor));
    const row = { outgoing: id, inbox: "https://b.example/inbox", origin: "https://b.example", attempts: 30 };
    await site.db
      .insertInto("deliveries")
      .values({ ...row, state: n % 2 === 0 ? "failed" : "waiting" })
      .execute();
  }
  const again = () => site.db.transaction().execute((tx) => sendAllAgain(tx, "https://b.example", new Date()));
  expect([await again(), await again()]).toEqual([30, 30]);
  expect(await countJobs(site.db)).toBe(30);
  const [standing] = await listTroubled(site.db, { origin: "https://b.example", limit: 1 });
  expect(standing).toMatchObject({ waiting: 30, failed: 0 });
  expect(await listTroubled(site.db, { origin: "https://c.example", limit: 1 })).toEqual([]);
});
