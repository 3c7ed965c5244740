import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { forgetActor } from "../../federation/actors/forget-actor.ts";
import { refreshTask } from "../../federation/swarm/refresh.ts";
import { visit } from "../../federation/swarm/visit.ts";
import { hearTiding } from "../../src/catalogue/hearing.ts";
import { keepInTouch } from "../../src/catalogue/touch.ts";
import { noFilters } from "../../src/directory/directory.ts";
import { findHostAt } from "../../src/directory/host-queries.ts";
import { search } from "../../src/directory/search.ts";
import { nameInstance } from "../../src/hosts/changes.ts";
import { instanceAt, nameCandidate, publishOne, walkFrom } from "../support/catalogue.ts";
import { databaseOfTests } from "../support/database.ts";
import { type Forge, type ForgedPeer, saying, startForgedPeer } from "../support/forged-peer.ts";
import { startSite, type TestSite } from "../support/site.ts";

const db = await databaseOfTests();
const here = { db, origin: "http://127.0.0.1:9" };
const walk = walkFrom(here);
const day = 86_400_000;
/** What both publish; the one that leaves, and a third that goes on naming it. */
let model: TestSite;
let leaving: ForgedPeer;
let third: ForgedPeer;
beforeAll(async () => {
  model = await startSite({ name: "La Loutre", handle: "la_loutre" });
  for (const slug of ["courriel", "fichiers"]) await publishOne(model, slug);
  [leaving, third] = [await startForgedPeer(model), await startForgedPeer(model)];
});
afterAll(async () => {
  for (const one of [leaving, third, model]) await one?.[Symbol.asyncDispose]();
});

/** The actors and proposals of the one that leaves, as they were held. */
let theirs: { readonly host: string; readonly offers: readonly string[]; readonly proposals: readonly string[] };
beforeEach(async () => {
  for (const table of ["instances", "departed", "tidings", "followings"] as const) await db.deleteFrom(table).execute();
  leaving.forge(() => null);
  await nameCandidate(here, leaving.origin);
  expect(await visit(walk, leaving.origin)).toBeNull();
  const offers = await db.selectFrom("catalogueOffers").select(["actor", "proposal", "host"]).execute();
  theirs = {
    host: String(offers[0]?.host),
    offers: offers.map(({ actor }) => actor),
    proposals: offers.map(({ proposal }) => proposal),
  };
  third.forge((path, answer) =>
    path.startsWith("/ap/instance/directory")
      ? saying(answer, (list) => ({ ...list, digest: null, orderedItems: [...itemsOf(list), theirs.host] }))
      : null,
  );
  await nameCandidate(here, third.origin);
  expect(await visit(walk, third.origin)).toBeNull();
  await forgetJobs();
  expect(await found()).toBe(2);
});

const itemsOf = (list: Record<string, unknown>) => (list["orderedItems"] as string[] | undefined) ?? [];
const forgetJobs = () => sql`delete from graphile_worker._private_jobs`.execute(db);
const gone: Forge = (_, answer) => ({ ...answer, status: 410, body: "" });

/** How much of it the directory finds, for those who want to see all. */
async function found(): Promise<number> {
  const { items, total } = await search(db, { ...noFilters, all: true }, { after: null, limit: 100 }, new Date());
  expect(total).toBe(items.length);
  return items.filter(({ host }) => host.origin === leaving.origin).length;
}

async function jobs(): Promise<readonly string[]> {
  const { rows } = await sql<{ identifier: string; payload: { origin?: string; address?: string } }>`
    select identifier, payload from graphile_worker._private_jobs as jobs
    join graphile_worker._private_tasks as tasks on tasks.id = task_id order by jobs.id`.execute(db);
  return rows.map(({ identifier, payload }) => `${identifier} ${payload.origin ?? payload.address ?? ""}`);
}

/** Somebody whom we follow tells of it, and names it, as if it were still there. */
async function thirdGoesOn(changed: Date): Promise<void> {
  const from = `${third.origin}/ap/instance`;
  const actor = await db.transaction().execute(nameInstance);
  await db
    .insertInto("remoteActors")
    .values({ id: from, type: "Application", inbox: `${from}/inbox` })
    .onConflict((known) => known.doNothing())
    .execute();
  await db
    .insertInto("followings")
    .values({ actor, followed: from, follow: `${here.origin}/f`, state: "accepted" })
    .onConflict((known) => known.doNothing())
    .execute();
  for (const address of [theirs.host, ...theirs.offers, ...theirs.proposals])
    await db.transaction().execute((tx) => hearTiding(tx, { from, address, changed }, new Date()));
  expect(await visit(walk, third.origin)).toBeNull();
}

