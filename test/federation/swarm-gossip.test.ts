import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { visit } from "../../federation/swarm/visit.ts";
import { cutOff, meetAgain } from "../../src/catalogue/blocking.ts";
import { budget } from "../../src/catalogue/gossip.ts";
import { askRefresh, hearTiding } from "../../src/catalogue/hearing.ts";
import { nameOrigins } from "../../src/catalogue/naming.ts";
import { keepInTouch } from "../../src/catalogue/touch.ts";
import { nameInstance } from "../../src/hosts/changes.ts";
import { blockDomain } from "../../src/peers/block-changes.ts";
import { instanceAt, nameCandidate, publishOne, walkFrom } from "../support/catalogue.ts";
import { databaseOfTests } from "../support/database.ts";
import { startFakeMastodon } from "../support/fake-mastodon.ts";
import { startSite, type TestSite } from "../support/site.ts";

const beyond = { cutOff, meetAgain };

const db = await databaseOfTests();
const here = { db, origin: "http://127.0.0.1:9" };
const b = "https://hote-b.example";
let site: TestSite;
let other: TestSite;
beforeAll(async () => {
  site = await startSite({ name: "La Loutre", handle: "la_loutre" });
  other = await startSite({ name: "Le Rucher", handle: "le_rucher" });
  await publishOne(other, "courriel");
});
afterAll(async () => {
  for (const one of [site, other]) await one?.[Symbol.asyncDispose]();
});
beforeEach(async () => {
  for (const table of ["instances", "departed", "blocks", "followings", "tidings"] as const)
    await db.deleteFrom(table).execute();
  await db.deleteFrom("remoteActors").execute();
});

const now = new Date();
const named = (by: string, ...origins: string[]) => db.transaction().execute((tx) => nameOrigins(tx, by, origins, now));
const origins = async () =>
  (await db.selectFrom("instances").select("origin").orderBy("origin").execute()).map((row) => row.origin);

describe("who is named by another", () => {
  beforeEach(() => db.insertInto("instances").values({ origin: b, source: "peer", state: "known" }).execute());

  test("becomes a candidate, one naming further away, and is shown nowhere yet", async () => {
    expect(await named(b, "https://c.example", "https://d.example")).toEqual([
      "https://c.example",
      "https://d.example",
    ]);
    expect(await instanceAt(here, "https://c.example")).toMatchObject({
      ...{ state: "candidate", hops: 1, namedBy: b, source: "named" },
    });
    expect(await named(b, "https://c.example")).toEqual([]);
  });

  test("is not looked at from further away than three namings, nor where the domain is blocked", async () => {
    await db.updateTable("instances").set({ hops: budget.hops }).execute();
    expect(await named(b, "https://c.example")).toEqual([]);
    await db.updateTable("instances").set({ hops: 0 }).execute();
    await db.transaction().execute((tx) => blockDomain(tx, { domain: "c.example", origin: here.origin, beyond, now }));
    expect(await named(b, "https://www.c.example", "https://d.example")).toEqual(["https://d.example"]);
  });

  test("is one of ten at most of one owner, and of two hundred at most that one names in a day", async () => {
    const farm = Array.from({ length: 40 }, (_, n) => `https://h${n}.ferme.example`);
    expect(await named(b, ...farm)).toHaveLength(budget.siblings);
    expect(await named(b, ...Array.from({ length: 12 }, (_, n) => `https://h${n}.ferme.asso.fr`))).toHaveLength(10);
    const many = Array.from({ length: 300 }, (_, n) => `https://hote-${n}.example${n}`);
    expect(await named(b, ...many)).toHaveLength(budget.candidatesPerDay - 20);
    expect(await origins()).toHaveLength(budget.candidatesPerDay + 1);
  });

  test("is left alone for thirty days once its own origin said that it is gone", async () => {
    const left = new Date(now.getTime() - 29 * 86_400_000);
    await db.insertInto("departed").values({ id: "https://c.example/ap/actors/1", kind: "host", left }).execute();
    expect(await named(b, "https://c.example")).toEqual([]);
    await db
      .updateTable("departed")
      .set({ left: new Date(now.getTime() - 31 * 86_400_000) })
      .execute();
    expect(await named(b, "https://c.example")).toEqual(["https://c.example"]);
  });
});

describe("a forged entry of a directory", () => {
  test("never appears: neither at an origin that does not claim it, nor where there is no instance", async () => {
    await using mastodon = await startFakeMastodon();
    const forged = [`${other.origin}/ap/actors/11111111-1111-4111-8111-111111111111`, mastodon.actor];
    for (const actor of forged) {
      const { origin } = new URL(actor);
      await site.db.insertInto("instances").values({ origin, source: "named", state: "known" }).execute();
      const said = { handle: "forge", url: `${origin}/@forge`, profile: '{"name":"Forgé"}', trust: 2, asked: now };
      await site.db
        .insertInto("catalogueHosts")
        .values({ ...said, actor, origin, confirmed: now })
        .execute();
    }
    await nameCandidate(here, site.origin);
    expect(await visit(walkFrom(here), site.origin)).toBeNull();
    expect(await origins()).toEqual([site.origin, other.origin, mastodon.origin].sort());
    expect(await visit(walkFrom(here), other.origin)).toBeNull();
    expect(await visit(walkFrom(here), mastodon.origin)).toBe("no-instance");
    const hosts = await db.selectFrom("catalogueHosts").select(["origin", "handle"]).orderBy("handle").execute();
    expect(hosts).toEqual([
      { origin: site.origin, handle: "la_loutre" },
      { origin: other.origin, handle: "le_rucher" },
    ]);
  });
});

