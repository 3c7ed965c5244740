import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { considerAsker } from "../../src/catalogue/askers.ts";
import { cutOff, meetAgain } from "../../src/catalogue/blocking.ts";
import { depart } from "../../src/catalogue/departed.ts";
import { keepSwarmSettings } from "../../src/catalogue/swarm-settings.ts";
import { settleTrust } from "../../src/catalogue/trust.ts";
import { dropVouch, keepVouch, keepVouches, mostVouches, type Vouch } from "../../src/catalogue/vouches.ts";
import { vouchFor, withdrawVouch } from "../../src/catalogue/vouching.ts";
import { findWhy } from "../../src/catalogue/why.ts";
import { type Database, openDatabase, openPool, type Transaction } from "../../src/foundation/database.ts";
import { blockDomain, unblockDomain } from "../../src/peers/block-changes.ts";
import { approvePeer, hearAsk, rejectPeer } from "../../src/peers/changes.ts";
import { findPeerByOrigin } from "../../src/peers/queries.ts";
import { freshDatabase } from "../support/database.ts";
import { actorAt, know, peerWith } from "../support/known-hosts.ts";

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
beforeEach(async () => {
  await db.deleteFrom("instances").execute();
  for (const table of ["peers", "blocks", "vouches", "swarmSettings", "events", "departed"] as const)
    await db.deleteFrom(table).execute();
  await know(db, { origin: ours, source: "own", trust: 4 });
});

const ours = "https://nous.example";
const [friend, stranger, other] = ["https://amie.example", "https://inconnu.example", "https://autre.example"];
const act = <Value>(work: (tx: Transaction) => Promise<Value>) => db.transaction().execute(work);
const settle = () => act((tx) => settleTrust(tx, new Date()));
const addressOf = (id: string) => `${ours}/ap/relationships/${id}`;
const beyond = { cutOff, meetAgain };

async function trustIn(origin: string): Promise<number | undefined> {
  const row = await db.selectFrom("catalogueHosts").select("trust").where("origin", "=", origin).executeTakeFirst();
  return row?.trust;
}

const vouchBy = (from: string, to: string, n = 1): Vouch => ({
  address: `${from}/ap/relationships/${n}`,
  ...{ voucher: actorAt(from), vouched: actorAt(to), reason: "Nous les connaissons.", given: new Date() },
});

async function makeFriend(): Promise<void> {
  await know(db, { origin: friend });
  await peerWith(db, friend);
  await settle();
}