describe("a host whose own origin said that it is gone", () => {
  test("is listed no longer from the moment that its actor deletes itself, with all that it offered", async () => {
    await db.transaction().execute((tx) => forgetActor(tx, theirs.host));
    expect(await found()).toBe(0);
    expect(await findHostAt(db, new URL(leaving.origin).host)).toMatchObject({ standing: "gone" });
    expect(await jobs()).toEqual([`visit-instance ${leaving.origin}`]);
    leaving.forge(gone);
    expect(await visit(walk, leaving.origin)).toBe("departed");
    expect(await instanceAt(here, leaving.origin)).toMatchObject({ state: "refused", nextVisit: null });
  });

  test("goes with its instance, and an offer goes by itself; what others offer stays", async () => {
    const [first = ""] = theirs.offers;
    await db.transaction().execute((tx) => forgetActor(tx, first));
    expect(await found()).toBe(1);
    await db.transaction().execute((tx) => forgetActor(tx, `${leaving.origin}/ap/instance`));
    expect(await found()).toBe(0);
    const { total } = await search(db, { ...noFilters, all: true }, { after: null, limit: 9 }, new Date());
    expect(total).toBe(2);
    await db.transaction().execute((tx) => forgetActor(tx, "https://personne.example/1"));
    expect(await db.selectFrom("departed").select("id").where("id", "like", "%personne%").execute()).toEqual([]);
  });

  test("does not come back by a third that goes on naming it and telling of it", async () => {
    leaving.forge(gone);
    expect(await visit(walk, leaving.origin)).toBe("departed");
    const asked = leaving.asked.length;
    for (const changed of [new Date(Date.now() - day), new Date(), new Date(Date.now() + day)])
      await thirdGoesOn(changed);
    expect(await found()).toBe(0);
    expect((await jobs()).filter((job) => job.includes(leaving.origin))).toEqual([]);
    expect(leaving.asked).toHaveLength(asked);
  });

  test("does not come back even when it is forgotten that it left: its own origin is asked, and says so again", async () => {
    leaving.forge(gone);
    await visit(walk, leaving.origin);
    await db
      .updateTable("departed")
      .set({ left: new Date(Date.now() - 31 * day) })
      .execute();
    await db
      .updateTable("instances")
      .set({ seen: new Date(Date.now() - 31 * day) })
      .where("origin", "=", leaving.origin)
      .execute();
    await db.transaction().execute((tx) => keepInTouch(tx, new Date()));
    expect(await db.selectFrom("departed").selectAll().execute()).toEqual([]);
    await thirdGoesOn(new Date());
    expect(await jobs()).toContain(`visit-instance ${leaving.origin}`);
    expect(await visit(walk, leaving.origin)).toBe("departed");
    expect(await found()).toBe(0);
  });

  test("does not come back with an answer that was under way when it left, of a visit or of one offer", async () => {
    for (const part of [/\/sheets/, /\/ap\/actors\/[^/]+$/, /^\/ap\/instance$/]) {
      await db.deleteFrom("catalogueOffers").where("host", "=", theirs.host).execute();
      const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
      const { promise: released, resolve: release } = Promise.withResolvers<void>();
      leaving.forge(async (path) => {
        if (!part.test(path)) return null;
        reach();
        await released;
        return null;
      });
      const visiting = visit(walk, leaving.origin);
      await reached;
      await db.transaction().execute((tx) => forgetActor(tx, theirs.host));
      release();
      await visiting;
      expect(await found(), String(part)).toBe(0);
      expect(await db.selectFrom("catalogueHosts").select("actor").where("actor", "=", theirs.host).execute()).toEqual(
        [],
      );
      leaving.forge(() => null);
      await db.deleteFrom("departed").execute();
      expect(await visit(walk, leaving.origin)).toBeNull(); // it is there again, for the next round
      expect(await found()).toBe(2);
    }
    const [offer = ""] = theirs.offers;
    const [proposal = ""] = theirs.proposals;
    const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    leaving.forge(async (path) => {
      if (!proposal.endsWith(path)) return null;
      reach();
      await released;
      return null;
    });
    const refreshing = refreshTask(walk)({ address: proposal, changed: new Date(Date.now() + 1_000) }, {} as never);
    await reached;
    await db.transaction().execute((tx) => forgetActor(tx, offer));
    release();
    await refreshing;
    expect(await found()).toBe(1);
  });
});

describe("a host that does not answer", () => {
  const silentFor = async (days: number) => {
    const since = new Date(Date.now() - days * day);
    await db.updateTable("instances").set({ seen: since, met: since }).where("origin", "=", leaving.origin).execute();
    await db.transaction().execute((tx) => keepInTouch(tx, new Date()));
  };
  const key = () => new URL(leaving.origin).host;

  test("is found for thirty days, then shown nowhere, and found again as soon as it answers", async () => {
    await silentFor(29);
    expect(await found()).toBe(2);
    await silentFor(31);
    expect(await found()).toBe(0);
    expect(await findHostAt(db, key())).toMatchObject({ standing: "silent" });
    await thirdGoesOn(new Date());
    expect(await found()).toBe(0);
    expect(await visit(walk, leaving.origin)).toBeNull();
    expect(await found()).toBe(2);
  });

  test("is forgotten after ninety: nothing is left of it, and whoever names it makes us ask it, not show it", async () => {
    await silentFor(91);
    expect(await instanceAt(here, leaving.origin)).toBeUndefined();
    for (const table of ["catalogueHosts", "catalogueOffers", "catalogueEntries"] as const) {
      const rows = await db.selectFrom(table).select("actor").where("actor", "like", `${leaving.origin}/%`).execute();
      expect(rows, table).toEqual([]);
    }
    expect(await findHostAt(db, key())).toEqual({ standing: "unknown" });
    await thirdGoesOn(new Date());
    expect(await instanceAt(here, leaving.origin)).toMatchObject({ state: "candidate" });
    leaving.forge((_, answer) => ({ ...answer, status: 503, body: "" }));
    expect(await visit(walk, leaving.origin)).toBe("unreachable");
    expect(await found()).toBe(0);
  });
});
