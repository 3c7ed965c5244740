import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSwarm } from "../../federation/swarm/swarm.ts";
import { askRefresh } from "../../src/catalogue/hearing.ts";
import { askVisit } from "../../src/catalogue/visits.ts";
import { nameInstance } from "../../src/hosts/changes.ts";
import { instanceAt, publishOne } from "../support/catalogue.ts";
import { eventually } from "../support/eventually.ts";
import { type ForgedPeer, saying, startForgedPeer } from "../support/forged-peer.ts";
import { startSite, type TestSite } from "../support/site.ts";
import { type Json, newKey, writingTo } from "../support/strangers.ts";

const { key, pem } = newKey();
/** Two sites that publish, and before each of them one that is asked: a friend of ours, which says what a test likes, and one that is blocked. */
const models: TestSite[] = [];
let site: TestSite;
let friend: ForgedPeer;
let blocked: ForgedPeer;
/** What the blocked one published, as we held it. */
let theirs: { readonly proposal: string; readonly offer: string; readonly host: string; readonly instance: string };

beforeAll(async () => {
  for (const [name, handle, slug] of [
    ["L’Amie", "l_amie", "fichiers"],
    ["Le Bloqué", "le_bloque", "courriel"],
  ] as const) {
    const model = await startSite({ name, handle });
    await publishOne(model, slug);
    models.push(model);
  }
  const [one, other] = models as [TestSite, TestSite];
  [friend, blocked] = [await startForgedPeer(one), await startForgedPeer(other)];
  // Last, since its way out is also that of this process.
  site = await startSite();
  friend.forge((path, answer, origin) => (path === "/ap/instance" ? saying(answer, withOurKey(origin)) : null));
  for (const { origin } of [friend, blocked]) {
    await site.db.insertInto("instances").values({ origin, source: "named", hops: 1 }).execute();
    await askVisit(site.db, origin);
    await eventually(async () => (await instanceAt(site, origin))?.visited);
  }
  await followFriend();
  const offer = await site.db
    .selectFrom("catalogueOffers")
    .select(["actor", "proposal", "host"])
    .where("url", "like", `${blocked.origin}/%`)
    .executeTakeFirstOrThrow();
  theirs = { ...offer, offer: offer.actor, instance: `${blocked.origin}/ap/instance` };
  expect(await shown()).toContain("Le Bloqué");
  const made = await site.api("POST", "/blocks", { domain: new URL(blocked.origin).host });
  expect(made.status).toBe(201);
  await settled();
});
afterAll(async () => {
  for (const one of [friend, blocked, site, ...models]) await one?.[Symbol.asyncDispose]();
});

const withOurKey = (origin: string) => (actor: Record<string, unknown>) => {
  const owner = `${origin}/ap/instance`;
  return { ...actor, publicKey: { id: `${owner}#main-key`, owner, publicKeyPem: pem } };
};

async function followFriend(): Promise<void> {
  const followed = `${friend.origin}/ap/instance`;
  const actor = await site.db.transaction().execute(nameInstance);
  await site.db
    .insertInto("remoteActors")
    .values({ id: followed, type: "Application", inbox: `${followed}/inbox` })
    .onConflict((known) => known.doNothing())
    .execute();
  await site.db
    .insertInto("followings")
    .values({ actor, followed, follow: `${site.origin}/f`, state: "accepted" })
    .execute();
}

/** The friend says something, and all that comes of it has been done. */
async function say(what: Json): Promise<void> {
  const actor = `${friend.origin}/ap/instance`;
  const id = `${friend.origin}/activities/${randomUUID()}`;
  const published = new Date(Date.now() - 1_000).toISOString();
  const answer = await writingTo(() => site).say(
    { id, actor, published, ...what },
    { keyId: `${actor}#main-key`, key },
  );
  expect(answer.status, answer.body).toBe(202);
  await settled();
}