describe("a vouch", () => {
  test("of a host that somebody here approved makes another shown; withdrawn, it no longer does", async () => {
    await makeFriend();
    await know(db, { origin: stranger });
    await settle();
    expect([await trustIn(friend), await trustIn(stranger)]).toEqual([4, 2]);
    await act((tx) => keepVouches(tx, actorAt(friend), [vouchBy(friend, stranger)], new Date()));
    await settle();
    expect(await trustIn(stranger)).toBe(3);
    const why = await findWhy(db, actorAt(stranger));
    expect(why).toMatchObject({
      needed: 1,
      others: 0,
      vouches: [{ name: "amie.example", reason: "Nous les connaissons." }],
    });

    await act((tx) => keepVouches(tx, actorAt(friend), [], new Date()));
    await settle();
    expect(await trustIn(stranger)).toBe(2);
  });

  test("counts for nothing when it is of a host of level 3, of a stranger, or of oneself", async () => {
    await makeFriend();
    for (const origin of [stranger, other]) await know(db, { origin });
    await act((tx) => keepVouch(tx, vouchBy(friend, stranger), new Date()));
    await settle();
    expect(await act((tx) => keepVouch(tx, vouchBy(stranger, other), new Date()))).toBe(false);
    expect(await act((tx) => keepVouch(tx, vouchBy(friend, friend), new Date()))).toBe(false);
    await settle();
    expect([await trustIn(stranger), await trustIn(other)]).toEqual([3, 2]);
  });

  test("of which the address lies elsewhere than its host is not kept, nor one of another's host", async () => {
    await makeFriend();
    await know(db, { origin: stranger });
    const forged = { ...vouchBy(friend, stranger), address: "https://ailleurs.example/v/1" };
    await act((tx) => keepVouches(tx, actorAt(friend), [forged, vouchBy(other, stranger)], new Date()));
    expect(await db.selectFrom("catalogueVouches").selectAll().execute()).toEqual([]);
  });

  test("does not come back with an answer that dawdled on the way", async () => {
    await makeFriend();
    await know(db, { origin: stranger });
    const [early, late] = [new Date(Date.now() - 60_000), new Date()];
    await act((tx) => keepVouch(tx, vouchBy(friend, stranger), early));
    expect(await act((tx) => dropVouch(tx, vouchBy(friend, stranger).address, late))).toBe(actorAt(friend));
    await act((tx) => keepVouches(tx, actorAt(friend), [vouchBy(friend, stranger)], early));
    await settle();
    expect(await trustIn(stranger)).toBe(2);
  });

  test("is not new when a list that was asked for later lacks it, or its address said already that it is gone", async () => {
    await makeFriend();
    await know(db, { origin: stranger });
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const [early, late, later] = [ago(2), ago(1), ago(0)];
    const vouch = vouchBy(friend, stranger);
    await act((tx) => keepVouches(tx, actorAt(friend), [], late));
    expect(await act((tx) => keepVouch(tx, vouch, early))).toBe(false);
    await act((tx) => depart(tx, "unseen", [vouchBy(friend, other, 2).address], later));
    expect(await act((tx) => keepVouch(tx, vouchBy(friend, other, 2), late))).toBe(false);
    expect(await act((tx) => keepVouch(tx, vouch, later))).toBe(true);
  });

  test("is kept only so often of one host, and the same address once", async () => {
    await makeFriend();
    const many = Array.from({ length: mostVouches + 20 }, (_, n) => vouchBy(friend, `https://h${n}.example`, n));
    await act((tx) => keepVouches(tx, actorAt(friend), [...many.slice(0, 2), ...many], new Date()));
    const { count } = await db
      .selectFrom("catalogueVouches")
      .select(sql<number>`count(*)`.as("count"))
      .executeTakeFirstOrThrow();
    expect(count).toBeLessThanOrEqual(mostVouches);
  });

  test("of our own host counts at once, has its event, and may be withdrawn", async () => {
    await know(db, { origin: stranger });
    await settle();
    const give = (actor: string) =>
      act((tx) => vouchFor(tx, { actor, reason: " Des voisins. ", addressOf, now: new Date() }));
    const given = await give(actorAt(stranger));
    if (!given.done) throw new Error(given.reason);
    expect([given.value.reason, await trustIn(stranger)]).toEqual(["Des voisins.", 3]);
    const again = await give(actorAt(stranger));
    expect(again.done && again.value.id).toBe(given.value.id);
    expect(await give(actorAt(ours))).toMatchObject({ reason: "own-host" });
    expect(await give("https://personne.example/1")).toMatchObject({ reason: "host-unknown" });
    await act((tx) => withdrawVouch(tx, given.value.id, { addressOf, now: new Date() }));
    expect(await trustIn(stranger)).toBe(2);
    const events = await db.selectFrom("events").select("name").orderBy("happened").execute();
    expect(events.map(({ name }) => name).sort()).toEqual(["vouch-given", "vouch-given", "vouch-withdrawn"]);
  });
});

describe("a block", () => {
  test("has its effect in the same transaction: on the host, and on those for whom it vouches; undone, a visit has to come first", async () => {
    await makeFriend();
    await know(db, { origin: stranger });
    await act((tx) => keepVouch(tx, vouchBy(friend, stranger), new Date()));
    await settle();
    const wanted = { domain: "amie.example", origin: ours, now: new Date(), beyond };
    const made = await act((tx) => blockDomain(tx, wanted));
    if (!made.done) throw new Error(made.reason);
    expect([await trustIn(friend), await trustIn(stranger)]).toEqual([0, 2]);

    await act((tx) => unblockDomain(tx, made.value.id, { now: new Date(), beyond }));
    const { state, nextVisit } = await db
      .selectFrom("instances")
      .select(["state", "nextVisit"])
      .where("origin", "=", friend)
      .executeTakeFirstOrThrow();
    expect([await trustIn(friend), state, nextVisit]).toEqual([1, "candidate", expect.any(Date)]);
  });

  test("of a subdomain's domain leaves it blocked", async () => {
    await know(db, { origin: "https://a.b.example" });
    for (const domain of ["b.example", "a.b.example"])
      await act((tx) => blockDomain(tx, { domain, origin: ours, now: new Date(), beyond }));
    const { id } = await db
      .selectFrom("blocks")
      .select("id")
      .where("domain", "=", "a.b.example")
      .executeTakeFirstOrThrow();
    await act((tx) => unblockDomain(tx, id, { now: new Date(), beyond }));
    const row = await db
      .selectFrom("instances")
      .select("nextVisit")
      .where("origin", "=", "https://a.b.example")
      .executeTakeFirst();
    expect([await trustIn("https://a.b.example"), row?.nextVisit]).toEqual([0, null]);
  });
});