describe("what another instance tells", () => {
  const teller = `${b}/ap/instance`;
  const address = "https://c.example/ap/proposals/1";
  const heard = (changed: Date | null = now) =>
    db.transaction().execute((tx) => hearTiding(tx, { from: teller, address, changed }, now));
  const jobs = async () => {
    const found = sql<{ identifier: string; payload: { address?: string; origin?: string } }>`
      select identifier, payload from graphile_worker._private_jobs as job
      join graphile_worker._private_tasks as task on task.id = task_id order by job.id`;
    return (await found.execute(db)).rows.map(
      ({ identifier, payload }) => `${identifier} ${payload.address ?? payload.origin}`,
    );
  };
  beforeEach(async () => {
    await sql`delete from graphile_worker._private_jobs`.execute(db);
    await db.insertInto("instances").values({ origin: b, actor: teller, source: "peer", state: "known" }).execute();
    const actor = await db.transaction().execute(nameInstance);
    await db
      .insertInto("remoteActors")
      .values({ id: teller, type: "Application", inbox: `${teller}/inbox` })
      .execute();
    await db
      .insertInto("followings")
      .values({ actor, followed: teller, follow: `${here.origin}/f`, state: "accepted" })
      .execute();
  });

  test("makes us look at the origin of the address, once for however many copies", async () => {
    await db.insertInto("instances").values({ origin: "https://c.example", source: "named", state: "known" }).execute();
    await heard();
    await heard();
    expect(await jobs()).toEqual([`refresh-listed ${address}`]);
  });

  test("of an unknown origin is a naming", async () => {
    await heard();
    expect(await jobs()).toEqual(["visit-instance https://c.example"]);
  });

  test("is not heard from one whom we do not follow, nor from a blocked domain, nor beyond its budget", async () => {
    await db.insertInto("instances").values({ origin: "https://c.example", source: "named", state: "known" }).execute();
    await db.updateTable("followings").set({ state: "requested" }).execute();
    await heard();
    await db.updateTable("followings").set({ state: "accepted" }).execute();
    await db
      .updateTable("instances")
      .set({ news: 500, newsMinute: minuteOf(now) })
      .where("origin", "=", b)
      .execute();
    await heard();
    await db.updateTable("instances").set({ news: 0 }).execute();
    await db
      .transaction()
      .execute((tx) => blockDomain(tx, { domain: "hote-b.example", origin: here.origin, beyond, now }));
    await heard();
    expect((await jobs()).filter((job) => !job.startsWith("tell"))).toEqual([]);
  });

  test("is passed over where we hold it already, or know that it has left", async () => {
    await db.insertInto("instances").values({ origin: "https://c.example", source: "named", state: "known" }).execute();
    await db.insertInto("departed").values({ id: address, kind: "offer", left: now }).execute();
    await heard();
    expect(await jobs()).toEqual([]);
    await heard(new Date(now.getTime() + 86_400_000)); // nobody's clock is a day ahead
    expect(await jobs()).toEqual([]);
  });

  test("asks for one thing once", async () => {
    await db.transaction().execute((tx) => askRefresh(tx, address, now));
    await db.transaction().execute((tx) => askRefresh(tx, address, now));
    expect(await jobs()).toHaveLength(1);
  });
});

const minuteOf = (time: Date): Date => new Date(Math.floor(time.getTime() / 60_000) * 60_000);

test("an instance that has not answered for thirty days is hidden, and forgotten after ninety", async () => {
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const silent = { "https://a.example": 29, "https://c.example": 31, "https://d.example": 91 };
  for (const [origin, days] of Object.entries(silent)) {
    const known = { source: "named", state: "known", met: ago(200), seen: ago(days) };
    await db
      .insertInto("instances")
      .values({ origin, ...known })
      .execute();
    const said = { handle: "h", url: origin, profile: "{}", trust: 2, asked: now, confirmed: now };
    await db
      .insertInto("catalogueHosts")
      .values({ ...said, actor: `${origin}/h`, origin })
      .execute();
  }
  await db.transaction().execute((tx) => keepInTouch(tx, now));
  const left = await db.selectFrom("instances").select(["origin", "state"]).orderBy("origin").execute();
  expect(left).toEqual([
    { origin: "https://a.example", state: "known" },
    { origin: "https://c.example", state: "hidden" },
  ]);
  expect(await db.selectFrom("catalogueHosts").select("origin").execute()).toHaveLength(2);
});