async function settled(): Promise<void> {
  await eventually(async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from graphile_worker.jobs where run_at <= now() + interval '1 minute'`.execute(
      site.db,
    );
    return rows[0]?.count === 0;
  });
}

/** All that the public can read of the directory. */
async function shown(): Promise<string> {
  const paths = [
    "/",
    "/directory?trust=all",
    "/directory?trust=all&q=courriel",
    "/directory.json",
    "/directory.csv",
    "/directory.librehost.json",
    "/directory/map",
    "/directory/feed.atom?trust=all",
    "/api/v1/directory?trust=all",
    "/ap/instance/directory",
    "/ap/instance/peers",
  ];
  const pages = await Promise.all(
    paths.map(async (path) => (await fetch(site.origin + path, { headers: { accept: "*/*" } })).text()),
  );
  return pages.join("\n");
}

/** Something happens, and nothing was asked of the blocked one, kept of it or shown. */
async function changesNothing(happens: () => Promise<void>): Promise<void> {
  const asked = blocked.asked.length;
  await happens();
  expect(blocked.asked.slice(asked)).toEqual([]);
  const page = await shown();
  expect(page).not.toContain("Le Bloqué");
  expect(page).not.toContain(new URL(blocked.origin).host);
  expect(await instanceAt(site, blocked.origin)).toMatchObject({ state: "candidate", nextVisit: null });
  const hosts = await site.db
    .selectFrom("catalogueHosts")
    .select("trust")
    .where("origin", "=", blocked.origin)
    .execute();
  expect(hosts.every(({ trust }) => trust === 0)).toBe(true);
}

/** The same, once nothing at all is remembered of it. */
async function forgetBlocked(): Promise<void> {
  await site.db.deleteFrom("catalogueHosts").where("origin", "=", blocked.origin).execute();
}

describe("of what stands on a blocked domain, a third party that we follow", () => {
  test("may say that it changed, is listed, or no longer is: it is neither asked for nor shown", () =>
    changesNothing(async () => {
      const target = `${friend.origin}/ap/instance/directory`;
      for (const object of Object.values(theirs)) {
        await say({ type: "Announce", object });
        for (const type of ["Add", "Remove"]) await say({ type, object, target });
      }
    }));

  test("may pass its words and documents on as a whole: nothing of them is kept", () =>
    changesNothing(async () => {
      const note = {
        ...{ id: `${blocked.origin}/notes/1`, type: "Note", attributedTo: theirs.host },
        ...{ content: "<p>Le Bloqué vous écrit</p>", to: ["https://www.w3.org/ns/activitystreams#Public"] },
        cc: [`${site.origin}/ap/instance`],
      };
      const proposal = { id: theirs.proposal, type: "Proposal", attributedTo: theirs.offer, name: "Le Bloqué" };
      for (const type of ["Announce", "Create", "Update", "Add", "Like"])
        for (const object of [note, proposal, note.id])
          await say({ type, object, target: `${friend.origin}/ap/instance/directory` });
      const create = { id: `${blocked.origin}/activities/1`, type: "Create", actor: theirs.host, object: note };
      await say({ type: "Announce", object: create });
      expect(await site.db.selectFrom("messages").select("id").execute()).toEqual([]);
    }));

  test("may say that it moved there, or answer in its name: nobody is followed there", () =>
    changesNothing(async () => {
      await say({ type: "Move", object: `${friend.origin}/ap/instance`, target: theirs.instance });
      await say({
        type: "Accept",
        object: { type: "Follow", actor: `${site.origin}/ap/instance`, object: theirs.instance },
      });
      const { rows } = await sql`select from followings where starts_with(followed, ${blocked.origin})`.execute(
        site.db,
      );
      expect(rows).toEqual([]);
    }));

  test("may name it in its directory", () =>
    changesNothing(async () => {
      friend.forge((path, answer, origin) => {
        if (path === "/ap/instance") return saying(answer, withOurKey(origin));
        if (!path.startsWith("/ap/instance/directory")) return null;
        const more = [theirs.host, `${blocked.origin}/ap/actors/${randomUUID()}`];
        return saying(answer, (list) => ({
          ...list,
          digest: null,
          orderedItems: [...((list["orderedItems"] as string[] | undefined) ?? []), ...more],
        }));
      });
      const { visited } = (await instanceAt(site, friend.origin)) ?? {};
      await askVisit(site.db, friend.origin);
      await eventually(
        async () => (await instanceAt(site, friend.origin))?.visited?.getTime() !== visited?.getTime(),
        30,
      );
      await settled();
    }));

  test("may send whoever asks for its own offer there", () =>
    changesNothing(async () => {
      const { proposal } = await site.db
        .selectFrom("catalogueOffers")
        .select("proposal")
        .where("url", "like", `${friend.origin}/%`)
        .executeTakeFirstOrThrow();
      friend.forge((path, answer, origin) => {
        if (path === "/ap/instance") return saying(answer, withOurKey(origin));
        if (!proposal.endsWith(path)) return null;
        return { status: 302, type: "text/plain", body: "", location: theirs.proposal };
      });
      const before = friend.asked.length;
      await say({ type: "Announce", object: proposal });
      await eventually(() => friend.asked.slice(before).some((path) => proposal.endsWith(path)));
      await settled();
    }));
});

describe("what was to be asked of a blocked domain", () => {
  test("before it was blocked is not asked any more", () =>
    changesNothing(async () => {
      await askVisit(site.db, blocked.origin);
      for (const address of Object.values(theirs)) await askRefresh(site.db, address, new Date());
      await settled();
    }));

  test("is not asked either after an outage, nor when its time has come", () =>
    changesNothing(async () => {
      await site.db
        .updateTable("instances")
        .set({ visited: new Date(Date.now() - 86_400_000) })
        .execute();
      const swarm = openSwarm({ db: site.db, origin: site.origin } as never);
      await swarm.catchUp();
      await swarm.tasks["keep-in-touch"]?.(null, {} as never);
      await settled();
    }));

  test("is not asked when nothing more is known of it than its name", async () => {
    await forgetBlocked();
    await changesNothing(async () => {
      for (const object of Object.values(theirs)) await say({ type: "Announce", object });
    });
    await site.db.deleteFrom("instances").where("origin", "=", blocked.origin).execute();
    const asked = blocked.asked.length;
    for (const object of Object.values(theirs)) await say({ type: "Announce", object });
    expect(blocked.asked.slice(asked)).toEqual([]);
    expect(await instanceAt(site, blocked.origin)).toBeUndefined();
  });
});