describe("an instance that asks to follow us", () => {
  const asks = (origin: string) =>
    act((tx) => hearAsk(tx, { actor: `${origin}/ap/instance`, origin, name: "Qui demande" }, new Date()));
  const theirs = async (origin: string) => (await findPeerByOrigin(db, origin))?.theirs;
  const vouchedFor = async () => {
    await makeFriend();
    await know(db, { origin: stranger });
    await act((tx) => keepVouch(tx, vouchBy(friend, stranger), new Date()));
    await settle();
  };
  const consider = async (origin: string) => {
    const peer = await findPeerByOrigin(db, origin);
    if (peer) await act((tx) => considerAsker(tx, peer.id, new Date()));
  };
  const welcome = () => act((tx) => keepSwarmSettings(tx, { vouchesNeeded: 1, welcomeVouched: true }));

  test("waits, unless the desk has settled otherwise", async () => {
    await vouchedFor();
    await asks(stranger);
    await consider(stranger);
    expect(await theirs(stranger)).toBe("pending");
    await welcome();
    await asks(other);
    await consider(other);
    expect(await theirs(other)).toBe("pending");
    await consider(stranger);
    expect(await theirs(stranger)).toBe("approved");
  });

  test("and was let in as others vouch for it, is not of level 4: its own vouches count for nothing, until somebody approves it", async () => {
    await vouchedFor();
    await welcome();
    await asks(stranger);
    await consider(stranger);
    await settle();
    expect(await trustIn(stranger)).toBe(3);
    const peer = await findPeerByOrigin(db, stranger);
    await act((tx) => approvePeer(tx, peer?.id ?? "", new Date()));
    await settle();
    expect(await trustIn(stranger)).toBe(4);
    const { rows } = await sql`select from events where event->>'name' = 'peer-approved'`.execute(db);
    expect(rows.length).toBe(2);
  });

  test("that somebody here has refused is not let in by what others say", async () => {
    await vouchedFor();
    await asks(stranger);
    const peer = await findPeerByOrigin(db, stranger);
    await act((tx) => rejectPeer(tx, peer?.id ?? "", new Date()));
    await welcome();
    await asks(stranger);
    await consider(stranger);
    expect(await theirs(stranger)).toBe("pending");
  });

  test("and is not known yet is visited first, and let in once it has shown who it is", async () => {
    await makeFriend();
    await welcome();
    await act((tx) => keepVouch(tx, vouchBy(friend, other), new Date()));
    await asks(other);
    await consider(other);
    const { rows } = await sql`select from graphile_worker.jobs where task_identifier = 'visit-instance'`.execute(db);
    expect([rows.length > 0, await theirs(other)]).toEqual([true, "pending"]);
    await db.deleteFrom("instances").where("origin", "=", other).execute();
    await know(db, { origin: other });
    await act((tx) => settleTrust(tx, new Date(), [other]));
    expect(await theirs(other)).toBe("approved");
  });
});

test("of ten thousand hosts, one statement settles all", async () => {
  await sql`insert into instances (origin, source, state) select 'https://h' || n || '.example', 'named', 'known' from generate_series(1, 10000) n`.execute(
    db,
  );
  await sql`insert into catalogue_hosts (actor, origin, handle, url, profile, asked, confirmed)
    select origin || '/1', origin, 'h', origin, '{}', now(), now() from instances where source <> 'own'`.execute(db);
  await sql`insert into blocks (id, domain) select gen_random_uuid(), 'b' || n || '.example' from generate_series(1, 5000) n`.execute(
    db,
  );
  await db.insertInto("blocks").values({ id: randomUUID(), domain: "h77.example" }).execute();
  await sql`analyze`.execute(db);
  const began = performance.now();
  await settle();
  process.stdout.write(`settled 10,000 hosts in ${Math.round(performance.now() - began)} ms\n`);
  const rows = await db
    .selectFrom("catalogueHosts")
    .select("trust")
    .select(sql<number>`count(*)`.as("count"))
    .groupBy("trust")
    .orderBy("trust")
    .execute();
  expect(rows).toEqual([
    { trust: 0, count: 1 },
    { trust: 2, count: 9999 },
    { trust: 4, count: 1 },
  ]);
});
